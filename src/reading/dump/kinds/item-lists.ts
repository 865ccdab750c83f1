import { furnitureOf } from '../furniture.ts';
import { isOtherHeading, relatedBehind, topicsBehind } from '../lists.ts';
import type { MarkedLine } from '../marked.ts';
import { isProse, isTitleCase, wordCount } from '../prose.ts';

/** How likely each line of such a list, and all of them on average, must be a paragraph. */
const least = 0.1;
const leastMean = 0.15;
const fewestLines = 2;
const fewestWords = 4;
const longestName = 5;

/**
 * Adds the lists of what a thing has or does, one point a line without a full stop, under its name: tests of products
 * consist of them, and line by line they look like headlines. The last point, or the line below it, must be text
 * already. All lists that this adds on 489 copied pages are text. Changes `paragraphs`. Linear in the number of lines.
 */
export function addItemLists(
	paragraphs: Uint8Array,
	lines: readonly MarkedLine[],
	body: Float32Array,
): Uint8Array {
	const first = paragraphs.indexOf(1);
	if (first < 0) return paragraphs;
	for (let at = first + 1; at < lines.length; at++) {
		if ((body[at - 1] ?? 0) < least || !isName(lines[at - 1])) continue;
		let end = at;
		let sum = 0;
		while (end < lines.length && isPoint(lines, end, at)) {
			if ((body[end] ?? 0) < least) break;
			sum += body[end++] ?? 0;
		}
		const count = end - at;
		const leads = paragraphs[end] === 1 || paragraphs[end - 1] === 1;
		if (count < fewestLines || sum < leastMean * count || !leads) continue;
		paragraphs.fill(1, at, end);
		at = end;
	}
	return paragraphs;
}

function isPoint(lines: readonly MarkedLine[], at: number, start: number): boolean {
	const line = lines[at];
	if (!line || line.marks.length > 0 || (at > start && line.gap > 0)) return false;
	return wordCount(line.text) >= fewestWords && !isProse(line.text) && !isTitleCase(line.text);
}

/** A short line set as a title that is no heading of other things. */
function isName(line: MarkedLine | undefined): boolean {
	if (!line || line.marks.length > 0) return false;
	const { text } = line;
	if (wordCount(text) > longestName || !(isTitleCase(text) || wordCount(text) === 1)) return false;
	return (
		relatedBehind(text) === null && !isOtherHeading(text) && topicsBehind(text) === null && !furnitureOf(text)
	);
}
