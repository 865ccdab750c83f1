import type { MarkedLine } from './page.ts';
import { isProse, wordCount } from './prose.ts';

/** Lines around the headline among which a browser's title is looked for, and the headline of a title. */
const mostAbove = 300;
const mostBelow = 40;

/** A browser's title over the headline, or as the headline: the headline, a bar or dash, and the site. */
export function pageTitle(lines: readonly MarkedLine[], headlineAt: number) {
	const from = Math.max(0, headlineAt - mostAbove);
	const near = lines.slice(from, headlineAt + mostBelow);
	for (const [index, { text }] of near.entries()) {
		const titleAt = from + index;
		const [, headline, bar, site] = /^(.{8,300}?) (\||[-–—•·:]{1,2}) ([^|]{2,60})$/.exec(text) ?? [];
		if (!headline || !site || isMenu(text)) continue;
		if (titleAt !== headlineAt && headline === lines[headlineAt]?.text)
			return { titleAt, headlineAt, headline, site };
		if (titleAt !== headlineAt) continue;
		const again = near.findIndex((line) => line.text === headline);
		if (again >= 0) return { titleAt, headlineAt: from + again, headline, site };
		if (bar === '|' && wordCount(site) <= 6) return { titleAt, headlineAt, headline, site };
	}
	return null;
}

/** Of a headline's longer words, how many come back at least in the first paragraphs; a menu's hardly do. */
const sharedWords = 0.25;
const paragraphsCompared = 12;

/** The longer words of the first paragraphs from a line on. */
export function wordsTold(lines: readonly MarkedLine[], from: number): Set<string> {
	const textWords = new Set<string>();
	let paragraphs = 0;
	for (let at = from; at < lines.length && paragraphs < paragraphsCompared; at++) {
		const line = lines[at];
		if (!line || line.marks.length > 0 || !isProse(line.text)) continue;
		paragraphs++;
		for (const word of contentWords(line.text.slice(0, 2000))) textWords.add(word);
	}
	return textWords;
}

/** Whether a line is about what the paragraphs tell. */
export function sharesWords(text: string, textWords: ReadonlySet<string>): boolean {
	const words = contentWords(text);
	return words.filter((word) => textWords.has(word)).length >= Math.max(1, words.length * sharedWords);
}

/** The longer words of a text. */
export function wordsIn(text: string): Set<string> {
	return new Set(contentWords(text));
}

function contentWords(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}

/** "Home | World | Sport": several short parts between bars. */
export function isMenu(text: string): boolean {
	const parts = text.split(/ [|·•] /);
	return parts.length >= 3 && parts.every((part) => wordCount(part) <= 3);
}
