import { alignWords, type Step } from './align.ts';
import { type FoldedContractions, noContractions, withContractions } from './contractions.ts';
import { type Edit, editsOf, isAlike } from './edits.ts';
import type { Source, SourceWord } from './source.ts';
import { findStretches, type Hole, type Sought, type Stretch } from './stretches.ts';
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
	/** Whether nothing is changed between its first and its last word that the source has. */
	readonly isCopied: boolean;
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
 * is in the edits of the nearest. Pieces that are not accepted are left out, and their words go to the others. Bounded: at most 800 posted words and six pieces.
 */
export function findPieces(
	posted: readonly ComparedWord[],
	sources: readonly Source[],
	functionWords: ReadonlySet<string>,
	worth: Worth = () => 0,
	accepts: (pieces: readonly Piece[]) => readonly boolean[] = (pieces) => pieces.map(() => true),
	contractions: FoldedContractions = noContractions,
): Piece[] {
	const folded = posted.slice(0, mostPosted).map((word) => word.folded);
	const weights = folded.map((word) => weightOf(word, functionWords));
	const gap = Math.min(gaps.most, Math.max(gaps.least, Math.round(folded.length * gaps.part)));
	const afters = posted.map(({ after }) => after);
	const breaks = afters.map((after) => after === 'sentence' || after === 'ellipsis');
	const sought = (from: number, after: number): Sought => ({
		folded: folded.slice(from, after),
		weights: weights.slice(from, after),
		afters: afters.slice(from, after),
	});
	const found: Covered[] = [];
	const cover = (from: number, after: number, depth: number): void => {
		if (after - from < (depth === 0 ? 1 : leastPiece.words) || found.length >= most.pieces) return;
		if (depth > 0 && sum(weights, from, after) < leastPiece.weight) return;
		const best = bestPlace(sought(from, after), sources, gap, worth);
		if (best === null || (depth > 0 && best.stretch.score < leastPiece.weight)) return;
		const stretch = placed(best.stretch, from);
		let rest: Hole = stretch;
		// What fills a hole may be a piece from elsewhere, put between two of this one.
		for (const hole of best.stretch.holes.map((one) => placed(one, from))) {
			const filling = bestPlace(sought(hole.posted, hole.postedAfter), sources, gap, worth);
			if (filling === null || filling.stretch.score < leastFilling(weights, hole)) continue;
			found.push({
				stretch: { ...rest, postedAfter: hole.posted, originalAfter: hole.original },
				source: best.source,
			});
			found.push({ stretch: placed(filling.stretch, hole.posted), source: filling.source });
			rest = { ...rest, posted: hole.postedAfter, original: hole.originalAfter };
		}
		found.push({ stretch: rest, source: best.source });
		if (depth >= most.depth) return;
		cover(from, stretch.posted, depth + 1);
		cover(stretch.postedAfter, after, depth + 1);
	};
	cover(0, folded.length, 0);
	found.sort((one, other) => one.stretch.posted - other.stretch.posted);
	for (const [index, next] of found.entries()) {
		const before = found[index - 1];
		if (before) moveSeam(before, next, folded, breaks, sources);
	}
	const piecesOf = (some: typeof found) =>
		some.map(({ stretch, source }, index) => {
			const next = some[index + 1]?.stretch;
			// What is between two pieces goes to the one that it follows.
			const posted = { from: index > 0 ? stretch.posted : 0, after: next ? next.posted : folded.length };
			return pieceOf(folded, weights, sources[source] ?? empty, source, stretch, posted, contractions);
		});
	const pieces = piecesOf(found);
	const kept = accepts(pieces);
	return kept.every(Boolean) ? pieces : piecesOf(found.filter((_, index) => kept[index]));
}

/** A part of the posted text with its place. */
interface Covered {
	stretch: Hole;
	readonly source: number;
}

/** Words by which the seam between two pieces is moved. */
const mostMoved = 8;

/**
 * Moves the seam between two pieces to where a posted sentence begins, if the words between are in both places: "The
 * court" may end the one and begin the other.
 */
function moveSeam(
	before: Covered,
	next: Covered,
	folded: readonly string[],
	breaks: readonly boolean[],
	sources: readonly Source[],
): void {
	const has = ({ source, stretch }: Covered, at: number) =>
		sources[source]?.folded[stretch.original + at - stretch.posted] === folded[at];
	const { posted: seam } = next.stretch;
	for (let at = seam - 1; at > before.stretch.posted && at >= seam - mostMoved && has(next, at); at--) {
		if (!breaks[at]) continue;
		const by = seam - at;
		next.stretch = { ...next.stretch, posted: at, original: next.stretch.original - by };
		const over = before.stretch.postedAfter - at;
		if (over > 0) {
			const { postedAfter, originalAfter } = before.stretch;
			before.stretch = {
				...before.stretch,
				postedAfter: postedAfter - over,
				originalAfter: originalAfter - over,
			};
		}
		return;
	}
	const end = before.stretch.postedAfter;
	const theirs = sources[before.source]?.folded ?? [];
	const goesOn = (at: number) => theirs[before.stretch.originalAfter + at - end] === folded[at];
	for (let at = end; at < next.stretch.postedAfter - 1 && at < end + mostMoved && goesOn(at); at++) {
		if (!breaks[at + 1] || at + 1 <= next.stretch.posted) continue;
		const by = at + 1 - end;
		const over = at + 1 - next.stretch.posted;
		before.stretch = {
			...before.stretch,
			postedAfter: end + by,
			originalAfter: before.stretch.originalAfter + by,
		};
		next.stretch = { ...next.stretch, posted: at + 1, original: next.stretch.original + over };
		return;
	}
}

const empty: Source = { words: [], folded: [] };

/** A stretch of a part, as one of the whole text. */
const placed = ({ posted, postedAfter, original, originalAfter }: Hole, from: number): Hole => ({
	posted: posted + from,
	postedAfter: postedAfter + from,
	original,
	originalAfter,
});

/** What fills a hole must be most of it. */
const leastFilling = (weights: readonly number[], { posted, postedAfter }: Hole): number =>
	Math.max(leastPiece.weight, 0.7 * sum(weights, posted, postedAfter));

function bestPlace(
	posted: Sought,
	sources: readonly Source[],
	gap: number,
	worth: Worth,
): { readonly stretch: Stretch; readonly source: number } | null {
	let best: { stretch: Stretch; source: number; score: number } | null = null;
	for (const [source, { folded }] of sources.entries()) {
		for (const stretch of findStretches(posted, folded, { gap, limit: most.stretches })) {
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

function sum(weights: readonly number[], from: number, after: number): number {
	let total = 0;
	for (let at = from; at < after; at++) total += weights[at] ?? 0;
	return total;
}
