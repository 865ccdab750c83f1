import { unescaped } from '../../references.ts';
import { attribute, type Element, textIn } from '../tree.ts';

/** A thing of schema.org as a page describes it in JSON-LD. */
export type Thing = Readonly<Record<string, unknown>>;

const mostThings = 3_000;
const deepest = 14;
const articleTypes =
	/^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|DiscussionForumPosting|SocialMediaPosting|Posting|Recipe|HowTo|CreativeWork)$/;

/** All things in these scripts, the ones within others too, in order. What is no JSON is left out. */
export function thingsIn(scripts: readonly Element[]): Thing[] {
	const found: Thing[] = [];
	for (const script of scripts) {
		if (/ld\+json/iu.test(attribute(script, 'type') ?? '')) collect(parsed(textIn(script)), found, 0);
	}
	return found;
}

/** The entries of a live blog have headlines, times and authors of their own, which are not the blog's. */
const entries = 'liveBlogUpdate';

/** Every object in a value of JSON, the outer ones first, but the entries of a live blog. */
export function collect(value: unknown, into: Thing[], depth = 0): void {
	if (typeof value !== 'object' || value === null || depth > deepest || into.length >= mostThings) return;
	if (Array.isArray(value)) {
		for (const one of value) collect(one, into, depth + 1);
		return;
	}
	if (isThing(value)) into.push(value);
	for (const [key, one] of Object.entries(value)) if (key !== entries) collect(one, into, depth + 1);
}

export function isThing(value: unknown): value is Thing {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sites put line ends, comments and semicolons into their JSON. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {}
	try {
		return JSON.parse(mended(text));
	} catch {
		return null;
	}
}

function mended(text: string): string {
	return text
		.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)/u, '')
		.replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)\s*$/u, '')
		.replace(/[\u0000-\u001f]+/gu, ' ')
		.replace(/;\s*$/u, '')
		.replace(/,(\s*[}\]])/gu, '$1');
}

/** The types of a thing without the address of schema.org. */
export function typesOf(thing: Thing): string[] {
	return listOf(thing['@type'])
		.filter((type) => typeof type === 'string')
		.map((type) => type.replace(/^.*[/#:]/u, ''));
}

export function isArticle(thing: Thing): boolean {
	return typesOf(thing).some((type) => articleTypes.test(type));
}

/** What a reader wrote: its author is none of the article's. */
export function isComment(thing: Thing): boolean {
	return typesOf(thing).some((type) => /^(?:Comment|Answer|UserComments)$/u.test(type));
}

export function listOf(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	return value === undefined || value === null ? [] : [value];
}

/** A text, of a thing its name, or null. */
export function textOf(value: unknown, depth = 0): string | null {
	const [first] = listOf(value);
	// Texts in JSON were often escaped for HTML before: "What&#8217;s".
	if (typeof first === 'string') return unescaped(first).trim() || null;
	if (isThing(first) && depth < deepest) return textOf(first['@value'] ?? first.name, depth + 1);
	return null;
}
