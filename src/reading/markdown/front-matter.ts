import { createRequire } from 'node:module';
import { tidyLine } from '../unseen.ts';

/** What the head of a Markdown file says of its article. Unknown is null. */
export interface FrontMatter {
	readonly title: string | null;
	readonly site: string | null;
	readonly url: string | null;
	readonly language: string | null;
	readonly deck: string | null;
	readonly authors: readonly string[];
	readonly topics: readonly string[];
	/** As it is written. */
	readonly date: string | null;
	readonly updated: string | null;
}

/** Characters of a head; more is none. */
const longestHead = 20_000;
const most = 50;

/** Loaded at first use: most files are no Markdown, and the reading thread starts again and again. */
const yaml = () => createRequire(import.meta.url)('yaml') as typeof import('yaml');

/** Takes the head between two lines of "---" off a text. A head that is no YAML is left where it is. */
export function takeFrontMatter(text: string): { readonly head: FrontMatter; readonly body: string } {
	const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(
		text.slice(0, longestHead + 100),
	);
	const values = match ? valuesIn(match[1] ?? '') : null;
	if (match === null || values === null) return { head: frontMatterOf({}), body: text };
	return { head: frontMatterOf(values), body: text.slice(match[0].length) };
}

function valuesIn(head: string): Readonly<Record<string, unknown>> | null {
	try {
		// Dates stay as they are written; a document that repeats itself by references is not unfolded.
		const read: unknown = yaml().parse(head, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'error' });
		if (typeof read !== 'object' || read === null || Array.isArray(read)) return null;
		return Object.fromEntries(Object.entries(read).map(([key, value]) => [key.toLowerCase(), value]));
	} catch {
		return null;
	}
}

function frontMatterOf(values: Readonly<Record<string, unknown>>): FrontMatter {
	const first = (...keys: readonly string[]) => keys.flatMap((key) => textsIn(values[key]))[0] ?? null;
	return {
		title: first('title', 'headline'),
		site: first('site', 'publication', 'publisher', 'source'),
		url: first('url', 'canonical', 'canonical_url', 'link'),
		language: first('lang', 'language', 'locale'),
		deck: first('subtitle', 'deck', 'description', 'summary'),
		authors: [...textsIn(values.author), ...textsIn(values.authors), ...textsIn(values.byline)].slice(
			0,
			most,
		),
		topics: [...textsIn(values.tags), ...textsIn(values.topics), ...textsIn(values.keywords)].slice(0, most),
		date: first('date', 'published', 'publishedat', 'pubdate'),
		updated: first('updated', 'modified', 'lastmod'),
	};
}

/** The texts of a value, of a list or of the names in it. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [tidyLine(value)].filter((text) => text !== '');
	if (Array.isArray(value))
		return value.slice(0, most).flatMap((one) => (Array.isArray(one) ? [] : textsIn(one)));
	if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
		return textsIn(value.name);
	return [];
}
