import { typed, UserError } from '../../src/errors.ts';

const day = 86_400_000;
const units = { day: 1, week: 7, month: 30, year: 365 } as const;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A stretch of time in milliseconds since 1970, half-open. */
export interface Days {
	readonly from: number;
	readonly to: number;
}

/**
 * The day, month or year that a member typed, in UTC: "2026-11-03", "3 November 2026", "Nov 2026", "2026", "today",
 * "yesterday", "3 weeks ago".
 * @throws UserError where it is none of them.
 */
export function readDays(text: string, option: string, now: number = Date.now()): Days {
	const words = text.trim().toLowerCase();
	const today = now - (now % day);
	const from = (at: number, length = day): Days => ({ from: at, to: at + length });
	if (words === 'today') return from(today);
	if (words === 'yesterday') return from(today - day);
	const [, count, unit] = /^(\d{1,3}) (day|week|month|year)s? ago$/u.exec(words) ?? [];
	if (count !== undefined) return from(today - Number(count) * units[unit as keyof typeof units] * day);
	const found = iso(words) ?? written(words);
	if (found) return found;
	throw new UserError([
		'The option ',
		{ mark: 'code', text: option },
		' takes a day, a month or a year, and not ',
		typed(text),
		': for example 2026-11-03, Nov 2026, yesterday or 2 weeks ago.',
	]);
}

function iso(words: string): Days | null {
	const [, year, month, date] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u.exec(words) ?? [];
	if (year === undefined) return null;
	return dated(
		Number(year),
		month === undefined ? null : Number(month) - 1,
		date === undefined ? null : Number(date),
	);
}

function written(words: string): Days | null {
	const [, before, name = '', after, year = ''] =
		/^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?,?)? (\d{4})$/u.exec(
			words,
		) ?? [];
	const month = months.indexOf(name.slice(0, 3));
	if (month < 0) return null;
	const date = before ?? after;
	return dated(Number(year), month, date === undefined ? null : Number(date));
}

function dated(year: number, month: number | null, date: number | null): Days | null {
	const from = Date.UTC(year, month ?? 0, date ?? 1);
	const to = month === null ? Date.UTC(year + 1, 0) : date === null ? Date.UTC(year, month + 1) : from + day;
	const back = new Date(from);
	// The 31st of June would be the 1st of July.
	const isReal = back.getUTCMonth() === (month ?? 0) && back.getUTCDate() === (date ?? 1) && year >= 1000;
	return isReal ? { from, to } : null;
}
