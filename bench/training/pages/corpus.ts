import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from '../../../src/reading/decode.ts';

/** A page of a corpus, with what is right for it. */
export interface Labelled extends Truth {
	readonly id: string;
	readonly html: string;
}

/** The pages in FOLDER/html, by their names without ".html.gz". What `html` gives is decoded as the reader does it. */
export function pagesIn(folder: string): { id: string; html: () => string }[] {
	const pages = join(folder, 'html');
	return readdirSync(pages)
		.filter((name) => /\.html(?:\.gz)?$/u.test(name))
		.sort()
		.map((name) => ({
			id: name.replace(/\.html(?:\.gz)?$/u, ''),
			html: () => {
				const bytes = readFileSync(join(pages, name));
				return decode(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, name);
			},
		}));
}

/** What is right for a page; null where the corpus does not say. */
export interface Truth {
	readonly kind: 'article' | 'forum';
	readonly url: string;
	readonly text: string;
	readonly title: string | null;
	readonly author: string | null;
	/** "2024-05-06" */
	readonly date: string | null;
}

/** What is right for the pages of a folder, from its truth.jsonl or its ground-truth.json. */
export function truthOf(folder: string): Map<string, Truth> {
	const lines = join(folder, 'truth.jsonl');
	if (existsSync(lines)) {
		const all = readFileSync(lines, 'utf8').split('\n').filter(Boolean);
		return new Map(
			all.map((line) => {
				const { id, type, ...rest } = JSON.parse(line) as { id: string; type: Truth['kind'] } & Omit<
					Truth,
					'kind'
				>;
				return [id, { kind: type, ...rest }];
			}),
		);
	}
	const all = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
		string,
		{ articleBody?: string; url?: string }
	>;
	return new Map(
		Object.entries(all).map(([id, { articleBody = '', url = '' }]) => [
			id,
			{ kind: 'article', url, text: articleBody, title: null, author: null, date: null },
		]),
	);
}

export function labelledIn(folder: string): Labelled[] {
	const truth = truthOf(folder);
	return pagesIn(folder).flatMap(({ id, html }) => {
		const right = truth.get(id);
		return right ? [{ id, html: html(), ...right }] : [];
	});
}
