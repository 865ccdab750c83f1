import { type Candidate, openKeysOf } from '../sentences.ts';
import { shareOf } from './row.ts';

/**
 * Gives how much two sentences overlap: of what the open words of the one that says less weigh, the share that the
 * other has, too. A word weighs the more the fewer sentences of the article have it. That of each two is found once.
 */
export function createOverlap(all: readonly Candidate[]): (one: number, other: number) => number {
	const open = all.map(openKeysOf);
	const counts = new Map<string, number>();
	for (const own of open) for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1);
	const weightOf = (keys: Iterable<string>): number => {
		let sum = 0;
		for (const key of keys) sum += Math.log1p(all.length / (counts.get(key) ?? 1));
		return sum;
	};
	const weights = open.map(weightOf);
	const known = new Map<number, number>();
	return (one, other) => {
		const key = one * all.length + other;
		const found = known.get(key);
		if (found !== undefined) return found;
		const both = open[one]?.intersection(open[other] ?? new Set()) ?? [];
		const share = shareOf(weightOf(both), Math.min(weights[one] ?? 0, weights[other] ?? 0));
		known.set(key, share);
		return share;
	};
}
