import { cardinalOf, isVagueNumber } from './number-words.ts';

/**
 * The numbers that a text gives, in digits and in words, each in one form: "1,200", "1 200", "twelve hundred" and
 * "1.2 thousand" are "1200"; "5 %" and "five percent" are "5%"; "$5" and "five dollars" are "$5". Vague ones ("half", "dozens", "third")
 * stand for themselves.
 * @param language of its words for numbers, as the primary subtag of BCP 47.
 */
export function numbersIn(text: string, language: string): Set<string> {
	const found = new Set<string>();
	const tokens = tokensOf(text.normalize('NFKC'));
	for (let at = 0; at < tokens.length; ) {
		const run = runAt(tokens, at, language);
		if (run === null) {
			const word = tokens[at]?.lower ?? '';
			if (isVagueNumber(word, language)) found.add(word);
			at++;
			continue;
		}
		const unit = unitBehind(tokens, at + run.length);
		const before = tokens[at]?.before ?? '';
		if (unit === '%') found.add(`${before === '-' ? before : ''}${run.value}%`);
		else found.add(`${unit || before}${run.value}`);
		at += run.length;
	}
	return found;
}

interface NumberToken {
	readonly lower: string;
	/** A currency sign or a minus directly before it. */
	readonly before: string;
	/** What stands directly behind it: "%" or a currency sign. */
	readonly behind: string;
	/** Behind a mark, so that it continues no number. */
	readonly apart: boolean;
}

const token =
	/([$€£¥]|(?<![\p{L}\p{N}])-)?\s?(\p{Nd}+(?:[.,:’'\u00a0\u202f ](?=\p{Nd}{3}(?!\p{Nd}))\p{Nd}{3}|[.,:]\p{Nd}+)*|\p{L}[\p{L}\p{M}]*)(?:\s?([%‰]|[$€£¥](?!\s?\p{Nd})))?/gu;

function tokensOf(text: string): NumberToken[] {
	let end = 0;
	return [...text.matchAll(token)].map((match) => {
		const [whole, before = '', word = '', behind = ''] = match;
		const gap = text.slice(end, match.index);
		end = match.index + whole.length;
		return { lower: word.toLowerCase(), before, behind, apart: /[^\s-]/u.test(gap) };
	});
}

interface Run {
	readonly value: string;
	/** In tokens. */
	readonly length: number;
}

const joining: Readonly<Record<string, string>> = { en: 'and', de: 'und', fr: 'et', es: 'y' };
/** "One" of these is no number. */
const noOne = new Set(['of', 'another', 'who', 'day', "'s"]);

/** The number that begins at a token: digits with what multiplies them, or words that add up. */
function runAt(tokens: readonly NumberToken[], from: number, language: string): Run | null {
	const first = tokens[from];
	if (!first) return null;
	const digits = /^\p{Nd}/u.test(first.lower);
	if (!digits && cardinalOf(first.lower, language) === null) return null;
	if (first.lower === 'one' && isNoNumber(tokens, from)) return null;
	if (digits) {
		const plain = canonical(first.lower);
		const next = tokens[from + 1];
		const factor = next && !next.apart && first.behind === '' ? cardinalOf(next.lower, language) : null;
		const value = Number(plain);
		if (factor === null || factor < 100 || Number.isNaN(value)) return { value: plain, length: 1 };
		return { value: String(rounded(value * factor)), length: 2 };
	}
	let total = 0;
	let current = 0;
	let length = 0;
	let last = Number.POSITIVE_INFINITY;
	for (let at = from; at < tokens.length; at++) {
		const one = tokens[at];
		if (!one || (at > from && one.apart)) break;
		const value = cardinalOf(one.lower, language);
		if (value === null) {
			const next = tokens[at + 1];
			const goesOn =
				one.lower === joining[language] && next && !next.apart && cardinalOf(next.lower, language) !== null;
			if (at > from && goesOn && (language !== 'en' || last >= 100)) continue;
			break;
		}
		if (value >= 1_000) {
			total += Math.max(1, current) * value;
			current = 0;
		} else if (value === 100 || (language === 'en' && value === 12 && one.lower === 'dozen')) {
			current = Math.max(1, current) * value;
		} else if (language === 'fr' && value === 20 && current % 100 === 4) current += 76;
		else if (addsTo(last, value, language)) current += value;
		else break;
		last = value;
		length = at - from + 1;
	}
	return { value: String(rounded(total + current)), length: Math.max(1, length) };
}

/** "Twenty-one" adds up, and in French "soixante-dix-sept"; "nine-four" does not. */
function addsTo(last: number, value: number, language: string): boolean {
	if (last >= 100 || (last >= 20 && value < 10)) return true;
	return language === 'fr' && ((last >= 20 && value < 20) || (last === 10 && value < 10));
}

function isNoNumber(tokens: readonly NumberToken[], at: number): boolean {
	return noOne.has(tokens[at + 1]?.lower ?? '') || tokens[at - 1]?.lower === 'no';
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** Digits without the marks between thousands; a comma before other than three digits is a decimal point. */
function canonical(digits: string): string {
	const ascii = digits.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
	if (ascii.includes(':')) return ascii;
	const grouped = /^\d{1,3}(?:[.,’'\u00a0\u202f ]\d{3})+(?:[.,]\d+)?$/u.test(ascii);
	const plain = grouped
		? ascii.replace(/[.,’'\u00a0\u202f ](?=\d{3}(?:\D|$))/gu, '').replace(',', '.')
		: ascii.replace(/,/gu, '.');
	return plain
		.replace(/^0+(?=\d)/u, '')
		.replace(/(\.\d*?)0+$/u, '$1')
		.replace(/\.$/u, '');
}

/** Of a decimal digit in any script: these come in runs of ten from zero on. */
function digitValue(digit: string): number {
	const code = digit.codePointAt(0) ?? 0;
	for (let value = 0; value < 10; value++) {
		if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return value;
	}
	return code % 10;
}

const percent = new Set(['percent', 'prozent', 'процентов', 'процента', 'процент']);

const currencies = new Map<string, string>([
	...['dollar', 'dollars', 'dólares', 'долларов'].map((word) => [word, '$'] as const),
	...['euro', 'euros', 'евро'].map((word) => [word, '€'] as const),
	...['pound', 'pounds', 'pfund', 'livres', 'libras', 'фунтов'].map((word) => [word, '£'] as const),
]);

/** "%" or a currency's sign, where a number has one behind it, as a sign or as a word. */
function unitBehind(tokens: readonly NumberToken[], at: number): string {
	const { behind = '' } = tokens[at - 1] ?? {};
	if (behind !== '') return behind;
	const sign = currencies.get(tokens[at]?.apart === false ? (tokens[at]?.lower ?? '') : '');
	if (sign !== undefined) return sign;
	const next = tokens[at];
	if (!next || next.apart) return '';
	if (percent.has(next.lower)) return '%';
	const after = tokens[at + 1]?.lower;
	const isPer = next.lower === 'per' || next.lower === 'pour' || next.lower === 'por';
	return isPer && (after === 'cent' || after === 'ciento') ? '%' : '';
}

/** Whether a number is among others; one without a currency may be among them with one, never the other way round. */
export function isAmong(number: string, numbers: ReadonlySet<string>): boolean {
	return numbers.has(number) || [...'$€£¥'].some((sign) => numbers.has(`${sign}${number}`));
}
