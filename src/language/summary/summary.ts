import type { SummaryLength, SummarySentence } from '../../article.ts';
import { packFor } from '../packs.ts';
import { parseArticle } from '../parse-article.ts';
import { type Attributed, openPronouns } from './antecedents.ts';
import { chancesOf, type PreparedModel } from './chances.ts';
import { choose } from './choose.ts';
import { factsOf } from './facts.ts';
import { fromNews, isQuotation, tellsNews } from './lede.ts';
import { summaryModel } from './model.ts';
import { type Candidate, candidates, type Place } from './sentences.ts';
import { type Standing, standings } from './standing.ts';
import { createWorth, weigh } from './worth.ts';

export interface SummaryOptions {
	/** What stands above the text, for what it is about. */
	readonly headline?: string;
	readonly deck?: string | null;
	/** They keep a sentence out that would show half a quotation, and tell whom the pronouns beside them mean. */
	readonly quotes?: readonly (Place & Attributed)[];
	readonly sentences?: number;
	/** A BCP 47 tag; null where nobody knows it. */
	readonly language?: string | null;
	readonly model?: PreparedModel;
}

/** What a sentence loses that adds to what was told, or leans on one that is shown. */
const addition = 0.02;
/** What the article's first sentence loses that leans on what is nowhere. */
const unexplained = 0.1;
/** How far back a sentence may stand that explains "The company". */
const near = 3;
/** What one of a word would lose for being short; none is lost from twelve words on. */
const brevity = 0.15;
const long = 12;

/** Sentences of each length; a full summary is about a fifth of the article. */
const most = { line: 1, short: 3, full: 8 };
const fewestFull = 5;
const share = 5;

/**
 * The sentences that say best what an article says, word for word, in reading order, with the shortest summary that
 * has each: one alone as a line, three in short, up to eight in full. None of a length where the article is hardly
 * longer than that. Linear in the length of the article, of which the first sentences count.
 */
export function summaryOf(
	paragraphs: readonly string[],
	options: Omit<SummaryOptions, 'sentences'> = {},
): SummarySentence[] {
	const { all, stands, worth, lineOf } = readingOf(paragraphs, options);
	const shown = stands.filter(({ isText }) => isText).length;
	if (shown <= most.line) return [];
	const best = choose(all.length, most.short, worth);
	const line = lineOf(best);
	const short =
		line === undefined || best.includes(line) ? best : choose(all.length, most.short, worth, [line]);
	const count = Math.min(most.full, Math.max(fewestFull, Math.ceil(shown / share)));
	const isFull = shown > 2 * count;
	const full = isFull ? choose(all.length, count, worth, short) : [];
	const lengthOf = (index: number): SummaryLength =>
		index === line ? 'line' : short.includes(index) ? 'short' : 'full';
	const kept =
		shown <= most.short ? short.filter((index) => index === line) : [...new Set([...short, ...full])];
	return inOrder(all, stands, kept, lengthOf);
}

/** As many sentences as asked for, in reading order; fewer only where no more of them can be read alone. */
export function summarise(
	paragraphs: readonly string[],
	{ sentences = most.short, ...options }: SummaryOptions = {},
): SummarySentence[] {
	const { all, stands, worth } = readingOf(paragraphs, options);
	return inOrder(all, stands, choose(all.length, sentences, worth), () => 'short');
}

function inOrder(
	all: readonly Candidate[],
	stands: readonly Standing[],
	chosen: readonly number[],
	lengthOf: (index: number) => SummaryLength,
): SummarySentence[] {
	return chosen
		.toSorted((one, other) => one - other)
		.flatMap((index) => {
			const one = all[index];
			if (!one) return [];
			const bracket = stands[index]?.bracket;
			const { text, paragraph } = one;
			return [{ text, paragraph, sentence: index, ...(bracket && { bracket }), length: lengthOf(index) }];
		});
}

/** The sentences of an article with what a set of them is worth. */
function readingOf(
	paragraphs: readonly string[],
	{ headline = '', deck = null, quotes = [], language = null, model }: Omit<SummaryOptions, 'sentences'>,
) {
	const pack = packFor(language);
	const announced = new Set(
		pack.contentWords(`${headline} ${deck ?? ''}`).flatMap((word) => [word, pack.stem(word)]),
	);
	const all = fromNews(candidates(paragraphs, pack), announced, pack);
	const worthOf = createWorth(weigh(all, chancesOf(factsOf(all, announced), model ?? summaryModel())));
	const pronouns =
		pack.speakers === null ? [] : openPronouns(parseArticle(paragraphs, pack.words, pack.speakers), quotes);
	const stands = standings(all, quotes, announced, pronouns, pack);
	const worth = (set: readonly number[]): number => {
		const lost = set.reduce((sum, index, at) => sum + loss(all, stands, set, at, index), 0);
		return lost === Number.POSITIVE_INFINITY ? -lost : worthOf(set) - lost;
	};
	/** The most important of the sentences chosen, or, where that is a quotation, the reporter's that tells the news. */
	const lineOf = (best: readonly number[]): number | undefined => {
		const [first] = best;
		if (first === undefined || !isQuotation(all[first])) return first;
		const isLine = (index: number) => !isQuotation(all[index]) && tellsNews(all[index], announced);
		const [told] = choose(all.length, 1, (set) =>
			set.every(isLine) ? worth(set) : Number.NEGATIVE_INFINITY,
		);
		return told ?? first;
	};
	return { all, stands, worth, lineOf };
}

/** What a set of sentences loses by one of them: all, where it is shown without what it leans on. */
function loss(
	all: readonly Candidate[],
	stands: readonly Standing[],
	set: readonly number[],
	at: number,
	index: number,
): number {
	const stand = stands[index];
	if (!stand || stand.never || (stand.needsBefore && set[at - 1] !== index - 1))
		return Number.POSITIVE_INFINITY;
	if (stand.needsNear && (set[at - 1] ?? Number.NEGATIVE_INFINITY) < index - near)
		return Number.POSITIVE_INFINITY;
	const { known } = stand;
	if (known !== null && !set.slice(0, at).some((other) => all[other]?.keys.includes(known)))
		return Number.POSITIVE_INFINITY;
	const words = Math.min(long, all[index]?.keys.length ?? 0);
	return (
		(stand.leansOnNothing ? unexplained : 0) +
		(stand.weaker || stand.needsBefore || stand.bracket ? addition : 0) +
		(brevity * (long - words)) / long
	);
}
