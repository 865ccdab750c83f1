import { packFor } from '../packs.ts';
import { chancesOf, type PreparedModel } from './chances.ts';
import { choose } from './choose.ts';
import { factsOf } from './facts.ts';
import { summaryModel } from './model.ts';
import { type Candidate, candidates, type Place } from './sentences.ts';
import { type Standing, standings } from './standing.ts';
import { createWorth, weigh } from './worth.ts';

export interface SummaryOptions {
	/** What stands above the text, for what it is about. */
	readonly headline?: string;
	readonly deck?: string | null;
	/** They keep a sentence out that would show half a quotation. */
	readonly quotes?: readonly Place[];
	readonly sentences?: number;
	/** A BCP 47 tag; null where nobody knows it. */
	readonly language?: string | null;
	readonly model?: PreparedModel;
}

/** What a sentence loses that adds to what was told, or leans on one that is shown. */
const addition = 0.02;
/** What one of a word would lose for being short; none is lost from eight words on. */
const brevity = 0.05;
const long = 8;

/**
 * The few sentences that say best what an article says, word for word, in reading order; fewer than asked for only
 * where no more of them can be read alone. Linear in the length of the article, of which the first sentences count.
 */
export function summarise(
	paragraphs: readonly string[],
	{ headline = '', deck = null, quotes = [], sentences = 3, language = null, model }: SummaryOptions = {},
): { text: string; paragraph: number }[] {
	const pack = packFor(language);
	const all = candidates(paragraphs, pack);
	const announced = new Set(
		pack.contentWords(`${headline} ${deck ?? ''}`).flatMap((word) => [word, pack.stem(word)]),
	);
	const worth = createWorth(weigh(all, chancesOf(factsOf(all, announced), model ?? summaryModel())));
	const stands = standings(all, quotes, announced, pack);
	const chosen = choose(all.length, sentences, (set) => {
		const lost = set.reduce((sum, index, at) => sum + loss(all, stands, set, at, index), 0);
		return lost === Number.POSITIVE_INFINITY ? -lost : worth(set) - lost;
	});
	return chosen
		.sort((one, other) => one - other)
		.flatMap((index) => all[index] ?? [])
		.map(({ text, paragraph }) => ({ text, paragraph }));
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
	const { known } = stand;
	if (known !== null && !set.slice(0, at).some((other) => all[other]?.keys.includes(known)))
		return Number.POSITIVE_INFINITY;
	const words = Math.min(long, all[index]?.keys.length ?? 0);
	return (stand.weaker || stand.needsBefore ? addition : 0) + (brevity * (long - words)) / long;
}
