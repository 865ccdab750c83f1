/** Weights by feature and value, as the model's JSON has them. Parts of a value are separated by "|". */
export interface WeightTable {
	[feature: string]: { [value: string]: number };
}

/** One part of a feature's value: a word, a class, a bucket. */
export type ValuePart = string | number;

/** Takes one feature of the candidate; its value has up to four parts. */
export type Emit = (feature: string, a: ValuePart, b?: ValuePart, c?: ValuePart, d?: ValuePart) => void;

/** Adds up the weights of what is emitted. */
export interface Scorer {
	/** The sum of the weights of all that `features` emits. */
	score(features: (emit: Emit) => void): number;
	/** The weight of each feature that `features` emits, by name; slow. */
	parts(features: (emit: Emit) => void): Map<string, number>;
}

interface Node {
	weight: number;
	parts: Map<ValuePart, Node>;
}

/** Prepares a table for scoring. A feature or value that training never saw weighs nothing. */
export function createScorer(table: WeightTable): Scorer {
	const roots = new Map<string, Node>();
	for (const [feature, values] of Object.entries(table)) {
		const root: Node = { weight: 0, parts: new Map() };
		for (const [value, weight] of Object.entries(values)) plant(root, value.split('|'), weight);
		roots.set(feature, root);
	}
	let sum = 0;
	// Features come in nearly the same order each time: the last order saves looking most of them up.
	const order: string[] = [];
	const inOrder: (Node | undefined)[] = [];
	let at = 0;
	// Parts are looked up one by one: joining them into one key would cost more than all else.
	const emit: Emit = (feature, a, b, c, d) => {
		if (order[at] !== feature) {
			order[at] = feature;
			inOrder[at] = roots.get(feature);
		}
		let node = inOrder[at++]?.parts.get(a);
		if (b !== undefined) node = node?.parts.get(b);
		if (c !== undefined) node = node?.parts.get(c);
		if (d !== undefined) node = node?.parts.get(d);
		if (node) sum += node.weight;
	};
	return {
		score(features) {
			sum = 0;
			at = 0;
			features(emit);
			return sum;
		},
		parts(features) {
			const weights = new Map<string, number>();
			features((feature, a, b, c, d) => {
				let node = roots.get(feature);
				for (const part of [a, b, c, d]) if (part !== undefined) node = node?.parts.get(part);
				weights.set(feature, (weights.get(feature) ?? 0) + (node?.weight ?? 0));
			});
			return weights;
		},
	};
}

function plant(root: Node, parts: readonly string[], weight: number): void {
	let node = root;
	for (const part of parts) {
		let next = node.parts.get(part);
		if (!next) {
			next = { weight: 0, parts: new Map() };
			node.parts.set(part, next);
			if (/^-?\d{1,9}$/.test(part)) node.parts.set(Number(part), next);
		}
		node = next;
	}
	node.weight = weight;
}

/** Turns the scores of alternatives into probabilities that add up to one. */
export function softmax(scores: readonly number[]): number[] {
	const top = Math.max(...scores);
	const powers = scores.map((score) => Math.exp(score - top));
	const total = powers.reduce((sum, power) => sum + power, 0);
	return powers.map((power) => power / total);
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));
