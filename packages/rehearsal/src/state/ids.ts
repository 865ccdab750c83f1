/** The first second of 2015: where Discord counts from. */
export const epoch = 1_420_070_400_000;

/** Snowflakes: strictly growing, even where the clock stops or goes back. */
export function snowflakes(now: () => number): () => string {
	let last = 0n;
	return () => {
		const next = BigInt(Math.max(0, Math.floor(now()) - epoch)) << 22n;
		last = next > last ? next : last + 1n;
		return String(last);
	};
}

/** When a snowflake was made, in ms. */
export function madeAt(id: string): number {
	return Number(BigInt(id) >> 22n) + epoch;
}

/** Older before newer: decimal strings without leading zeros. */
export function compareIds(a: string, b: string): number {
	return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
