import { sentences } from '../language/sentences.ts';
import { beforeOpenMark } from './balanced.ts';
import { reach } from './measure.ts';

/** Where a text was cut, and how much of it is left out. */
export interface Cut {
	readonly text: string;
	/** In characters; 0 where the text is whole. */
	readonly left: number;
}

/**
 * The longest beginning that takes at most `most` (see `plainLength`) and ends with a sentence; where not even the
 * first sentence fits, one that ends with a word. Only a single endless word is cut inside.
 */
export function beginning(text: string, most: number): string {
	return wholeSentences(text, most) || wholeWords(text, most);
}

/** How much of what comes behind is looked at, to see whether a sentence ends: where a text is cut, one seems to. */
const behind = 200;

/** Whole sentences only: empty where not even one fits. */
export function wholeSentences(text: string, most: number): string {
	const longest = reach(text, most);
	if (longest === text.length) return text;
	const ends = sentences(text.slice(0, longest + behind)).map(({ end }) => end);
	const end = ends.findLast((at) => at <= longest && /\s/u.test(text[at] ?? ''));
	return end === undefined ? '' : text.slice(0, end);
}

function wholeWords(text: string, most: number): string {
	const longest = reach(text, most);
	if (longest === text.length) return text;
	const window = text.slice(0, longest + 1);
	const blank = window.length - (/\S*$/u.exec(window)?.[0].length ?? 0) - 1;
	return text.slice(0, blank > 0 ? blank : longest).trimEnd();
}

/** The beginning, and how much is left out. */
export function cutAt(text: string, most: number): Cut {
	const kept = beginning(text, most);
	return { text: kept, left: text.length - kept.length };
}

/** All of a text in pieces that take at most `most` each and end with a sentence where they can. */
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

/** A text in one line, with "…" for its end where it takes more than `most`. */
export function shortLine(text: string, most: number): string {
	const line = text
		.slice(0, 20 * most)
		.replace(/\s+/gu, ' ')
		.trim();
	const kept = wholeWords(line, most - 2);
	return kept.length === line.length ? line : `${beforeOpenMark(kept)} …`;
}

/** A text in one line cut at the end of a sentence where it can, with " …" for what is left out. */
export function shortText(text: string, most: number): string {
	const { text: kept, left } = cutAt(text.replace(/\s+/gu, ' ').trim(), most - 2);
	return left > 0 ? `${kept} …` : kept;
}
