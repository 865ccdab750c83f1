import { listedFurniture } from '../furniture.ts';
import type { Line } from '../lines.ts';
import { marksOf } from '../marks.ts';
import { isProse } from '../prose.ts';
import { headersOf } from './header.ts';
import { findStyle, type Style } from './style.ts';

/** A line of prose this long is a paragraph; the comments stand below at least one. */
const paragraph = 60;
/** Headings and first lines of comments that turned out to be none, after which no more are looked for. */
const mostTries = 100;
const nobody: ReadonlySet<string> = new Set();

/** Where the comments start and how they are set; null where a page has none. */
export interface ThreadStart {
	readonly at: number;
	readonly style: Style | null;
}

/**
 * Finds the comments: below a heading or a form of theirs ("Comments (3)", "Leave a comment"), or from the first
 * line that only a comment can start with (a reply marker with its buttons, "Ann · 3 hours ago", "avatar").
 */
export function findThreadStart(lines: readonly Line[]): ThreadStart | null {
	let paragraphs = 0;
	let tries = 0;
	let heading: ThreadStart | null = null;
	for (let at = 0; at < lines.length && tries < mostTries; at++) {
		const line = lines[at];
		if (!line) break;
		if (paragraphs > 0 && isHeading(line.text)) {
			const behind = behindForm(lines, at);
			const style = findStyle(lines, behind);
			if (style) return { at, style: surerStyle(lines, behind, style) };
			if (lines.slice(at, behind).some(({ text }) => isSureHeading(text))) heading ??= { at, style: null };
			tries++;
			at = behind - 1;
		} else if (paragraphs > 0 && startsComment(lines, at)) {
			const style = findStyle(lines, at);
			if (style) return { at, style };
			tries++;
		} else if (line.text.length >= paragraph && isProse(line.text)) paragraphs++;
	}
	return heading;
}

/** Lines of a form between the heading and the first comment. */
const longestForm = 12;

/** A form may look like names alone: where names with times follow, those set the thread. */
function surerStyle(lines: readonly Line[], from: number, found: Style): Style {
	if (found.kind !== 'bare') return found;
	for (let at = from; at < from + longestForm; at++) {
		const style = startsComment(lines, at) ? findStyle(lines, at) : null;
		if (style && style.kind !== 'bare') return style;
	}
	return found;
}

/** The first line behind a heading that is no part of the form around it. */
function behindForm(lines: readonly Line[], heading: number): number {
	let at = heading + 1;
	while (at < lines.length && listedFurniture(lines[at]?.text ?? '') !== null) at++;
	return at;
}

function isHeading(text: string): boolean {
	const what = text.length <= 200 ? listedFurniture(text) : null;
	return what === 'comment form' || what === 'comment counter' || what === 'comment order';
}

/** A heading that promises text under it, whatever that looks like. */
function isSureHeading(text: string): boolean {
	return (
		/^(?:(?:reader|user)s?['’]? |all )?comments?\b|^what (?:our |the )?readers (?:say|wrote|write|think)\b|^letters from (?:our )?readers\b/i.test(
			text,
		) && !/closed|via|policy/i.test(text)
	);
}

/** Two headers that are sure of themselves, of the same kind, are a thread even without a heading. */
function startsComment(lines: readonly Line[], at: number): boolean {
	const line = lines[at];
	if (!line || line.text.length > 200) return false;
	const kinds = sureKinds(lines, at);
	if (kinds.length === 0) return false;
	if (/\((?:show|hide) comment/i.test(line.text) || /^[•*] ?avatar$/i.test(line.text)) return true;
	for (let next = at + 1; next < lines.length && next < at + 40; next++) {
		if (sureKinds(lines, next).some((kind) => kinds.includes(kind))) return true;
	}
	return false;
}

function sureKinds(lines: readonly Line[], at: number): string[] {
	const line = lines[at];
	if (!line || line.text.length > 200) return [];
	const kinds = headersOf(line, lines[at + 1], nobody).flatMap(({ sure, kind }) => (sure ? [kind] : []));
	if (kinds.length === 0) return kinds;
	return marksOf(line.text).length > 0 ? [] : kinds;
}
