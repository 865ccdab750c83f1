import { formatOffset, namedOffset, offsetOf } from './zones.ts';

export interface CalendarDay {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

/** What a line says about a moment. */
export interface Moment {
	/** ISO 8601 with the offset that the line gives; null where date, time or offset is missing or ambiguous. */
	readonly at: string | null;
	/** What stands in the line besides the moment. */
	readonly rest: string;
	/** Whether the time stands before the date, as on a clock. */
	readonly timeFirst: boolean;
	readonly weekday: boolean;
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
export const monthPattern =
	'(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
export const weekdayPattern = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?';

const dayFirst = new RegExp(
	`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](${monthPattern}),?[ -](\\d{4})(?!\\d)`,
	'i',
);
const monthFirst = new RegExp(`\\b(${monthPattern}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i');
const yearFirst = /\b(\d{4})[-/.](\d{2})[-/.](\d{2})(?=\D|$)T?/;
const numeric = /\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;
const clockTime =
	/(?<![\d:.])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?![\d:]) ?(?:([ap])\.?m\b\.?)?(?: ?(?:hrs|h|uhr)\b)?|(?<![\d:.])(\d{1,2}) ?([ap])\.?m\b\.?/i;
const numericZone = /(?:\b(?:GMT|UTC) ?|(?<=[\d\u0001 (]))([+\-−–])(\d{1,2}:?\d{2}|\d{1,2})(?!\d)/i;
const namedZone =
	/(?:(?<=[\d\u0001])Z|\b(?:GMT|UTC|UT|W?EST|CES?T|EES?T|WET|MSK|E[SD]?T|CDT|M[SD]T|P[SD]?T|AK[SD]T|HST|N[SD]T|[JHK][SK]T|PKT|WITA?|WIB|A[CEW][SD]T|NZ[SD]T|WAT|CAT|SAST|EAT|[BIC]ST))\b/;
const weekday = new RegExp(`\\b${weekdayPattern}(?:,| |$)`, 'i');

/** The month's number, from 1, of a name in English. */
export function monthNumber(name: string): number {
	return monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Whether the calendar has that day. */
export function isDay({ year, month, day }: CalendarDay): boolean {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	return year >= 1700 && year <= 2199 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** ISO 8601 with offset. */
export function isoTime(
	day: CalendarDay,
	hour: number,
	minute: number,
	second: number,
	offset: number,
): string {
	return `${localTime(day, hour, minute, second)}${formatOffset(offset)}`;
}

/**
 * The moment that a short line names, in any of the orders in which news pages write it; null where it names
 * no day. A day whose order of day and month cannot be told ("03/04/2019") counts as named and unknown.
 */
export function findMoment(line: string): Moment | null {
	if (line.length > 200) return null;
	const found = findDay(line);
	if (!found) return null;
	let rest = cut(line, found.index, found.length);
	const time = clockTime.exec(rest);
	const timeFirst = time !== null && time.index < found.index;
	if (time) rest = cut(rest, time.index, time[0].length);
	const zone = findZone(rest);
	if (zone) rest = cut(rest, zone.index, zone.length);
	const day = weekday.exec(rest);
	if (day) rest = cut(rest, day.index, day[0].length);
	return {
		at: found.day && time && zone ? compose(found.day, time, zone) : null,
		rest: tidy(rest),
		timeFirst,
		weekday: day !== null,
	};
}

function findDay(line: string): { day: CalendarDay | null; index: number; length: number } | null {
	let match = dayFirst.exec(line);
	if (match) return dayAt(match, match[3], monthNumber(match[2] ?? ''), match[1]);
	match = monthFirst.exec(line);
	if (match) return dayAt(match, match[3], monthNumber(match[1] ?? ''), match[2]);
	match = yearFirst.exec(line);
	if (match) return dayAt(match, match[1], Number(match[2]), match[3]);
	match = numeric.exec(line);
	if (!match) return null;
	const [first, second] = [Number(match[1]), Number(match[3])];
	// Dots are written only where the day comes first; slashes are written both ways round.
	const dayComesFirst = match[2] === '.' || first > 12 || first === second;
	if (!dayComesFirst && second <= 12) return { day: null, index: match.index, length: match[0].length };
	return dayComesFirst ? dayAt(match, match[4], second, match[1]) : dayAt(match, match[4], first, match[3]);
}

function dayAt(match: RegExpExecArray, year: string | undefined, month: number, day: string | undefined) {
	const named = { year: Number(year), month, day: Number(day) };
	return { day: isDay(named) ? named : null, index: match.index, length: match[0].length };
}

function findZone(
	line: string,
): { offset: number | null; name: string; index: number; length: number } | null {
	const byNumber = numericZone.exec(line);
	if (byNumber) {
		const sign = byNumber[1] === '+' ? '+' : '-';
		const offset = offsetOf(sign, byNumber[2] ?? '');
		return { offset, name: '', index: byNumber.index, length: byNumber[0].length };
	}
	const byName = namedZone.exec(line);
	return byName && { offset: null, name: byName[0], index: byName.index, length: byName[0].length };
}

function compose(
	day: CalendarDay,
	time: RegExpExecArray,
	zone: { offset: number | null; name: string },
): string | null {
	const half = (time[4] ?? time[6])?.toLowerCase();
	const written = Number(time[1] ?? time[5]);
	if (half && (written < 1 || written > 12)) return null;
	const hour = half ? (written % 12) + (half === 'p' ? 12 : 0) : written;
	const [minute, second] = [Number(time[2] ?? 0), Number(time[3] ?? 0)];
	if (hour > 23 || minute > 59 || second > 59) return null;
	const offset = zone.name ? namedOffset(zone.name, localTime(day, hour, minute, second)) : zone.offset;
	return offset === null ? null : isoTime(day, hour, minute, second, offset);
}

function localTime({ year, month, day }: CalendarDay, hour: number, minute: number, second: number): string {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}

/** Without the punctuation and the little words that stood around what was taken. */
function tidy(rest: string): string {
	const words = rest.replace(/[\u0001\s]+/g, ' ').replace(/^[ ,;:|·•()–—-]+|[ ,;:|·•()–—-]+$/g, '');
	return words.replace(/(?:^| )(?:at|on|um|à)$/i, '').replace(/[ ,;:|·•()–—-]+$/, '');
}

/** A mark stays where something was cut out, so that what stood on both sides is not glued together. */
function cut(line: string, index: number, length: number): string {
	return `${line.slice(0, index)}\u0001${line.slice(index + length)}`;
}
