import type { Needs } from './needs.ts';

/**
 * The sentences that are surely understood among the others, and those that are sure: the line, the first of news. One
 * that is left out gives its place to the one before it, if it says all of that and that is understood.
 * @param chosen in any order; the result is in ascending order.
 */
export function withoutDoubtful(
	chosen: readonly number[],
	sure: readonly (number | undefined)[],
	needs: readonly Needs[],
	doubt: (set: readonly number[], at: number) => number,
): readonly number[] {
	let set = chosen.toSorted((one, other) => one - other);
	for (let at = 0; at < set.length; at++) {
		if (sure.includes(set[at]) || doubt(set, at) < 1) continue;
		const before = (set[at] ?? 0) - 1;
		const other = set.with(at, before);
		const takesPlace = needs[before]?.saidByNext === true && !set.includes(before) && doubt(other, at) < 1;
		set = takesPlace ? other : set.toSpliced(at, 1);
		at = -1;
	}
	return set;
}
