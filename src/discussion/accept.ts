import type { Piece } from '../language/compare/piece.ts';

/**
 * When words count as found, in bits (see weights.ts). What is copied whole is found however little it is. Of changed
 * words what is shared must say more than chance could among all articles that are compared, and be most of what was
 * posted. The numbers were chosen on quotations that are in no held article: docs/decisions/check.md.
 */
const least = {
	/** With the logarithm to base 2 of the number of articles: what the shared words say, less so much for each edit. */
	shared: 17,
	perEdit: 3.5,
	/** Of a small library, and what is added for one of 500 articles and more. */
	share: 0.6,
	shareOfMany: 0.1,
	/** Changed words among those of the piece, on the longer side. */
	mostChanged: 0.45,
	/** Where only a negation or a number is changed, less is enough: that is what people change. */
	weightyOnly: 5,
	/** Where all the rest is whole sentences of the article, as much as a copy of a few words says. */
	weightyWhole: 12,
	/** Of what the reporter or a reader wrote, less may be changed: it is hardly ever quoted. */
	shareOfWritten: 0.85,
	/** Where all posted words are there in order and only some others were left out, less is enough. */
	leftOutOnly: 10,
	/** Copied words that say this much are no chance, even where much else was put to them. */
	copied: { shared: 60, share: 0.35 },
	/** Each of several pieces, and all of them together as a part of what was posted. */
	piece: 30,
	pieces: 0.75,
};

/** What is known of a piece besides its words. */
export interface About {
	/** Whether all that is changed in it are negations and numbers, and what these bring along ("do not"). */
	isWeighty(piece: Piece): boolean;
	/** Whether it begins and ends where sentences or quotations of the article do. */
	isWhole(piece: Piece): boolean;
	/** Whether somebody said it where it is. */
	isSaid(piece: Piece): boolean;
	/** How many articles are compared. */
	readonly articles: number;
}

/** Which pieces of one posted quote count: all that are strong where they are most of it, else the best alone. */
export function strongPieces(pieces: readonly Piece[], about: About): boolean[] {
	if (pieces.length < 2) return pieces.map(() => true);
	const strong = pieces.map(
		(piece) => (piece.isCopied && piece.shared >= least.piece) || isPlainlyThere(piece, about),
	);
	const sum = (some: readonly Piece[], of: 'shared' | 'weight') =>
		some.reduce((total, piece) => total + piece[of], 0);
	const shared = sum(
		pieces.filter((_, index) => strong[index]),
		'shared',
	);
	if (strong.filter(Boolean).length > 1 && shared >= least.pieces * sum(pieces, 'weight')) return strong;
	const best = pieces.reduce((one, other) => (other.shared > one.shared ? other : one));
	return pieces.map((piece) => piece === best);
}

/** Whether what was posted stands there, rather than happening to share some words with it. */
export function areThere(pieces: readonly Piece[], about: About): boolean {
	const [piece] = pieces;
	if (!piece) return false;
	return pieces.length > 1 || isPlainlyThere(piece, about);
}

function isPlainlyThere(piece: Piece, about: About): boolean {
	const { shared, weight, posted, isCopied } = piece;
	// A contraction is the same words.
	const edits = piece.edits.filter(({ isContraction }) => isContraction !== true);
	if (edits.length === 0) return true;
	const isWeighty = about.isWeighty(piece);
	// All but what denies and counts is a copy then.
	const share = isWeighty ? 1 : shared / Math.max(1, weight);
	if (isCopied && shared >= least.copied.shared && share >= least.copied.share) return true;
	const changed = edits.reduce(
		(sum, edit) =>
			sum + Math.max(edit.posted.after - edit.posted.from, edit.original.after - edit.original.from),
		0,
	);
	if (share < least.shareOfWritten && !about.isSaid(piece)) return false;
	const size = Math.log2(Math.max(1, about.articles));
	if (
		share < least.share + least.shareOfMany * Math.min(1, size / 9) ||
		changed > least.mostChanged * (posted.after - posted.from)
	)
		return false;
	if (isWeighty && shared >= least.weightyWhole && about.isWhole(piece)) return true;
	const needed = least.shared + size - (isWeighty ? least.weightyOnly : share === 1 ? least.leftOutOnly : 0);
	return shared - (isWeighty ? 0 : least.perEdit * edits.length) >= needed;
}
