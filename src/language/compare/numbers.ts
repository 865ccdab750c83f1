import { isNumber, type Meaning } from './meaning.ts';
import type { Piece } from './piece.ts';
import type { Source } from './source.ts';

/** A number has no more words than this. */
const mostWords = 12;

/**
 * A piece whose first and last edits have the whole of a number that is several words: where "140" was posted in
 * place of "one hundred and forty", aligning takes it for the last of these words and leaves the others out.
 */
export function withWholeNumbers(piece: Piece, { words }: Source, meaning: Meaning): Piece {
	const isNumberAt = (at: number) => isNumber(words[at]?.folded ?? '', meaning);
	const joinsAt = (at: number) => meaning.numberJoiners.has(words[at]?.folded ?? '');
	/** Whether a word stands in the same sentence as the one before it. */
	const goesOn = (at: number) => words[at]?.after === 'word' && words[at]?.unit === words[at - 1]?.unit;
	const before = (from: number): number => {
		let first = from;
		while (from - first < mostWords && goesOn(first)) {
			if (isNumberAt(first - 1)) first--;
			else if (joinsAt(first - 1) && goesOn(first - 1) && isNumberAt(first - 2)) first -= 2;
			else break;
		}
		return first;
	};
	const behind = (after: number): number => {
		let last = after;
		while (last - after < mostWords && goesOn(last)) {
			if (isNumberAt(last)) last++;
			else if (joinsAt(last) && goesOn(last + 1) && isNumberAt(last + 1)) last += 2;
			else break;
		}
		return last;
	};
	const { original } = piece;
	const edits = piece.edits.map((edit) => {
		let { from, after } = edit.original;
		if (edit.kind !== 'replaced') return edit;
		if (from === original.from && isNumberAt(from)) from = before(from);
		if (after === original.after && isNumberAt(after - 1)) after = behind(after);
		return { ...edit, original: { from, after } };
	});
	return {
		...piece,
		edits,
		original: {
			from: Math.min(original.from, ...edits.map((edit) => edit.original.from)),
			after: Math.max(original.after, ...edits.map((edit) => edit.original.after)),
		},
	};
}
