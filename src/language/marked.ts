import type { Quote } from '../article.ts';
import { type Paragraph, readParagraphs } from './page.ts';
import { foldSpaces } from './spelling.ts';
import type { Words } from './words.ts';

const nothing = { speaker: null, role: null, confidence: null, mention: null, cue: null };

/** Words of a quotation that no point and no comma shows to be one. */
const FEWEST = 3;

/**
 * The quotations of an article by their marks alone, for languages whose speakers are not read. Short
 * words in marks with nothing that makes them speech are left out: titles of works and doubted words mostly.
 */
export function findMarked(paragraphs: readonly string[], words: Words): Quote[] {
	const quotes: Quote[] = [];
	let group = -1;
	/** The paragraph before, where it ends inside a quotation. */
	let open: number | null = null;
	for (const paragraph of readParagraphs(paragraphs, words)) {
		for (const [index, { start, end, open: opening, close, closed }] of paragraph.spans.entries()) {
			const text = foldSpaces(paragraph.text.slice(start + opening, end - close));
			if (!isSpeech(paragraph, text, end)) continue;
			const goesOn = open === paragraph.index - 1 && index === 0 && paragraph.bounds[0]?.first === 0;
			if (!goesOn) group++;
			open = closed ? null : paragraph.index;
			const kind = /^\p{Ll}/u.test(text) ? 'fragment' : 'quote';
			quotes.push({ text, paragraph: paragraph.index, start, end, ...nothing, kind, group });
		}
	}
	return quotes;
}

export function isSpeech({ text }: Paragraph, words: string, end: number): boolean {
	if (words === '') return false;
	const count = words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
	return count >= FEWEST || /[.!?…,。！？]$/u.test(words) || /^\s?[,—–]/u.test(text.slice(end, end + 2));
}
