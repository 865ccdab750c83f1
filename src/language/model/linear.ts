/** One feature of a linear model: what it is on average, how far it spreads, and what it counts for. */
export type LinearFeature = readonly [mean: number, spread: number, weight: number, square: number];

/** A linear model as its JSON has it. */
export interface LinearTable {
	/** By name, in the order of a row. */
	readonly features: Readonly<Record<string, LinearFeature>>;
	/** What a feature counts for in addition, in one kind of case. */
	readonly kinds: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Scores rows of numbers, one a feature: each in units of its spread, and its square, by their weights. */
export interface LinearScorer {
	/** @param kind of the case; one that the model does not know counts for nothing. */
	score(row: Float64Array, kind?: string): number;
}

/** What a square counts as beside the value itself. */
export const squareScale = 0.3;
/** A text unlike those that were learned from has values far from all of theirs: they count as this far. */
const farthest = 3;

/** A value in units of its spread. */
export function inSpreads(value: number, mean: number, spread: number): number {
	return Math.max(-farthest, Math.min(farthest, (value - mean) / spread));
}

/**
 * Prepares a model for scoring.
 * @throws Error where its features are not those of a row.
 */
export function createLinear({ features, kinds }: LinearTable, names: readonly string[]): LinearScorer {
	if (Object.keys(features).join() !== names.join())
		throw new Error('the model was learned from other features: train it again');
	const all = Object.values(features);
	const byKind = new Map(
		Object.entries(kinds).map(([kind, weights]) => [kind, names.map((name) => weights[name] ?? 0)]),
	);
	return {
		score(row, kind = '') {
			const own = byKind.get(kind);
			let sum = 0;
			for (const [at, [mean, spread, weight, square]] of all.entries()) {
				const value = inSpreads(row[at] ?? 0, mean, spread);
				sum += value * (weight + (own?.[at] ?? 0)) + squareScale * value * value * square;
			}
			return sum;
		},
	};
}
