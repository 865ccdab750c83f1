import type { Article, Quote } from '../article.ts';
import type { Gender } from '../language/names.ts';
import { sentences } from '../language/sentences.ts';
import type { Utterance } from '../stores/articles.ts';
import { fragmentsOf } from './fragments.ts';

/** Text between two segments is shown up to this many characters; longer text is cut in its middle. */
const mostBetween = 200;
/** The mark of an omission. */
const elision = ' […] ';

type SpeechPart = Utterance['parts'][number];

/**
 * The utterances of an article in reading order: segments of one group put together, word for word, with the text
 * between them.
 */
export function utterancesOf(article: Article): (Omit<Utterance, 'article'> & { gender: Gender | null })[] {
	const groups = new Map<number, Quote[]>();
	for (const quote of article.quotes) {
		const group = groups.get(quote.group);
		if (group) group.push(quote);
		else groups.set(quote.group, [quote]);
	}
	const fragmentOf = fragmentsOf(article);
	return [...groups.values()]
		.map((segments) => segments.toSorted(inReadingOrder))
		.flatMap((segments) => {
			const [first] = segments;
			if (!first) return [];
			const known =
				segments.find(({ speaker }) => speaker !== null) ??
				segments.find(({ role }) => role !== null) ??
				first;
			const parts = joined(article, segments);
			const fragment = fragmentOf(segments);
			return {
				speaker: known.speaker,
				gender: known.gender ?? null,
				role: known.role,
				cue: segments.find(({ cue }) => cue !== null)?.cue ?? null,
				paragraph: first.paragraph,
				kind: first.kind,
				parts: first.kind === 'fragment' ? withTheirSentence(article, segments, parts) : parts,
				...(fragment === null ? {} : { fragment }),
				start: first.start,
			};
		})
		.toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start)
		.map(({ start: _, ...utterance }) => utterance);
}

function inReadingOrder(a: Quote, b: Quote): number {
	return a.paragraph - b.paragraph || a.start - b.start;
}

function joined(article: Article, segments: readonly Quote[]): SpeechPart[] {
	return segments.flatMap((segment, index): SpeechPart[] => {
		const before = segments[index - 1];
		const next = segments[index + 1];
		const { paragraph, text } = segment;
		const isOpen = next !== undefined && next.paragraph > paragraph && !isClosed(article, segment);
		const said: SpeechPart = { kind: 'said', text, ...(isOpen && { open: true }) };
		if (!before) return [said];
		if (before.paragraph === paragraph) {
			const between = cutInside(oneLine(textOf(article, paragraph).slice(before.end, segment.start)));
			return between === '' ? [said] : [{ kind: 'between', text: between }, said];
		}
		const head = oneLine(textOf(article, paragraph).slice(0, segment.start));
		return [
			...betweenParagraphs(article, before, segment),
			...(head === '' ? [] : [{ kind: 'between', text: shortened(head, 'start'), paragraph } as const]),
			head === '' ? { ...said, paragraph } : said,
		];
	});
}

function textOf(article: Article, paragraph: number): string {
	return article.paragraphs[paragraph] ?? '';
}

const closingMark = /["'”’»›“‘」』]$/u;

function isClosed(article: Article, { paragraph, end }: Quote): boolean {
	return closingMark.test(textOf(article, paragraph).slice(0, end));
}

/** The text after a segment in its own paragraph, and any whole paragraphs before the next segment. */
function betweenParagraphs(article: Article, before: Quote, after: Quote): SpeechPart[] {
	const rest = [
		textOf(article, before.paragraph).slice(before.end),
		...article.paragraphs.slice(before.paragraph + 1, after.paragraph),
	];
	const text = cutInside(oneLine(rest.join(' ')));
	return text === '' ? [] : [{ kind: 'between', text }];
}

/** The text between two segments; long text loses its middle, at a word. */
function cutInside(text: string): string {
	if (text.length <= mostBetween) return text;
	const half = (mostBetween - elision.length) / 2;
	const head = text.slice(0, half).replace(/\s\S*$/u, '');
	const tail = text.slice(-half).replace(/^\S*\s/u, '');
	return `${head}${elision}${tail}`;
}

/** Fragments with the rest of their sentence around them. */
function withTheirSentence(
	article: Article,
	segments: readonly Quote[],
	parts: readonly SpeechPart[],
): SpeechPart[] {
	const [first] = segments;
	const last = segments.at(-1);
	if (!first || last?.paragraph !== first.paragraph) return [...parts];
	const paragraph = article.paragraphs[first.paragraph] ?? '';
	const { start, end } = sentenceAround(article, first, last);
	const before = shortened(oneLine(paragraph.slice(start, first.start)), 'start');
	const after = shortened(oneLine(paragraph.slice(last.end, end)), 'end');
	const around = [
		{ kind: 'between', text: before } as const,
		...parts,
		{ kind: 'between', text: after } as const,
	];
	return around.filter(({ text }) => text !== '');
}

/** A sentence is looked for in this many characters to each side, however long the paragraph is. */
const reach = 400;

/** The sentence around some segments of a paragraph; it never begins inside another quotation. */
function sentenceAround(article: Article, first: Quote, last: Quote): { start: number; end: number } {
	const paragraph = textOf(article, first.paragraph);
	const from = Math.max(0, first.start - reach);
	const window = paragraph.slice(from, last.end + reach);
	const found = sentences(window, article.language).map((sentence) => ({
		start: from + sentence.start,
		end: from + sentence.end,
	}));
	const start = found.findLast((sentence) => sentence.start <= first.start)?.start ?? first.start;
	const end = found.find((sentence) => sentence.end >= last.end)?.end ?? last.end;
	const around = article.quotes.find(
		(other) =>
			other.paragraph === first.paragraph &&
			other.start < start &&
			other.end > start &&
			other.end <= first.start,
	);
	return { start: around?.end ?? start, end };
}

function shortened(text: string, cut: 'start' | 'end'): string {
	if (text.length <= mostBetween) return text;
	return cut === 'start'
		? `… ${text.slice(-mostBetween).replace(/^\S*\s/u, '')}`
		: `${text.slice(0, mostBetween).replace(/\s\S*$/u, '')} …`;
}

function oneLine(text: string): string {
	return text.replace(/\s+/gu, ' ').trim();
}
