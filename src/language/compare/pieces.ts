import { alignWords, type Step } from './align.ts';
import { type Edit, editsOf, isAlike } from './edits.ts';
import type { Source, SourceWord } from './source.ts';
import { findStretches, type Stretch } from './stretches.ts';
import { weightOf } from './weights.ts';
import type { ComparedWord } from './words.ts';

/** A part of a posted text, or all of it, with the words of a source that it means. All ranges are half-open. */
export interface Piece {
	/** Which of the sources. */
	readonly source: number;
	/** Of the posted words. */
	readonly posted: { readonly from: number; readonly after: number };
	/** Of the source's words. */
	readonly original: { readonly from: number; readonly after: number };
	/** Indexes into all posted words and all words of the source. */
	readonly edits: readonly Edit[];
	/** The weight of the posted words that the source has there, in bits, and of all posted words of the piece. */
	readonly shared: number;
	readonly weight: number;
}

/** A posted text is compared up to this many words. */
export const mostPosted = 800;
/** A piece of its own weighs at least this much and has at least so many words. */
const leastPiece = { weight: 20, words: 3 };
const most = { pieces: 6, stretches: 6, depth: 5 };
/** How far beyond the shared words the source is aligned with what is left at either end. */
const slack = 6;
/** A gap inside a piece is at most this part of the posted words, and at least so many words. */
const gaps = { part: 0.35, least: 5, most: 40 };

/** Which of several equally good places is taken: the worth, in bits, of the word of a source. */
export type Worth = (source: number, word: number) => number;

/**
 * Finds where a posted text, or each piece of it, is in some sources: the best place first, then what is left
 * of the text on either side of it, and so on. Pieces come in the order of the posted text; what belongs to none of them
 * is in the edits of the nearest. Bounded: at most 800 posted words and six pieces.
 */
export function findPieces(
	posted: readonly ComparedWord[],
	sources: readonly Source[],
	functionWords: ReadonlySet<string>,
	worth: Worth = () => 0,
): Piece[] {
	const folded = posted.slice(0, mostPosted).map((word) => word.folded);
	const weights = folded.map((word) => weightOf(word, functionWords));
	const gap = Math.min(gaps.most, Math.max(gaps.least, Math.round(folded.length * gaps.part)));
	const found: { stretch: Stretch; source: number }[] = [];
	const cover = (from: number, after: number, depth: number): void => {
		if (after - from < (depth === 0 ? 1 : leastPiece.words) || found.length >= most.pieces) return;
		if (depth > 0 && sum(weights, from, after) < leastPiece.weight) return;
		const best = bestPlace(folded.slice(from, after), weights.slice(from, after), sources, gap, worth);
		if (best === null || (depth > 0 && best.stretch.score < leastPiece.weight)) return;
		const stretch = {
			...best.stretch,
			posted: best.stretch.posted + from,
			postedAfter: best.stretch.postedAfter + from,
		};
		found.push({ stretch, source: best.source });
		if (depth >= most.depth) return;
		cover(from, stretch.posted, depth + 1);
		cover(stretch.postedAfter, after, depth + 1);
	};
	cover(0, folded.length, 0);
	found.sort((one, other) => one.stretch.posted - other.stretch.posted);
	const pieces = found.map(({ stretch, source }, index) => {
		const before = found[index - 1]?.stretch;
		const next = found[index + 1]?.stretch;
		// What is between two pieces goes to the one that it follows.
		const from = before ? stretch.posted : 0;
		const after = next ? next.posted : folded.length;
		return pieceOf(folded, weights, sources[source] ?? { words: [], folded: [] }, source, stretch, {
			from,
			after,
		});
	});
	return pieces;
}

function bestPlace(
	posted: readonly string[],
	weights: readonly number[],
	sources: readonly Source[],
	gap: number,
	worth: Worth,
): { readonly stretch: Stretch; readonly source: number } | null {
	let best: { stretch: Stretch; source: number; score: number } | null = null;
	for (const [source, { folded }] of sources.entries()) {
		for (const stretch of findStretches(posted, weights, folded, { gap, limit: most.stretches })) {
			const score = stretch.score + worth(source, stretch.original);
			if (best === null || score > best.score) best = { stretch, source, score };
		}
	}
	return best;
}

/** Aligns the words of a piece with the source around it. */
function pieceOf(
	folded: readonly string[],
	weights: readonly number[],
	{ folded: original, words: places }: Source,
	source: number,
	stretch: Stretch,
	posted: Piece['posted'],
): Piece {
	const first = Math.max(0, stretch.original - (stretch.posted - posted.from) - slack);
	const last = Math.min(
		original.length,
		stretch.originalAfter + (posted.after - stretch.postedAfter) + slack,
	);
	// What is beyond the sentences that the shared words are in was replaced by nothing here.
	const window = {
		from: sentenceStart(places, stretch.original, first),
		after: sentenceEnd(places, stretch.originalAfter, last),
	};
	const mine = folded.slice(posted.from, posted.after);
	const theirs = original.slice(window.from, window.after);
	const steps = alignWords(mine, theirs, isAlike);
	const edits = editsOf(steps, mine, theirs).map((edit) => moved(edit, posted.from, window.from));
	const range = originalRange(steps, window.from, stretch);
	let shared = 0;
	for (const step of steps) if (step.same) shared += weights[step.posted + posted.from] ?? 0;
	return {
		source,
		posted,
		original: range,
		edits,
		shared,
		weight: sum(weights, posted.from, posted.after),
	};
}

function sentenceStart(words: readonly SourceWord[], at: number, first: number): number {
	let start = at;
	while (start > first && words[start]?.after !== 'sentence') start--;
	return start;
}

function sentenceEnd(words: readonly SourceWord[], at: number, last: number): number {
	let end = at;
	while (end < last && words[end]?.after !== 'sentence') end++;
	return end;
}

function moved(edit: Edit, posted: number, original: number): Edit {
	const by = (range: Edit['posted'], offset: number) => ({
		from: range.from + offset,
		after: range.after + offset,
	});
	return { kind: edit.kind, posted: by(edit.posted, posted), original: by(edit.original, original) };
}

function originalRange(steps: readonly Step[], offset: number, stretch: Stretch): Piece['original'] {
	const words = steps.flatMap(({ original }) => (original === -1 ? [] : [original]));
	const [first, last] = [words[0], words.at(-1)];
	return first === undefined || last === undefined
		? { from: stretch.original, after: stretch.originalAfter }
		: { from: first + offset, after: last + offset + 1 };
}

function sum(weights: readonly number[], from: number, after: number): number {
	let total = 0;
	for (let at = from; at < after; at++) total += weights[at] ?? 0;
	return total;
}
