/** The usual settings of BM25: how soon more of a word counts for nothing more, and how much a long text is held back. */
export const bm25 = { k1: 1.2, b: 0.6 };

/** What a word counts for that a text has this often (BM25: Robertson and others 1994), beside one that has it once. */
export function saturated(count: number, length: number, usual: number): number {
	const { k1, b } = bm25;
	return (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / Math.max(1, usual)));
}

/**
 * BM25 of the stems of a text.
 * @param usual how many stems a text has on average.
 * @param says what each stem that is looked for counts.
 */
export function okapi(row: readonly string[], usual: number, says: ReadonlyMap<string, number>): number {
	const counts = new Map<string, number>();
	for (const one of row) if (says.has(one)) counts.set(one, (counts.get(one) ?? 0) + 1);
	return counts
		.entries()
		.reduce((sum, [one, count]) => sum + (says.get(one) ?? 0) * saturated(count, row.length, usual), 0);
}
