/** A leaf's value, or a split: the feature, the bound, the tree where the value is under it, and the other. */
export type Tree = number | [feature: string, bound: number, under: Tree, other: Tree];

/** Regression trees whose values add up to a score, as the model's JSON has them. */
export interface Forest {
	/** The features in the order of a row. */
	features: string[];
	trees: Tree[];
}

/** Scores rows of numbers, one a feature in the order of `features`. */
export interface ForestScorer {
	features: readonly string[];
	score(row: Float64Array): number;
}

/** A forest that also tells what each feature adds. */
export interface ExplainedForest extends ForestScorer {
	/**
	 * What each feature adds to the score of a row: every question of a tree moves its value from the mean of both its
	 * sides to the side that fits (Saabas 2014); slow.
	 */
	parts(row: Float64Array): Map<string, number>;
}

/** Prepares a forest for scoring: every tree flat, one after another. Throws where a tree asks an unknown feature. */
export function createForest({ features, trees }: Forest): ExplainedForest {
	const columns: number[] = [];
	const values: number[] = [];
	const others: number[] = [];
	const numbers = new Map(features.map((feature, index) => [feature, index]));
	const starts = trees.map((tree) => {
		const start = columns.length;
		plant(tree);
		return start;
	});
	const column = Int16Array.from(columns);
	const value = Float64Array.from(values);
	const other = Int32Array.from(others);
	return {
		features,
		score(row) {
			let sum = 0;
			for (const start of starts) {
				let at = start;
				// The tree under a bound is directly behind its question.
				while ((column[at] as number) >= 0) {
					at = (row[column[at] as number] as number) < (value[at] as number) ? at + 1 : (other[at] as number);
				}
				sum += value[at] as number;
			}
			return sum;
		},
		parts(row) {
			const parts = new Map<string, number>();
			for (const root of trees) {
				let tree = root;
				while (typeof tree !== 'number') {
					const [feature, bound, under, above] = tree;
					const side: Tree = (row[numbers.get(feature) ?? -1] ?? 0) < bound ? under : above;
					parts.set(feature, (parts.get(feature) ?? 0) + meanOf(side) - meanOf(tree));
					tree = side;
				}
			}
			return parts;
		},
	};

	function plant(tree: Tree): void {
		const at = columns.length;
		if (typeof tree === 'number') {
			columns.push(-1);
			values.push(tree);
			others.push(0);
			return;
		}
		const [feature, bound, under, above] = tree;
		const number = numbers.get(feature);
		if (number === undefined)
			throw new Error(`the model asks for a feature that it does not name: ${feature}`);
		columns.push(number);
		values.push(bound);
		others.push(0);
		plant(under);
		others[at] = columns.length;
		plant(above);
	}
}

/** The mean of both sides of a tree's questions, all the way down. */
const meanOf = (tree: Tree): number =>
	typeof tree === 'number' ? tree : (meanOf(tree[2]) + meanOf(tree[3])) / 2;
