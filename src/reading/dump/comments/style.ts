import type { Line } from '../lines.ts';
import { hasBullet } from '../prose.ts';
import { type Header, type HeaderKind, headerKinds, headersOf, lineBelow } from './header.ts';

/** How a thread sets off its comments: found once, then every line is held against it. */
export interface Style {
	/** "item": each bullet is a whole comment, by nobody named. */
	readonly kind: HeaderKind | 'item';
	readonly bullet: string;
	readonly indent: number;
	/** Whether only headers with a marker or a time count: then a list in a comment cannot be taken for one. */
	readonly sureOnly: boolean;
	/** Whether what was written is further right than who wrote it. */
	readonly textIsDeeper: boolean;
}

/** Lines of a thread that are looked at to find its style. */
const sample = 200;
const nobody: ReadonlySet<string> = new Set();

/** The style of the thread whose first comment starts at a line; null where no comment starts there. */
export function findStyle(lines: readonly Line[], start: number): Style | null {
	const line = lines[start];
	const next = lineBelow(lines, start);
	if (!line) return null;
	const headers = headersOf(line, next, nobody);
	for (const kind of headerKinds) {
		const header = headers.find((one) => one.kind === kind);
		if (!header) continue;
		const style = {
			kind,
			bullet: header.bullet,
			indent: line.indent,
			sureOnly: header.sure && kind === 'numbered',
			textIsDeeper: next !== undefined && next.indent > line.indent,
		};
		if (header.sure || isRepeated(lines, start, style)) return style;
	}
	if (!hasBullet(line.text)) return null;
	const item = { indent: line.indent, sureOnly: false, textIsDeeper: false, bullet: line.text[0] ?? '' };
	return { kind: 'item', ...item };
}

/** A weak sign counts where it comes back: a name alone once is only a short line. */
function isRepeated(lines: readonly Line[], first: number, style: Style): boolean {
	let headers = 0;
	const end = Math.min(lines.length, first + sample);
	for (let at = first; at < end; at++) {
		const line = lines[at];
		if (line && headerIn(line, lineBelow(lines, at), style, nobody)) headers++;
	}
	const few = style.kind === 'inline' ? Math.max(2, (end - first) / 3) : 2;
	return headers >= few || (headers === 1 && (style.kind === 'bullet' || style.kind === 'colon'));
}

/** The header that a line is in a thread of that style; null where it is text. */
export function headerIn(
	line: Line,
	next: Line | undefined,
	style: Style,
	known: ReadonlySet<string>,
	lastNumber = 0,
): Header | null {
	if (style.kind === 'item') {
		if (line.indent !== style.indent || !line.text.startsWith(style.bullet)) return null;
		const text = line.text.slice(1).trim();
		const by = { author: null, replyTo: null, number: null, replyToNumber: null };
		return { kind: 'bullet', bullet: style.bullet, ...by, text, sure: false };
	}
	if (style.textIsDeeper && line.indent < style.indent) return null;
	const headers = headersOf(line, next, known);
	const header =
		headers.find((one) => one.kind === style.kind) ??
		headers.find((one) => one.sure && one.kind !== 'bullet');
	if (!header) return null;
	if (style.sureOnly && !header.sure) return null;
	if (header.kind === 'numbered' && (header.number ?? 0) <= lastNumber) return null;
	if (header.kind === 'bullet') return isBulletHeader(line, next, style, header) ? header : null;
	if (header.kind === 'bare' && !header.sure) return isBareHeader(line, next, style) ? header : null;
	return header;
}

/** Bullets of the thread are at its own indent; one further right is a reply only with text under it. */
function isBulletHeader(line: Line, next: Line | undefined, style: Style, header: Header): boolean {
	if (header.bullet !== style.bullet) return false;
	if (line.indent === style.indent) return true;
	return (
		line.indent > style.indent && next !== undefined && next.indent > line.indent && !hasBullet(next.text)
	);
}

/** A name alone is directly above its text. */
function isBareHeader(line: Line, next: Line | undefined, style: Style): boolean {
	if (!next || next.gap > 0) return false;
	if (style.textIsDeeper) return next.indent > line.indent;
	return line.gap > 0 || line.indent !== next.indent;
}
