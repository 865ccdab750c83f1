import type { MarkedLine } from '../marked.ts';
import { counts, distances } from './along.ts';
import { measure, trait, traitCount } from './traits.ts';
import { scoreWords, type WordWeights } from './word-scores.ts';
import { wordTopics } from './words.ts';

/** What is known of each line from where it is. All arrays hold a value a line. */
export interface Context {
	readonly lines: readonly MarkedLine[];
	/** `traitCount` numbers a line. */
	readonly traits: Float32Array;
	/** Characters of prose in the lines before each, and one value more for the end. */
	readonly proseBefore: Float64Array;
	/** The stretch of lines that is densest in prose: its first and its last line. */
	readonly block: readonly [first: number, last: number];
	/** The page's words of four letters or more in its densest stretch, with how often they are there. */
	readonly wordCounts: ReadonlyMap<string, number>;
	/** How often the line's text is in the page, and whether it was there before. */
	readonly repeats: Uint8Array;
	readonly again: Uint8Array;
	/** How many short lines are together around a short line. */
	readonly run: Uint16Array;
	/** Lines to the next line of prose above and below. */
	readonly proseAbove: Uint16Array;
	readonly proseBelow: Uint16Array;
	/** Lines since a short line with words of each topic that parts a page, and to the next one. */
	readonly since: Readonly<Record<'other' | 'comments' | 'legal' | 'sign' | 'share', Uint16Array>>;
	readonly untilLegal: Uint16Array;
	/** Names of people in lines that may be bylines. */
	readonly authors: readonly string[];
	/** Lines since a label of a thread of comments ("Comments", "Reply"). */
	readonly sinceThread: Uint16Array;
	/** How many lines before each one are short and are in the page three times or more; have a time; may be a name. */
	readonly oftenBefore: Uint32Array;
	readonly timesBefore: Uint32Array;
	readonly namesBefore: Uint32Array;
	/** Lines since the last line with a date, a byline or a time, and to the next. */
	readonly sinceStamp: Uint16Array;
	readonly untilStamp: Uint16Array;
	/** What the words of each line say of it. */
	readonly wordScores: Float32Array;
}

/** Lines from here on count as prose where they read like it. */
const proseSize = 80;
const farthest = 999;
const wordsTold = 30_000;

export function isProseLike(traits: Float32Array, at: number): boolean {
	const of = (number: number) => traits[at * traitCount + number] ?? 0;
	if (of(trait.size) < proseSize || of(trait.mark) > 0) return false;
	const ends = of(trait.end);
	return of(trait.size) > 250 || ends === 2 || ends === 3 || ends === 7 || of(trait.small) > 0.25;
}

/** @param weights what words speak for, which was learned */
export function contextOf(lines: readonly MarkedLine[], weights: WordWeights): Context {
	const count = lines.length;
	const traits = new Float32Array(count * traitCount);
	const small = commonestWords(lines);
	for (const [at, line] of lines.entries()) measure(line, small, traits, at * traitCount);
	const proseBefore = new Float64Array(count + 1);
	for (let at = 0; at < count; at++) {
		const size = Math.min(1500, traits[at * traitCount + trait.size] ?? 0);
		proseBefore[at + 1] = (proseBefore[at] ?? 0) + (isProseLike(traits, at) ? size : 0);
	}
	const block = densest(traits, count);
	const topic = (name: 'other' | 'comments' | 'legal' | 'sign' | 'share') => {
		const bit = 1 << wordTopics.indexOf(name);
		return (at: number) =>
			((traits[at * traitCount + trait.topics] ?? 0) & bit) !== 0 &&
			(traits[at * traitCount + trait.size] ?? 0) < 70;
	};
	const isProse = (at: number) => isProseLike(traits, at);
	const isStamp = (at: number) => {
		const mark = traits[at * traitCount + trait.mark] ?? 0;
		return mark === 3 || mark === 4 || mark === 2;
	};
	const { repeats, again } = repeatsOf(lines);
	const of = (at: number, number: number) => traits[at * traitCount + number] ?? 0;
	const isShort = (at: number) => of(at, trait.size) < 60;
	return {
		authors: authorsIn(lines),
		wordScores: scoreWords(lines, weights),
		sinceThread: distances(count, (at) => of(at, trait.mark) === 8, false),
		oftenBefore: counts(count, (at) => isShort(at) && (repeats[at] ?? 0) >= 3),
		timesBefore: counts(
			count,
			(at) => of(at, trait.size) < 100 && (of(at, trait.time) > 0 || of(at, trait.mark) === 3),
		),
		namesBefore: counts(
			count,
			(at) =>
				of(at, trait.size) < 30 &&
				of(at, trait.words) <= 3 &&
				of(at, trait.mark) === 0 &&
				of(at, trait.end) === 0,
		),
		repeats,
		again,
		...{
			lines,
			traits,
			proseBefore,
			block,
			wordCounts: wordCountsIn(lines, block),
			run: runs(traits, count),
		},
		...{ proseAbove: distances(count, isProse, false), proseBelow: distances(count, isProse, true) },
		since: {
			other: distances(count, topic('other'), false),
			comments: distances(count, topic('comments'), false),
			legal: distances(count, topic('legal'), false),
			sign: distances(count, topic('sign'), false),
			share: distances(count, topic('share'), false),
		},
		untilLegal: distances(count, topic('legal'), true),
		...{ sinceStamp: distances(count, isStamp, false), untilStamp: distances(count, isStamp, true) },
	};
}

