import type { Candidate } from './sentences.ts';
import { times, type Weighed } from './worth.ts';

/** What the words and pairs of an article are, by number. */
export interface ArticleWords {
	/** How often a word of an open class stands in the article; 0 for those of closed classes. */
	readonly counts: Float64Array;
	readonly total: number;
	readonly isOpen: Uint8Array;
	/** Whether one of the first sentences has it, and how many such open words there are. */
	readonly inBeginning: Uint8Array;
	readonly beginningSize: number;
	/** Whether it is one of those that stand there most often. */
	readonly isFrequent: Uint8Array;
	/** Of pairs: whether it stands there more than once, is of open words only, and is of words with capitals. */
	readonly pairRecurs: Uint8Array;
	readonly pairIsOpen: Uint8Array;
	readonly pairIsNames: Uint8Array;
	/** The roots of the counts of open words in the article, and in its opening, as vectors of length 1. */
	readonly article: Float64Array;
	readonly opening: Float64Array;
}

/** Sentences that are the beginning and the opening, and words that recur most. */
const beginning = 3;
const openingSentences = 5;
const frequent = 10;

export function measureWords(all: readonly Candidate[], weighed: Weighed): ArticleWords {
	const { words, pairs, wordChances, pairChances } = weighed;
	const size = wordChances.length / times;
	const isOpen = new Uint8Array(size);
	const [every, capitals, counts, opening] = [
		new Float64Array(size),
		new Float64Array(size),
		new Float64Array(size),
		new Float64Array(size),
	];
	const inBeginning = new Uint8Array(size);
	for (const [index, { closed, capital }] of all.entries()) {
		for (const [at, word] of (words[index] ?? []).entries()) {
			every[word] = (every[word] ?? 0) + 1;
			if (capital[at]) capitals[word] = (capitals[word] ?? 0) + 1;
			if (closed[at]) continue;
			isOpen[word] = 1;
			counts[word] = (counts[word] ?? 0) + 1;
			if (index < openingSentences) opening[word] = (opening[word] ?? 0) + 1;
			if (index < beginning) inBeginning[word] = 1;
		}
	}
	const isFrequent = new Uint8Array(size);
	const byCount = [...counts.keys()].sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0));
	for (const word of byCount.slice(0, frequent)) isFrequent[word] = 1;
	const capitalShare = (word: number): number => (capitals[word] ?? 0) / Math.max(1, every[word] ?? 0);
	const [pairRecurs, pairIsOpen, pairIsNames] = [
		new Uint8Array(pairChances.length),
		new Uint8Array(pairChances.length),
		new Uint8Array(pairChances.length),
	];
	const seen = new Uint8Array(pairChances.length);
	for (const [index, own] of pairs.entries()) {
		for (const [at, pair] of own.entries()) {
			const [one, other] = [words[index]?.[at] ?? 0, words[index]?.[at + 1] ?? 0];
			if (seen[pair]) pairRecurs[pair] = 1;
			seen[pair] = 1;
			pairIsOpen[pair] = isOpen[one] && isOpen[other] ? 1 : 0;
			pairIsNames[pair] = capitalShare(one) * capitalShare(other) > 0.5 ? 1 : 0;
		}
	}
	return {
		...{ counts, total: Math.max(1, total(counts)), isOpen, inBeginning, beginningSize: total(inBeginning) },
		...{ isFrequent, pairRecurs, pairIsOpen, pairIsNames, article: rooted(counts), opening: rooted(opening) },
	};
}

const total = (values: Iterable<number>): number => {
	let sum = 0;
	for (const value of values) sum += value;
	return sum;
};

/** The roots of counts, as a vector of length 1. */
function rooted(counts: Float64Array): Float64Array {
	const length = Math.sqrt(total(counts)) || 1;
	return counts.map((count) => Math.sqrt(count) / length);
}

/** How alike two sentences are: the cosine of the roots of their counts of open words; each two reckoned once. */
export function createLikeness({ words }: Weighed, { isOpen }: ArticleWords) {
	const size = words.length;
	const known = new Float64Array(size * size).fill(-1);
	const vectors: (ReadonlyMap<number, number> | undefined)[] = [];
	const vectorOf = (index: number): ReadonlyMap<number, number> => {
		const before = vectors[index];
		if (before) return before;
		const vector = new Map<number, number>();
		for (const word of words[index] ?? []) if (isOpen[word]) vector.set(word, (vector.get(word) ?? 0) + 1);
		const length = Math.sqrt(total(vector.values())) || 1;
		for (const [word, count] of vector) vector.set(word, Math.sqrt(count) / length);
		vectors[index] = vector;
		return vector;
	};
	return (one: number, other: number): number => {
		const before = known[one * size + other] ?? -1;
		if (before >= 0) return before;
		const [vector, second] = [vectorOf(one), vectorOf(other)];
		let sum = 0;
		for (const [word, value] of vector) sum += value * (second.get(word) ?? 0);
		known[one * size + other] = sum;
		return sum;
	};
}
