/** A step of an alignment: a word of one text with a word of the other (-1 for none). */
export interface Step {
	readonly posted: number;
	readonly original: number;
	/** Whether both are the same word. */
	readonly same: boolean;
}

/** What the alignment is paid and charged. A word that is replaced costs less than one left out and one put in. */
const points = { same: 5, replaced: -3, alike: -1, single: -3 };
/** More cells than this are not filled: of longer texts only a band around the diagonal is compared. */
const mostCells = 300_000;

/**
 * Aligns all of one row of words with the best part of another (Needleman and Wunsch, with free ends on the
 * original's side), in a band around the diagonal where both are long. O(words × band) in time and memory.
 * @param posted folded words; all of them are in the result.
 * @param original folded words; those before and after the best part are not in the result.
 * @param isAlike whether two different words are forms or misspellings of one another.
 */
export function alignWords(
	posted: readonly string[],
	original: readonly string[],
	isAlike: (one: string, other: string) => boolean,
): Step[] {
	const rows = posted.length + 1;
	const columns = original.length + 1;
	const width = Math.min(columns, Math.max(16, Math.floor(mostCells / rows)));
	/** The first column of each row's band. */
	const from = (row: number): number => {
		if (width === columns) return 0;
		const middle = Math.round((row / rows) * columns);
		return Math.max(0, Math.min(columns - width, middle - (width >> 1)));
	};
	const scores = new Int32Array(rows * width).fill(lowest);
	const moves = new Uint8Array(rows * width);
	for (let row = 0; row < rows; row++) {
		const first = from(row);
		const above = row === 0 ? 0 : from(row - 1);
		for (let column = first; column < first + width && column < columns; column++) {
			const at = row * width + column - first;
			if (row === 0) {
				scores[at] = 0;
				continue;
			}
			const up = cell(scores, row - 1, column, above, width) + points.single;
			let best = up;
			let move = UP;
			if (column > 0) {
				const [one = '', other = ''] = [posted[row - 1], original[column - 1]];
				const pay = one === other ? points.same : isAlike(one, other) ? points.alike : points.replaced;
				const across = cell(scores, row - 1, column - 1, above, width) + pay;
				// Of as good moves it is the word in the same place that was replaced.
				if (across >= best) {
					best = across;
					move = ACROSS;
				}
				const left = column - 1 >= first ? (scores[at - 1] ?? lowest) : lowest;
				if (left + points.single > best) {
					best = left + points.single;
					move = LEFT;
				}
			}
			scores[at] = best;
			moves[at] = move;
		}
	}
	return trace(posted, original, scores, moves, { rows, columns, width, from });
}

const UP = 1;
const ACROSS = 2;
const LEFT = 3;
const lowest = -1_000_000;

function cell(scores: Int32Array, row: number, column: number, first: number, width: number): number {
	return column < first || column >= first + width
		? lowest
		: (scores[row * width + column - first] ?? lowest);
}

interface Shape {
	readonly rows: number;
	readonly columns: number;
	readonly width: number;
	readonly from: (row: number) => number;
}

function trace(
	posted: readonly string[],
	original: readonly string[],
	scores: Int32Array,
	moves: Uint8Array,
	{ rows, columns, width, from }: Shape,
): Step[] {
	let row = rows - 1;
	const first = from(row);
	let column = first;
	for (let other = first; other < first + width && other < columns; other++) {
		if (cell(scores, row, other, first, width) >= cell(scores, row, column, first, width)) column = other;
	}
	const steps: Step[] = [];
	while (row > 0) {
		const at = column - from(row);
		const move = at < 0 || at >= width ? UP : (moves[row * width + at] ?? UP);
		if (move === LEFT) {
			column--;
			steps.push({ posted: -1, original: column, same: false });
		} else if (move === ACROSS) {
			row--;
			column--;
			steps.push({ posted: row, original: column, same: posted[row] === original[column] });
		} else {
			row--;
			steps.push({ posted: row, original: -1, same: false });
		}
	}
	steps.reverse();
	return withoutLooseEnds(steps);
}

/** Words of the original before the first and behind the last word that both have are no part of the comparison. */
function withoutLooseEnds(steps: readonly Step[]): Step[] {
	const first = steps.findIndex(({ posted }) => posted !== -1);
	const last = steps.findLastIndex(({ posted }) => posted !== -1);
	return steps.slice(Math.max(0, first), last + 1);
}
