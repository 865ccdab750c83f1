import type { Emit, WeightTable } from '../../src/language/model/loglinear.ts';

/** Feature numbers of each alternative, and which of them are right (several may be). */
export interface Choice {
	alternatives: Int32Array[];
	right: number[];
	weight: number;
}

/** Gives every pair of feature and value a number. */
export class Space {
	readonly #numbers = new Map<string, number>();
	readonly #names: [string, string][] = [];
	readonly #counts: number[] = [];

	/** The numbers of what `features` emits. */
	take(features: (emit: Emit) => void): Int32Array {
		const numbers: number[] = [];
		features((feature, ...parts) => {
			const value = parts.filter((part) => part !== undefined).join('|');
			const key = `${feature}\t${value}`;
			let number = this.#numbers.get(key);
			if (number === undefined) {
				number = this.#names.length;
				this.#numbers.set(key, number);
				this.#names.push([feature, value]);
			}
			this.#counts[number] = (this.#counts[number] ?? 0) + 1;
			numbers.push(number);
		});
		return Int32Array.from(numbers);
	}

	get size(): number {
		return this.#names.length;
	}

	/** The weights as a table, without those too small to matter or of features seen less than `often`. */
	table(weights: Float64Array, least = 0.02, often = 3): WeightTable {
		const table: WeightTable = {};
		for (const [number, [feature, value]] of this.#names.entries()) {
			const weight = weights[number] ?? 0;
			if (Math.abs(weight) < least || (this.#counts[number] ?? 0) < often) continue;
			table[feature] ??= {};
			const row = table[feature];
			if (row) row[value] = Math.round(weight * 1000) / 1000;
		}
		for (const [feature, row] of Object.entries(table)) {
			table[feature] = Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
		}
		return table;
	}
}

/** A small generator of numbers from 0 to 1 (mulberry32), so that training gives the same weights each time. */
export function random(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

export function shuffled<T>(items: readonly T[], next: () => number): T[] {
	const mixed = [...items];
	for (let at = mixed.length - 1; at > 0; at--) {
		const other = Math.floor(next() * (at + 1));
		const kept = mixed[at] as T;
		mixed[at] = mixed[other] as T;
		mixed[other] = kept;
	}
	return mixed;
}

export interface Options {
	rounds: number;
	rate: number;
	/** Strength of the pull towards zero (L2), per choice. */
	pull: number;
	seed: number;
}

/**
 * Fits a conditional log-linear model by AdaGrad (Duchi, Hazan and Singer 2011): the probability of the right
 * alternatives together is raised. A yes-or-no question is a choice between its features and none.
 */
export function fitWeights(
	choices: readonly Choice[],
	size: number,
	{ rounds, rate, pull, seed }: Options,
): Float64Array {
	const weights = new Float64Array(size);
	const squares = new Float64Array(size).fill(1e-3);
	const gradient = new Float64Array(size);
	const next = random(seed);
	const average = new Float64Array(size);
	const from = Math.floor(rounds / 2);
	for (let round = 0; round < rounds; round++) {
		for (const choice of shuffled(choices, next)) {
			const scores = choice.alternatives.map((features) => {
				let sum = 0;
				for (const feature of features) sum += weights[feature] ?? 0;
				return sum;
			});
			const top = Math.max(...scores);
			const powers = scores.map((score) => Math.exp(score - top));
			const all = powers.reduce((sum, power) => sum + power, 0);
			const good = choice.right.reduce((sum, index) => sum + (powers[index] ?? 0), 0);
			const touched: number[] = [];
			for (const [index, features] of choice.alternatives.entries()) {
				const power = powers[index] ?? 0;
				const slope = (choice.right.includes(index) ? power / good : 0) - power / all;
				if (Math.abs(slope) < 1e-6) continue;
				for (const feature of features) {
					if (gradient[feature] === 0) touched.push(feature);
					gradient[feature] = (gradient[feature] ?? 0) + slope * choice.weight;
				}
			}
			for (const feature of touched) {
				const step = (gradient[feature] ?? 0) - pull * (weights[feature] ?? 0);
				gradient[feature] = 0;
				squares[feature] = (squares[feature] ?? 0) + step * step;
				weights[feature] = (weights[feature] ?? 0) + (rate * step) / Math.sqrt(squares[feature] ?? 1);
			}
		}
		// The mean over the later rounds depends less on the order of the choices than the last weights do.
		if (round >= from) {
			for (let at = 0; at < size; at++) {
				average[at] = (average[at] ?? 0) + (weights[at] ?? 0) / (rounds - from);
			}
		}
	}
	return average;
}
