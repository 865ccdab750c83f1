import { listedFurniture } from '../furniture.ts';
import type { Line } from '../lines.ts';
import { isProse } from '../prose.ts';
import { endsThread } from './evidence.ts';
import { isTimeLine, lineBelow } from './header.ts';
import { headerIn, type Style } from './style.ts';
import { isLinkButton, isUnderComment } from './words.ts';

/** Lines between two comments' headers, at most: what comes later looks like one by chance. */
const longestComment = 60;

/** The line behind the last comment of a thread: below it stand teasers and the footer. */
export function threadEnd(
	lines: readonly Line[],
	start: number,
	style: Style,
	known: ReadonlySet<string>,
): number {
	let last = start;
	let lastNumber = 0;
	for (let at = start; at < lines.length && at - last <= longestComment; at++) {
		const line = lines[at];
		if (!line || (at > start && endsThread(line))) break;
		const header = headerIn(line, lineBelow(lines, at), style, known, lastNumber);
		if (!header) continue;
		// Below the thread, teasers with a name and a date look like comments that are set in another way.
		if (header.kind === style.kind || style.kind === 'item') last = at;
		lastNumber = header.number ?? lastNumber;
	}
	return commentEnd(lines, last, style);
}

/** The line behind the comment that begins at a line. */
function commentEnd(lines: readonly Line[], header: number, style: Style): number {
	const first = lines[header];
	let hasText = first !== undefined && style.kind !== 'timed' && style.kind !== 'bare' && isProse(first.text);
	let isClosed = false;
	for (let at = header + 1; at < lines.length; at++) {
		const line = lines[at];
		if (!line || endsThread(line)) return at;
		if ((!hasText && isTimeLine(line.text)) || isLinkButton(line.text)) continue;
		if (isUnderComment(line.text)) {
			isClosed ||= hasText;
			continue;
		}
		if (listedFurniture(line.text) !== null) {
			if (hasText) return at;
			continue;
		}
		if (isClosed || (hasText && isOutside(lines, at))) return at;
		hasText = true;
	}
	return lines.length;
}

/** Short lines that are no sentences, one after another or apart from the text: no comment continues like that. */
function isOutside(lines: readonly Line[], at: number): boolean {
	const [line, next] = [lines[at], lines[at + 1]];
	if (!line || isProse(line.text) || line.text.length > 100) return false;
	return line.gap > 0 || (next !== undefined && next.text.length <= 100 && !isProse(next.text));
}
