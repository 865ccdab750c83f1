import { type FoldedContractions, standsFor } from './contractions.ts';

/** Longer rows of words have enough pairs that are the same in every form. */
const mostWords = 8;
const mostForms = 6;

/**
 * A few folded words in the forms that a text may have them in: contractions written out ("i am not" for "i'm not"), and
 * words drawn together. Neither has a pair of neighbouring words in common with the other. At most six; none of more
 * than eight words.
 */
export function otherForms(words: readonly string[], contractions: FoldedContractions): string[][] {
	if (words.length > mostWords) return [];
	let out: string[][] = [[]];
	for (const word of words) {
		const rows = standsFor(word, contractions);
		out = out.flatMap((row) => rows.map((next) => [...row, ...next])).slice(0, mostForms);
	}
	const forms = [
		...out,
		drawnTogether(words, contractions, 'endings'),
		drawnTogether(words, contractions, 'words'),
	];
	const known = new Set([words.join(' ')]);
	return forms
		.filter((form) => {
			const text = form.join(' ');
			return !known.has(text) && known.add(text);
		})
		.slice(0, mostForms);
}

/** From the left, each two words that have a contraction: with an ending ("it's not"), or as one word ("it isn't"). */
function drawnTogether(
	words: readonly string[],
	contractions: FoldedContractions,
	by: keyof FoldedContractions,
): string[] {
	const row: string[] = [];
	for (let at = 0; at < words.length; at++) {
		const [one = '', next] = words.slice(at, at + 2);
		const short = next === undefined ? null : contractionOf(one, next, contractions[by], by);
		row.push(short ?? one);
		if (short !== null) at++;
	}
	return row;
}

function contractionOf(
	one: string,
	next: string,
	known: FoldedContractions['words'],
	by: keyof FoldedContractions,
): string | null {
	const meant = by === 'endings' ? next : `${one} ${next}`;
	for (const [short, rows] of known)
		if (rows.some((row) => row.join(' ') === meant)) return by === 'endings' ? one + short : short;
	return null;
}
