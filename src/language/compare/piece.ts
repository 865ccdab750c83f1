import { alignWords, type Step } from './align.ts';
import { type FoldedContractions, withContractions } from './contractions.ts';
import { type Edit, editsOf, isAlike } from './edits.ts';
import type { Source, SourceWord } from './source.ts';
import type { Hole } from './stretches.ts';
import { sum } from './weights.ts';

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
	/** Whether nothing is changed between its first and its last word that the source has. */
	readonly isCopied: boolean;
}

/** How far beyond the shared words the source is aligned with what is left at either end. */
const slack = 6;

/** Aligns the words of a piece with the source around it. */
export function pieceOf(
	folded: readonly string[],
	weights: readonly number[],
	{ folded: original, words: places }: Source,
	source: number,
	stretch: Hole,
	posted: Piece['posted'],
	contractions: FoldedContractions,
): Piece {
	const first = Math.max(0, stretch.original - (stretch.posted - posted.from) - slack);
	const last = Math.min(
		original.length,
		stretch.originalAfter + (posted.after - stretch.postedAfter) + slack,
	);
	// What is beyond the sentences or the marks that the shared words are in was replaced by nothing here.
	const window = {
		from: windowStart(original, places, stretch.original, first, folded.slice(posted.from, stretch.posted)),
		after: windowEnd(
			original,
			places,
			stretch.originalAfter,
			last,
			folded.slice(stretch.postedAfter, posted.after),
		),
	};
	const mine = folded.slice(posted.from, posted.after);
	const theirs = original.slice(window.from, window.after);
	const steps = alignWords(mine, theirs, isAlike);
	const aligned = originalRange(steps, window.from, stretch);
	const local = { from: aligned.from - window.from, after: aligned.after - window.from };
	const edits = withContractions(editsOf(steps, mine, theirs), mine, theirs, local, contractions).map(
		(edit) => moved(edit, posted.from, window.from),
	);
	const range = {
		from: Math.min(aligned.from, ...edits.map(({ original }) => original.from)),
		after: Math.max(aligned.after, ...edits.map(({ original }) => original.after)),
	};
	const isInContraction = (step: Step) =>
		edits.some(
			({ isContraction, posted: here, original: there }) =>
				isContraction === true &&
				(isWithin(step.posted, here, posted.from) || isWithin(step.original, there, window.from)),
		);
	const isShared = (step: Step) => step.same || isInContraction(step);
	const copied = steps.slice(steps.findIndex(isShared), steps.findLastIndex(isShared) + 1);
	let shared = 0;
	for (const step of steps) {
		if (step.posted !== -1 && isShared(step)) shared += weights[step.posted + posted.from] ?? 0;
	}
	return {
		source,
		posted,
		original: range,
		edits,
		shared,
		weight: sum(weights, posted.from, posted.after),
		isCopied: copied.length > 0 && copied.every(isShared),
	};
}

const isWithin = (at: number, { from, after }: Edit['posted'], offset: number): boolean =>
	at !== -1 && at + offset >= from && at + offset < after;

/** Whether a sentence or what stands in quotation marks begins with a word. */
const ends = (word: SourceWord | undefined): boolean => word?.after === 'sentence' || word?.after === 'mark';

/**
 * Words left of a posted text at its end that are in the source's next sentence are that sentence, with something left
 * out or changed ("… shoot him" for "Don't shoot him"), too few to be a piece of their own.
 */
function windowEnd(
	original: readonly string[],
	words: readonly SourceWord[],
	at: number,
	last: number,
	left: readonly string[],
): number {
	let end = sentenceEnd(words, at, last);
	while (end < last) {
		const next = sentenceEnd(words, end + 1, last);
		if (!isMostlyIn(left, original.slice(end, next))) break;
		end = next;
	}
	return end;
}

/** The same at the beginning. */
function windowStart(
	original: readonly string[],
	words: readonly SourceWord[],
	at: number,
	first: number,
	left: readonly string[],
): number {
	let start = sentenceStart(words, at, first);
	while (start > first) {
		const before = sentenceStart(words, start - 1, first);
		if (!isMostlyIn(left, original.slice(before, start))) break;
		start = before;
	}
	return start;
}

function isMostlyIn(left: readonly string[], original: readonly string[]): boolean {
	const there = new Set(original);
	return left.length > 0 && 2 * left.filter((word) => there.has(word)).length > left.length;
}

function sentenceStart(words: readonly SourceWord[], at: number, first: number): number {
	let start = at;
	while (start > first && !ends(words[start])) start--;
	return start;
}

function sentenceEnd(words: readonly SourceWord[], at: number, last: number): number {
	let end = at;
	while (end < last && !ends(words[end])) end++;
	return end;
}

function moved(edit: Edit, posted: number, original: number): Edit {
	const by = (range: Edit['posted'], offset: number) => ({
		from: range.from + offset,
		after: range.after + offset,
	});
	return { ...edit, posted: by(edit.posted, posted), original: by(edit.original, original) };
}

function originalRange(steps: readonly Step[], offset: number, stretch: Hole): Piece['original'] {
	const words = steps.flatMap(({ original }) => (original === -1 ? [] : [original]));
	const [first, last] = [words[0], words.at(-1)];
	return first === undefined || last === undefined
		? { from: stretch.original, after: stretch.originalAfter }
		: { from: first + offset, after: last + offset + 1 };
}
