import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decode } from '../../../src/reading/decode.ts';
import { type Context, contextOf, longWords } from '../../../src/reading/dump/kinds/context.ts';
import type { WordWeights } from '../../../src/reading/dump/kinds/word-scores.ts';
import { toLines } from '../../../src/reading/dump/lines.ts';
import { marksOf } from '../../../src/reading/dump/marks.ts';
import type { MarkedLine } from '../../../src/reading/dump/page.ts';
import { unwrap } from '../../../src/reading/dump/wrap.ts';
import { align, folded, type Label } from './align.ts';
import { groupSites, hashOf, siteName } from './sites.ts';

const truthLine = z.object({
	id: z.string(),
	copied: z.enum(['whole', 'headline']),
	type: z.enum(['article', 'forum']).default('article'),
	url: z.string().optional(),
	headline: z.array(z.string()),
	text: z.string(),
});
export type Truth = z.infer<typeof truthLine>;

/** A dump to learn from. */
export interface Taught {
	readonly truth: Truth;
	/** The folder that it is from. */
	readonly corpus: number;
	readonly context: Context;
	readonly labels: readonly Label[];
	readonly covered: number;
	/** Lines that are the headline. */
	readonly headlines: readonly number[];
	/** The publisher, as a name or a number. */
	readonly site: string;
	/** The part of cross-validation that the page's site falls into; -1 is in the training of every part. */
	readonly fold: number;
	/** Whether it is a page of which another one here is the whole. */
	readonly cut: boolean;
}

export const FOLDS = 5;

/**
 * Reads folders with dumps/ and truth.jsonl, and the pages that the tests use. A page that an earlier
 * folder has is left out of a later one. Each page is there as it was copied, and cut to about the article as
 * people cut it who select with care.
 */
export function readTaught(folders: readonly string[]): Taught[] {
	const rows = folders.flatMap((folder, corpus) =>
		readFileSync(join(folder, 'truth.jsonl'), 'utf8')
			.split('\n')
			.filter(Boolean)
			.map((line) => ({ folder, corpus, truth: truthLine.parse(JSON.parse(line)) })),
	);
	const urls = new Map(
		rows.flatMap(({ truth }) => (truth.url ? [[pageOf(truth.id), truth.url] as const] : [])),
	);
	const nameOf = ({ id, url }: Truth) => siteName(url || urls.get(pageOf(id)) || publisherOf(id));
	const groups = groupSites(rows.map(({ truth }) => nameOf(truth)));
	const seen = new Map<string, number>();
	const taught = rows.flatMap(({ folder, corpus, truth }): Taught[] => {
		const page = pageOf(truth.id);
		if ((seen.get(page) ?? corpus) !== corpus) return [];
		seen.set(page, corpus);
		const bytes = readFileSync(join(folder, 'dumps', `${truth.id}.txt`));
		if (bytes.toString().trim() === '') return [];
		const site = `site ${groups.get(nameOf(truth))}`;
		const place = { site, fold: hashOf(site) % FOLDS, corpus, cut: false };
		const whole = { ...teach(linesOf(decode(bytes, truth.id)), truth), ...place };
		if (truth.type !== 'article' || whole.covered <= leastCovered) return [];
		// Of a page of the later folders one of both copies is enough.
		const isSpare = corpus > 0 && (hashOf(page) % 2 === 0) !== (truth.copied === 'whole');
		return isSpare ? [] : [whole, ...cutOf(whole)];
	});
	return [...taught, ...shipped(folders.length)];
}

/** A page whose dump has less of the text is not the page that the truth is about. */
const leastCovered = 0.7;

function linesOf(text: string): MarkedLine[] {
	return unwrap(toLines(text).lines).map((line) => ({ ...line, marks: marksOf(line.text) }));
}

/** What words speak for is learned later. */
const noWords: WordWeights = new Map();

