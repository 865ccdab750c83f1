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
		from: sentenceStart(places, stretch.original, first),
		after: sentenceEnd(places, stretch.originalAfter, last),
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
