import type { Quote } from '../article.ts';
import { packFor } from './packs.ts';
import { type Candidate, candidates, type Features, likeness } from './summary-features.ts';

/** What each feature is worth: docs/decisions/summary.md says how these were found. */
const weights: Features = {
	position: 1.8,
	centroid: 1,
	theme: 1.5,
	short: -1.2,
	long: -0.5,
	spoken: -0.6,
	figures: 0.1,
	asks: -0.3,
	furniture: -2.5,
};
const redundancy = 0.7;
/** For a sentence that leans on the one before it, where that one is not chosen too. */
const leaning = 0.5;
/** For one that begins with something that only an earlier sentence tells, which is not shown. */
const dangling = 2;
const torn = 3;
/** From this likeness on a sentence only repeats another. */
const repeats = 0.7;

/**
 * The few sentences that say best what an article says, word for word, in reading order: fewer than asked for
 * only where the article has fewer. Chosen one by one, each worth its features less what the chosen ones already
 * say (maximal marginal relevance, Carbonell and Goldstein 1998). `quotes` keep a sentence out that would show
 * half a quotation; `language` is a BCP 47 tag.
 */
export function summarise(
	paragraphs: readonly string[],
	headline: string,
	quotes: readonly Pick<Quote, 'paragraph' | 'start' | 'end'>[] = [],
	{ sentences = 3, language = null }: { sentences?: number; language?: string | null } = {},
): { text: string; paragraph: number }[] {
	const all = candidates(paragraphs, headline, quotes, packFor(language));
	const chosen = new Set<number>();
	while (chosen.size < Math.min(sentences, all.length)) {
		let best = -1;
		let most = Number.NEGATIVE_INFINITY;
		for (const [index, candidate] of all.entries()) {
			if (chosen.has(index)) continue;
			const worth = worthOf(candidate, index, all, chosen);
			if (worth > most) [best, most] = [index, worth];
		}
		chosen.add(best);
	}
	return [...chosen]
		.sort((a, b) => a - b)
		.flatMap((index) => all[index] ?? [])
		.map(({ text, paragraph }) => ({ text, paragraph }));
}

function worthOf(
	candidate: Candidate,
	index: number,
	all: readonly Candidate[],
	chosen: ReadonlySet<number>,
): number {
	let worth = 0;
	for (const name of Object.keys(weights) as (keyof Features)[]) {
		worth += weights[name] * candidate.features[name];
	}
	let said = 0;
	for (const other of chosen)
		said = Math.max(said, likeness(candidate.words, all[other]?.words ?? new Set()));
	worth -= redundancy * said;
	if (said > repeats) worth -= 2;
	if (candidate.leans && !chosen.has(index - 1)) worth -= leaning;
	if (candidate.pointsBack && !chosen.has(index - 1)) worth -= dangling;
	if (candidate.torn) worth -= torn;
	return worth;
}
