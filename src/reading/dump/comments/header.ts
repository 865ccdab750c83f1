import { cutMoment, findMoment, tidy } from '../dates.ts';
import { furnitureOf } from '../furniture.ts';
import type { Line } from '../lines.ts';
import { isRelativeTime, isTimeOnly, namesTime, readStamp } from '../stamps.ts';
import { findArrow, findReplyMarker, type ReplyMarker } from './replies.ts';
import { isCommentButton, isLinkButton } from './words.ts';

/** How the page sets off who wrote a comment, the surest first. */
export const headerKinds = [
	'bullet',
	'ago',
	'wrote',
	'numbered',
	'timed',
	'colon',
	'inline',
	'bare',
] as const;
export type HeaderKind = (typeof headerKinds)[number];

/** The line that starts a comment. */
export interface Header {
	readonly kind: HeaderKind;
	/** The bullet's character, for a kind that has one. */
	readonly bullet: string;
	readonly author: string | null;
	readonly replyTo: string | null;
	/** The comment's own number, and the number of the one that it answers. */
	readonly number: number | null;
	readonly replyToNumber: number | null;
	/** Text of the comment that is in the same line. */
	readonly text: string;
	/** Whether a marker or a time makes sure that this is a header. */
	readonly sure: boolean;
}

const bulleted = /^([•*‣◦▪●–—-])\s*(.*)$/;
const numbered = /^(?:#\s?(\d{1,6})[.):]?|(\d{1,6})[.)])\s+(.{1,160})$/;
/** "Ann wrote:", "Ann sagt:", "Ann on 3 May 2031 at 10:14 said:", "Ann wrote in reply to Bob:". */
const verbs =
	'wrote|writes|says|said|commented|posted|replied|answered|sagt|sagte|schreibt|schrieb|meint|kommentiert|dit|a écrit|a dit|écrit|ha scritto|scrive|dice|dijo|escribió|escribe|comentó|disse|escreveu|diz|comentou|sier|skriver|skrev|sa|säger|kirjoittaa|kirjoitti|zegt|schreef|schrijft|napisał|napisała|pisze|mówi|napsal|napsala|píše|říká|kaže|piše|írta|mondja|spune|a scris|пишет|написал|написала|сказал|говорит|каже|пише|λέει|έγραψε|diyor ki|yazdı|berkata|menulis|viết';
const wrote = new RegExp(
	`^(.{1,100}?)\\s+(?:${verbs})(?:\\s+in reply to\\s+(.{1,60})|\\s+(?:on|at|am|le|el|il|den)?\\s*.{0,50})?:$`,
	'iu',
);
const nameless =
	/^(?:(?:user |profile |default )?(?:avatar|picture|photo|image|icon)|avatar of .{1,60}|.{1,60}['’]s avatar)$/i;
const longestName = 60;
const longestHeader = 240;
const longestTimed = 160;

/** The line below, or the one after it where a button to copy a comment's address stands between. */
export function lineBelow(lines: readonly Line[], at: number): Line | undefined {
	return lines[isLinkButton(lines[at + 1]?.text ?? '') ? at + 2 : at + 1];
}

/** Every way in which the line could start a comment, the surest first. */
export function headersOf(line: Line, next: Line | undefined, known: ReadonlySet<string>): Header[] {
	const headers: Header[] = [];
	const bullet = bulleted.exec(line.text);
	if (bullet) {
		const [, sign = '', behind = ''] = bullet;
		const header = named('bullet', behind, known, next);
		if (header) headers.push({ ...header, bullet: sign });
		return headers;
	}
	if (line.text.length > longestHeader) {
		const header = inline(line.text);
		return header ? [header] : [];
	}
	const counted = numbered.exec(line.text);
	if (counted) {
		const [, hash, ordinal, behind = ''] = counted;
		const header = withTime(behind, known) ?? named('numbered', behind, known, next);
		const number = Number(hash ?? ordinal);
		if (header)
			headers.push({ ...header, kind: 'numbered', number, sure: header.sure || hash !== undefined });
		return headers;
	}
	const timed = withTime(line.text, known);
	if (timed) headers.push(timed);
	const speech = line.text.endsWith(':') ? speakerOf(line.text, next) : null;
	if (speech) headers.push(speaking('wrote', speech));
	const marked = findReplyMarker(line.text, known, false);
	if (marked && marked.before !== '' && isName(marked.before)) {
		headers.push({ ...plain('bare', marked.before, true), ...targetOf(marked), text: marked.behind });
	}
	if (next && isTimeLine(next.text) && isNameAbove(line.text))
		headers.push({ ...plain('timed', line.text, true) });
	const colon = /^(.{1,60}):$/.exec(line.text);
	if (colon && isName(colon[1] ?? '')) headers.push(plain('colon', colon[1] ?? '', false));
	const said = inline(line.text);
	if (said) headers.push(said);
	if (!marked && isName(line.text) && !isButton(line.text)) headers.push(plain('bare', line.text, false));
	return headers;
}

/** "Ann: text", "Ann — text", "Ann — In reply to #2: text", "Ann —" of a comment that was left empty. */
function inline(text: string): Header | null {
	const [, name = '', behind = ''] = /^(.{1,60}?)(?:: | [—–] | [—–]$)(.*)$/.exec(text) ?? [];
	if (!isName(name)) return null;
	const [, target, rest] = /^in reply to (.{1,60}?)\s*[:,—]\s+(.*)$/i.exec(behind) ?? [];
	if (target === undefined) return { ...plain('inline', name, false), text: behind };
	return { ...plain('inline', name, true), ...targetOf({ target }), text: rest ?? '' };
}

/** "Ann wrote:", "Ann wrote in reply to Bob:". */
function speaking(kind: HeaderKind, [, name = '', target]: readonly (string | undefined)[]): Header {
	return { ...plain(kind, name, true), ...(target === undefined ? {} : targetOf({ target })) };
}

/** The author and who they answer; a time directly under the line lets a name be any short text. */
function speakerOf(
	text: string,
	next: Line | undefined,
): readonly [string, string, string | undefined] | null {
	const [, said = '', target] = wrote.exec(text) ?? [];
	if (said === '') return null;
	const name = withTime(said, new Set())?.author ?? said;
	const isTimed = next !== undefined && isTimeLine(next.text);
	return isName(name) || (isTimed && name.length <= longestName && !isTimeLine(name))
		? [text, name, target]
		: null;
}

function plain(kind: HeaderKind, name: string, sure: boolean): Header {
	const arrow = findArrow(name);
	const author = authorOf(arrow && arrow.before !== '' ? arrow.before : name);
	const replyTo = arrow && arrow.before !== '' ? arrow.target : null;
	return { kind, bullet: '', author, replyTo, number: null, replyToNumber: null, text: '', sure };
}

/** A name with whatever the page glues to it: a reply marker, a time, a number that it answers. */
function named(
	kind: HeaderKind,
	text: string,
	known: ReadonlySet<string>,
	next: Line | undefined,
): Header | null {
	const said = inline(text);
	if (said?.sure) return { ...said, kind };
	const marked = findReplyMarker(text, known, true);
	if (marked && (marked.before === '' || isName(marked.before))) {
		return { ...plain(kind, marked.before, true), ...targetOf(marked), text: marked.behind };
	}
	const timed = withTime(text, known);
	if (timed) return { ...timed, kind };
	if (nameless.test(text)) return plain(kind, text, true);
	const speech = text.endsWith(':') ? speakerOf(text, next) : null;
	if (speech) return speaking(kind, speech);
	const bare = text.replace(/:$/, '');
	if (isName(bare)) return plain(kind, bare, next !== undefined && isTimeLine(next.text));
	return said && { ...said, kind };
}

/** The target of a marker: an author, or a comment by its number. */
export function targetOf({ target }: Pick<ReplyMarker, 'target'>): {
	replyTo: string | null;
	replyToNumber: number | null;
} {
	const number = /^(?:no\. ?|comment )?#?(\d{1,6})$/i.exec(target ?? '');
	if (number) return { replyTo: null, replyToNumber: Number(number[1]) };
	return { replyTo: target === null ? null : authorOf(target), replyToNumber: null };
}

const separator = /\s+[·•|,–—-]\s+|\s*[·•|]\s*|,\s+|\s+(?=\()|\s+(?:on|at)\s+/g;

/** "Ann · 3 hours ago", "Ann, 3 May 2019 10:14", "Ann (2h)", "Ann → Bob • 1d". */
function withTime(text: string, known: ReadonlySet<string>): Header | null {
	if (text.length > longestTimed || !namesTime.test(text) || isTimeLine(text)) return null;
	const before = nameBeforeMoment(text);
	if (before !== null && !findReplyMarker(before, known, true)) return plain('ago', before, true);
	for (const match of text.matchAll(separator)) {
		const name = text.slice(0, match.index);
		if (name.length > 2 * longestName) return null;
		const time = text
			.slice(match.index + match[0].length)
			.replace(/^\((.*)\)$/, '$1')
			.replace(/:$/, '');
		if (!isTimeLine(time)) continue;
		const marked = findReplyMarker(name, known, true);
		if (marked && isName(marked.before)) return { ...plain('ago', marked.before, true), ...targetOf(marked) };
		const author = withoutPlace(name, match[0]);
		return isName(author) && !isTimeLine(author) ? plain('ago', author, true) : null;
	}
	const glued = /^(.{1,60}?)\s+((?:about |an? |\d{1,3} ?)\S{0,12} ago)$/i.exec(text);
	return glued && isName(glued[1] ?? '') && isRelativeTime(glued[2] ?? '')
		? plain('ago', glued[1] ?? '', true)
		: null;
}

/** "Ann 7 March 2031 - 1:01 pm": the name before a moment, with nothing else in the line. */
function nameBeforeMoment(text: string): string | null {
	const moment = /\d[:.]\d/.test(text) ? cutMoment(text) : null;
	if (!moment?.hasTime) return null;
	const at = moment.cut.indexOf('\u0001');
	const name = moment.cut.slice(0, at).replace(/[ ,·•|–—-]+(?:(?:on|at|am|um|le|el) ?)?$/u, '');
	return at > 0 && tidy(moment.cut.slice(at)) === '' && isName(name) && isCapital(name) ? name : null;
}

/** A name before a moment with nothing between them begins with a capital: "the fair of 3 May" is none. */
function isCapital(name: string): boolean {
	return !/^\p{Ll}/u.test(name) || !name.includes(' ');
}

/** "Ann, Ohio, United States" before a time is Ann: sites that ask where somebody writes from set it so. */
function withoutPlace(name: string, sign: string): string {
	return sign.trim() === ',' ? (name.split(', ')[0] ?? name) : name;
}

/** A line with nothing but when a comment was written, and buttons. */
export function isTimeLine(text: string): boolean {
	if (text.length > 100 || !namesTime.test(text)) return false;
	const parts = text.split(/\s*[·•|]\s*/).filter((part) => part !== '' && !/^edited$/i.test(part));
	const times = parts.filter(
		(part) => isTimeOnly(part) || readStamp(part) !== null || findMoment(part)?.rest === '',
	);
	return times.length > 0 && parts.every((part) => times.includes(part) || furnitureOf(part) !== null);
}

/** Whether the text could be what somebody calls himself: short, no sentence, no label of the page. */
export function isName(text: string): boolean {
	if (text === '' || text.length > longestName || text.split(' ').length > 6 || /^by /i.test(text))
		return false;
	if (
		/[!?…;:"“”]|[.,—–]$|, |\. [a-z]|^[^\p{L}\p{N}]+$/u.test(text) &&
		!/^\p{L}[\p{L}'’-]* (?:\p{L}\.)$/u.test(text)
	)
		return false;
	return !formLabel(text);
}

/** What is directly above a time may end in dots ("ann..."), and is neither a time nor a button. */
function isNameAbove(text: string): boolean {
	return (
		(isName(text) || isName(text.replace(/\.+$/, ''))) &&
		!isTimeLine(text) &&
		!isCommentButton(text) &&
		!isLinkButton(text) &&
		!isButton(text)
	);
}

/** "Reply" or "12 likes" alone in a line is the page's, though somebody may call himself so. */
function isButton(text: string): boolean {
	const what = furnitureOf(text);
	return what !== null && /button|counter/.test(what);
}

function formLabel(text: string): boolean {
	const what = furnitureOf(text);
	return what === 'comment form' || what === 'comment counter' || what === 'comment order';
}

/** "Ann says" over the time of her comment, without a colon. */
const saysBehind = /(?<=\S) (?:says|said|wrote|writes|sagt|schreibt|dit|dice|disse|sier|säger|zegt)$/u;

/** Null for what is only a picture's alternative text. */
function authorOf(name: string): string | null {
	const said = name
		.trim()
		.replace(/^@(?=\S)/, '')
		.replace(/:$/, '')
		.replace(saysBehind, '');
	return said === '' || nameless.test(said) ? null : said;
}
