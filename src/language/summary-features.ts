import type { Quote } from '../article.ts';
import type { LanguagePack } from './pack.ts';
import { sentencesOf } from './sentence-ends.ts';
import { tokenize } from './tokens.ts';

/** A sentence that a summary may hold, with what speaks for and against it; every figure is about 0 to 1. */
export interface Candidate {
	/** Word for word. */
	readonly text: string;
	readonly paragraph: number;
	readonly features: Features;
	/** Its content words, for telling how much two sentences say the same. */
	readonly words: ReadonlySet<string>;
	/** Leans on the sentence before it: starts with a pronoun or a connective. */
	readonly leans: boolean;
	/** Begins with something that only an earlier sentence tells: "Asked about that night, …". */
	readonly pointsBack: boolean;
	/** Cannot be shown alone: a quotation opens in it and closes elsewhere, or the other way round. */
	readonly torn: boolean;
}

export interface Features {
	/** 1, 1/2, 1/3, … from the lede on, which is the first sentence that is no furniture. */
	readonly position: number;
	/** How much of the article's recurring matter it holds. */
	readonly centroid: number;
	/** Likeness to the headline. */
	readonly theme: number;
	readonly short: number;
	readonly long: number;
	/** Begins inside marks. */
	readonly spoken: number;
	readonly figures: number;
	readonly asks: number;
	/** A line of the page rather than of the text ("Scroll down for video"). */
	readonly furniture: number;
}

/** Sentences beyond these are not looked at: a summary of news is not found there, and time stays bounded. */
const mostSentences = 300;
/** The sentences of an article in reading order, as candidates for a summary. */
export function candidates(
	paragraphs: readonly string[],
	headline: string,
	quotes: readonly Pick<Quote, 'paragraph' | 'start' | 'end'>[],
	pack: LanguagePack,
): Candidate[] {
	const { contentWords, isPageLine, leansOnBefore, pointsBack } = pack;
	const found = ranges(paragraphs, pack);
	const bags = found.map(({ text }) => new Set(contentWords(text)));
	const frequency = new Map<string, number>();
	for (const bag of bags) for (const word of bag) frequency.set(word, (frequency.get(word) ?? 0) + 1);
	const lede = Math.max(
		0,
		found.findIndex(({ text }) => !isPageLine(text)),
	);
	const weight = (word: string) => Math.log(1 + (frequency.get(word) ?? 0));
	const theme = new Set(contentWords(headline));
	const matter = bags.map((bag) => {
		let sum = 0;
		for (const word of bag) sum += frequency.get(word) ?? 0;
		return sum / Math.sqrt(Math.max(1, bag.size));
	});
	const richest = Math.max(1, ...matter);
	return found.map(({ text, paragraph, start, end }, index) => {
		const bag = bags[index] ?? new Set<string>();
		const rank = Math.max(0, index - lede);
		const length = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
		return {
			text,
			paragraph,
			words: bag,
			leans: index > 0 && leansOnBefore(text),
			pointsBack: index > 0 && pointsBack(text),
			torn: isTorn(text, paragraph, start, end, quotes),
			features: {
				position: 1 / (1 + rank),
				centroid: (matter[index] ?? 0) / richest,
				theme: likeness(bag, theme, weight),
				short: Math.max(0, 8 - length) / 8,
				long: Math.max(0, length - 22) / 20,
				spoken: /^["'“‘«]/u.test(text) ? 1 : 0,
				figures: /\d/u.test(text) ? 1 : 0,
				asks: text.includes('?') ? 1 : 0,
				furniture: length < 4 || isPageLine(text) ? 1 : 0,
			},
		};
	});
}

/** Cosine of two bags of words. */
export function likeness(
	one: ReadonlySet<string>,
	other: ReadonlySet<string>,
	weight: (word: string) => number = () => 1,
): number {
	const size = (bag: ReadonlySet<string>) => {
		let sum = 0;
		for (const word of bag) sum += weight(word) ** 2;
		return sum;
	};
	const shared = size(one.intersection(other));
	return shared === 0 ? 0 : shared / Math.sqrt(size(one) * size(other));
}

function ranges(paragraphs: readonly string[], { words }: LanguagePack) {
	const found: { text: string; paragraph: number; start: number; end: number }[] = [];
	for (const [paragraph, text] of paragraphs.entries()) {
		for (const { start, end } of sentencesOf(tokenize(text, words), text, words)) {
			if (found.length === mostSentences) return found;
			found.push({ text: text.slice(start, end), paragraph, start, end });
		}
	}
	return found;
}

/** Known quotations tell; where none are given, double marks that do not pair up do. */
function isTorn(
	text: string,
	paragraph: number,
	start: number,
	end: number,
	quotes: readonly Pick<Quote, 'paragraph' | 'start' | 'end'>[],
): boolean {
	const crossed = quotes.some(
		(quote) =>
			quote.paragraph === paragraph &&
			quote.start < end &&
			quote.end > start &&
			(quote.start < start || quote.end > end),
	);
	const straight = (text.match(/"/gu)?.length ?? 0) % 2 === 1;
	const curly = (text.match(/“/gu)?.length ?? 0) !== (text.match(/”/gu)?.length ?? 0);
	return crossed || straight || curly;
}
