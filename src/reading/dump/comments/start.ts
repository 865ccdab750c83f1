import { furnitureOf, listedFurniture } from '../furniture.ts';
import type { Line } from '../lines.ts';
import { marksOf } from '../marks.ts';
import { isProse } from '../prose.ts';
import { isThread } from './evidence.ts';
import { headersOf, lineBelow } from './header.ts';
import { findStyle, type Style } from './style.ts';
import { type CommentHeading, commentHeading } from './words.ts';

/** A line of prose this long is a paragraph; the comments are below at least one. */
const paragraph = 60;
/** Headings and first lines of comments that turned out to be none, after which no more are looked for. */
const mostTries = 100;
const nobody: ReadonlySet<string> = new Set();

/** Where the comments start and how they are set; null where a page has none. */
export interface ThreadStart {
	readonly at: number;
	readonly style: Style;
}

/**
 * Finds the comments: below a heading or a form of theirs ("Comments (3)", "Leave a comment"), or from the first
 * line that only a comment can start with (a reply marker with its buttons, "Ann · 3 hours ago"), and in both cases
 * only where what follows is a thread.
 */
export function findThreadStart(lines: readonly Line[]): ThreadStart | null {
	let before = 0;
	let tries = 0;
	for (let at = 0; at < lines.length && tries < mostTries; at++) {
		const line = lines[at];
		if (!line) break;
		if (line.text.length >= paragraph && isProse(line.text)) before += line.text.length;
		if (before === 0) continue;
		const heading = commentHeading(line.text);
		if (heading && !isAmongButtons(lines, at)) {
			tries++;
			const found = behindHeading(lines, at, heading, before);
			if (found) return { at, style: found };
			at = behindForm(lines, at) - 1;
		} else if (startsComment(lines, at)) {
			tries++;
			const style = findStyle(lines, at);
			if (style && isThread(lines, at, style, { heading: null, before })) return { at, style };
		}
	}
	return null;
}

/** Lines of a form between the heading and the first comment. */
const longestForm = 12;

/** How the comments below a heading are set; null where none follow. A form may look like names: times are surer. */
function behindHeading(
	lines: readonly Line[],
	at: number,
	heading: CommentHeading,
	before: number,
): Style | null {
	const behind = behindForm(lines, at);
	const headings = lines.slice(at, behind).map(({ text }) => commentHeading(text));
	const surest = headings.find((one) => one?.sure && one.count !== null) ?? headings.find((one) => one?.sure);
	const evidence = { heading: surest ?? heading, before };
	const style = findStyle(lines, behind);
	const isSure = style !== null && style.kind !== 'bare' && isThread(lines, behind, style, evidence);
	if (isSure) return style;
	for (let from = behind; from < Math.min(lines.length, behind + longestForm); from++) {
		const surer = startsComment(lines, from, 1) ? findStyle(lines, from) : null;
		if (surer && surer.kind !== 'bare' && isThread(lines, from, surer, evidence)) return surer;
	}
	return style && isThread(lines, behind, style, evidence) ? style : null;
}

/** "Comments" between "Share" and "Print" is a button that leads to a thread. */
function isAmongButtons(lines: readonly Line[], at: number): boolean {
	const isShare = (line: Line | undefined) => line !== undefined && furnitureOf(line.text) === 'share button';
	return isShare(lines[at - 1]) || isShare(lines[at + 1]);
}

/** The first line behind a heading that is no part of the form around it. */
function behindForm(lines: readonly Line[], heading: number): number {
	let at = heading + 1;
	while (at < lines.length && listedFurniture(lines[at]?.text ?? '') !== null) at++;
	return at;
}

/** Two headers that are sure of themselves, of the same kind, are a thread even without a heading. */
function startsComment(lines: readonly Line[], at: number, needed = 2): boolean {
	const line = lines[at];
	if (!line || line.text.length > 200) return false;
	const kinds = sureKinds(lines, at);
	if (kinds.length === 0) return false;
	if (needed === 1) return true;
	if (/\((?:show|hide) comment/i.test(line.text) || /^[•*] ?avatar$/i.test(line.text)) return true;
	for (let next = at + 1; next < lines.length && next < at + 40; next++) {
		if (sureKinds(lines, next).some((kind) => kinds.includes(kind))) return true;
	}
	return false;
}

function sureKinds(lines: readonly Line[], at: number): string[] {
	const line = lines[at];
	if (!line || line.text.length > 200) return [];
	const kinds = headersOf(line, lineBelow(lines, at), nobody).flatMap(({ sure, kind }) =>
		sure ? [kind] : [],
	);
	if (kinds.length === 0) return kinds;
	// A name with a date is a byline or a comment: what is around it says which.
	const marks = marksOf(line.text);
	return marks.length === 0 || marks.some(({ kind }) => kind === 'byline') ? kinds : [];
}
