/** A line of a dump, or several that were one before they were wrapped at a column. */
export interface Line {
	/** Line numbers as an editor counts them, from 1. */
	readonly numbers: readonly number[];
	/** Columns of white space before the text; a tab goes on to the next multiple of four. */
	readonly indent: number;
	/** Without white space around it; each run of white space inside is one space. Never empty. */
	readonly text: string;
	/** Empty lines right before it. */
	readonly gap: number;
}

/** Lines that hold something, and the numbers of those that hold only characters that nobody sees. */
export interface Lines {
	readonly lines: readonly Line[];
	readonly invisible: readonly number[];
}

/** CR LF, LF and CR as every editor counts them, and the line ends that Unicode adds. */
const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/;
/**
 * What is taken out of every text: control characters, and the marks that turn the direction of what follows
 * (they can make a name or a quotation read as another one). Joiners, and the marks that only settle a
 * neutral character's direction, stay: scripts and emoji need them.
 */
const unseen =
	/[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u2060\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/g;
const tabStop = 4;

/** Splits a dump into its lines. Linear in the length of the text. */
export function toLines(text: string): Lines {
	const lines: Line[] = [];
	const invisible: number[] = [];
	let gap = 0;
	for (const [index, raw] of text.split(lineEnd).entries()) {
		const seen = raw.replace(unseen, '');
		const tidy = seen.replace(/\s+/g, ' ').trim();
		if (tidy !== '') {
			lines.push({ numbers: [index + 1], indent: indentOf(seen), text: tidy.toWellFormed(), gap });
			gap = 0;
			continue;
		}
		gap++;
		if (raw.trim() !== '') invisible.push(index + 1);
	}
	return { lines, invisible };
}

function indentOf(line: string): number {
	let column = 0;
	for (const character of line) {
		if (character === '\t') column += tabStop - (column % tabStop);
		else if (/\s/.test(character)) column++;
		else break;
	}
	return column;
}
