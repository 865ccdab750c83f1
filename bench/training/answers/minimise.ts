/** A function to make small: its value at a point, with its slope written into `slope`. */
export type Cost = (point: Float64Array, slope: Float64Array) => number;

const dot = (one: Float64Array, other: Float64Array): number => {
	let sum = 0;
	for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
	return sum;
};

/**
 * Finds where a smooth function is least, by limited-memory BFGS (Liu and Nocedal 1989) with steps halved until
 * the value falls. Starts at zero; the same function gives the same point.
 */
export function minimise(
	cost: Cost,
	size: number,
	{ steps = 150, kept = 8, close = 1e-4 } = {},
): Float64Array {
	let point = new Float64Array(size);
	let slope = new Float64Array(size);
	let value = cost(point, slope);
	const memory: { readonly moved: Float64Array; readonly turned: Float64Array; readonly product: number }[] =
		[];
	for (let step = 0; step < steps; step++) {
		const way = direction(slope, memory);
		const descent = dot(way, slope);
		let length = step === 0 ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
		let next = point;
		let nextSlope = slope;
		let nextValue = Number.POSITIVE_INFINITY;
		for (let tries = 0; tries < 25; tries++, length /= 2) {
			next = point.map((one, at) => one + length * (way[at] ?? 0));
			nextSlope = new Float64Array(size);
			nextValue = cost(next, nextSlope);
			if (nextValue <= value + 1e-4 * length * descent) break;
		}
		if (!(nextValue < value)) break;
		const moved = next.map((one, at) => one - (point[at] ?? 0));
		const turned = nextSlope.map((one, at) => one - (slope[at] ?? 0));
		const product = dot(moved, turned);
		if (product > 1e-10) memory.push({ moved, turned, product });
		if (memory.length > kept) memory.shift();
		const gained = value - nextValue;
		[point, slope, value] = [next, nextSlope, nextValue];
		if (gained < close * Math.max(1, Math.abs(value)) * 0.01) break;
	}
	return point;
}

function direction(
	slope: Float64Array,
	memory: readonly {
		readonly moved: Float64Array;
		readonly turned: Float64Array;
		readonly product: number;
	}[],
): Float64Array {
	const way = slope.map((one) => -one);
	const shares: number[] = [];
	for (const { moved, turned, product } of memory.toReversed()) {
		const share = dot(moved, way) / product;
		shares.push(share);
		for (let at = 0; at < way.length; at++) way[at] = (way[at] as number) - share * (turned[at] as number);
	}
	const last = memory.at(-1);
	if (last) {
		const scale = last.product / dot(last.turned, last.turned);
		for (let at = 0; at < way.length; at++) way[at] = (way[at] as number) * scale;
	}
	for (const { moved, turned, product } of memory) {
		const share = (shares.pop() ?? 0) - dot(turned, way) / product;
		for (let at = 0; at < way.length; at++) way[at] = (way[at] as number) + share * (moved[at] as number);
	}
	return way;
}
