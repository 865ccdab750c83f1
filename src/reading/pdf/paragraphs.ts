import { tidyLine } from '../unseen.ts';
import { inReadingOrder } from './columns.ts';
import { ownHyphens } from './hyphens.ts';
import type { Line, PageLines } from './lines.ts';

/** A line begins a paragraph where it stands so far below the one before, in usual distances. */
const farBelow = 1.35;
/** Or begins so far to the right, in sizes of its letters. */
const indent = 0.7;
/** Or its letters are so much larger or smaller. */
const otherSize = 0.12;
/** Or the line before ends so far from the right, of the width of its column. */
const shortLine = 0.8;

/** The paragraphs of a document: its lines joined over columns and pages, without what each page repeats. */
export function paragraphsOf(pages: readonly PageLines[]): string[] {
	const repeated = repeatedOn(pages);
	const lines = pages.flatMap((page) =>
		inReadingOrder(page.lines.filter((line) => !isFurniture(line, page, repeated))),
	);
	const isOwn = ownHyphens(lines.map(({ text }) => text.trim()));
	const leading = usualLeading(lines);
	const paragraphs: string[] = [];
	let text = '';
	let before: Line | null = null;
	let column = { x: 0, end: 0 };
	for (const line of lines) {
		const isNext = before !== null && goesOn(before, line, column, leading);
		// The column is as wide as its widest line; an indented first line is none of its measure.
		column =
			isNext && before !== null && line.y < before.y
				? { x: Math.min(column.x, line.x), end: Math.max(column.end, line.end) }
				: { x: line.x, end: line.end };
		if (isNext) text = joined(text, line.text.trim(), isOwn);
		else {
			paragraphs.push(tidyLine(text));
			text = line.text.trim();
		}
		before = line;
	}
	return [...paragraphs, tidyLine(text)].filter((paragraph) => paragraph !== '');
}

/** Whether a line goes on with the paragraph of the one before. */
function goesOn(before: Line, line: Line, column: { x: number; end: number }, leading: number): boolean {
	if (Math.abs(before.size - line.size) > otherSize * before.size) return false;
	const isEnd = /[.!?:…]["”’»)\]]*$/u.test(before.text.trim());
	// The next column or page: a sentence that is not at its end goes on there.
	if (line.y >= before.y) return !isEnd;
	if (before.y - line.y > farBelow * Math.max(leading, before.size)) return false;
	if (line.x - column.x > indent * line.size) return false;
	const isShort = before.end - column.x < shortLine * (Math.max(column.end, line.end) - column.x);
	return !(isEnd && isShort);
}

/** The end of a line and the next one; a word that is divided is put together, unless it has a hyphen of its own. */
function joined(text: string, next: string, isOwn: ReturnType<typeof ownHyphens>): string {
	const divided = /(\p{L}+)([-\u2010\u00AD])$/u.exec(text);
	const rest = /^\p{Ll}+/u.exec(next)?.[0];
	if (!divided) return `${text} ${next}`;
	if (rest === undefined) return divided[2] === '\u00AD' ? text.slice(0, -1) + next : text + next;
	const isCompound = divided[2] !== '\u00AD' && isOwn(divided[1] ?? '', rest);
	return (isCompound ? text : text.slice(0, -1)) + next;
}

/** The distance of two lines of a paragraph that is found most often. */
function usualLeading(lines: readonly Line[]): number {
	const counts = new Map<number, number>();
	for (const [at, { y }] of lines.entries()) {
		const distance = Math.round(((lines[at - 1]?.y ?? y) - y) * 2) / 2;
		if (distance > 0 && distance < 60) counts.set(distance, (counts.get(distance) ?? 0) + 1);
	}
	return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [12, 0])[0];
}

/** Of a page's height, how much at the top and at the bottom may be furniture. */
const margin = 0.12;
const plain = (text: string) => text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim();

/** What stands in the margin of at least two pages, and of half of them. */
function repeatedOn(pages: readonly PageLines[]): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const page of pages) {
		const texts = new Set(page.lines.filter((line) => isInMargin(line, page)).map(({ text }) => plain(text)));
		for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	const least = Math.max(2, pages.length / 2);
	return new Set([...counts].flatMap(([text, count]) => (count >= least ? [text] : [])));
}

function isInMargin({ y }: Line, { top, bottom }: PageLines): boolean {
	const height = top - bottom;
	return y > top - margin * height || y < bottom + margin * height;
}

function isFurniture(line: Line, page: PageLines, repeated: ReadonlySet<string>): boolean {
	if (!isInMargin(line, page)) return false;
	return (
		repeated.has(plain(line.text)) || /^(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?$/iu.test(line.text.trim())
	);
}
