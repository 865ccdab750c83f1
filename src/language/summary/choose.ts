import { bestOfThree, type SecondLook } from './threes.ts';

/** The best sets kept after each step; fewer once some sentences are given, since a step costs more with each. */
const width = { first: 20, later: 2 };

interface Found {
	readonly chosen: readonly number[];
	readonly worth: number;
}

/**
 * Chooses `count` of `size` sentences: three by a second look, where one is given and finds any; else by beam search,
 * in which the best few sets of each number are each extended by every sentence. Fewer than `count` only where nothing
 * more may be chosen.
 * @param worth of a set in ascending order; negative infinity where it may not be.
 * @param from sentences that are chosen already.
 * @returns in the order of choice, the most important first.
 */
export function choose(
	size: number,
	count: number,
	worth: (chosen: readonly number[]) => number,
	from: readonly number[] = [],
	second: SecondLook | null = null,
): number[] {
	const looked = second === null || count !== 3 ? null : bestOfThree(second, worth, from);
	return byWorth(looked ?? bestSet(size, count, worth, from), worth);
}

/** The best set that the search finds, in ascending order. */
function bestSet(
	size: number,
	count: number,
	worth: (chosen: readonly number[]) => number,
	from: readonly number[],
): readonly number[] {
	let beam: readonly Found[] = [{ chosen: from, worth: 0 }];
	for (let step = from.length; step < count; step++) {
		const found = new Map<string, Found>();
		for (const { chosen } of beam) {
			for (let index = 0; index < size; index++) {
				if (chosen.includes(index)) continue;
				const next = [...chosen, index].sort((one, other) => one - other);
				const key = next.join();
				if (!found.has(key)) found.set(key, { chosen: next, worth: worth(next) });
			}
		}
		const best = [...found.values()]
			.filter((one) => one.worth > Number.NEGATIVE_INFINITY)
			.sort((one, other) => other.worth - one.worth)
			.slice(0, from.length === 0 ? width.first : width.later);
		if (best.length === 0) break;
		beam = best;
	}
	return beam[0]?.chosen ?? [];
}

/** The sentence that is worth most alone first, then each the one that adds most. */
function byWorth(chosen: readonly number[], worth: (chosen: readonly number[]) => number): number[] {
	const order: number[] = [];
	const rest = new Set(chosen);
	while (rest.size > 0) {
		let best = -1;
		let most = Number.NEGATIVE_INFINITY;
		for (const index of rest) {
			const value = worth([...order, index].sort((one, other) => one - other));
			if (value > most || best < 0) [best, most] = [index, value];
		}
		order.push(best);
		rest.delete(best);
	}
	return order;
}
