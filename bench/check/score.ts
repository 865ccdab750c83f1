// Whether a check found what a case is.
import type { CheckedQuote } from '../../src/discussion/checked.ts';
import { comparedWords } from '../../src/language/compare/words.ts';
import type { Case } from './cases.ts';
import { foldedText } from './disguise.ts';

export const isFound = ({ verdict }: CheckedQuote): boolean => verdict !== 'not found';

export const isCopy = ({ verdict }: CheckedQuote): boolean => verdict === 'word for word';

/** Called changed, with every changed word marked. */
export function isMarked(checked: CheckedQuote, { marked }: Case): boolean {
	return checked.verdict === 'words changed' && hasMarks(checked, marked);
}

/** The changed number or negation is marked. */
export function hasMarks({ pieces }: CheckedQuote, marked: Case['marked']): boolean {
	const posted = pieces.flatMap(({ edits }) => edits.flatMap((edit) => words(edit.posted)));
	const original = pieces.flatMap(({ edits }) => edits.flatMap((edit) => words(edit.original)));
	return hasAll(posted, marked?.posted ?? []) && hasAll(original, marked?.original ?? []);
}

const words = (text: string) => comparedWords(text).map(({ folded }) => folded);
const hasAll = (all: readonly string[], wanted: readonly string[]) =>
	wanted.every((word) => all.includes(word));

/** Called stitched, with each piece in its place. */
export function isStitched(
	{ verdict, pieces }: CheckedQuote,
	wanted: Case,
	paragraphs: readonly string[],
): boolean {
	if (verdict !== 'stitched together') return false;
	return (
		pieces.length === wanted.pieces?.length &&
		wanted.pieces.every(({ text }, index) => {
			const piece = pieces[index];
			const there = foldedText(paragraphs[piece?.place.paragraph ?? -1] ?? '');
			return (
				piece?.place.article.id === wanted.article &&
				foldedText(piece.posted.text) === foldedText(text) &&
				there.includes(foldedText(text))
			);
		})
	);
}
