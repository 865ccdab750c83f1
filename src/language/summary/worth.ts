import type { Chances } from './chances.ts';
import type { Candidate } from './sentences.ts';

/** The words and pairs of sentences as numbers, with the chances behind them. */
export interface Weighed {
	readonly words: readonly Int32Array[];
	readonly pairs: readonly Int32Array[];
	/** For each word the chances that a summary has it once, twice, …: four numbers a word. */
	readonly wordChances: Float64Array;
	readonly pairChances: Float64Array;
}

/** Chances kept for a word. */
export const times = 4;
/** Words of the summary that a person would write, for each sentence asked for: highlights of news have about these. */
const wordsEach = 12;
/** What pairs count for, against words. */
const pairWeight = 0.75;

export function weigh(sentences: readonly Candidate[], chances: Chances): Weighed {
	const words = new Numbers();
	const pairs = new Numbers();
	const own = sentences.map(({ keys }) => ({
		words: Int32Array.from(keys, (key) => words.of(key)),
		pairs: Int32Array.from(keys.slice(1), (key, at) => pairs.of(`${keys[at]} ${key}`)),
	}));
	const wordChances = new Float64Array(words.all.length * times);
	for (const [word, key] of words.all.entries())
		wordChances.set(chances.words.get(key)?.slice(0, times) ?? [], word * times);
	return {
		words: own.map((one) => one.words),
		pairs: own.map((one) => one.pairs),
		wordChances,
		pairChances: Float64Array.from(pairs.all, (key) => chances.pairs.get(key) ?? 0),
	};
}

class Numbers {
	readonly all: string[] = [];
	readonly #numbers = new Map<string, number>();

	of(key: string): number {
		const known = this.#numbers.get(key);
		if (known !== undefined) return known;
		this.#numbers.set(key, this.all.length);
		return this.all.push(key) - 1;
	}
}

/**
 * Gives what a set of sentences is worth: the F1 of words and of pairs (ROUGE-1 and ROUGE-2, Lin 2004) that is to be
 * expected against a summary by a person, from 0 to about 1. What two sentences share counts once.
 */
export function createWorth({ words, pairs, wordChances, pairChances }: Weighed) {
	const counts = new Uint8Array(wordChances.length / times);
	const seen = new Uint8Array(pairChances.length);
	return (chosen: readonly number[]): number => {
		let [hits, length, pairHits, pairLength] = [0, 0, 0, 0];
		for (const sentence of chosen) {
			for (const word of words[sentence] ?? []) {
				const time = counts[word] as number;
				if (time < times) hits += wordChances[word * times + time] as number;
				counts[word] = Math.min(times, time + 1);
				length++;
			}
			for (const pair of pairs[sentence] ?? []) {
				if (seen[pair] === 0) pairHits += pairChances[pair] as number;
				seen[pair] = 1;
				pairLength++;
			}
		}
		for (const sentence of chosen) {
			for (const word of words[sentence] ?? []) counts[word] = 0;
			for (const pair of pairs[sentence] ?? []) seen[pair] = 0;
		}
		const expected = wordsEach * Math.max(3, chosen.length);
		return (2 * hits) / (length + expected) + (pairWeight * 2 * pairHits) / (pairLength + expected);
	};
}
