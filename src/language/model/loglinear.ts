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

/** What a part of a value leads to: the weight, where no part comes behind it. */
type Found = number | Node;

interface Node {
	weight: number;
	parts: Map<ValuePart, Found>;
}

const behind = (found: Found | undefined, part: ValuePart): Found | undefined =>
	typeof found === 'object' ? found.parts.get(part) : undefined;

const weightOf = (found: Found | undefined): number =>
	typeof found === 'number' ? found : (found?.weight ?? 0);

/** A feature with its values, and the one that was emitted after it the last time: it mostly is again. */
interface Feature {
	name: string;
	values: Node;
	next: Feature | null;
}

const createFeature = (name: string): Feature => ({
	name,
	values: { weight: 0, parts: new Map() },
	next: null,
});

/** Prepares a table for scoring. A feature or value that training never saw weighs nothing. */
export function createScorer(table: WeightTable): Scorer {
	const known = new Map<string, Feature>();
	for (const [name, values] of Object.entries(table)) {
		const feature = createFeature(name);
		for (const [value, weight] of Object.entries(values)) plant(feature.values, value, weight);
		known.set(name, feature);
	}
	let sum = 0;
	const start = createFeature('');
	let at = start;
	// Parts are looked up one by one: joining them into one key would cost more than all else.
	const emit: Emit = (name, a, b, c, d) => {
		const before = at;
		at = before.next?.name === name ? before.next : (known.get(name) ?? createFeature(name));
		before.next = at;
		let found = at.values.parts.get(a);
		if (b !== undefined) found = behind(found, b);
		if (c !== undefined) found = behind(found, c);
		if (d !== undefined) found = behind(found, d);
		sum += weightOf(found);
	};
	return {
		score(features) {
			sum = 0;
			at = start;
			features(emit);
			return sum;
		},
		parts(features) {
			const weights = new Map<string, number>();
			features((feature, a, b, c, d) => {
				let found: Found | undefined = known.get(feature)?.values;
				for (const part of [a, b, c, d]) if (part !== undefined) found = behind(found, part);
				weights.set(feature, (weights.get(feature) ?? 0) + weightOf(found));
			});
			return weights;
		},
	};
}

function plant(root: Node, value: string, weight: number): void {
	const parts = value.split('|');
	const last = parts.pop() ?? '';
	let node = root;
	for (const part of parts) {
		const next = node.parts.get(part);
		const inner: Node = typeof next === 'object' ? next : { weight: next ?? 0, parts: new Map() };
		put(node, part, inner);
		node = inner;
	}
	const known = node.parts.get(last);
	if (typeof known === 'object') known.weight = weight;
	else put(node, last, weight);
}

/** A number is looked up as such and as text. */
function put({ parts }: Node, part: string, found: Found): void {
	parts.set(part, found);
	if (/^-?\d{1,9}$/.test(part)) parts.set(Number(part), found);
}

/** Turns the scores of alternatives into probabilities that add up to one. */
export function softmax(scores: readonly number[]): number[] {
	const top = Math.max(...scores);
	const powers = scores.map((score) => Math.exp(score - top));
	const total = powers.reduce((sum, power) => sum + power, 0);
	return powers.map((power) => power / total);
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));
