import type { MarkedLine } from '../marked.ts';
import { isTitleCase } from '../prose.ts';
import { topicBits } from './words.ts';

/** What is measured of each line by itself, in the order in which the numbers stand. */
export const traitNames = [
	'size',
	'words',
	'wordLength',
	'small',
	'end',
	'start',
	'capitals',
	'upper',
	'digits',
	'commas',
	'sentences',
	'quotes',
	'glued',
	'separators',
	'signs',
	'time',
	'title',
	'topics',
	'mark',
	'gap',
	'indent',
] as const;
export type Trait = (typeof traitNames)[number];
export const traitCount = traitNames.length;
export const trait = Object.fromEntries(traitNames.map((name, at) => [name, at])) as Record<Trait, number>;

/** Of a longer line only so much is looked at: what it is shows in its beginning. */
const looked = 600;
const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;

/** Marks before kinds of mark, so that a bound in a tree can separate them. */
const markOrder = ['url', 'clock', 'stamp', 'byline', 'credit', 'caption'] as const;

/** Measures a line into `into`, from `at` on. `small` are the page's own commonest words. */
export function measure(line: MarkedLine, small: ReadonlySet<string>, into: Float32Array, at: number): void {
	const whole = line.text;
	const text = whole.length > looked ? whole.slice(0, looked) : whole;
	const { words, capitals, lettered, commonest } = wordsIn(text, small);
	const counts = countsIn(text);
	const wideOnes = counts.wide > 0 ? (text.match(wide)?.length ?? 0) : 0;
	const put = (name: Trait, value: number) => {
		into[at + trait[name]] = value;
	};
	put('size', Math.min(2000, whole.length + 1.5 * wideOnes));
	put('words', Math.min(300, words + wideOnes / 2));
	put('wordLength', Math.min(30, text.length / words));
	put('small', commonest / words);
	put('end', endOf(whole));
	put('start', startOf(text));
	put('capitals', lettered === 0 ? 0 : capitals / lettered);
	put('upper', counts.upper / text.length);
	put('digits', counts.digits / text.length);
	put('commas', Math.min(10, counts.commas));
	put('sentences', sentencesIn(text));
	put('quotes', /["“„«»「『]/.test(text) ? 1 : 0);
	put('glued', /\p{Ll}\p{Lu}\p{Ll}|\d\p{Lu}\p{Ll}|\p{Ll}\d{2}/u.test(text) ? 1 : 0);
	put('separators', Math.min(10, counts.bars) + (/[|•·›»→/]/.test(text) ? 1 : 0));
	put('signs', /[©@#$€%]|https?:|www\.|\.com\b/.test(text) ? 1 : 0);
	put('time', counts.digits > 0 ? timeIn(text) : 0);
	put('title', isTitleCase(text) ? 1 : 0);
	put('topics', topicBits(text));
	put('mark', markOf(line));
	put('gap', Math.min(4, line.gap));
	put('indent', Math.min(20, line.indent));
}

function wordsIn(text: string, small: ReadonlySet<string>) {
	let words = 0;
	let capitals = 0;
	let lettered = 0;
	let commonest = 0;
	for (const word of text.split(' ')) {
		words++;
		const code = word.charCodeAt(0);
		const isUpper = (code >= 65 && code <= 90) || (code >= 0xc0 && /^\p{Lu}/u.test(word));
		if (isUpper) capitals++;
		if (isUpper || (code >= 97 && code <= 122) || code >= 0xaa) lettered++;
		if (word.length <= 5 && small.has(isUpper ? word.toLowerCase() : word)) commonest++;
	}
	return { words, capitals, lettered, commonest };
}

function countsIn(text: string) {
	let upper = 0;
	let digits = 0;
	let commas = 0;
	let bars = 0;
	let wide = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code >= 65 && code <= 90) upper++;
		else if (code >= 48 && code <= 57) digits++;
		else if (code === 44) commas++;
		else if (code === 124) bars++;
		else if (code > 0x2e00) wide++;
	}
	return { upper, digits, commas, bars, wide };
}

function sentencesIn(text: string): number {
	return Math.min(10, text.match(/[.!?。！？।؟][”"’»)]? (?=[^a-z])|[。！？]/g)?.length ?? 0);
}

/**
 * How a line ends: 0 with a letter, 1 a digit, 2 a full stop, 3 "?" or "!", 4 a colon, 5 "…", 6 a comma or dash,
 * 7 another sign.
 */
function endOf(text: string): number {
	const end = /[^"'”’»›“‘)\]\s]["'”’»›“‘)\]]*$/.exec(text)?.[0][0] ?? ')';
	if (/[\p{L}\p{M}]/u.test(end)) return /["”’»)\]]$/.test(text) ? 7 : 0;
	if (/\d/.test(end)) return 1;
	if (/[.。।۔]/.test(end)) return /\.\.\.["'”’»]?$/.test(text) ? 5 : 2;
	if (/[!?！？؟]/.test(end)) return 3;
	if (end === ':' || end === '：') return 4;
	if (end === '…') return 5;
	return /[,;–—-]/.test(end) ? 6 : 7;
}

/**
 * How it starts: 0 with a capital or a letter without case, 1 a small one, 2 a digit, 3 a quotation mark, 4 a
 * bullet, 5 another sign.
 */
function startOf(text: string): number {
	if (/^\p{Ll}/u.test(text)) return 1;
	if (/^\p{L}/u.test(text)) return 0;
	if (/^\d/.test(text)) return 2;
	if (/^["“„«»'‘「『]/.test(text)) return 3;
	return /^[•*‣◦▪●–—-]/.test(text) ? 4 : 5;
}

/** 1 a time of day or how long ago, 2 a year or a date in digits, 3 both. */
function timeIn(text: string): number {
	const clock =
		/\b\d{1,2}[:.h]\d{2}\b|\b\d{1,3} ?(?:min|h|hours?|hrs?|days?|Std|mins?|minutes?|sec|s)\b/.test(text);
	const day = /\b(?:19|20|21)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(text);
	return (clock ? 1 : 0) + (day ? 2 : 0);
}

function markOf({ marks }: MarkedLine): number {
	const [first] = marks;
	if (!first) return 0;
	if (first.kind !== 'furniture') return 1 + markOrder.indexOf(first.kind);
	if (/^comment/.test(first.what)) return 8;
	return first.what === 'share button' || first.what === 'navigation' ? 9 : 7;
}
