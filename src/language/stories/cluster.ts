import { likenessAmong } from './likeness.ts';
import type { StoryPrint } from './print.ts';

/** From this likeness on, on average, articles tell the same story: see docs/decisions/stories.md. */
export const sameStoryFrom = 0.3;

/**
 * Puts articles that tell the same story together, by average linkage: of all groups the two that are most alike are
 * joined, as long as their articles are alike on average (Sokal and Michener 1958).
 * @param background more articles by which it is told how rare a word is.
 * @returns the numbers of the articles in groups: in a group in the order given, the groups in the order of their first.
 */
export function storiesAmong(
	prints: readonly StoryPrint[],
	background: readonly StoryPrint[] = [],
	from = sameStoryFrom,
): readonly (readonly number[])[] {
	const likeness = likenessAmong([...prints, ...background]);
	// Each pair once: it is the same both ways.
	const half = prints.map((one, index) => prints.slice(0, index).map((other) => likeness(one, other)));
	let groups: number[][] = prints.map((_, index) => [index]);
	const between = (one: readonly number[], other: readonly number[]) => {
		let sum = 0;
		for (const a of one) for (const b of other) sum += half[Math.max(a, b)]?.[Math.min(a, b)] ?? 0;
		return sum / (one.length * other.length);
	};
	for (;;) {
		let best = { likeness: from, one: -1, other: -1 };
		for (let one = 0; one < groups.length; one++) {
			for (let other = one + 1; other < groups.length; other++) {
				const found = between(groups[one] ?? [], groups[other] ?? []);
				if (found >= best.likeness) best = { likeness: found, one, other };
			}
		}
		if (best.one < 0) return groups;
		const joined = [...(groups[best.one] ?? []), ...(groups[best.other] ?? [])].sort((a, b) => a - b);
		groups = groups.flatMap((group, index) =>
			index === best.one ? [joined] : index === best.other ? [] : [group],
		);
	}
}
