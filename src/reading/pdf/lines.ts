/** A line of text, or a piece of one. In points, from the bottom left of the page. */
export interface Line {
	readonly text: string;
	readonly x: number;
	readonly end: number;
	/** Where its letters stand. */
	readonly y: number;
	/** Of its letters. */
	readonly size: number;
}

export interface PageLines {
	readonly top: number;
	readonly bottom: number;
	readonly lines: readonly Line[];
}

/** Pieces on one height are one line, unless so much lies between them, in widths of a letter. */
const widestGap = 1.1;
/** From this gap on there is a space between two pieces. */
const leastSpace = 0.12;

/** Joins the pieces of text of a page into lines; what stands beside each other in columns stays apart. */
export function joinLines(pieces: readonly Line[]): Line[] {
	const lines: Line[] = [];
	let open: Line | null = null;
	const sorted = [...pieces].sort((one, other) => other.y - one.y || one.x - other.x);
	for (const row of rowsOf(sorted)) {
		open = null;
		for (const piece of row.sort((one, other) => one.x - other.x)) {
			if (open !== null && piece.x - open.end < widestGap * Math.max(open.size, piece.size)) {
				open = joined(open, piece);
				continue;
			}
			if (open !== null) lines.push(open);
			open = piece;
		}
		if (open !== null) lines.push(open);
	}
	return lines;
}

/** Pieces on one height, the highest first. */
function rowsOf(sorted: readonly Line[]): Line[][] {
	const rows: Line[][] = [];
	let base = Number.POSITIVE_INFINITY;
	for (const piece of sorted) {
		const row = rows.at(-1);
		if (row && base - piece.y < 0.4 * piece.size) row.push(piece);
		else {
			rows.push([piece]);
			base = piece.y;
		}
	}
	return rows;
}

function joined(before: Line, after: Line): Line {
	const isApart =
		after.x - before.end > leastSpace * after.size && !/\s$/u.test(before.text) && !/^\s/u.test(after.text);
	return {
		text: before.text + (isApart ? ' ' : '') + after.text,
		x: before.x,
		end: Math.max(before.end, after.end),
		y: before.text.length >= after.text.length ? before.y : after.y,
		size: before.text.length >= after.text.length ? before.size : after.size,
	};
}
