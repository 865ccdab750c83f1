import { type FoldedContractions, noContractions } from './contractions.ts';
import { otherForms } from './other-forms.ts';
import { type Piece, pieceOf } from './piece.ts';
import { type Covered, moveSeam } from './seams.ts';
import type { Source } from './source.ts';
import { findStretches, type Hole, type Sought, type Stretch } from './stretches.ts';
import { sum, weightOf } from './weights.ts';
import type { ComparedWord } from './words.ts';

/** A posted text is compared up to this many words. */
export const mostPosted = 800;
/** A piece of its own weighs at least this much and has at least so many words. */
const leastPiece = { weight: 20, words: 3 };
const most = { pieces: 6, stretches: 6, depth: 5 };
/** A gap inside a piece is at most this part of the posted words, and at least so many words. */
const gaps = { part: 0.35, least: 5, most: 40 };

/** Which of several equally good places is taken: the worth, in bits, of the word of a source. */
export type Worth = (source: number, word: number) => number;

/**
 * Finds where a posted text, or each piece of it, is in some sources: the best place first, then what is left
 * of the text on either side of it, and so on. Pieces come in the order of the posted text; what belongs to none of
 * them is in the edits of the nearest. Pieces that are not accepted are left out, and their words go to the others.
 * Bounded: at most 800 posted words and six pieces.
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
	/** Where all of a few words is in another form: "I am not" for "I'm not", which have no word that says something. */
	const ofForm = (): Place | null => {
		for (const form of otherForms(folded, contractions)) {
			const place = bestPlace(
				{
					folded: form,
					weights: form.map((word) => weightOf(word, functionWords)),
					afters: form.map(() => 'word'),
				},
				sources,
				0,
				worth,
			);
			if (place && place.stretch.originalAfter - place.stretch.original === form.length) {
				const stretch = { ...place.stretch, posted: 0, postedAfter: folded.length, holes: [] };
				return { ...place, stretch };
			}
		}
		return null;
	};
	const found: Covered[] = [];
	const cover = (from: number, after: number, depth: number): void => {
		if (after - from < (depth === 0 ? 1 : leastPiece.words) || found.length >= most.pieces) return;
		if (depth > 0 && sum(weights, from, after) < leastPiece.weight) return;
		const best = bestPlace(sought(from, after), sources, gap, worth) ?? (depth === 0 ? ofForm() : null);
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

interface Place {
	readonly stretch: Stretch;
	readonly source: number;
}

function bestPlace(posted: Sought, sources: readonly Source[], gap: number, worth: Worth): Place | null {
	let best: { stretch: Stretch; source: number; score: number } | null = null;
	for (const [source, { folded }] of sources.entries()) {
		for (const stretch of findStretches(posted, folded, { gap, limit: most.stretches })) {
			const score = stretch.score + worth(source, stretch.original);
			if (best === null || score > best.score) best = { stretch, source, score };
		}
	}
	return best;
}
