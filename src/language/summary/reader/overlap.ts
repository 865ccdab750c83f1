import { type Candidate, openKeysOf } from '../sentences.ts';
import { shareOf } from './row.ts';

/**
 * Gives the overlap coefficient of the open words of two sentences: the share of those of the shorter one that the other
 * has, too. That of each two is found once.
 */
export function createOverlap(all: readonly Candidate[]): (one: number, other: number) => number {
	const open = all.map(openKeysOf);
	const known = new Map<number, number>();
	return (one, other) => {
		const key = one * all.length + other;
		const found = known.get(key);
		if (found !== undefined) return found;
		const [own, others] = [open[one] ?? new Set<string>(), open[other] ?? new Set<string>()];
		const share = shareOf(own.intersection(others).size, Math.min(own.size, others.size));
		known.set(key, share);
		return share;
	};
}
