import { lineEnd, seenText, tidyLine } from '../unseen.ts';

/** A line of a dump, or several that were one before they were wrapped at a column. */
export interface Line {
	/** Line numbers as an editor counts them, from 1. */
	readonly numbers: readonly number[];
	/** Columns of white space before the text; a tab continues to the next multiple of four. */
	readonly indent: number;
	/** Without white space around it; each run of white space inside is one space. Never empty. */
	readonly text: string;
	/** Empty lines directly before it. */
	readonly gap: number;
}

/** Lines that hold something, and the numbers of those that hold only characters that nobody sees. */
export interface Lines {
	readonly lines: readonly Line[];
	readonly invisible: readonly number[];
}

const tabStop = 4;

/** Splits a dump into its lines. Linear in the length of the text. */
export function toLines(text: string): Lines {
	const lines: Line[] = [];
	const invisible: number[] = [];
	let gap = 0;
	for (const [index, raw] of text.split(lineEnd).entries()) {
		const text = tidyLine(raw);
		if (text !== '') {
			lines.push({ numbers: [index + 1], indent: indentOf(seenText(raw)), text, gap });
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
