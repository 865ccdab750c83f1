/** A stop with closing marks behind it, and then a blank: what may end a sentence. */
const stop = /[.!?…][\])}"'»”’]{0,3}(?=\s)/gu;
/** Stops that end no sentence: titles, initials, and what is shortened in running text. */
const shortened =
	/(?:^|[\s(“"'])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Prof|Hon|Rev|Jr|Sr|No|vs|etc|approx|e\.g|i\.e)\.$/u;

/**
 * Where the sentences of a text end, as offsets behind their closing marks, last first; the end of the text is
 * not among them. A stop before a small letter ends nothing.
 */
export function sentenceEnds(text: string): number[] {
	const ends: number[] = [];
	for (const match of text.matchAll(stop)) {
		const end = match.index + match[0].length;
		const before = text.slice(Math.max(0, match.index - 12), match.index + 1);
		const next = text.slice(end, end + 4).trimStart();
		if (shortened.test(before) || /^\p{Ll}/u.test(next)) continue;
		ends.push(end);
	}
	return ends.reverse();
}

/** The longest beginning that ends with a sentence and passes `fits`; empty where there is none. */
export function atSentence(text: string, fits: (beginning: string) => boolean): string {
	const end = sentenceEnds(text).find((offset) => fits(text.slice(0, offset)));
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
