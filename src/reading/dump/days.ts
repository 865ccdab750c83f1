import { monthNamed } from './calendar.ts';

export interface CalendarDay {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

/** Whether the calendar has that day. */
export function isDay({ year, month, day }: CalendarDay): boolean {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	return year >= 1700 && year <= 2199 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** A day with the month's name, in the orders of the languages; the name is looked up. */
const word = '(\\p{L}[\\p{L}\\p{M}]{1,14})';
const namedDays: readonly (readonly [
	pattern: RegExp,
	order: readonly [year: number, month: number, day: number],
])[] = [
	[
		new RegExp(
			`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|°|ste|de)?\\.?(?: of| de| d['’])?[ -]?${word}\\.?,?(?: de| del)?,?[ -](\\d{4})(?!\\d)`,
			'giu',
		),
		[3, 2, 1],
	],
	[
		new RegExp(`(?<![\\p{L}\\p{M}])${word}\\.? (\\d{1,2})(?:st|nd|rd|th)?\\.?,? (\\d{4})(?!\\d)`, 'giu'),
		[3, 1, 2],
	],
	[new RegExp(`(?<!\\d)(\\d{4})\\.?(?: m\\.)? ${word} (\\d{1,2})(?!\\d)(?:\\.| d\\.)?`, 'giu'), [1, 2, 3]],
];
/** A day without its year, which many pages leave out of this year's. */
const yearless = [
	new RegExp(`(?<![\\d:.])(\\d{1,2})\\.?(?: de)? ${word}(?![\\p{L}\\p{M}]|\\.? \\d{4})\\.?`, 'giu'),
	new RegExp(`(?<![\\p{L}\\p{M}])${word}\\.? (\\d{1,2})(?!\\d|[:.]\\d| ?[ap]\\.?m)`, 'giu'),
];
const ideographic = /(?<!\d)(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?/;
const yearFirst =
	/(?<![\d.])(\d{4})(?:[-/](\d{2})[-/](\d{2})(?=\D|$)T?|\. ?(\d{1,2})\. ?(\d{1,2})(?=\D|$)\.?)/;
const numeric = /\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;
const shortYear = /(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{2})(?![\d./])/;

/** A day in a line: null where it is named but not certain. */
export interface DayFound {
	readonly day: CalendarDay | null;
	readonly index: number;
	readonly length: number;
	/** Whether the line leaves the year out. */
	readonly yearless?: boolean;
}

/** The first day that a line names, with the year or without. */
export function findDay(line: string): DayFound | null {
	for (const [pattern, [year, month, day]] of namedDays) {
		for (const match of line.matchAll(pattern)) {
			const number = monthNamed(match[month] ?? '');
			if (number !== null) return dayAt(match, match[year], number, match[day]);
		}
	}
	const written = ideographic.exec(line);
	if (written) return dayAt(written, written[1], Number(written[2]), written[3]);
	const iso = yearFirst.exec(line);
	if (iso) return dayAt(iso, iso[1], Number(iso[2] ?? iso[4]), iso[3] ?? iso[5]);
	return findNumericDay(line) ?? findYearless(line);
}

function findNumericDay(line: string): DayFound | null {
	const match = numeric.exec(line);
	if (match) {
		const [first, second] = [Number(match[1]), Number(match[3])];
		// Dots are written only where the day comes first; slashes are written both ways round.
		const dayComesFirst = match[2] === '.' || first > 12 || first === second;
		if (!dayComesFirst && second <= 12) return { day: null, index: match.index, length: match[0].length };
		return dayComesFirst ? dayAt(match, match[4], second, match[1]) : dayAt(match, match[4], first, match[3]);
	}
	const short = /\d[:.h]\d{2}(?!\d)|\d ?[ap]\.?m\b/i.test(line.replace(shortYear, ' '))
		? shortYear.exec(line)
		: null;
	if (!short) return null;
	// With two digits of the year only "11/19/31" can be read in one way: 19 is no month and 11 no year before it.
	if (short[2] === '/' && Number(short[3]) > 12)
		return dayAt(short, `20${short[4]}`, Number(short[1]), short[3]);
	return { day: null, index: short.index, length: short[0].length };
}

function findYearless(line: string): DayFound | null {
	for (const [at, pattern] of yearless.entries()) {
		for (const match of line.matchAll(pattern)) {
			const [, first = '', second = ''] = match;
			const [month, day] = at === 0 ? [second, first] : [first, second];
			if (month.length < 3 || monthNamed(month) === null || Number(day) < 1 || Number(day) > 31) continue;
			return { day: null, index: match.index, length: match[0].length, yearless: true };
		}
	}
	return null;
}

function dayAt(match: RegExpExecArray, year: string | undefined, month: number, day: string | undefined) {
	const named = { year: Number(year), month, day: Number(day) };
	return { day: isDay(named) ? named : null, index: match.index, length: match[0].length };
}
