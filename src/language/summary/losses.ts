import { type Named, namesUnintroduced } from './introductions.ts';
import { isQuotation } from './lede.ts';
import type { Needs } from './needs.ts';
import type { Candidate } from './sentences.ts';

/** What a sentence loses that adds to what was told, or leans on one that is shown. */
const addition = 0.02;
/** What the article's first sentence loses that leans on what is nowhere. */
const unexplained = 0.1;
/** What one loses for each of at most two nouns that it takes as known, and that nothing shown before it has. */
const untold = 0.02;
const mostUntold = 2;
/** What a sentence loses that says only "Venn" before the summary has said "Ada Venn". */
const unintroduced = 0.3;
/** What a first sentence gains that has words of headline and deck: it tells the news, however short. */
const gain = 0.06;
/** How far back a sentence may stand that explains "The company". */
const near = 3;
/** What one of a word would lose for being short; none is lost from twelve words on. */
const brevity = 0.15;
const long = 12;
/** Words of a sentence that says little, and of one that hardly says anything, as a quotation does sooner. */
const short = { little: 8, hardly: 6, spoken: 9 };
/** What an answer loses, and what somebody says who is not named. */
const answering = 0.06;

/** What a summary loses by its sentences. */
export interface Losses {
	/** In ROUGE F1; infinity where a sentence may not be shown, or not beside the next one. */
	of(set: readonly number[]): number;
	/**
	 * How likely a sentence of a set, in ascending order, is not understood there: from 1 on it is better left out of
	 * what is shown.
	 */
	doubt(set: readonly number[], at: number): number;
}

/**
 * @param told the article's first sentence, where that tells the news; else -1.
 * @param spoken whether each sentence is an answer, or of somebody who is not named.
 * @param byRules whether one that leans on what is not shown may not be shown by these rules alone, or a model judges it.
 */
export function createLosses(
	all: readonly Candidate[],
	needs: readonly Needs[],
	named: readonly Named[],
	told: number,
	spoken: readonly boolean[],
	byRules = true,
): Losses {
	const has = (set: readonly number[], key: string): boolean =>
		set.some((index) => all[index]?.keys.includes(key));
	const isUnintroduced = (set: readonly number[], at: number): boolean =>
		needs[set[at] ?? -1]?.bracket === null && namesUnintroduced(named, set, at);
	const untoldIn = (set: readonly number[], at: number): number => {
		const before = set.slice(0, at);
		const unknown = needs[set[at] ?? -1]?.alsoKnown.filter((key) => !has(before, key)) ?? [];
		return Math.min(mostUntold, unknown.length);
	};
	const isNear = (set: readonly number[], at: number): boolean =>
		(set[at - 1] ?? Number.NEGATIVE_INFINITY) >= (set[at] ?? 0) - near;
	const leans = (set: readonly number[], at: number, index: number, need: Needs): boolean =>
		(need.needsBefore && set[at - 1] !== index - 1) ||
		(need.needsNear && !isNear(set, at)) ||
		(need.known !== null && !has(set.slice(0, at), need.known));
	const mayNotStand = (set: readonly number[], at: number, index: number, need: Needs): boolean =>
		need.never || (need.saidByNext && set[at + 1] === index + 1) || (byRules && leans(set, at, index, need));
	const loss = (set: readonly number[], at: number, index: number): number => {
		const need = needs[index];
		if (!need || mayNotStand(set, at, index, need)) return Number.POSITIVE_INFINITY;
		const words = Math.min(long, all[index]?.keys.length ?? 0);
		return (
			(need.leansOnNothing ? unexplained : 0) +
			untold * (untoldIn(set, at) + (need.opensBare && !isNear(set, at) ? 1 : 0)) +
			(spoken[index] ? answering : 0) +
			(need.weaker || need.needsBefore || need.bracket ? addition : 0) +
			(isUnintroduced(set, at) ? unintroduced : 0) +
			(brevity * (long - words)) / long -
			(index === told ? gain : 0)
		);
	};
	return {
		of: (set) => set.reduce((sum, index, at) => sum + loss(set, at, index), 0),
		doubt: (set, at) => {
			const index = set[at] ?? -1;
			const [need, one] = [needs[index], all[index]];
			if (!need || !one) return 0;
			const isOpen = byRules && need.leansOnNothing;
			if (isOpen || mayNotStand(set, at, index, need)) return Number.POSITIVE_INFINITY;
			const words = one.keys.length;
			return (
				(spoken[index] ? 1 : 0) +
				(isUnintroduced(set, at) ? 1 : 0) +
				untoldIn(set, at) / mostUntold +
				(need.opensBare && !isNear(set, at) ? 1 : 0) +
				(need.weaker ? 1 / 4 : 0) +
				(need.pointsInQuotation && isQuotation(one) ? 1 / 2 : 0) +
				(need.needsBefore && needs[index - 1]?.needsBefore ? 1 / 2 : 0) +
				(words < (isQuotation(one) ? short.spoken : short.hardly) ? 1 : words < short.little ? 1 / 2 : 0)
			);
		},
	};
}
