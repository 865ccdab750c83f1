import type { Comment } from '../../../article.ts';
import { listedFurniture } from '../furniture.ts';
import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { threadEnd } from './end.ts';
import { type Header, isTimeLine, lineBelow, targetOf } from './header.ts';
import { findArrow, findReplyMarker } from './replies.ts';
import { headerIn, type Style } from './style.ts';
import { isCommentButton, isLinkButton } from './words.ts';

interface Draft {
	readonly header: Header | null;
	author: string | null;
	replyTo: string | null;
	text: string;
	/** Whether its buttons came already: what follows without a header is the page's own. */
	closed: boolean;
}

const counterBehind =
	/(?<=\S)\s*((?:show|load|view|see) (?:new|more|all|previous) comments?\s*(?:\(\d*\))?)$/i;
const numberedTarget = /^(?:@|#|>>)(\d{1,6})\b/;

/**
 * Reads a thread of comments and says of every line where it went.
 *
 * What a comment answers is what a marker, a number or the indent says; a comment that begins with a name
 * ("Ann, …") and has no marker answers nobody for certain, and its text stays as it is.
 *
 * @returns the comments, and the line where the thread ends.
 */
export function readThread(
	lines: readonly Line[],
	start: number,
	style: Style,
	ledger: Ledger,
): { comments: readonly Comment[]; end: number } {
	const drafts: Draft[] = [];
	const known = knownAuthors(lines, start, style);
	const end = threadEnd(lines, firstHeader(lines, start, style), style, known);
	const byNumber = new Map<number, string | null>();
	const parents: { indent: number; author: string | null }[] = [];
	let lastNumber = 0;
	for (let at = start; at < end; at++) {
		const line = lines[at];
		if (!line) break;
		const header = headerIn(line, lineBelow(lines, at), style, known, lastNumber);
		if (header && !belongsTo(drafts.at(-1), header)) {
			const draft = begin(header);
			lastNumber = header.number ?? lastNumber;
			if (header.number !== null) byNumber.set(header.number, header.author);
			if (header.replyToNumber !== null) draft.replyTo = byNumber.get(header.replyToNumber) ?? null;
			const parent = parentAt(parents, line.indent);
			if (parent && !header.replyTo && !isMarked(line, known)) draft.replyTo = parent.author;
			parents.push({ indent: line.indent, author: header.author });
			ledger.field(line, `comments[${drafts.push(draft) - 1}]`);
			continue;
		}
		const draft = drafts.at(-1);
		if (isPicture(lines, at, style, known)) {
			ledger.furniture(line, 'picture');
			continue;
		}
		if (!draft) {
			ledger.furniture(line, listedFurniture(line.text) ?? 'comment form');
			continue;
		}
		addLine(draft, line, { known, byNumber, index: drafts.length - 1, style, ledger });
		const parent = parents.at(-1);
		if (parent) parent.author = draft.author;
	}
	return { comments: drafts.map(({ author, replyTo, text }) => ({ author, replyTo, text })), end };
}

/** The first line that begins a comment: before it are the heading and a form. */
function firstHeader(lines: readonly Line[], start: number, style: Style): number {
	for (let at = start; at < lines.length; at++) {
		const line = lines[at];
		if (line && headerIn(line, lineBelow(lines, at), style, new Set())) return at;
	}
	return start;
}

function begin(header: Header): Draft {
	return { header, author: header.author, replyTo: header.replyTo, text: header.text, closed: false };
}

/** A marker under a header without text brings what that header lacks, and starts nothing new. */
function belongsTo(draft: Draft | undefined, header: Header): boolean {
	if (draft?.text !== '' || header.kind !== 'bare' || draft.replyTo !== null) return false;
	return header.sure && (draft.author === null || draft.author === header.author);
}

/** Initials right above a name stand for the picture of who has that name. */
function isPicture(lines: readonly Line[], at: number, style: Style, known: ReadonlySet<string>): boolean {
	const [line, next] = [lines[at], lines[at + 1]];
	if (!line || !next || !/^[\p{Lu}\p{N}]{1,2}$/u.test(line.text)) return false;
	const author = headerIn(next, lineBelow(lines, at + 1), style, known)?.author;
	return author?.toUpperCase().startsWith(line.text.charAt(0)) === true;
}

function isMarked(line: Line, known: ReadonlySet<string>): boolean {
	return findReplyMarker(line.text, known, true) !== null;
}

function parentAt(parents: { indent: number; author: string | null }[], indent: number) {
	while (parents.length > 0 && (parents.at(-1)?.indent ?? 0) >= indent) parents.pop();
	return parents.at(-1);
}

interface Context {
	readonly known: ReadonlySet<string>;
	readonly byNumber: ReadonlyMap<number, string | null>;
	readonly index: number;
	readonly style: Style;
	readonly ledger: Ledger;
}

function addLine(draft: Draft, line: Line, context: Context): undefined {
	const { ledger } = context;
	const path = `comments[${context.index}]`;
	if (draft.text === '') {
		if (isTimeLine(line.text)) return ledger.furniture(line, 'comment time');
		if (takeMarker(draft, line, context.known)) return ledger.field(line, path);
	}
	if (context.style.kind === 'timed' && /^avatar$/i.test(line.text)) return ledger.furniture(line, 'picture');
	const what = furnitureInComment(draft, line, context.style);
	if (what) {
		draft.closed ||= /button|counter/.test(what);
		return ledger.furniture(line, what);
	}
	const counter = counterBehind.exec(line.text);
	const text = counter ? line.text.slice(0, counter.index) : line.text;
	if (counter) ledger.furniture(line, 'comment counter', counter[1]);
	if (draft.text === '') draft.replyTo ??= addressee(text, context);
	const glue = draft.text === '' ? '' : line.gap > 0 ? '\n\n' : '\n';
	draft.text += glue + text;
	ledger.field(line, path);
}

/**
 * The author that a text addresses with the sign that sites use for it: "@3 …", "@Ann …" where an Ann writes in
 * the thread.
 */
function addressee(text: string, { byNumber, known }: Context): string | null {
	const number = numberedTarget.exec(text);
	if (number) return byNumber.get(Number(number[1])) ?? null;
	if (!text.startsWith('@')) return null;
	const words = text.slice(1, 100).split(' ');
	for (let count = Math.min(6, words.length); count > 0; count--) {
		const name = words
			.slice(0, count)
			.join(' ')
			.replace(/[,:.!?]$/, '');
		if (known.has(name)) return name;
	}
	return null;
}

/** A marker under the header: "in reply toAnn(Show commentHide comment)", "↳ Ann"; it may bring the author. */
function takeMarker(draft: Draft, line: Line, known: ReadonlySet<string>): boolean {
	const marker = findReplyMarker(line.text, known, false);
	if (marker) {
		if (marker.before !== '' && draft.author !== null && marker.before !== draft.author) return false;
		draft.author ??= marker.before === '' ? null : marker.before;
		draft.replyTo = targetOf(marker).replyTo;
		draft.text = marker.behind;
		return true;
	}
	const arrow = line.text.length <= 60 ? findArrow(line.text) : null;
	if (arrow?.before !== '' || / .* .* /.test(arrow.target) || /[.!?]$/.test(arrow.target)) return false;
	draft.replyTo = targetOf(arrow).replyTo;
	return true;
}

const ofComments = /^comment |^share /;

/** Buttons anywhere; what else a page has only where it is not in the place of the comment's own words. */
function furnitureInComment(draft: Draft, line: Line, style: Style): string | null {
	const what = listedFurniture(line.text) ?? (isCommentButton(line.text) ? 'comment button' : null);
	if (isLinkButton(line.text)) return 'comment link';
	if (what === null) return null;
	if (ofComments.test(what)) return what;
	if (draft.text === '' && !draft.closed) return null;
	const outside = draft.closed || (style.textIsDeeper ? line.indent <= style.indent : line.gap > 0);
	return outside ? what : null;
}

/** Who wrote in the thread, as far as headers without a marker say. */
function knownAuthors(lines: readonly Line[], start: number, style: Style): Set<string> {
	const known = new Set<string>();
	for (let at = start; at < lines.length; at++) {
		const line = lines[at];
		if (!line || isMarked(line, known)) continue;
		const author = headerIn(line, lineBelow(lines, at), style, known)?.author;
		if (author) known.add(author);
	}
	return known;
}
