import { sentences } from '../language/sentences.ts';

/** A text ends here, and this much of it is left out. */
export interface Cut {
	readonly text: string;
	/** In characters; 0 where the text is whole. */
	readonly left: number;
}

/**
 * The longest beginning of at most `most` characters that ends with a sentence; where not even the first sentence
 * fits, one that ends with a word. Only a single endless word is cut inside.
 */
export function beginning(text: string, most: number): string {
	if (text.length <= most) return text;
	return wholeSentences(text, most) || wholeWords(text, most);
}

/** Whole sentences only: empty where not even one fits. */
export function wholeSentences(text: string, most: number): string {
	if (text.length <= most) return text;
	const window = text.slice(0, most + 1);
	const ends = sentences(window).map(({ end }) => end);
	const end = ends.findLast((at) => at <= most && /\s/u.test(text[at] ?? ''));
	return end === undefined ? '' : text.slice(0, end);
}

function wholeWords(text: string, most: number): string {
	const blank = text.slice(0, most + 1).search(/\s\S*$/u);
	if (blank > 0) return text.slice(0, blank);
	const splitsPair = /[\uD800-\uDBFF]/u.test(text[most - 1] ?? '');
	return text.slice(0, splitsPair ? most - 1 : most);
}

/** The beginning, and how much is left out. */
export function cutAt(text: string, most: number): Cut {
	const kept = beginning(text, most);
	return { text: kept, left: text.length - kept.length };
}

/** All of a text in pieces of at most `most` characters, each ending with a sentence where it can. */
export function piecesOf(text: string, most: number): readonly string[] {
	const pieces: string[] = [];
	let rest = text.trim();
	while (rest !== '') {
		const piece = beginning(rest, most);
		pieces.push(piece.trim());
		rest = rest.slice(piece.length).trim();
	}
	return pieces;
}

/** A text in one line, its end left out for "…" where it is longer than `most` characters. */
export function shortLine(text: string, most: number): string {
	const line = text.replace(/\s+/gu, ' ').trim();
	return line.length <= most ? line : `${wholeWords(line, most - 2)} …`;
}
