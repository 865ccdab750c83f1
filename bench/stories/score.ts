export interface Score {
	readonly precision: number;
	readonly recall: number;
	readonly f1: number;
}

function scoreOf(precision: number, recall: number): Score {
	return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

/** Of the pairs of articles that are put together those that belong together, and the other way round. */
export function pairwise(truth: readonly string[], groups: readonly (readonly number[])[]): Score {
	const groupOf = groupsOf(groups);
	let [both, found, wanted] = [0, 0, 0];
	for (let one = 0; one < truth.length; one++) {
		for (let other = one + 1; other < truth.length; other++) {
			const isFound = groupOf.get(one) === groupOf.get(other);
			const isWanted = truth[one] === truth[other];
			if (isFound) found++;
			if (isWanted) wanted++;
			if (isFound && isWanted) both++;
		}
	}
	return scoreOf(found === 0 ? 1 : both / found, wanted === 0 ? 1 : both / wanted);
}

/** B-cubed (Bagga and Baldwin 1998): of each article, how much of its group is of its story, and of its story in its group. */
export function bCubed(truth: readonly string[], groups: readonly (readonly number[])[]): Score {
	let [precision, recall] = [0, 0];
	for (const group of groups) {
		for (const one of group) {
			const same = group.filter((other) => truth[other] === truth[one]).length;
			precision += same / group.length;
			recall += same / truth.filter((story) => story === truth[one]).length;
		}
	}
	return scoreOf(precision / truth.length, recall / truth.length);
}

function groupsOf(groups: readonly (readonly number[])[]): ReadonlyMap<number, number> {
	return new Map(groups.flatMap((group, index) => group.map((one) => [one, index] as const)));
}

export function percent(share: number): string {
	return (100 * share).toFixed(1);
}
