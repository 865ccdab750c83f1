import { type CalendarDay, findDay, isDay } from '../../../dump/days.ts';

/** How a page writes days in numbers: "3/4/2025" is in March, in April, or cannot be told. */
export type DayOrder = 'month first' | 'day first' | null;

/** @param language of the page, or null. @param host of its address, or null. */
export function orderOf(language: string | null, host: string | null): DayOrder {
	if (language === null) return null;
	if (/^en-us$/iu.test(language) || /\.(?:gov|edu|mil)$/u.test(host ?? '')) return 'month first';
	if (!/^en$/iu.test(language)) return 'day first';
	return /\.(?:uk|au|nz|ie|in|za|sg)$/u.test(host ?? '') ? 'day first' : null;
}

/** A date as a page's data have it: ISO 8601, or as people write it. "2024-05-06", with the time where it is said. */
export function dayOrTime(written: string, order: DayOrder): string | null {
	const exact = /^\s*(\d{4})-(\d{2})-(\d{2})(?:([T ]\d{2}:\d{2}\S*(?: ?[+-]\d{2}:?\d{2})?))?/u.exec(written);
	if (exact) {
		const day = { year: Number(exact[1]), month: Number(exact[2]), day: Number(exact[3]) };
		return isDay(day) && day.year > 1900 ? `${iso(day)}${exact[4] ?? ''}` : null;
	}
	const compact = /^\s*(20\d{2})(\d{2})(\d{2})(?:\D|$|\d{6})/u.exec(written);
	const day = compact && { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) };
	if (day && isDay(day)) return iso(day);
	return written.length > 120 ? null : dayIn(written, order);
}

/** The first day that a text names, "2024-05-06". */
export function dayIn(text: string, order: DayOrder): string | null {
	const found = findDay(text);
	if (found?.day) return found.day.year > 1980 && found.day.year < 2100 ? iso(found.day) : null;
	const numbers = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2})(?!\d)/u.exec(text);
	if (!numbers) return null;
	const [, one = '', two = '', year = ''] = numbers;
	if (order === null && Number(one) <= 12 && Number(two) <= 12 && one !== two) return null;
	const isMonthFirst = order === 'month first' ? Number(one) <= 12 : order === null && Number(two) > 12;
	const [month, dayOfMonth] = isMonthFirst ? [one, two] : [two, one];
	const day = { year: Number(year), month: Number(month), day: Number(dayOfMonth) };
	return isDay(day) ? iso(day) : null;
}

/** A day in an address: "/2025/12/19/", "/2025-12-19-". */
export function dayInAddress(address: string | null): string | null {
	const match = /[/_-](20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?!\d)/u.exec(address ?? '');
	const day = match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
	return day && isDay(day) ? iso(day) : null;
}

/** Days from one to another, with the sign. */
export function daysBetween(one: string, other: string): number {
	return Math.round((Date.parse(other.slice(0, 10)) - Date.parse(one.slice(0, 10))) / (24 * 60 * 60 * 1_000));
}

/** At most a day apart: the same moment in two time zones. */
export function isNear(one: string, other: string): boolean {
	return Math.abs(daysBetween(one, other)) <= 1;
}

function iso({ year, month, day }: CalendarDay): string {
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
