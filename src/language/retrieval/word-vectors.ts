import { readFileSync } from 'node:fs';

/** The model as its JSON has it. */
export interface WordVectorTable {
	/** The more common first, with a space between. */
	readonly words: string;
	/** Numbers of a word. */
	readonly width: number;
	/** Those of one word after another, a signed byte each, in base 64. */
	readonly numbers: string;
}

/** What is known of words from the company that they keep in a large collection of texts (Pennington 2014). */
export interface WordVectors {
	readonly width: number;
	/** The number of a folded word, the more common the lower; -1 for one that is not known. */
	numberOf(word: string): number;
	/** How alike what two words mean is: 1 for the same, 0 for nothing in common or less, by their numbers. */
	likeness(one: number, other: number): number;
	/** Adds a word, by its number, times a weight to a sum of `width` numbers. */
	addTo(sum: Float64Array, word: number, weight: number): void;
	/** What a word says, in bits, by how common it is in English; one that is not known says most. */
	says(number: number): number;
}

const file = new URL('../../../data/models/word-vectors.json', import.meta.url);
let prepared: WordVectors | null = null;

/** The vectors of English words, read once, at first use. */
export function wordVectors(): WordVectors {
	prepared ??= vectorsOf(JSON.parse(readFileSync(file, 'utf8')) as WordVectorTable);
	return prepared;
}

export function vectorsOf({ words, width, numbers }: WordVectorTable): WordVectors {
	const known = new Map(words.split(' ').map((word, number) => [word, number]));
	const bytes = Buffer.from(numbers, 'base64');
	const table = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
	if (table.length !== known.size * width)
		throw new Error('the words and the numbers of the word vectors do not fit');
	const lengths = Float64Array.from({ length: known.size }, (_, word) => Math.sqrt(product(word, word)) || 1);
	function product(one: number, other: number): number {
		let sum = 0;
		for (let at = 0; at < width; at++)
			sum += (table[one * width + at] as number) * (table[other * width + at] as number);
		return sum;
	}
	return {
		width,
		numberOf: (word) => known.get(word) ?? -1,
		likeness: (one, other) =>
			one < 0 || other < 0
				? 0
				: Math.max(0, product(one, other) / ((lengths[one] as number) * (lengths[other] as number))),
		addTo(sum, word, weight) {
			if (word < 0) return;
			const scale = weight / (lengths[word] as number);
			for (let at = 0; at < width; at++)
				sum[at] = (sum[at] as number) + scale * (table[word * width + at] as number);
		},
		says: (number) => Math.log2(8 + (number < 0 ? known.size : number)) - 2,
	};
}