const mostAuthors = 20;

function authorsIn(lines: readonly MarkedLine[]): string[] {
	const names = new Set<string>();
	for (const { marks } of lines) {
		for (const mark of marks) {
			if (mark.kind !== 'byline' || names.size >= mostAuthors) continue;
			for (const name of mark.names) if (name.includes(' ')) names.add(name);
		}
	}
	return [...names];
}

/** Words of the page's longer lines that come back most: in any language those that a sentence cannot do without. */
function commonestWords(lines: readonly MarkedLine[]): Set<string> {
	const counts = new Map<string, number>();
	let seen = 0;
	for (const { text, marks } of lines) {
		if (text.length < proseSize || marks.length > 0) continue;
		if (seen > wordsTold) break;
		for (const word of text.slice(0, 2000).toLowerCase().split(' ')) {
			if (word.length > 5) continue;
			seen++;
			if (counts.size < wordsTold || counts.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
		}
	}
	const ranked = [...counts]
		.filter(([, times]) => times >= 2)
		.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	return new Set(ranked.slice(0, 40).map(([word]) => word));
}

/** The stretch with the greatest sum, where prose counts for and other lines against. */
function densest(traits: Float32Array, count: number): [number, number] {
	let best = 0;
	let block: [number, number] = [0, Math.max(0, count - 1)];
	let sum = 0;
	let from = 0;
	for (let at = 0; at < count; at++) {
		const size = traits[at * traitCount + trait.size] ?? 0;
		sum += isProseLike(traits, at) ? Math.min(4, size / 100) : -0.4;
		if (sum > best) {
			best = sum;
			block = [from, at];
		}
		if (sum <= 0) {
			sum = 0;
			from = at + 1;
		}
	}
	return block;
}

/** The longer words of a text, at most so many characters of it. */
export function longWords(text: string, most: number): string[] {
	return (text.length > most ? text.slice(0, most) : text).toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}

function wordCountsIn(
	lines: readonly MarkedLine[],
	[first, last]: readonly [number, number],
): Map<string, number> {
	const wordCounts = new Map<string, number>();
	let seen = 0;
	for (let at = first; at <= last && seen < wordsTold; at++) {
		for (const word of longWords(lines[at]?.text ?? '', 1500)) {
			seen++;
			wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
		}
	}
	return wordCounts;
}

function repeatsOf(lines: readonly MarkedLine[]): { repeats: Uint8Array; again: Uint8Array } {
	const repeats = new Uint8Array(lines.length);
	const again = new Uint8Array(lines.length);
	const counts = new Map<string, number>();
	for (const [at, { text }] of lines.entries()) {
		const times = counts.get(text) ?? 0;
		if (times > 0) again[at] = 1;
		counts.set(text, times + 1);
	}
	for (const [at, { text }] of lines.entries()) repeats[at] = Math.min(9, counts.get(text) ?? 1);
	return { repeats, again };
}

function runs(traits: Float32Array, count: number): Uint16Array {
	const run = new Uint16Array(count);
	let start = 0;
	for (let at = 0; at <= count; at++) {
		if (at < count && (traits[at * traitCount + trait.size] ?? 0) < 60) continue;
		run.fill(Math.min(farthest, at - start), start, at);
		start = at + 1;
	}
	return run;
}
