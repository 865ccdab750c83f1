import type { PreparedModel } from '../../../src/language/summary/chances.ts';
import { readForSummary } from '../../../src/language/summary/reading.ts';
import { setMeasures } from '../../../src/language/summary/set-measures.ts';
import { setsOfThree } from '../../../src/language/summary/threes.ts';
import type { Lesson } from './learn.ts';
import { rouge } from './rouge.ts';

/** Sets of three sentences of one article: what is measured of each, row by row, and how good it is. */
export interface Sets {
	readonly rows: Float32Array;
	readonly values: readonly number[];
}

const counts = { words: 1, pairs: 2, sequences: 1 };
const rounds = 300;
const speed = 0.05;
const scale = 10;
const pull = 0.01;

/** The sets of an article that may be shown, the poor ones too, with chances by a model that never saw it. */
export function setsOf(
	{ paragraphs, reference }: Lesson,
	model: PreparedModel,
	known: Map<string, number>,
): Sets {
	const { all, alone, worth, measures } = readForSummary(paragraphs, { language: 'en', model });
	const sets = setsOfThree(alone, worth);
	const goodness = (set: readonly number[]): number => {
		const key = set.join();
		const before = known.get(key);
		if (before !== undefined) return before;
		const found = rouge(
			set.map((index) => all[index]?.text ?? ''),
			reference,
		);
		const value =
			counts.words * found.words + counts.pairs * found.pairs + counts.sequences * found.sequences;
		known.set(key, value);
		return value;
	};
	return { rows: Float32Array.from(sets.flatMap((set) => [...measures(set)])), values: sets.map(goodness) };
}

/**
 * Weights under which the set that is worth most is good: the value that is expected if sets are drawn by the softmax
 * of their worth is raised step by step (Adam; Kingma and Ba 2015). The same sets give the same weights.
 */
export function fitSets(lessons: readonly Sets[]): Record<string, number> {
	const size = setMeasures.length;
	const given = lessons.filter(({ values }) => values.length > 1);
	const spread = spreadOf(given);
	const scaled = given.map(({ rows, values }) => ({
		rows: rows.map((value, at) => value / (spread[at % size] as number)),
		values,
	}));
	const weights = new Float64Array(size);
	const [mean, square] = [new Float64Array(size), new Float64Array(size)];
	for (let round = 1; round <= rounds; round++) {
		const slope = new Float64Array(size);
		for (const one of scaled) addSlope(slope, one, weights);
		for (let at = 0; at < size; at++) {
			const step = (scale * (slope[at] ?? 0)) / given.length - pull * (weights[at] ?? 0);
			mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * step;
			square[at] = 0.99 * (square[at] ?? 0) + 0.01 * step * step;
			const [sure, wide] = [(mean[at] ?? 0) / (1 - 0.9 ** round), (square[at] ?? 0) / (1 - 0.99 ** round)];
			weights[at] = (weights[at] ?? 0) + (speed * sure) / (Math.sqrt(wide) + 1e-6);
		}
	}
	return Object.fromEntries(
		setMeasures.map((name, at) => [name, Number(((weights[at] ?? 0) / (spread[at] ?? 1)).toPrecision(4))]),
	);
}

/** Adds the slope of the value that is expected of one article, by weight. */
function addSlope(slope: Float64Array, { rows, values }: Sets, weights: Float64Array): void {
	const size = slope.length;
	const scores = values.map((_, index) => {
		let sum = 0;
		for (let at = 0; at < size; at++) sum += (rows[index * size + at] as number) * (weights[at] as number);
		return sum;
	});
	const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
	const parts = scores.map((score) => Math.exp(score - top));
	const total = parts.reduce((sum, part) => sum + part, 0);
	const expected = parts.reduce((sum, part, at) => sum + (part / total) * (values[at] ?? 0), 0);
	for (const [index, value] of values.entries()) {
		const share = ((parts[index] ?? 0) / total) * (value - expected);
		for (let at = 0; at < size; at++)
			slope[at] = (slope[at] as number) + share * (rows[index * size + at] as number);
	}
}

/** The standard deviation of each measure over all sets. */
function spreadOf(lessons: readonly Sets[]): Float64Array {
	const size = setMeasures.length;
	const [sums, squares] = [new Float64Array(size), new Float64Array(size)];
	let count = 0;
	for (const { rows, values } of lessons) {
		count += values.length;
		for (const [at, value] of rows.entries()) {
			sums[at % size] = (sums[at % size] as number) + value;
			squares[at % size] = (squares[at % size] as number) + value * value;
		}
	}
	return squares.map(
		(sum, at) => Math.sqrt(Math.max(0, sum / count - ((sums[at] ?? 0) / count) ** 2)) + 1e-9,
	);
}
