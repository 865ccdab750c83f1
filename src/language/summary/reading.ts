import type { LanguagePack } from '../pack.ts';
import { packFor } from '../packs.ts';
import { parseArticle } from '../parse-article.ts';
import { type Attributed, openPronouns } from './antecedents.ts';
import { chancesOf, type PreparedModel } from './chances.ts';
import { choose } from './choose.ts';
import { factsOf } from './facts.ts';
import { introductions } from './introductions.ts';
import { isComment, kindOf, spokenIn } from './kind.ts';
import { fromNews, isQuotation, tellsNews } from './lede.ts';
import { forReaders } from './left-out.ts';
import { createLosses } from './losses.ts';
import { createMeasures } from './measures.ts';
import { summaryModel } from './model.ts';
import { needsOf } from './needs.ts';
import { claimOf, closingClaimOf, pointOf } from './point.ts';
import { createJudged } from './reader/judge.ts';
import { type PreparedReaderModel, readerModel } from './reader/model.ts';
import { candidates, type Place } from './sentences.ts';
import { setMeasures } from './set-measures.ts';
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
	/** What readers understand; null for the rules alone. Left out, it is the trained model where there is one for the language. */
	readonly reader?: PreparedReaderModel | null;
}

/** Words behind which a name says what kind something is: "the Venn campaign". */
const determinersOf = ({ articles }: LanguagePack): ReadonlySet<string> =>
	new Set([...articles.definite, ...(articles.points ?? []), 'a', 'an']);

/** Sentences of an article from which on the second look is sure enough: it learned from few that are shorter. */
const enough = 10;
/** What a set loses in the second look that says the same twice: two of its sentences are more alike than this. */
const repeated = 0.2;
const alike = 0.5;
const mostAlike = setMeasures.indexOf('most alike');
/** What a sentence of an essay gains for a claim, among those shown to readers. */
const claiming = 0.12;
/** What a loss counts for in the second look, whose unit is another. */
const unit = 10;
/**
 * The sentences of an article; what a set of them is worth, negative infinity where it may not be shown; of sets of
 * three, what they are worth by a second look; and the sentence that says what the headline announces.
 * @param forReading for what readers see, which may be fewer sentences than asked for: more is left out of it, and
 * claims of an essay gain.
 */
export function readForSummary(
	paragraphs: readonly string[],
	{
		headline = '',
		deck = null,
		quotes = [],
		language = null,
		model = summaryModel(),
		reader,
	}: SummaryOptions,
	{ forReading = false }: { readonly forReading?: boolean } = {},
) {
	const pack = packFor(language);
	const announced = new Set(
		pack.contentWords(`${headline} ${deck ?? ''}`).flatMap((word) => [word, pack.stem(word)]),
	);
	const parsed = pack.speakers === null ? null : parseArticle(paragraphs, pack.words, pack.speakers);
	const asides = parsed?.parsedParagraphs.map(({ isAside }) => isAside) ?? [];
	const all = fromNews(
		candidates(paragraphs, pack, { headline, asides, parted: forReading }),
		announced,
		pack,
	);
	const weighed = weigh(all, chancesOf(factsOf(all, announced), model));
	const worthOf = createWorth(weighed);
	const pronouns = parsed === null ? [] : openPronouns(parsed, quotes);
	const named =
		parsed === null ? [] : introductions(all, parsed, `${headline} ${deck ?? ''}`, determinersOf(pack));
	const kind = kindOf(paragraphs, all, pack);
	const found = needsOf(all, quotes, announced, pronouns, named, pack);
	const needs = forReading ? forReaders(found, all, paragraphs, kind, pack) : found;
	const told = all.findIndex((one) => one.rank === 0 && !isQuotation(one) && tellsNews(one, announced));
	const spoken = spokenIn(paragraphs, all, kind, pack);
	const knowing = reader === undefined && forReading && pack.signWords ? readerModel() : (reader ?? null);
	const losses = createLosses(all, needs, named, told, spoken, knowing === null);
	const isClaim = all.map(
		({ text }) =>
			forReading && kind === 'essay' && (pack.judges?.(text) === true || pack.claims?.(text) === true),
	);
	const lostBy = (set: readonly number[]): number =>
		losses.of(set) - claiming * set.filter((index) => isClaim[index]).length;
	const worth = (set: readonly number[]): number => {
		const lost = lostBy(set);
		return lost === Number.POSITIVE_INFINITY ? -lost : worthOf(set) - lost;
	};
	const alone = needs.map(({ never }, index) => (never ? Number.NEGATIVE_INFINITY : worthOf([index])));
	const measures = createMeasures(all, needs, alone, weighed, pack);
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
	const lede = all.findIndex(
		(one) => one.rank === 0 && !isQuotation(one) && (!one.text.includes('?') || tellsNews(one, announced)),
	);
	const isLede =
		kind === 'news' && losses.of([lede]) < Number.POSITIVE_INFINITY && needs[lede]?.leansOnNothing === false;
	const announcing = { all, needs, named, headline, kind, pack };
	const picked = {
		point: pointOf(announcing),
		lede: isLede ? lede : undefined,
		closing: closingClaimOf(announcing),
		claim: claimOf(announcing),
	};
	const read = {
		...{ all, needs, named, kind, spoken, announced, alone, pack, headline, picked },
		isComment: isComment(all, pack),
	};
	return {
		read,
		judged: knowing && createJudged(read, knowing),
		all,
		needs,
		worth,
		measures,
		alone,
		second: all.length < enough ? null : second,
		doubt: losses.doubt,
		picked,
		lineOf,
	};
}
