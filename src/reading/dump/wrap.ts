import type { Line } from './lines.ts';

/** Columns between which people and programs wrap text by hand. */
const narrowest = 50;
const widest = 100;
/** Of the long lines that another one follows directly, how many must be as full as a wrapped line is. */
const mostOfThem = 0.7;

/**
 * Puts paragraphs that were wrapped at a column together again. A line was wrapped where the first word of
 * the next one would not have fitted behind it; a page counts as wrapped only where most of its long lines
 * are like that, so that lists and short lines stay apart.
 */
export function unwrap(lines: readonly Line[]): readonly Line[] {
	const width = wrapColumn(lines);
	if (width === null) return lines;
	const whole: Line[] = [];
	let parts: Line[] = [];
	for (const line of lines) {
		const last = parts.at(-1);
		if (last && !continues(last, line, width, parts.length > 1)) {
			whole.push(join(parts));
			parts = [];
		}
		parts.push(line);
	}
	if (parts.length > 0) whole.push(join(parts));
	return whole;
}

function wrapColumn(lines: readonly Line[]): number | null {
	let width = 0;
	for (const line of lines) width = Math.max(width, line.indent + line.text.length);
	if (width < narrowest || width > widest) return null;
	let long = 0;
	let full = 0;
	let midSentence = 0;
	for (const [index, next] of lines.entries()) {
		const line = lines[index - 1];
		if (!line || next.gap > 0 || line.text.length < width / 2) continue;
		long++;
		if (!isFull(line, next, width)) continue;
		full++;
		if (/[\p{L}\p{N},]$/u.test(line.text)) midSentence++;
	}
	return long >= 3 && full >= long * mostOfThem && midSentence >= full / 2 ? width : null;
}

function continues(line: Line, next: Line, width: number, goingOn: boolean): boolean {
	const indented = goingOn ? next.indent !== line.indent : next.indent > line.indent;
	return next.gap === 0 && !indented && !/^[•*‣◦▪–-] /.test(next.text) && isFull(line, next, width);
}

function isFull(line: Line, next: Line, width: number): boolean {
	const firstWord = next.text.indexOf(' ');
	return line.indent + line.text.length + 1 + (firstWord < 0 ? next.text.length : firstWord) > width;
}

function join(parts: readonly Line[]): Line {
	const [first] = parts;
	if (!first) throw new RangeError('no line to join');
	if (parts.length === 1) return first;
	return {
		...first,
		numbers: parts.flatMap((part) => part.numbers),
		text: parts.map((part) => part.text).join(' '),
	};
}
