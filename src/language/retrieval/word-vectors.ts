import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';

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

/** The vectors of English words, read once, at first use or before it. */
export function wordVectors(): WordVectors {
	prepared ??= vectorsOf(JSON.parse(readFileSync(file, 'utf8')) as WordVectorTable);
	return prepared;
}

/** Reads the vectors before anybody needs them, in steps of a few milliseconds with pauses between. */
export async function prepareWordVectors(): Promise<void> {
	const read = await readFile(file, 'utf8');
	await pause();
	const { words, width, numbers } = JSON.parse(read) as WordVectorTable;
	await pause();
	const all = words.split(' ');
	const known = new Map<string, number>();
	for (const [number, word] of all.entries()) {
		known.set(word, number);
		if (number % wordsAtOnce === 0) await pause();
	}
	const bytes = Buffer.from(numbers, 'base64');
	await pause();
	prepared ??= vectorsFrom(known, bytes, width);
}

const wordsAtOnce = 2_000;

export function vectorsOf({ words, width, numbers }: WordVectorTable): WordVectors {
	const known = new Map(words.split(' ').map((word, number) => [word, number]));
	return vectorsFrom(known, Buffer.from(numbers, 'base64'), width);
}

/** @throws Error where words and numbers do not fit. */
function vectorsFrom(known: ReadonlyMap<string, number>, bytes: Buffer, width: number): WordVectors {
	const table = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
	if (table.length !== known.size * width)
		throw new Error('the words and the numbers of the word vectors do not fit');
	// Of each word when it is first asked for; 0 until then.
	const lengths = new Float64Array(known.size);
	const lengthOf = (word: number): number => {
		const length = lengths[word] || Math.sqrt(product(word, word)) || 1;
		lengths[word] = length;
		return length;
	};
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
			one < 0 || other < 0 ? 0 : Math.max(0, product(one, other) / (lengthOf(one) * lengthOf(other))),
		addTo(sum, word, weight) {
			if (word < 0) return;
			const scale = weight / lengthOf(word);
			for (let at = 0; at < width; at++)
				sum[at] = (sum[at] as number) + scale * (table[word * width + at] as number);
		},
		says: (number) => Math.log2(8 + (number < 0 ? known.size : number)) - 2,
	};
}
