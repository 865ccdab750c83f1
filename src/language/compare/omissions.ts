import type { Edit } from './edits.ts';
import type { Piece } from './piece.ts';
import type { Source } from './source.ts';
import type { ComparedWord } from './words.ts';

/** A row of sentences that was left out, or what "…" stands for, makes two pieces of one. */
const leastOmitted = 3;

/**
 * Splits a piece where what was left out is one whole sentence or several, or where the posted text has an ellipsis in
 * place of it: then it is put together out of two.
 */
export function splitAtOmissions(piece: Piece, posted: readonly ComparedWord[], { words }: Source): Piece[] {
	const at = piece.edits.findIndex((edit) => isOmission(edit, posted, words));
	const edit = piece.edits[at];
	if (!edit) return [piece];
	const first: Piece = {
		...piece,
		posted: { from: piece.posted.from, after: edit.posted.from },
		original: { from: piece.original.from, after: edit.original.from },
		edits: piece.edits.slice(0, at),
	};
	const rest: Piece = {
		...piece,
		posted: { from: edit.posted.after, after: piece.posted.after },
		original: { from: edit.original.after, after: piece.original.after },
		edits: piece.edits.slice(at + 1),
	};
	return [first, ...splitAtOmissions(rest, posted, { words, folded: [] })];
}

function isOmission(
	{ kind, posted: here, original }: Edit,
	posted: readonly ComparedWord[],
	words: readonly ComparedWord[],
): boolean {
	if (kind !== 'left out' || here.from === 0 || here.from >= posted.length) return false;
	if (posted[here.from]?.after === 'ellipsis') return words[original.from]?.after !== 'ellipsis';
	return (
		original.after - original.from >= leastOmitted &&
		words[original.from]?.after === 'sentence' &&
		words[original.after]?.after === 'sentence'
	);
}
