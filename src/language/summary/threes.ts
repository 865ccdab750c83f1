/** The sentences whose sets are all looked at, and the best of these sets that a second look tells apart. */
const most = { sentences: 22, sets: 150 };

/** How a set of three is chosen that is worth more than its words let expect. */
export interface SecondLook {
	/** What each sentence is worth alone; negative infinity where it is never shown. */
	readonly alone: readonly number[];
	/** What a set of three, in ascending order, is worth. */
	worth(set: readonly number[]): number;
	/** A sentence that is not left out where the first look has it. */
	readonly kept: number | null;
}

/**
 * All sets of three that may be shown, of the sentences that are worth most alone, in ascending order each: at most
 * 1,540 of 22 sentences. A sentence that needs another is among them by its own worth.
 * @param worth of a set; negative infinity where it may not be shown.
 * @param from sentences that every set has.
 * @returns the best first.
 */
export function setsOfThree(
	alone: readonly number[],
	worth: (set: readonly number[]) => number,
	from: readonly number[] = [],
): (readonly number[])[] {
	const best = [...alone.keys()]
		.filter((index) => alone[index] !== Number.NEGATIVE_INFINITY)
		.sort((one, other) => (alone[other] ?? 0) - (alone[one] ?? 0))
		.slice(0, most.sentences);
	const picked = [...new Set([...from, ...best])].sort((one, other) => one - other);
	const found: { readonly set: readonly number[]; readonly worth: number }[] = [];
	for (const [at, first] of picked.entries()) {
		for (const [next, second] of picked.slice(at + 1).entries()) {
			for (const third of picked.slice(at + next + 2)) {
				const set = [first, second, third];
				if (!from.every((index) => set.includes(index))) continue;
				const value = worth(set);
				if (value > Number.NEGATIVE_INFINITY) found.push({ set, worth: value });
			}
		}
	}
	return found.sort((one, other) => other.worth - one.worth).map(({ set }) => set);
}

/** The set of three that a second look finds best, among the best that the first look finds; null if there is none. */
export function bestOfThree(
	{ alone, worth: second, kept }: SecondLook,
	worth: (set: readonly number[]) => number,
	from: readonly number[],
): readonly number[] | null {
	const [best = null, ...others] = setsOfThree(alone, worth, from).slice(0, most.sets);
	if (best === null) return null;
	const isKept = kept !== null && best.includes(kept);
	let [chosen, value] = [best, second(best)];
	for (const set of others) {
		if (isKept && !set.includes(kept)) continue;
		const own = second(set);
		if (own > value) [chosen, value] = [set, own];
	}
	return chosen;
}
