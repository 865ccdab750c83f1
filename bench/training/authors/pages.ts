import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { authorCandidates, type Candidate } from '../../../src/reading/dump/authors/features.ts';
import { toLines } from '../../../src/reading/dump/lines.ts';
import { marksOf } from '../../../src/reading/dump/marks.ts';
import { unwrap } from '../../../src/reading/dump/wrap.ts';

const truth = z.object({
	id: z.string(),
	copied: z.string(),
	headline: z.array(z.string()),
	byline: z.array(z.string()).nullable(),
	text: z.string(),
});
export type Truth = z.infer<typeof truth>;

/** A copied page whose authors are known, with the lines that could name them. */
export interface SignedPage {
	readonly id: string;
	readonly copied: string;
	readonly site: string;
	readonly byline: readonly string[];
	readonly candidates: readonly Candidate[];
}

/** Without case, marks and white space. */
export const fold = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');

/** The lines of FOLDER/truth.jsonl. */
export function readTruth(folder: string): Truth[] {
	return readFileSync(join(folder, 'truth.jsonl'), 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => truth.parse(JSON.parse(line)));
}

/** The pages of FOLDER/dumps that name authors, with headline and text where the truth has them. */
export function readSignedPages(folder: string): SignedPage[] {
	return readTruth(folder).flatMap((page) => {
		const { byline } = page;
		if (!byline || byline.length === 0) return [];
		const { lines } = toLines(readFileSync(join(folder, 'dumps', `${page.id}.txt`), 'utf8'));
		const marked = unwrap(lines).map((line) => ({ ...line, marks: marksOf(line.text) }));
		const place = placeOf(
			marked.map(({ text }) => text),
			page,
		);
		const candidates = authorCandidates(marked, place);
		return [{ id: page.id, copied: page.copied, site: siteOf(page.id), byline, candidates }];
	});
}

/** Whether names are those of the truth, in any order. */
export function isSame(names: readonly string[], byline: readonly string[]): boolean {
	const said = new Set(names.map(fold));
	const right = new Set(byline.map(fold));
	return said.size === right.size && [...right].every((name) => said.has(name));
}

export function shares(names: readonly string[], byline: readonly string[]): boolean {
	const right = new Set(byline.map(fold));
	return names.some((name) => right.has(fold(name)));
}

/** "fundus-de__FAZ_2024_04_17-whole" is of the site "de__FAZ". */
function siteOf(id: string): string {
	return id.replace(/^[a-z]+-/, '').replace(/(?:_\d{4}_\d{2}_\d{2})?-(?:whole|headline)$/, '');
}

/** Where the truth's headline and text are among the lines. */
function placeOf(lines: readonly string[], { headline, text }: Truth) {
	const titles = headline.map(fold);
	const bodyText = fold(text);
	const isTitle = (line: string) => {
		const said = fold(line);
		return titles.some(
			(title) => said === title || (said.length > 25 && (title.includes(said) || said.includes(title))),
		);
	};
	const body = lines.flatMap((line, at) => (line.length > 60 && bodyText.includes(fold(line)) ? [at] : []));
	const first = body[0] ?? Math.min(lines.length - 1, 5);
	const named = lines.flatMap((line, at) => (isTitle(line) ? [at] : []));
	const headlineAt = named.filter((at) => at < first).at(-1) ?? named[0] ?? 0;
	const behind = body.filter((at) => at > headlineAt);
	return { headlineAt, bodyAt: behind[0] ?? headlineAt + 1, bodyEnd: (behind.at(-1) ?? headlineAt + 1) + 1 };
}
