/** Weights by feature and value, as the model's JSON has them. Parts of a value are separated by "|". */
export interface WeightTable {
	[feature: string]: { [value: string]: number };
}

/** One part of a feature's value: a word, a class, a bucket under a million; or what `Code` gives for a text. */
export type ValuePart = string | number;

/** Takes one feature of the candidate; its value has up to four parts. */
export type Emit = (feature: string, a: ValuePart, b?: ValuePart, c?: ValuePart, d?: ValuePart) => void;

/** Gives a part that is emitted several times in a form that is found faster; or the part itself. */
export type Code = (text: string) => ValuePart;

/** For what takes parts as they are. */
export const asText: Code = (text) => text;

/** Adds up the weights of what is emitted. */
export interface Scorer {
	code: Code;
	/** The sum of the weights of all that `features` emits. */
	score(features: (emit: Emit) => void): number;
	/** The weight of each feature that `features` emits, by name; slow. */
	parts(features: (emit: Emit) => void): Map<string, number>;
}

/** Codes of texts begin here, above all numbers that are parts themselves; the one before is of no known text. */
const FIRST = 2 ** 20;
const UNKNOWN = FIRST - 1;

/** A feature, the state before the first part of its value, and the feature that was emitted after it the last time. */
interface Feature {
	name: string;
	state: number;
	next: Feature | null;
}

/** Leads nowhere. */
const NOWHERE = -1;

/** Prepares a table for scoring. A feature or value that training never saw weighs nothing. */
export function createScorer(table: WeightTable): Scorer {
	const codes = new Map<string, number>();
	const steps = new Map<string, number>();
	const sums: number[] = [];
	const features = new Map<string, Feature>();
	for (const [name, values] of Object.entries(table)) {
		const root = sums.push(0) - 1;
		features.set(name, { name, state: root, next: null });
		for (const [value, weight] of Object.entries(values)) {
			let state = root;
			for (const part of value.split('|')) state = plant(state, part);
			sums[state] = weight;
		}
	}
	const go = createSteps(steps);
	const weights = Float64Array.from(sums);
	const code = (text: string): number => codes.get(text) ?? UNKNOWN;
	const step = (state: number, part: ValuePart): number =>
		go(state, typeof part === 'string' ? code(part) : part);
	const start: Feature = { name: '', state: NOWHERE, next: null };
	let sum = 0;
	let at = start;
	const emit: Emit = (name, a, b, c, d) => {
		const before = at;
		// The same feature mostly comes next again: its name is seldom looked up.
		at =
			before.next?.name === name ? before.next : (features.get(name) ?? { name, state: NOWHERE, next: null });
		before.next = at;
		const state = follow(at.state, a, b, c, d);
		if (state >= 0) sum += weights[state] as number;
	};
	return {
		code,
		score(candidate) {
			sum = 0;
			at = start;
			candidate(emit);
			return sum;
		},
		parts(candidate) {
			const parts = new Map<string, number>();
			candidate((name, a, b, c, d) => {
				const state = follow(features.get(name)?.state ?? NOWHERE, a, b, c, d);
				parts.set(name, (parts.get(name) ?? 0) + (weights[state] ?? 0));
			});
			return parts;
		},
	};

	function follow(root: number, a: ValuePart, b?: ValuePart, c?: ValuePart, d?: ValuePart): number {
		let state = step(root, a);
		if (b !== undefined) state = step(state, b);
		if (c !== undefined) state = step(state, c);
		if (d !== undefined) state = step(state, d);
		return state;
	}

	function plant(state: number, part: string): number {
		const number = /^-?\d{1,6}$/.test(part) ? Number(part) : (codes.get(part) ?? FIRST + codes.size);
		codes.set(part, number);
		const key = `${state} ${number}`;
		const known = steps.get(key);
		if (known !== undefined) return known;
		const next = sums.push(0) - 1;
		steps.set(key, next);
		return next;
	}
}

/** Where each part leads from each state: a table with open addressing, at most half of it taken. */
function createSteps(steps: ReadonlyMap<string, number>): (state: number, part: number) => number {
	const size = 2 ** Math.ceil(Math.log2(2 * steps.size + 2));
	// A slot holds a state, a part and the state that it leads to.
	const slots = new Int32Array(3 * size).fill(NOWHERE);
	const slotOf = (state: number, part: number): number =>
		((Math.imul(state, 0x9e3779b1) ^ Math.imul(part, 0x85ebca6b)) >>> 7) & (size - 1);
	for (const [key, next] of steps) {
		const [state = NOWHERE, part = UNKNOWN] = key.split(' ').map(Number);
		let slot = slotOf(state, part);
		while (slots[3 * slot] !== NOWHERE) slot = (slot + 1) & (size - 1);
		slots.set([state, part, next], 3 * slot);
	}
	return (state, part) => {
		if (state < 0) return NOWHERE;
		for (let slot = slotOf(state, part); ; slot = (slot + 1) & (size - 1)) {
			const own = slots[3 * slot] as number;
			if (own < 0) return NOWHERE;
			if (own === state && slots[3 * slot + 1] === part) return slots[3 * slot + 2] as number;
		}
	};
}

/** Turns the scores of alternatives into probabilities that add up to one. */
export function softmax(scores: readonly number[]): number[] {
	const top = Math.max(...scores);
	const powers = scores.map((score) => Math.exp(score - top));
	const total = powers.reduce((sum, power) => sum + power, 0);
	return powers.map((power) => power / total);
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));
