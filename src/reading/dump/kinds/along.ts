const farthest = 999;

/** Lines from each line to the nearest one that is asked for, not counting itself, above or below. */
export function distances(count: number, is: (at: number) => boolean, below: boolean): Uint16Array {
	const far = new Uint16Array(count);
	let distance = farthest;
	for (let step = 0; step < count; step++) {
		const at = below ? count - 1 - step : step;
		far[at] = distance;
		distance = is(at) ? 1 : Math.min(farthest, distance + 1);
	}
	return far;
}

/** How many of the lines before each are what is asked for, and one value more for the end. */
export function counts(count: number, is: (at: number) => boolean): Uint32Array {
	const before = new Uint32Array(count + 1);
	for (let at = 0; at < count; at++) before[at + 1] = (before[at] ?? 0) + (is(at) ? 1 : 0);
	return before;
}
