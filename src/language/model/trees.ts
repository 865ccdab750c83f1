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

/** A question, in the order of its bound: leaves under it are out of reach where the value is not under the bound. */
interface Question {
	bound: number;
	tree: number;
	/** A bit for each leaf of the tree, from the lowest on; 0 where the leaf is out of reach. */
	kept: number;
}

/** A tree's leaves fit into the bits of one number. */
const MOST_LEAVES = 32;

/**
 * Prepares a forest for scoring, as QuickScorer (Lucchese and others 2015) does: the questions of all trees are sorted
 * by feature and bound. Those of a feature are gone through up to its value, and each takes away the leaves that can
 * no longer be reached; of each tree the first leaf that is left counts. Walking down each tree takes three times as
 * long, since the processor guesses wrong at many forks. Throws where a tree asks an unknown feature or has more than 32 leaves.
 */
export function createForest({ features, trees }: Forest): ExplainedForest {
	const numbers = new Map(features.map((feature, index) => [feature, index]));
	const questions = features.map((): Question[] => []);
	const leaves: number[] = [];
	const starts = Int32Array.from(trees, (tree, number) => {
		const start = leaves.length;
		plant(tree, number, start);
		if (leaves.length - start > MOST_LEAVES)
			throw new Error(`the model has a tree of over ${MOST_LEAVES} leaves`);
		return start;
	});
	const asked = [...questions.keys()].filter((feature) => questions[feature]?.length);
	const sorted = asked.flatMap((feature) => (questions[feature] ?? []).sort((a, b) => a.bound - b.bound));
	const columns = Int32Array.from(asked);
	let end = 0;
	const ends = Int32Array.from(asked, (feature) => (end += questions[feature]?.length ?? 0));
	const bounds = Float64Array.from(sorted, ({ bound }) => bound);
	const treeOf = Int32Array.from(sorted, ({ tree }) => tree);
	const kept = Int32Array.from(sorted, (question) => question.kept);
	const values = Float64Array.from(leaves);
	const left = new Int32Array(trees.length);
	return {
		features,
		score(row) {
			left.fill(-1);
			let at = 0;
			for (let index = 0; index < columns.length; index++) {
				const value = row[columns[index] as number] as number;
				const after = ends[index] as number;
				for (; at < after && !(value < (bounds[at] as number)); at++)
					left[treeOf[at] as number] = (left[treeOf[at] as number] as number) & (kept[at] as number);
				at = after;
			}
			let sum = 0;
			for (let tree = 0; tree < left.length; tree++) {
				const bits = left[tree] as number;
				sum += values[(starts[tree] as number) + 31 - Math.clz32(bits & -bits)] as number;
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

	function plant(tree: Tree, number: number, start: number): void {
		if (typeof tree === 'number') {
			leaves.push(tree);
			return;
		}
		const [feature, bound, under, above] = tree;
		const own = questions[numbers.get(feature) ?? -1];
		if (!own) throw new Error(`the model asks for a feature that it does not name: ${feature}`);
		const first = leaves.length - start;
		plant(under, number, start);
		const after = leaves.length - start;
		own.push({ bound, tree: number, kept: ~bitsOf(first, after) });
		plant(above, number, start);
	}
}

const bitsOf = (first: number, after: number): number => (2 ** after - 2 ** first) | 0;

/** The mean of both sides of a tree's questions, all the way down. */
const meanOf = (tree: Tree): number =>
	typeof tree === 'number' ? tree : (meanOf(tree[2]) + meanOf(tree[3])) / 2;
