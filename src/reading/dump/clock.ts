import { isoTime, monthNumber, monthPattern, weekdayPattern } from './dates.ts';
import { type CalendarDay, isDay } from './days.ts';
import { offsetOf } from './zones.ts';

const clock = new RegExp(
	`^(\\d{1,2}):(\\d{2})(?::(\\d{2}))? ?(?:GMT|UTC) ?([+\\-−–]?) ?([\\d:]*) ?(?:${weekdayPattern},? ?)?(\\d{1,2})?(?: (${monthPattern}) |[./](\\d{2})[./])(\\d{4})$`,
	'i',
);

/**
 * The moment on a site's own clock, which is when the page was copied: "15:18 GMT +3 21 February 2017". Copying
 * often glues the parts ("GMT +321 February"): then every way to part the digits into an offset that clocks are
 * kept at and a day that the month has is tried, and the moment is taken only where exactly one way is possible.
 *
 * @returns null where the line is no such clock; `at` is null where it can be read in several ways or in none.
 */
export function readClock(line: string): { at: string | null } | null {
	if (line.length > 80) return null;
	const parts = clock.exec(line);
	if (!parts) return null;
	const [, hour, minute, second = '0', sign = '', digits = '', apart, name, number, year] = parts;
	if (digits === '' && apart === undefined) return null;
	const month = name ? monthNumber(name) : Number(number);
	const ways =
		apart === undefined ? partings(sign, digits) : [{ offset: offsetAt(sign, digits), day: Number(apart) }];
	const readings = ways.flatMap(({ offset, day }) => {
		const date: CalendarDay = { year: Number(year), month, day };
		if (offset === null || !isDay(date)) return [];
		return [isoTime(date, Number(hour), Number(minute), Number(second), offset)];
	});
	const [only, ...others] = new Set(readings);
	const possible = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && others.length === 0;
	return { at: possible ? (only ?? null) : null };
}

/** Digits that were glued together end with the day: one digit of them or two. */
function partings(sign: string, digits: string): { offset: number | null; day: number }[] {
	return [1, 2].flatMap((length) => {
		const day = digits.slice(-length);
		if (day.length < length || !/^\d+$/.test(day)) return [];
		return [{ offset: offsetAt(sign, digits.slice(0, -length)), day: Number(day) }];
	});
}

/** Minutes east of UTC; nothing behind "GMT" is GMT itself. */
function offsetAt(sign: string, digits: string): number | null {
	if (sign === '') return digits === '' ? 0 : null;
	return offsetOf(sign === '+' ? '+' : '-', digits);
}
