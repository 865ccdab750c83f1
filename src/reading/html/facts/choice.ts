import type { ForestScorer } from '../../../language/model/trees.ts';

/** A value that a fact of a page could have, and what is told of it: a number for each name that the model knows. */
export interface Option<Value> {
	readonly value: Value;
	readonly row: Float64Array;
}

export interface Chosen<Value> {
	readonly value: Value;
	/** How likely it is the right one, 0 to 1, by the model. */
	readonly chance: number;
}

/**
 * The most likely of some values, null where there is none. @param orNone that none of them is right is a choice too:
 * it weighs as much as a value with a score of 0.
 */
export function mostLikely<Value>(
	options: readonly Option<Value>[],
	forest: ForestScorer,
	orNone: boolean,
): Chosen<Value> | null {
	const scores = options.map(({ row }) => forest.score(row));
	const top = Math.max(orNone ? 0 : Number.NEGATIVE_INFINITY, ...scores);
	let sum = orNone ? Math.exp(-top) : 0;
	for (const score of scores) sum += Math.exp(score - top);
	let best: Chosen<Value> | null = null;
	for (const [at, { value }] of options.entries()) {
		const chance = Math.exp((scores[at] as number) - top) / sum;
		if (chance > (best?.chance ?? 0)) best = { value, chance };
	}
	return best;
}

/** Puts numbers into a row by their names. */
export function rowOf<Name extends string>(
	names: readonly Name[],
	told: Readonly<Record<Name, number>>,
): Float64Array {
	return Float64Array.from(names, (name) => told[name]);
}

/** A number for each of some names. @param prefix what the number's own name has before that of what it is about. */
export function byName<Name extends string, Prefix extends string = ''>(
	names: readonly Name[],
	tell: (name: Name) => number,
	prefix?: Prefix,
): Record<`${Prefix}${Name}`, number> {
	const told = names.map((name) => [`${prefix ?? ''}${name}`, tell(name)]);
	return Object.fromEntries(told) as Record<`${Prefix}${Name}`, number>;
}
