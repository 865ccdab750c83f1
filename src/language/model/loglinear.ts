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
	const steps = plantSteps();
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
	const go = steps.grown();
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
		const number = codes.get(part) ?? numberOf(part);
		const next = steps.from(state, number, sums.length);
		if (next === sums.length) sums.push(0);
		return next;
	}

	function numberOf(part: string): number {
		const number = /^-?\d{1,6}$/.test(part) ? Number(part) : FIRST + codes.size;
		codes.set(part, number);
		return number;
	}
}

/** The state that a part leads to from a state, or `NOWHERE`. */
type Go = (state: number, part: number) => number;

/** Where each part leads from each state, while that is being found out. */
interface PlantedSteps {
	/** Where a part leads, which is to `next` from now on if it led nowhere. */
	from(state: number, part: number, next: number): number;
	/** The same for looking up, when all are there. */
	grown(): Go;
}

/** A table with open addressing, at most half of it taken: a slot holds a state, a part and the state that it leads to. */
function plantSteps(): PlantedSteps {
	let slots = new Int32Array(3 * 64).fill(NOWHERE);
	let taken = 0;
	const grow = (): void => {
		const before = slots;
		slots = new Int32Array(2 * before.length).fill(NOWHERE);
		for (let at = 0; at < before.length; at += 3) {
			const state = before[at] as number;
			if (state < 0) continue;
			const part = before[at + 1] as number;
			slots.set([state, part, before[at + 2] as number], freeSlot(slots, state, part));
		}
	};
	return {
		from(state, part, next) {
			const slot = freeSlot(slots, state, part);
			if (slots[slot] === state) return slots[slot + 2] as number;
			slots[slot] = state;
			slots[slot + 1] = part;
			slots[slot + 2] = next;
			if (6 * (++taken + 1) > slots.length) grow();
			return next;
		},
		grown: () => lookUp(slots),
	};
}

const firstSlot = (state: number, part: number, size: number): number =>
	((Math.imul(state, 0x9e3779b1) ^ Math.imul(part, 0x85ebca6b)) >>> 7) & (size - 1);

/** Where the slot of a step begins, or the free one for it. */
function freeSlot(slots: Int32Array, state: number, part: number): number {
	const size = slots.length / 3;
	for (let slot = firstSlot(state, part, size); ; slot = (slot + 1) & (size - 1)) {
		const own = slots[3 * slot] as number;
		if (own < 0 || (own === state && slots[3 * slot + 1] === part)) return 3 * slot;
	}
}

function lookUp(slots: Int32Array): Go {
	const size = slots.length / 3;
	return (state, part) => {
		if (state < 0) return NOWHERE;
		for (let slot = firstSlot(state, part, size); ; slot = (slot + 1) & (size - 1)) {
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
