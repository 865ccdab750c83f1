import { type WordVectors, wordVectors } from '../word-vectors.ts';
import type { ReadText } from './read.ts';

/** Words by their stems, with their numbers in the table of word vectors. */
type Meanings = ReadText['meanings'];

/** Compares a message with many statements by what their words mean. */
export interface MeaningOf {
	/** Five numbers of 0 to 1: see `meaningNames`. */
	compare(statement: Meanings): readonly number[];
}

export const meaningNames = ['direction', 'nearWords', 'nearMine', 'sameWords', 'nearWordsSquared'] as const;

/**
 * How near a statement's words are to a message's: the angle between their sums; how near each word of one comes to the
 * nearest of the other, by what the word says; and how much of it is the same words.
 */
export function meaningOf(mine: Meanings): MeaningOf {
	const vectors = wordVectors();
	const own = [...mine];
	const weights = own.map(([, number]) => vectors.says(number));
	const whole = sumOf(mine, vectors);
	const total = sum(weights);
	/** Of each word that statements have, how near it comes to each of the message's. */
	const known = new Map<string, Float64Array>();
	const nearness = (stem: string, number: number): Float64Array => {
		const found = known.get(stem);
		if (found) return found;
		const made = Float64Array.from(own, ([other, its]) =>
			other === stem ? 1 : vectors.likeness(number, its),
		);
		known.set(stem, made);
		return made;
	};
	return {
		compare(statement) {
			if (own.length === 0 || statement.size === 0) return meaningNames.map(() => 0);
			const best = new Float64Array(own.length);
			let all = 0;
			let near = 0;
			let squared = 0;
			let same = 0;
			for (const [stem, number] of statement) {
				const says = vectors.says(number);
				const row = nearness(stem, number);
				let nearest = 0;
				for (let at = 0; at < row.length; at++) {
					const one = row[at] as number;
					if (one > nearest) nearest = one;
					if (one > (best[at] as number)) best[at] = one;
				}
				all += says;
				near += says * nearest;
				squared += says * nearest * nearest;
				if (mine.has(stem)) same += says;
			}
			const covered = weights.reduce((part, weight, at) => part + weight * (best[at] as number), 0);
			return [
				Math.max(0, cosine(whole, sumOf(statement, vectors))),
				near / all,
				covered / total,
				same / all,
				squared / all,
			];
		},
	};
}

function sumOf(meanings: Meanings, vectors: WordVectors): Float64Array {
	const all = new Float64Array(vectors.width);
	for (const number of meanings.values()) vectors.addTo(all, number, vectors.says(number));
	return all;
}

function cosine(one: Float64Array, other: Float64Array): number {
	let [both, first, second] = [0, 0, 0];
	for (let at = 0; at < one.length; at++) {
		const [a, b] = [one[at] as number, other[at] as number];
		both += a * b;
		first += a * a;
		second += b * b;
	}
	return both === 0 ? 0 : both / Math.sqrt(first * second);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
