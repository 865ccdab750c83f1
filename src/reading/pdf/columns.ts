import type { Line } from './lines.ts';

/** Lines that a column has at least. */
const leastLines = 3;
/** Of all lines, how many may go across the space between two columns: headlines, pictures' captions. */
const mostAcross = 0.4;
/** Columns beside each other: each space between two is found in what the one before has divided. */
const mostDivisions = 5;
/** Places, in points, at which a space between columns is looked for. */
const step = 3;

/**
 * The lines of a page in the order in which they are read: down a column, and then down the next one. A line across two
 * columns ends both.
 */
export function inReadingOrder(lines: readonly Line[], divisions = 0): Line[] {
	const down = [...lines].sort((one, other) => other.y - one.y || one.x - other.x);
	const gutter = divisions < mostDivisions ? gutterOf(down) : null;
	if (gutter === null) return down;
	const ordered: Line[] = [];
	let left: Line[] = [];
	let right: Line[] = [];
	const end = () => {
		ordered.push(...inReadingOrder(left, divisions + 1), ...inReadingOrder(right, divisions + 1));
		left = [];
		right = [];
	};
	for (const line of down) {
		if (line.end <= gutter) left.push(line);
		else if (line.x >= gutter - 1) right.push(line);
		else {
			end();
			ordered.push(line);
		}
	}
	end();
	return ordered;
}

/** Where a space runs down between two columns; null where there is only one. */
function gutterOf(lines: readonly Line[]): number | null {
	let best: { readonly at: number; readonly across: number; readonly least: number } | null = null;
	const places = new Set(lines.map(({ x }) => Math.floor(x / step) * step));
	for (const at of places) {
		const left = lines.filter(({ end }) => end <= at);
		const right = lines.filter(({ x }) => x >= at - 1);
		const across = lines.length - left.length - right.length;
		const least = Math.min(left.length, right.length);
		if (least < leastLines || across > mostAcross * lines.length || !areBeside(left, right)) continue;
		if (best === null || across < best.across || (across === best.across && least > best.least))
			best = { at, across, least };
	}
	return best?.at ?? null;
}

/** Whether most lines of the shorter side have some of the other side beside them. */
function areBeside(left: readonly Line[], right: readonly Line[]): boolean {
	const [few, many] = left.length < right.length ? [left, right] : [right, left];
	const heights = many.map(({ y }) => y);
	const [top, bottom] = [Math.max(...heights), Math.min(...heights)];
	const beside = few.filter(({ y, size }) => y <= top + size && y >= bottom - size);
	return beside.length >= Math.max(leastLines, few.length / 2);
}
