import {
	inSpreads,
	type LinearFeature,
	type LinearTable,
	squareScale,
} from '../../../src/language/model/linear.ts';
import { minimise } from './minimise.ts';

/** A choice between rows, of which some are right; or, of one row, whether it is right (`right` is empty if not). */
export interface Case {
	readonly rows: readonly Float64Array[];
	readonly right: readonly number[];
	readonly weight: number;
	/** What features may count for differently. */
	readonly kind: string;
}

export interface FitOptions {
	/** Pulls the weights of a feature towards zero (L2). */
	readonly pull: (name: string) => number;
	/** Whether the square of a feature counts too; of what is only there or not, it says nothing more. */
	readonly squared: (name: string) => boolean;
	/** Of one row: whether it is right, instead of a choice between rows. */
	readonly orNone: boolean;
	/** The kinds, and the features that count differently in each. */
	readonly kinds: readonly string[];
	readonly byKind: readonly string[];
}

/** Fits a linear model of rows to cases by maximum likelihood. */
export function fitLinear(
	cases: readonly Case[],
	names: readonly string[],
	options: FitOptions,
): LinearTable {
	const { pull, squared, orNone, kinds, byKind } = options;
	const places = byKind.map((name) => names.indexOf(name));
	const [means, spreads] = momentsOf(cases, names.length);
	const width = 2 * names.length + kinds.length * places.length + 1;
	const scales = names.map((name) => (squared(name) ? squareScale : 0));
	const pulls = Float64Array.from([
		...names.map(pull),
		...names.map(pull),
		...kinds.flatMap(() => byKind.map(pull)),
		pull(''),
	]);
	const sizes = cases.map(({ rows }) => rows.length);
	const count = sizes.reduce((sum, one) => sum + one, 0);
	const matrix = new Float64Array(count * width);
	let row = 0;
	for (const { rows, kind } of cases) {
		for (const own of rows) {
			const from = row++ * width;
			for (const at of names.keys()) {
				const value = inSpreads(own[at] ?? 0, means[at] ?? 0, spreads[at] ?? 1);
				matrix[from + at] = value;
				matrix[from + names.length + at] = (scales[at] ?? 0) * value * value;
			}
			const block = kinds.indexOf(kind);
			for (const [index, place] of places.entries()) {
				if (block < 0) break;
				matrix[from + 2 * names.length + block * places.length + index] = matrix[from + place] ?? 0;
			}
			// Whether a row is right at all needs a bound; between rows it falls out.
			matrix[from + width - 1] = orNone ? 1 : 0;
		}
	}
	const weights = minimise((point, slope) => {
		let cost = 0;
		for (let at = 0; at < width; at++) {
			const one = point[at] as number;
			const own = pulls[at] as number;
			cost += own * one * one;
			slope[at] = 2 * own * one;
		}
		let from = 0;
		for (const [index, { right, weight }] of cases.entries()) {
			const size = sizes[index] ?? 0;
			cost += weight * addCase(matrix, width, from, size, right, orNone, weight, point, slope);
			from += size;
		}
		return cost;
	}, width);
	const round = (value: number) => Math.round(value * 1e4) / 1e4;
	const features: Record<string, LinearFeature> = {};
	for (const [at, name] of names.entries())
		features[name] = [
			round(means[at] ?? 0),
			round(spreads[at] ?? 1),
			round(weights[at] ?? 0),
			round(weights[names.length + at] ?? 0),
		];
	return {
		features,
		kinds: Object.fromEntries(
			kinds.map((kind, block) => [
				kind,
				Object.fromEntries(
					byKind.map((name, index) => [
						name,
						round(weights[2 * names.length + block * places.length + index] ?? 0),
					]),
				),
			]),
		),
	};
}

/** The cost of one case; its slope is added. */
function addCase(
	matrix: Float64Array,
	width: number,
	from: number,
	size: number,
	right: readonly number[],
	orNone: boolean,
	weight: number,
	point: Float64Array,
	slope: Float64Array,
): number {
	const scores = new Float64Array(size);
	let top = orNone ? 0 : Number.NEGATIVE_INFINITY;
	for (let row = 0; row < size; row++) {
		let sum = 0;
		const start = (from + row) * width;
		for (let at = 0; at < width; at++) sum += (matrix[start + at] as number) * (point[at] as number);
		scores[row] = sum;
		top = Math.max(top, sum);
	}
	const none = orNone ? Math.exp(-top) : 0;
	const powers = scores.map((score) => Math.exp(score - top));
	const all = powers.reduce((sum, one) => sum + one, none);
	const good = right.length === 0 ? none : right.reduce((sum, row) => sum + (powers[row] ?? 0), 0);
	for (let row = 0; row < size; row++) {
		const power = powers[row] as number;
		const push = weight * (power / all - (right.includes(row) ? power / good : 0));
		if (Math.abs(push) < 1e-9) continue;
		const start = (from + row) * width;
		for (let at = 0; at < width; at++)
			slope[at] = (slope[at] as number) + push * (matrix[start + at] as number);
	}
	return Math.log(all) - Math.log(Math.max(good, 1e-300));
}

function momentsOf(cases: readonly Case[], width: number): [Float64Array, Float64Array] {
	const sums = new Float64Array(width);
	const squares = new Float64Array(width);
	let count = 0;
	for (const { rows } of cases)
		for (const row of rows) {
			count++;
			for (let at = 0; at < width; at++) {
				sums[at] = (sums[at] ?? 0) + (row[at] ?? 0);
				squares[at] = (squares[at] ?? 0) + (row[at] ?? 0) ** 2;
			}
		}
	const means = sums.map((sum) => sum / Math.max(1, count));
	const spreads = squares.map((sum, at) =>
		Math.max(0.01, Math.sqrt(Math.max(0, sum / Math.max(1, count) - (means[at] ?? 0) ** 2))),
	);
	return [means, spreads];
}
