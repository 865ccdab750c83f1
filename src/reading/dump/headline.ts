import { soundsLikeCaption, splitCaption } from './credit.ts';
import type { MarkedLine, Page } from './page.ts';
import { hasBullet, isProse, isTitleCase, wordCount } from './prose.ts';

/** The lines of text that stand above the first paragraph, or the first one of the page. */
export function headlineCandidates(lines: readonly MarkedLine[], stampAt: number): number[] {
	const candidates: number[] = [];
	for (const [at, line] of lines.entries()) {
		if (line.marks.length > 0) continue;
		const isKicker = candidates.every((one) => wordCount(lines[one]?.text ?? '') < 3);
		const mayBeHeadline = line.text.length <= 300 && !/[.:;]["'”’]?$/.test(line.text);
		if (at > stampAt && isProse(line.text) && candidates.length > 0 && !(isKicker && mayBeHeadline)) break;
		candidates.push(at);
		if (at > stampAt && isProse(line.text)) break;
	}
	return candidates;
}

/** A browser's title among the candidates: the headline, a bar or dash, and the site. */
export function pageTitle(lines: readonly MarkedLine[], candidates: readonly number[]) {
	for (const titleAt of candidates) {
		const [, headline, bar, site] =
			/^(.{8,300}?) (\||[-–—•·:]{1,2}) ([^|]{2,60})$/.exec(lines[titleAt]?.text ?? '') ?? [];
		if (!headline || !site || isMenu(lines[titleAt]?.text ?? '')) continue;
		const headlineAt = candidates.find((at) => at !== titleAt && lines[at]?.text === headline);
		if (headlineAt !== undefined) return { titleAt, headlineAt, headline, site };
		if (bar === '|' && wordCount(site) <= 6) return { titleAt, headlineAt: titleAt, headline, site };
	}
	return null;
}

export function bestHeadline(page: Page, candidates: readonly number[]): number | null {
	let best: number | null = null;
	let highest = Number.NEGATIVE_INFINITY;
	const told = wordsTold(page.lines, (candidates.at(-1) ?? 0) + 1);
	for (const [index, at] of candidates.entries()) {
		const next = candidates[index + 1] === at + 1 ? page.lines[at + 1] : undefined;
		const deckFollows = next !== undefined && isProse(next.text);
		const score = headlineScore(page, at, told) + (deckFollows ? 0.5 : 0);
		if (score <= highest) continue;
		highest = score;
		best = at;
	}
	return best;
}

function headlineScore({ lines, setApart }: Page, at: number, told: ReadonlySet<string>): number {
	const line = lines[at];
	if (!line) return Number.NEGATIVE_INFINITY;
	const { text } = line;
	const next = lines[at + 1];
	const creditFollows = next?.marks.some(({ kind }) => kind === 'credit') === true;
	let score = 0;
	if (isTitleCase(text) && wordCount(text) >= 5) score += 2;
	if (/\.["'”’)]?$/.test(text)) score -= 3;
	if (text.length > 200) score -= 2;
	if (wordCount(text) < 3) score -= 3;
	else if (wordCount(text) < 5) score -= 1;
	if (isMenu(text) || hasBullet(text)) score -= 6;
	if (isTold(text, told)) score += 3;
	if (soundsLikeCaption(text) || splitCaption(text)) score -= 4;
	if (creditFollows) score -= setApart && next?.gap === 0 ? 4 : 1;
	if (/^from our\b/i.test(text)) score -= 3;
	return score;
}

/** Of a headline's longer words, how many come back at least in the first paragraphs; a menu's hardly do. */
const sharedWords = 0.25;
const paragraphsCompared = 12;

/** The longer words of the first paragraphs from a line on. */
export function wordsTold(lines: readonly MarkedLine[], from: number): Set<string> {
	const told = new Set<string>();
	let paragraphs = 0;
	for (let at = from; at < lines.length && paragraphs < paragraphsCompared; at++) {
		const line = lines[at];
		if (!line || line.marks.length > 0 || !isProse(line.text)) continue;
		paragraphs++;
		for (const word of contentWords(line.text.slice(0, 2000))) told.add(word);
	}
	return told;
}

/** Whether a line is about what the paragraphs tell. */
export function isTold(text: string, told: ReadonlySet<string>): boolean {
	const words = contentWords(text);
	return words.filter((word) => told.has(word)).length >= Math.max(1, words.length * sharedWords);
}

function contentWords(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}

/** "Home | World | Sport": several short parts between bars. */
export function isMenu(text: string): boolean {
	const parts = text.split(/ [|·•] /);
	return parts.length >= 3 && parts.every((part) => wordCount(part) <= 3);
}
