/** The best sets kept after each step; fewer once some sentences are given, since a step costs more with each. */
const width = { first: 20, later: 2 };
/** The best sets of the last step that are told apart by a second look. */
const looked = 150;

interface Found {
	readonly chosen: readonly number[];
	readonly worth: number;
}

/**
 * Chooses `count` of `size` sentences by beam search: the best few sets of each number are each extended by every
 * sentence. Fewer than `count` only where nothing more may be chosen.
 * @param worth of a set in ascending order; negative infinity where it may not be.
 * @param from sentences that are chosen already.
 * @param second what a set of `count` is worth by a second look, which decides among the best of them; it does not
 * leave out `kept` where the first look has it.
 * @returns in the order of choice, the most important first.
 */
export function choose(
	size: number,
	count: number,
	worth: (chosen: readonly number[]) => number,
	from: readonly number[] = [],
	second: ((chosen: readonly number[]) => number) | null = null,
	kept: number | null = null,
): number[] {
	const best = bestSets(size, count, worth, from);
	let [chosen = [], most] = [best[0], Number.NEGATIVE_INFINITY];
	const isKept = kept !== null && chosen.includes(kept);
	for (const set of second === null ? [] : best) {
		if (isKept && !set.includes(kept)) continue;
		const value = second?.(set) ?? 0;
		if (value > most) [chosen, most] = [set, value];
	}
	return byWorth(chosen, worth);
}

/** The best sets that the search finds, the best first, each in ascending order. */
export function bestSets(
	size: number,
	count: number,
	worth: (chosen: readonly number[]) => number,
	from: readonly number[] = [],
): readonly (readonly number[])[] {
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
			.slice(0, step === count - 1 ? looked : from.length === 0 ? width.first : width.later);
		if (best.length === 0) break;
		beam = best;
	}
	return beam.map(({ chosen }) => chosen);
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