function teach(lines: readonly MarkedLine[], truth: Truth) {
	const { labels, covered } = align(
		lines.map((line) => line.text),
		truth.text,
	);
	return { truth, context: contextOf(lines, noWords), labels, covered, headlines: headlinesIn(lines, truth) };
}

/** The page from a little above its headline to a little below its text, by how much its id decides. */
function cutOf(page: Taught): Taught[] {
	const { lines } = page.context;
	const first = page.labels.indexOf(true);
	const headline = page.headlines.findLast((at) => at < first);
	if (headline === undefined || first - headline > mostBetween) return [];
	const chance = hashOf(`cut ${page.truth.id}`);
	const from = Math.max(0, headline - (chance % 5));
	const texts = page.labels.flatMap((label, at) => (label ? [at] : []));
	// Every third is cut within the text too: short articles are hardly among the others.
	const last = chance % 3 === 0 ? (texts[2 + (chance % 7)] ?? texts.at(-1)) : texts.at(-1);
	const to = (last ?? 0) + 1 + ((chance >> 5) % 8);
	const loose = (chance >> 9) % 3 === 0;
	const cut = lines.slice(from, to).map((line) => (loose ? line : { ...line, gap: Math.min(line.gap, 1) }));
	return [
		{
			...page,
			context: contextOf(cut, noWords),
			labels: page.labels.slice(from, to),
			headlines: page.headlines.filter((at) => at >= from && at < to).map((at) => at - from),
			cut: true,
		},
	];
}

const mostBetween = 40;

/** The invented pages that the tests use: they are in every fold's training, and never measured on. */
function shipped(corpus: number): Taught[] {
	const folder = new URL('../../../tests/reading/pages/', import.meta.url);
	const wanted = z.object({ headline: z.string(), paragraphs: z.array(z.string()) });
	return readdirSync(folder)
		.filter((name) => name.endsWith('.txt'))
		.sort()
		.map((name) => {
			const expected = wanted.parse(
				JSON.parse(readFileSync(new URL(name.replace('.txt', '.json'), folder), 'utf8')),
			);
			const truth: Truth = {
				...{ id: `shipped-${name}`, copied: 'whole', type: 'article', headline: [expected.headline] },
				text: expected.paragraphs.join('\n'),
			};
			const lines = linesOf(readFileSync(new URL(name, folder), 'utf8'));
			return { ...teach(lines, truth), corpus, site: 'shipped', fold: -1, cut: false };
		});
}

/**
 * The lines that are an accepted headline. Pages name several lines so (the "h1" of a box next to the article):
 * where the text is about one of them, those that it is not about are left out.
 */
function headlinesIn(lines: readonly { text: string }[], { headline, text: body }: Truth): number[] {
	const wanted = headline.map(folded).filter((one) => one !== '');
	const found = [...lines.keys()].filter((at) => {
		const text = folded(lines[at]?.text.slice(0, 600) ?? '');
		return wanted.some((one) => {
			if (text === one) return true;
			if (text.length <= 25 || one.length <= 25) return false;
			return one.includes(text) || (text.includes(one) && text.length < 1.6 * one.length);
		});
	});
	const textWords = new Set(longWords(body, 1e6));
	const sharesWords = (at: number) => {
		const words = longWords(lines[at]?.text ?? '', 400);
		return words.filter((word) => textWords.has(word)).length >= words.length / 2;
	};
	return found.some(sharesWords) ? found.filter(sharesWords) : found;
}

/** An id without how the page was copied; addresses by hash are cut to 40 digits in one corpus. */
const pageOf = (id: string) =>
	id
		.replace(/-(?:whole|headline)$/, '')
		.replace(/^pages-/, '')
		.replace(/^([0-9a-f]{40})[0-9a-f]*$/, '$1');
/** "fundus-uk__DailyPost_2031_05_03-whole" is of DailyPost. */
const publisherOf = (id: string) => /__([A-Za-z]+)/.exec(id)?.[1]?.toLowerCase() ?? pageOf(id);
