/** The mean F1 of words (multisets, in lower case) over pairs of a text that was found and the right one. */
export function meanF1(pairs: readonly (readonly [found: string, right: string])[]): number {
	return pairs.reduce((sum, [found, right]) => sum + f1(found, right), 0) / Math.max(1, pairs.length);
}

function f1(found: string, right: string): number {
	const [ours, theirs] = [countsIn(found), countsIn(right)];
	let hit = 0;
	for (const [word, count] of ours) hit += Math.min(count, theirs.get(word) ?? 0);
	const [size, wanted] = [sizeOf(ours), sizeOf(theirs)];
	const precision = size > 0 ? hit / size : wanted > 0 ? 0 : 1;
	const recall = wanted > 0 ? hit / wanted : 1;
	return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

function countsIn(text: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const word of text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [])
		counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
	return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
