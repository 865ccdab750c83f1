import type { Source } from './source.ts';
import type { Hole } from './stretches.ts';

/** A part of the posted text with its place. */
export interface Covered {
	stretch: Hole;
	readonly source: number;
}

/** Words by which the seam between two pieces is moved. */
const mostMoved = 8;

/**
 * Moves the seam between two pieces to where a posted sentence begins, if the words between are in both places: "The
 * court" may end the one and begin the other.
 */
export function moveSeam(
	before: Covered,
	next: Covered,
	folded: readonly string[],
	breaks: readonly boolean[],
	sources: readonly Source[],
): void {
	const has = ({ source, stretch }: Covered, at: number) =>
		sources[source]?.folded[stretch.original + at - stretch.posted] === folded[at];
	const { posted: seam } = next.stretch;
	for (let at = seam - 1; at > before.stretch.posted && at >= seam - mostMoved && has(next, at); at--) {
		if (!breaks[at]) continue;
		const by = seam - at;
		next.stretch = { ...next.stretch, posted: at, original: next.stretch.original - by };
		const over = before.stretch.postedAfter - at;
		if (over > 0) {
			const { postedAfter, originalAfter } = before.stretch;
			before.stretch = {
				...before.stretch,
				postedAfter: postedAfter - over,
				originalAfter: originalAfter - over,
			};
		}
		return;
	}
	const end = before.stretch.postedAfter;
	const theirs = sources[before.source]?.folded ?? [];
	const goesOn = (at: number) => theirs[before.stretch.originalAfter + at - end] === folded[at];
	for (let at = end; at < next.stretch.postedAfter - 1 && at < end + mostMoved && goesOn(at); at++) {
		if (!breaks[at + 1] || at + 1 <= next.stretch.posted) continue;
		const by = at + 1 - end;
		const over = at + 1 - next.stretch.posted;
		before.stretch = {
			...before.stretch,
			postedAfter: end + by,
			originalAfter: before.stretch.originalAfter + by,
		};
		next.stretch = { ...next.stretch, posted: at + 1, original: next.stretch.original + over };
		return;
	}
}
