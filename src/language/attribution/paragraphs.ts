import type { ParsedParagraph } from '../mentions.ts';

/** Captions in a row that are looked past. */
const REACH = 4;

/** The paragraph of the text before one, past those that tell what a picture shows. */
export function paragraphBefore(parsedParagraphs: readonly ParsedParagraph[], paragraph: number): number {
	let at = paragraph - 1;
	while (at > paragraph - REACH && parsedParagraphs[at]?.isAside) at--;
	return at;
}

/** How many paragraphs of the text one is behind another; those further away than a few are not looked into. */
export function stepsBetween(parsedParagraphs: readonly ParsedParagraph[], from: number, to: number): number {
	if (to <= from || to - from > 2 * REACH) return to - from;
	return to - from - parsedParagraphs.slice(from + 1, to).filter(({ isAside }) => isAside).length;
}
