import type { LanguagePack } from '../pack.ts';
import { mostlyQuoted } from './facts.ts';
import type { Needs } from './needs.ts';
import { measureSentences, sumOf } from './sentence-measures.ts';
import type { Candidate } from './sentences.ts';
import { createTally } from './set-tally.ts';
import { createLikeness, measureWords } from './word-measures.ts';
import type { Weighed } from './worth.ts';

/** Words of a summary by a person, and of a terse one. */
const expected = 36;
const terse = 25;
const enough = { words: 35, brief: 12, far: 20 };

/**
 * Gives the values of `setMeasures` (`set-measures.ts`), in their order, of a set of three in ascending order.
 * @param alone what each sentence is worth alone.
 */
export function createMeasures(
	all: readonly Candidate[],
	needs: readonly Needs[],
	alone: readonly number[],
	weighed: Weighed,
	pack: LanguagePack,
): (set: readonly number[]) => Float64Array {
	const article = measureWords(all, weighed);
	const measured = measureSentences(all, needs, alone, weighed, article, pack);
	const tally = createTally(weighed, article);
	const likeness = createLikeness(weighed, article);
	return (set) => {
		const [first = 0, second = 0, third = 0] = set;
		const own = set.flatMap((index) => measured[index] ?? []);
		const ranks = own.map(({ rank }) => rank);
		const lengths = own.map((one) => one.length);
		const { length, hits, openHits, openLength, open, shared, ...t } = tally(set);
		const { pairHits, pairLength } = t;
		const sum = (of: (one: (typeof own)[number]) => number): number => sumOf(own, of);
		const least = (of: (one: (typeof own)[number]) => number): number => Math.min(...own.map(of));
		const largest = (of: (one: (typeof own)[number]) => number): number => Math.max(...own.map(of));
		const has = (...places: readonly number[]): number =>
			places.every((one) => ranks.includes(one)) ? 1 : 0;
		const numbers = sum((one) => one.numbers);
		const gap = Math.min(second - first, third - second);
		const alike = [likeness(first, second), likeness(second, third), likeness(first, third)];
		return Float64Array.of(
			...[(2 * hits) / (length + expected), (2 * pairHits) / (pairLength + expected)],
			...[hits / length, pairHits / Math.max(1, pairLength), openHits / Math.max(1, openLength)],
			...[hits, pairHits, openHits, hits - openHits, t.likely],
			...[length, Math.min(...lengths), Math.max(...lengths)],
			sumOf(lengths, (one) => Math.max(0, enough.brief - one)),
			lengths.filter((one) => one > enough.words).length,
			...[sum((one) => one.quoted), own.filter(({ quoted }) => quoted > mostlyQuoted).length],
			sum((one) => one.reported),
			...[has(0), has(1), has(2), has(3), sum(({ rank }) => Math.log1p(rank))],
			...[Math.log1p(Math.min(...ranks)), Math.log1p(Math.max(...ranks))],
			sum(({ rank }) => rank) / all.length,
			...[ranks.filter((rank) => rank >= enough.far).length, sum((one) => one.capitals) / length],
			...[numbers / length, numbers > 0 ? 1 : 0, openLength - open, t.frequent],
			...[shared / Math.max(1, article.beginningSize), shared / Math.max(1, open)],
			...[sum((one) => one.adds), sum((one) => one.leans)],
			(second === first + 1 ? 1 : 0) + (third === second + 1 ? 1 : 0),
			...[t.ofArticle / article.total, sum((one) => one.inBeginning)],
			...[sum((one) => one.chance), least((one) => one.chance), largest((one) => one.chance)],
			...[sum((one) => one.bestPair), sum((one) => one.likelyPairs)],
			...[sum((one) => one.recurring), least((one) => one.recurring)],
			...[sum((one) => one.pairChance), least((one) => one.pairChance)],
			...[t.somewhatLikelyPairs, t.likelyPairs, t.pairSquares, t.openPairHits, t.namePairHits],
			...[pairLength - t.pairs, t.recurringPairs],
			...[(2 * pairHits) / (pairLength + terse), (2 * hits) / (length + terse)],
			...[largest((one) => one.pairChance), Math.log(length), Math.log1p(gap)],
			...[sum(({ rank }) => 1 / (1 + rank)), has(0, 1), has(0, 2), has(0, 1, 2)],
			...[sum((one) => one.alone), least((one) => one.alone), largest((one) => one.alone)],
			...[t.likeArticle, t.likeOpening, Math.max(...alike), sumOf(alike, (one) => one)],
			...[sum((one) => one.opensOpen), sum((one) => one.commas), sum((one) => one.marks)],
			sum((one) => one.closed),
		);
	};
}
