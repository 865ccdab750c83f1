import { isWeekday } from './calendar.ts';
import { type CalendarDay, findDay } from './days.ts';
import { formatOffset, namedOffset, offsetOf, zoneNames } from './zones.ts';

/** What a line says about a moment. */
export interface Moment {
	/** ISO 8601 with the offset that the line gives; null where date, time or offset is missing or ambiguous. */
	readonly at: string | null;
	/** The day as the line gives it, "2031-05-03"; null where it is not certain. */
	readonly day: string | null;
	/** What is in the line besides the moment. */
	readonly rest: string;
	/** Whether the time is before the date, as on a clock. */
	readonly timeFirst: boolean;
	readonly weekday: boolean;
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
export const monthPattern =
	'(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
export const weekdayPattern = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?';

const clockTime =
	/(?<![\d:.])(\d{1,2})(?:[:.]| ?h ?)(\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?![\d:]) ?(?:([ap])\.?m\b\.?)?(?: ?(?:hrs|h|uhr|ч|น)\b\.?)?|(?<![\d:.])(\d{1,2}) ?([ap])\.?m\b\.?/i;
/** "0339 GMT": four digits are a time only before a zone. */
const fourDigits = new RegExp(
	`(?<!\\d)([01]\\d|2[0-3])([0-5]\\d)(?=(?: ?hrs)? (?:${zoneNames.join('|')})\\b)(?: ?hrs)?`,
);
const numericZone = /(?:\b(?:GMT|UTC) ?|(?<=[\d\u0001 (]))([+\-−–])(\d{1,2}:?\d{2}|\d{1,2})(?!\d)/i;
const namedZone = new RegExp(
	`(?:(?<=[\\d\\u0001])Z|(?<![\\p{L}])(?:${zoneNames.join('|')}))(?![\\p{L}])`,
	'u',
);
/** The same moment in another zone: "0339 GMT (1139 HKT)". */
const aside = new RegExp(`\\((\\d{1,2})[:.]?(\\d{2}) ?(${zoneNames.join('|')})\\)`);

/** The month's number, from 1, of a name in English. */
export function monthNumber(name: string): number {
	return monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
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

/** A moment and the places of its parts in the line. */
interface Found {
	readonly at: string | null;
	readonly day: string | null;
	/** The line with U+0001 wherever a part of the moment was cut out. */
	readonly cut: string;
	readonly timeFirst: boolean;
	readonly weekday: boolean;
	readonly hasTime: boolean;
}

/**
 * The moment that a short line names, in any of the orders in which news pages write it; null where it names
 * no day. A day whose order of day and month cannot be told ("03/04/2019") counts as named and unknown.
 *
 * @param behindLabel whether a word such as "Updated" comes before it, so that a day without year and time ("August
 * 8") is one.
 */
export function findMoment(line: string, behindLabel = false): Moment | null {
	const found = cutMoment(line, behindLabel);
	if (!found) return null;
	const { at, day, timeFirst, weekday } = found;
	return { at, day, rest: tidy(found.cut), timeFirst, weekday };
}

/** The same with the line as it is without the moment; null where it names no day. */
export function cutMoment(line: string, behindLabel = false): Found | null {
	if (line.length > 200 || !/\d/.test(line)) return null;
	const found = findDay(line);
	if (!found) return null;
	let rest = cut(line, found.index, found.length);
	const other = aside.exec(rest);
	if (other) rest = cut(rest, other.index, other[0].length);
	const time = findTime(rest);
	if (found.yearless && !time && !behindLabel) return null;
	const timeFirst = time !== null && time.index < found.index;
	if (time) rest = cut(rest, time.index, time.length);
	const zone = findZone(rest);
	if (zone && time) rest = cut(rest, zone.index, zone.length);
	const weekday = findWeekday(rest);
	if (weekday) rest = cut(rest, weekday.index, weekday.length);
	const at = found.day && time && zone ? compose(found.day, time, zone) : null;
	return {
		at: at !== null && found.day && other && !isSameMoment(at, found.day, other) ? null : at,
		day: found.day && isoDay(found.day),
		...{ cut: rest, timeFirst, weekday: weekday !== null, hasTime: time !== null },
	};
}

/** A time of day as it is written, with the half of the day where one is named. */
interface TimeFound {
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	readonly half: string | null;
	readonly index: number;
	readonly length: number;
}

/** The first time of day in a line. */
export function findTime(line: string): TimeFound | null {
	const match = clockTime.exec(line);
	const four = match ? null : fourDigits.exec(line);
	const found = match ?? four;
	if (!found) return null;
	return {
		hour: Number(found[1] ?? found[5]),
		minute: Number(found[2] ?? 0),
		second: Number(found[3] ?? 0),
		half: (found[4] ?? found[6])?.toLowerCase() ?? null,
		...{ index: found.index, length: found[0].length },
	};
}

/** A weekday's name directly next to what was cut out: elsewhere "Di" and "So" are other words. */
function findWeekday(line: string): { index: number; length: number } | null {
	for (const match of line.matchAll(
		/(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}-]{0,14})[,.]*(?=[ ,]*\u0001)|(?<=\u0001[ ,]*)(\p{L}[\p{L}\p{M}-]{1,14})/gu,
	)) {
		if (isWeekday(match[1] ?? match[2] ?? '')) return { index: match.index, length: match[0].length };
	}
	return null;
}

interface ZoneFound {
	readonly offset: number | null;
	readonly name: string;
}

function findZone(line: string): (ZoneFound & { index: number; length: number }) | null {
	const byNumber = numericZone.exec(line);
	if (byNumber) {
		const sign = byNumber[1] === '+' ? '+' : '-';
		const offset = offsetOf(sign, byNumber[2] ?? '');
		return { offset, name: '', index: byNumber.index, length: byNumber[0].length };
	}
	const byName = namedZone.exec(line);
	return byName && { offset: null, name: byName[0], index: byName.index, length: byName[0].length };
}

function compose(day: CalendarDay, time: TimeFound, zone: ZoneFound): string | null {
	const { hour: written, minute, second, half } = time;
	if (half && (written < 1 || written > 12)) return null;
	const hour = half ? (written % 12) + (half === 'p' ? 12 : 0) : written;
	if (hour > 23 || minute > 59 || second > 59) return null;
	const offset = zone.name ? namedOffset(zone.name, localTime(day, hour, minute, second)) : zone.offset;
	return offset === null ? null : isoTime(day, hour, minute, second, offset);
}

/** Whether "(1139 HKT)" is the time of the moment, on whatever day that is there. */
function isSameMoment(at: string, day: CalendarDay, [, hour, minute, name = '']: RegExpExecArray): boolean {
	const offset = namedOffset(name, localTime(day, Number(hour) % 24, Number(minute) % 60, 0));
	if (offset === null) return true;
	const there = isoTime(day, Number(hour) % 24, Number(minute) % 60, 0, offset);
	return (Date.parse(there) - Date.parse(at)) % (24 * 60 * 60 * 1000) === 0;
}

function localTime(day: CalendarDay, hour: number, minute: number, second: number): string {
	return `${isoDay(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}

const two = (value: number) => String(value).padStart(2, '0');

function isoDay({ year, month, day }: CalendarDay): string {
	return `${year}-${two(month)}-${two(day)}`;
}

const around = /^[ ,;:|/·•()\u0001–—-]+|[ ,;:|/·•()\u0001–—-]+$/g;
/** Words that are between the parts of a moment. */
const littleWords =
	/(?:^| )(?:at|on|um|à|às|kl|klo|kello|alle|ore|a las|las|om|o|u|в|о|den|der|am|le|el|il|em|op|dne|г|г\.|kl\.|saat|pukul|lúc|ngày|uhr|hrs|time|clock)\.?$|^(?:at|on|am|den|le|el|il|em|op|dne|w|de|г|г\.|ngày|um|à|kl\.?|om)(?= |$)/giu;

/** Without the punctuation and the little words that was around what was taken. */
export function tidy(rest: string): string {
	let words = rest.replace(/[\u0001\s]+/g, ' ').replace(around, '');
	for (let before = ''; before !== words; ) {
		before = words;
		words = words.replace(littleWords, '').replace(around, '');
	}
	return words;
}

/** A mark stays where something was cut out, so that what was on both sides is not glued together. */
function cut(line: string, index: number, length: number): string {
	return `${line.slice(0, index)}\u0001${line.slice(index + length)}`;
}
