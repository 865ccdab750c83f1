/** A word, a number or one mark of punctuation. Offsets are UTF-16, half-open. */
export interface Token {
	start: number;
	end: number;
	/** As it is, with curly apostrophes made straight. */
	text: string;
	lower: string;
	kind: 'word' | 'number' | 'mark';
	capital: boolean;
}

/** The abbreviations of a language, in lower case without their stop. */
export interface Abbreviations {
	/** Those that are before a name and so never end a sentence. */
	beforeNames: ReadonlySet<string>;
	/** Those that may also end a sentence. */
	inSentences: ReadonlySet<string>;
}

const letter = /[\p{L}\p{M}\p{N}_@#$€£%]/u;
const upper = /\p{Lu}|\p{Lt}/u;
const digit = /^\p{N}/u;

const SPACE = 0;
const WORD = 1;
const MARK = 2;

const table = new Uint8Array(0x10000);
const seen = new Uint8Array(0x10000);

/** What a UTF-16 unit is part of; halves of surrogate pairs count as letters. */
function kindOf(code: number): number {
	if (seen[code]) return table[code] ?? MARK;
	const character = String.fromCharCode(code);
	let kind = MARK;
	if (/\s/.test(character) || code < 0x20 || (code >= 0x200b && code <= 0x200f) || code === 0xfeff)
		kind = SPACE;
	else if ((code >= 0xd800 && code <= 0xdfff) || letter.test(character)) kind = WORD;
	seen[code] = 1;
	table[code] = kind;
	return kind;
}

export const isSpace = (code: number): boolean => kindOf(code) === SPACE;
export const isWordUnit = (code: number): boolean => kindOf(code) === WORD;

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const HYPHEN = 0x2d;
const NON_BREAKING_HYPHEN = 0x2011;
const STOP = 0x2e;
const COMMA = 0x2c;
const AMPERSAND = 0x26;
const AT = 0x40;

/** Whether a unit may be inside a word, between two letters ("O'Neil", "al-Rashid", "U.S", "1,000"). */
function joins(paragraph: string, at: number, code: number): boolean {
	const isJoin =
		code === APOSTROPHE ||
		code === CURLY_APOSTROPHE ||
		code === HYPHEN ||
		code === NON_BREAKING_HYPHEN ||
		code === AMPERSAND;
	const next = paragraph.charCodeAt(at + 1);
	if (!(at + 1 < paragraph.length) || kindOf(next) !== WORD) return false;
	if (isJoin) return true;
	const previous = paragraph.charCodeAt(at - 1);
	if (code === COMMA) return isDigit(previous) && isDigit(next);
	if (code !== STOP) return false;
	if (isDigit(previous) && isDigit(next)) return true;
	// "U.S" and "example.com" are one word; "end.Next" (a lost space) is two.
	const single = at < 2 || kindOf(paragraph.charCodeAt(at - 2)) !== WORD;
	return single || !upper.test(paragraph[at + 1] ?? '');
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether a word ends in a possessive: 's. */
function isPossessive(raw: string): boolean {
	const mark = raw.charCodeAt(raw.length - 2);
	return (mark === APOSTROPHE || mark === CURLY_APOSTROPHE) && 'sSſ'.includes(raw.at(-1) ?? ' ');
}

/** Splits a paragraph into words, numbers and marks; a possessive 's is a token of its own. Linear. */
export function tokenize(paragraph: string, known: Abbreviations): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < paragraph.length) {
		const code = paragraph.charCodeAt(at);
		const kind = kindOf(code);
		if (kind === SPACE) {
			at++;
			continue;
		}
		if (kind === MARK) {
			tokens.push(mark(paragraph, at, at + 1));
			at++;
			continue;
		}
		let end = at + 1;
		while (end < paragraph.length) {
			const unit = paragraph.charCodeAt(end);
			if (kindOf(unit) === WORD ? unit !== AT || end === at : joins(paragraph, end, unit)) end++;
			else break;
		}
		end = pushWord(tokens, paragraph, at, end, known);
		at = end;
	}
	return tokens;
}

function pushWord(
	tokens: Token[],
	paragraph: string,
	start: number,
	end: number,
	known: Abbreviations,
): number {
	const raw = paragraph.slice(start, end);
	if (end - start > 2 && isPossessive(raw)) {
		tokens.push(word(raw.slice(0, -2), start, end - 2));
		tokens.push(word(raw.slice(-2), end - 2, end));
		return end;
	}
	let stop = end;
	if (paragraph.charCodeAt(end) === STOP && isAbbreviation(raw, known)) stop++;
	tokens.push(word(paragraph.slice(start, stop), start, stop));
	return stop;
}

/** Initials, "U.S" before its last stop, and the listed abbreviations. */
function isAbbreviation(raw: string, { beforeNames, inSentences }: Abbreviations): boolean {
	if (raw.length === 1) return upper.test(raw);
	if (raw.length > 6) return false;
	const lower = raw.toLowerCase();
	if (raw.includes('.')) return /^(\p{L}\.)+\p{L}$/u.test(raw) || inSentences.has(lower);
	return beforeNames.has(lower) || (upper.test(raw[0] ?? '') && inSentences.has(lower) && lower !== 'no');
}

function word(raw: string, start: number, end: number): Token {
	const text = raw.includes('’') ? raw.replaceAll('’', "'") : raw;
	const first = text.codePointAt(0) ?? 0;
	const capital = first < 0x80 ? first >= 0x41 && first <= 0x5a : upper.test(String.fromCodePoint(first));
	const isNumber = isDigit(first) || (first > 0x7f && digit.test(text));
	return { start, end, text, lower: text.toLowerCase(), kind: isNumber ? 'number' : 'word', capital };
}

function mark(paragraph: string, start: number, end: number): Token {
	const text = paragraph.slice(start, end);
	return { start, end, text, lower: text, kind: 'mark', capital: false };
}
