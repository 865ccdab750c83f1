import { sentences } from '../../language/sentences.ts';

/** The longest beginning that ends with a sentence and passes `fits`; empty where there is none. */
export function atSentence(text: string, fits: (beginning: string) => boolean): string {
	const ends = sentences(text).map(({ end }) => end);
	const end = ends.findLast((offset) => offset < text.length && fits(text.slice(0, offset)));
	return end === undefined ? '' : text.slice(0, end);
}

/** The longest beginning that ends with a word and passes `fits` with "…" behind it; empty where there is none. */
export function atWord(text: string, fits: (beginning: string) => boolean): string {
	const ends = [...text.matchAll(/\s+/gu)].map((blank) => blank.index).filter((offset) => offset > 0);
	let low = 0;
	let high = ends.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (fits(`${text.slice(0, ends[middle]).replace(/[\s,;:–—-]+$/u, '')}…`)) low = middle + 1;
		else high = middle;
	}
	const end = ends[low - 1];
	return end === undefined ? '' : `${text.slice(0, end).replace(/[\s,;:–—-]+$/u, '')}…`;
}

/**
 * A label within a length: whole words and "…"; only a single word that is too long by itself is cut, between
 * its characters.
 */
export function label(text: string, longest: number): string {
	if (text.length <= longest) return text;
	const cut = atWord(text, (beginning) => beginning.length <= longest);
	if (cut !== '') return cut;
	let kept = '';
	for (const { segment } of new Intl.Segmenter().segment(text.slice(0, longest))) {
		if (kept.length + segment.length > longest - 1) break;
		kept += segment;
	}
	return `${kept}…`;
}
