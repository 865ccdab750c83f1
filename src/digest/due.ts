import type { Temporal as Types } from 'temporal-polyfill';
import { Temporal } from '../temporal.ts';
import { type Days, includesDay } from './days.ts';
import type { ClockTime } from './time.ts';

/** A day in some zone: "2031-05-03". */
export type LocalDate = string;

/** When a server wants its digest. */
export interface Schedule {
	readonly time: ClockTime;
	/** IANA. */
	readonly zone: string;
	readonly days: Days;
	/** The first local date that may have a digest; earlier dates belonged to earlier settings, or to none. */
	readonly first: LocalDate;
}

/** A day's digest and when it is due. */
export interface Due {
	readonly date: LocalDate;
	/** Milliseconds since 1970. */
	readonly at: number;
}

type Clock = Pick<Schedule, 'time' | 'zone'>;

/**
 * When a local date's digest is due, in milliseconds since 1970. A time that the clocks skip that day moves
 * forward by as much as they do, one that they repeat is the first of the two (RFC 5545's rule, Temporal's
 * "compatible"); null for a date that the zone never had (Samoa went from 29 to 31 December 2011).
 */
export function dueAt(date: LocalDate, { time, zone }: Clock): number | null {
	const day = Temporal.PlainDate.from(date);
	const moment = day.toZonedDateTime({ timeZone: zone, plainTime: time });
	if (!moment.toPlainDate().equals(day) && !day.toZonedDateTime(zone).toPlainDate().equals(day)) return null;
	return moment.epochMilliseconds;
}

/** The date that a moment has in a zone. */
export function localDate(moment: number, zone: string): LocalDate {
	return zoned(moment, zone).toPlainDate().toString();
}

function zoned(moment: number, zone: string): Types.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
}

export function addDays(date: LocalDate, days: number): LocalDate {
	return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: LocalDate): number {
	return Temporal.PlainDate.from(date).dayOfWeek;
}

/** Whether a schedule has a digest on that date at all. */
export function isDigestDay(date: LocalDate, { days, first }: Pick<Schedule, 'days' | 'first'>): boolean {
	return date >= first && includesDay(days, weekday(date));
}

/**
 * All times at which a clock was due between two moments, oldest first: each local date with its moment, after
 * `since` and up to `until`. The days of the week are not looked at.
 */
export function dueBetween(clock: Clock, since: number, until: number): Due[] {
	const found: Due[] = [];
	// A time that is skipped just before midnight is due on the next date, so one day more is looked at.
	const first = addDays(localDate(since, clock.zone), -1);
	const last = localDate(until, clock.zone);
	for (let date = first; date <= last; date = addDays(date, 1)) {
		const at = dueAt(date, clock);
		if (at !== null && at > since && at <= until) found.push({ date, at });
	}
	return found;
}

/**
 * The next digests after a moment, soonest first.
 * @param taken dates that have been posted or settled already.
 */
export function nextDue(
	schedule: Schedule,
	after: number,
	count: number,
	taken: (date: LocalDate) => boolean = () => false,
): Due[] {
	const found: Due[] = [];
	let date = addDays(localDate(after, schedule.zone), -1);
	if (date < schedule.first) date = schedule.first;
	// Eight weeks hold three digests of any schedule, and a schedule without days ends.
	for (let looked = 0; found.length < count && looked < 56; looked++, date = addDays(date, 1)) {
		if (!isDigestDay(date, schedule) || taken(date)) continue;
		const at = dueAt(date, schedule);
		if (at !== null && at > after) found.push({ date, at });
	}
	return found;
}

/**
 * The first date that may have a digest under new settings, so that no change posts twice in a day: not before
 * now, not on a date that had one, and not on the date, in the new zone, when the last one was due.
 */
export function firstDate(clock: Clock, now: number, last: Due | null): LocalDate {
	const today = localDate(now, clock.zone);
	const at = dueAt(today, clock);
	let first = at !== null && at > now ? today : addDays(today, 1);
	if (last === null) return first;
	for (const date of [last.date, localDate(last.at, clock.zone)]) {
		if (first <= date) first = addDays(date, 1);
	}
	return first;
}
