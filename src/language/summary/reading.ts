import { packFor } from '../packs.ts';
import { parseArticle } from '../parse-article.ts';
import { type Attributed, openPronouns } from './antecedents.ts';
import { chancesOf, type PreparedModel } from './chances.ts';
import { choose } from './choose.ts';
import { factsOf } from './facts.ts';
import { introductions, namesUnintroduced } from './introductions.ts';
import { fromNews, isQuotation, tellsNews } from './lede.ts';
import { createMeasures } from './measures.ts';
import { summaryModel } from './model.ts';
import { type Candidate, candidates, type Place } from './sentences.ts';
import { setMeasures } from './set-measures.ts';
import { type Standing, standings } from './standing.ts';
import type { SecondLook } from './threes.ts';
import { createWorth, weigh } from './worth.ts';

export interface SummaryOptions {
	/** What stands above the text, for what it is about. */
	readonly headline?: string;
	readonly deck?: string | null;
	/** They keep a sentence out that would show half a quotation, and tell whom the pronouns beside them mean. */
	readonly quotes?: readonly (Place & Attributed)[];
	/** A BCP 47 tag; null where nobody knows it. */
	readonly language?: string | null;
	readonly model?: PreparedModel;
}

/** What a sentence loses that adds to what was told, or leans on one that is shown. */
const addition = 0.02;
/** What the article's first sentence loses that leans on what is nowhere. */
const unexplained = 0.1;
/** What a sentence loses that says only "Venn" before the summary has said "Ada Venn". */
const unintroduced = 0.3;
/** What a first sentence gains that has words of headline and deck: it tells the news, however short. */
const gain = 0.06;
/** Sentences of an article from which on the second look is sure enough: it learned from few that are shorter. */
const enough = 10;
/** What a set loses in the second look that says the same twice: two of its sentences are more alike than this. */
const repeated = 0.2;
const alike = 0.5;
const mostAlike = setMeasures.indexOf('most alike');
/** What a loss counts for in the second look, whose unit is another. */
const unit = 10;
/** How far back a sentence may stand that explains "The company". */
const near = 3;
/** What one of a word would lose for being short; none is lost from twelve words on. */
const brevity = 0.15;
const long = 12;

/**
 * The sentences of an article; what a set of them is worth, negative infinity where it may not be shown; and, of sets
 * of three, what they are worth by a second look.
 */
export function readForSummary(
	paragraphs: readonly string[],
	{ headline = '', deck = null, quotes = [], language = null, model = summaryModel() }: SummaryOptions,
) {
	const pack = packFor(language);
	const announced = new Set(
		pack.contentWords(`${headline} ${deck ?? ''}`).flatMap((word) => [word, pack.stem(word)]),
	);
	const all = fromNews(candidates(paragraphs, pack), announced, pack);
	const weighed = weigh(all, chancesOf(factsOf(all, announced), model));
	const worthOf = createWorth(weighed);
	const parsed = pack.speakers === null ? null : parseArticle(paragraphs, pack.words, pack.speakers);
	const pronouns = parsed === null ? [] : openPronouns(parsed, quotes);
	const named = parsed === null ? [] : introductions(all, parsed, `${headline} ${deck ?? ''}`);
	const stands = standings(all, quotes, announced, pronouns, pack);
	const told = all.findIndex((one) => one.rank === 0 && !isQuotation(one) && tellsNews(one, announced));
	const lostBy = (set: readonly number[]): number =>
		set.reduce(
			(sum, index, at) =>
				sum +
				loss(all, stands, set, at, index) +
				(namesUnintroduced(named, set, at) ? unintroduced : 0) -
				(index === told ? gain : 0),
			0,
		);
	const worth = (set: readonly number[]): number => {
		const lost = lostBy(set);
		return lost === Number.POSITIVE_INFINITY ? -lost : worthOf(set) - lost;
	};
	const alone = stands.map(({ never }, index) => (never ? Number.NEGATIVE_INFINITY : worthOf([index])));
	const measures = createMeasures(all, stands, alone, weighed, pack);
	const second: SecondLook = {
		alone,
		worth: (set) => {
			const values = measures(set);
			const lost = lostBy(set) + ((values[mostAlike] ?? 0) > alike ? repeated : 0);
			return values.reduce((sum, value, at) => sum + value * (model.set[at] ?? 0), -unit * lost);
		},
		kept: told < 0 ? null : told,
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
	return {
		all,
		stands,
		worth,
		measures,
		alone,
		second: all.length < enough ? null : second,
		lineOf,
	};
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
