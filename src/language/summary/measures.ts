import type { LanguagePack } from '../pack.ts';
import { beforeLede, mostlyQuoted } from './facts.ts';
import type { Candidate } from './sentences.ts';
import type { Standing } from './standing.ts';
import { times, type Weighed } from './worth.ts';

/** What is measured of a sentence once, for all the sets that it is in. */
interface Measured {
	readonly length: number;
	readonly rank: number;
	readonly capitals: number;
	readonly numbers: number;
	readonly reported: number;
	readonly chance: number;
	readonly recurring: number;
	readonly inBeginning: number;
	readonly pairChance: number;
	readonly bestPair: number;
	readonly likelyPairs: number;
	/** Its different open words. */
	readonly open: readonly number[];
}

/** Words of a summary by a person, sentences that are the beginning, and words that recur most. */
const expected = 36;
const beginning = 3;
const frequent = 10;
const enough = { word: 0.5, pair: 0.3, words: 35, brief: 12, far: 20 };

/** Gives the values of `setMeasures` (`set-measures.ts`), in their order, of a set in ascending order. */
export function createMeasures(
	all: readonly Candidate[],
	stands: readonly Standing[],
	{ words, pairs, wordChances, pairChances }: Weighed,
	pack: LanguagePack,
): (set: readonly number[]) => Float64Array {
	const counts = new Float64Array(wordChances.length / times);
	for (const [index, { closed }] of all.entries())
		for (const [at, word] of (words[index] ?? []).entries())
			if (!closed[at]) counts[word] = (counts[word] ?? 0) + 1;
	const total = Math.max(
		1,
		counts.reduce((sum, count) => sum + count, 0),
	);
	const chanceOf = (word: number, time: number): number =>
		time < times ? (wordChances[word * times + time] ?? 0) : 0;
	const openOf = (index: number): number[] => {
		const closed = all[index]?.closed ?? [];
		return [...new Set(Array.from(words[index] ?? []).filter((_, at) => !closed[at]))];
	};
	const inBeginning = new Set([...all.keys()].slice(0, beginning).flatMap(openOf));
	const top = new Set(
		[...counts.keys()].sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0)).slice(0, frequent),
	);
	const measured = all.map((one, index): Measured => {
		const open = openOf(index);
		const ofPairs = Array.from(pairs[index] ?? [], (pair) => pairChances[pair] ?? 0);
		const tokens = Math.max(1, open.length);
		return {
			length: one.keys.length,
			rank: one.rank ?? beforeLede,
			capitals: one.capital.filter(Boolean).length,
			numbers: one.keys.filter((key) => /^\p{N}/u.test(key)).length,
			reported: one.tokens.some(({ lower }) => pack.words.plainCues.has(lower)) ? 1 : 0,
			chance: sumOf(open, (word) => chanceOf(word, 0)) / tokens,
			recurring: sumOf(open, (word) => Math.log(counts[word] ?? 1)) / Math.sqrt(tokens),
			inBeginning: open.filter((word) => inBeginning.has(word)).length / tokens,
			pairChance: sumOf(ofPairs, (chance) => chance) / Math.max(1, ofPairs.length),
			bestPair: Math.max(0, ...ofPairs),
			likelyPairs: ofPairs.filter((chance) => chance > enough.pair).length,
			open,
		};
	});
	return (set) => {
		const own = set.flatMap((index) => measured[index] ?? []);
		const seen = new Map<number, number>();
		const pairsSeen = new Set<number>();
		const open = new Set<number>();
		let [hits, openHits, openLength, length, likely, repeated, pairHits, pairLength] = [
			0, 0, 0, 0, 0, 0, 0, 0,
		];
		for (const index of set) {
			const closed = all[index]?.closed ?? [];
			for (const [at, word] of (words[index] ?? []).entries()) {
				const time = seen.get(word) ?? 0;
				const chance = chanceOf(word, time);
				seen.set(word, time + 1);
				hits += chance;
				length++;
				if (closed[at]) continue;
				openHits += chance;
				openLength++;
				if (chance > enough.word) likely++;
				if (open.has(word)) repeated++;
				open.add(word);
			}
			for (const pair of pairs[index] ?? []) {
				pairLength++;
				if (pairsSeen.has(pair)) continue;
				pairsSeen.add(pair);
				pairHits += pairChances[pair] ?? 0;
			}
		}
		const ranks = own.map(({ rank }) => rank);
		const lengths = own.map((one) => one.length);
		const sum = (of: (one: Measured) => number): number => sumOf(own, of);
		const least = (of: (one: Measured) => number): number => Math.min(...own.map(of));
		const shared = [...open].filter((word) => inBeginning.has(word)).length;
		const numbers = sum((one) => one.numbers);
		const has = (rank: number): number => (ranks.includes(rank) ? 1 : 0);
		const quoted = set.map((index) => all[index]?.quoted ?? 0);
		return Float64Array.of(
			...[(2 * hits) / (length + expected), (2 * pairHits) / (pairLength + expected)],
			...[hits / length, pairHits / Math.max(1, pairLength), openHits / Math.max(1, openLength)],
			...[hits, pairHits, openHits, hits - openHits, likely],
			...[length, Math.min(...lengths), Math.max(...lengths)],
			...[
				sumOf(lengths, (one) => Math.max(0, enough.brief - one)),
				lengths.filter((one) => one > enough.words).length,
			],
			...[
				sumOf(quoted, (one) => one),
				quoted.filter((one) => one > mostlyQuoted).length,
				sum((one) => one.reported),
			],
			...[has(0), has(1), has(2), has(3), sum(({ rank }) => Math.log1p(rank))],
			...[
				Math.log1p(Math.min(...ranks)),
				Math.log1p(Math.max(...ranks)),
				sum(({ rank }) => rank) / all.length,
			],
			...[ranks.filter((rank) => rank >= enough.far).length, sum((one) => one.capitals) / length],
			...[numbers / length, numbers > 0 ? 1 : 0, repeated, [...open].filter((word) => top.has(word)).length],
			...[shared / Math.max(1, inBeginning.size), shared / Math.max(1, open.size)],
			sumOf(set, (index) => (stands[index]?.weaker ? 1 : 0)),
			sumOf(set, (index) => (stands[index]?.needsBefore || stands[index]?.bracket ? 1 : 0)),
			set.filter((index, at) => set[at - 1] === index - 1).length,
			...[sumOf([...open], (word) => counts[word] ?? 0) / total, sum((one) => one.inBeginning)],
			...[sum((one) => one.chance), least((one) => one.chance), Math.max(...own.map((one) => one.chance))],
			...[sum((one) => one.bestPair), sum((one) => one.likelyPairs)],
			...[sum((one) => one.recurring), least((one) => one.recurring)],
			...[sum((one) => one.pairChance), least((one) => one.pairChance)],
		);
	};
}

function sumOf<One>(all: readonly One[], of: (one: One) => number): number {
	let sum = 0;
	for (const one of all) sum += of(one);
	return sum;
}
