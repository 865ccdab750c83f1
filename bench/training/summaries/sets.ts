import type { PreparedModel } from '../../../src/language/summary/chances.ts';
import { bestSets } from '../../../src/language/summary/choose.ts';
import { readForSummary } from '../../../src/language/summary/reading.ts';
import { setMeasures } from '../../../src/language/summary/set-measures.ts';
import type { Lesson } from './learn.ts';
import { rouge } from './rouge.ts';

/** Sets of three sentences of one article: what is measured of each, and how good it is. */
export interface Sets {
	readonly rows: readonly Float64Array[];
	readonly values: readonly number[];
}

const sentences = 3;
/** ROUGE-2 counts twice: it is smaller, and harder to come by. */
const counts = { words: 1, pairs: 2, sequences: 1 };
const rounds = 300;
const speed = 0.05;
const scale = 10;
const pull = 0.01;

/** The sets of an article that a search finds best, with chances by a model that never saw it. */
export function setsOf(
	{ paragraphs, reference }: Lesson,
	model: PreparedModel,
	known: Map<string, number>,
): Sets {
	const { all, worth, measures } = readForSummary(paragraphs, { language: 'en', model });
	const sets = bestSets(all.length, sentences, worth).filter((set) => set.length === sentences);
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
	return { rows: sets.map(measures), values: sets.map(goodness) };
}

/**
 * Weights under which the set that is worth most is good: the value that is expected if sets are drawn by the softmax
 * of their worth is raised step by step (Adam; Kingma and Ba 2015). The same sets give the same weights.
 */
export function fitSets(lessons: readonly Sets[]): Record<string, number> {
	const size = setMeasures.length;
	const spread = spreadOf(lessons.flatMap(({ rows }) => rows));
	const given = lessons
		.filter(({ rows }) => rows.length > 1)
		.map(({ rows, values }) => ({
			rows: rows.map((row) => row.map((value, at) => value / (spread[at] ?? 1))),
			values,
		}));
	const weights = new Float64Array(size);
	const [mean, square] = [new Float64Array(size), new Float64Array(size)];
	for (let round = 1; round <= rounds; round++) {
		const slope = new Float64Array(size);
		for (const { rows, values } of given) {
			const scores = rows.map((row) => dot(row, weights));
			const top = Math.max(...scores);
			const parts = scores.map((score) => Math.exp(score - top));
			const total = parts.reduce((sum, part) => sum + part, 0);
			const expected = parts.reduce((sum, part, at) => sum + (part / total) * (values[at] ?? 0), 0);
			for (const [index, row] of rows.entries()) {
				const share = ((parts[index] ?? 0) / total) * ((values[index] ?? 0) - expected);
				for (let at = 0; at < size; at++) slope[at] = (slope[at] as number) + share * (row[at] as number);
			}
		}
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

function dot(one: Float64Array, other: Float64Array): number {
	let sum = 0;
	for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
	return sum;
}

function spreadOf(rows: readonly Float64Array[]): Float64Array {
	const spread = new Float64Array(setMeasures.length);
	for (let at = 0; at < spread.length; at++) {
		const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length;
		const variance = rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length;
		spread[at] = Math.sqrt(variance) + 1e-9;
	}
	return spread;
}
