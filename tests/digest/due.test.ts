import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { everyDay, readDays } from '../../src/digest/days.ts';
import { addDays, dueAt, dueBetween, firstDate, localDate, nextDue } from '../../src/digest/due.ts';
import { zoneNames } from '../../src/digest/zone-list.ts';

const minute = 60_000;
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const iso = (moment: number | null) =>
	moment === null ? null : Temporal.Instant.fromEpochMilliseconds(moment).toString();

/** Ticks every minute from one moment to another, and notes each date that comes due, as the runner does. */
function posted(clock: { zone: string; time: string }, from: number, until: number): Map<string, number> {
	const ledger = new Map<string, number>();
	for (let now = from; now <= until; now += minute) {
		for (const { date } of dueBetween(clock, now - 6 * 60 * minute, now)) {
			if (!ledger.has(date)) ledger.set(date, now);
		}
	}
	return ledger;
}

/** The moments at which a zone's clocks change in a year. */
function changes(zone: string, year: number): number[] {
	const found: number[] = [];
	let moment = Temporal.ZonedDateTime.from({ year, month: 1, day: 1, timeZone: zone });
	const end = moment.add({ years: 1 });
	for (;;) {
		const next = moment.getTimeZoneTransition('next');
		if (next === null || Temporal.ZonedDateTime.compare(next, end) >= 0) return found;
		found.push(next.epochMilliseconds);
		moment = next;
	}
}

describe('when a digest is due', () => {
	it.each([
		['a plain day', '2031-05-03', 'Europe/Berlin', '08:30', '2031-05-03T06:30:00Z'],
		[
			'a time that spring skips moves forward',
			'2026-03-29',
			'Europe/Berlin',
			'02:30',
			'2026-03-29T01:30:00Z',
		],
		[
			'a time that autumn repeats is the first one',
			'2026-10-25',
			'Europe/Berlin',
			'02:30',
			'2026-10-25T00:30:00Z',
		],
		['Cairo skips midnight', '2026-04-24', 'Africa/Cairo', '00:15', '2026-04-23T22:15:00Z'],
		['Beirut skips midnight', '2026-03-29', 'Asia/Beirut', '00:30', '2026-03-28T22:30:00Z'],
		['São Paulo of old skipped midnight', '2018-11-04', 'America/Sao_Paulo', '00:00', '2018-11-04T03:00:00Z'],
		['Lord Howe moves by half an hour', '2026-10-04', 'Australia/Lord_Howe', '02:15', '2026-10-03T15:45:00Z'],
		['Chatham changes at 2:45', '2026-09-27', 'Pacific/Chatham', '02:50', '2026-09-26T14:05:00Z'],
		['Nuuk skips the last hour of a day', '2024-03-30', 'America/Nuuk', '23:30', '2024-03-31T01:30:00Z'],
		['a leap day', '2028-02-29', 'Asia/Kolkata', '09:00', '2028-02-29T03:30:00Z'],
		['a day that Samoa never had', '2011-12-30', 'Pacific/Apia', '08:00', null],
		['the day before it', '2011-12-29', 'Pacific/Apia', '08:00', '2011-12-29T18:00:00Z'],
		['the day after it', '2011-12-31', 'Pacific/Apia', '08:00', '2011-12-30T18:00:00Z'],
	])('%s', (_, date, zone, time, moment) => {
		expect(iso(dueAt(date, { zone, time }))).toBe(moment);
	});

	it('is once a day around every change of the clocks, in every zone, ticking by the minute', () => {
		const looked = new Set<string>();
		for (const zone of zoneNames()) {
			for (const change of changes(zone, 2026)) {
				// Zones that change alike at the same moment are one case.
				const before = localTime(change - 1, zone);
				const after = localTime(change, zone);
				const like = `${change} ${before} ${after}`;
				if (looked.has(like)) continue;
				looked.add(like);
				for (const time of [
					before,
					after,
					localTime(change - 30 * minute, zone),
					localTime(change + 20 * minute, zone),
				]) {
					const from = change - 3 * 60 * minute;
					const until = change + 3 * 60 * minute;
					const ticked = posted({ zone, time }, from, until);
					const expected = dueBetween({ zone, time }, from - 6 * 60 * minute, until);
					expect([...ticked.keys()], `${zone} ${time}`).toEqual(expected.map(({ date }) => date));
					for (const { date, at: due } of expected) {
						if (due > from)
							expect(ticked.get(date), `${zone} ${time}`).toBe(Math.ceil(due / minute) * minute);
					}
				}
			}
		}
		expect(looked.size).toBeGreaterThan(30);
	});

	it('is exactly once for each date of the year, in every zone, in order', () => {
		const year = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day));
		const looked = new Set<string>();
		for (const zone of zoneNames()) {
			const like = changes(zone, 2026).map((change) => [
				change,
				localTime(change - 1, zone),
				localTime(change, zone),
			]);
			const alike = like.length === 0 ? localTime(0, zone) : like.join();
			if (looked.has(alike)) continue;
			looked.add(alike);
			const times = new Set([
				'00:00',
				...changes(zone, 2026).flatMap((change) => [localTime(change - 1, zone), localTime(change, zone)]),
			]);
			for (const time of times) {
				const due = year.map((date) => dueAt(date, { zone, time }));
				expect(due.includes(null), `${zone} ${time}`).toBe(false);
				expect(
					due.every((moment, day) => day === 0 || (moment ?? 0) > (due[day - 1] ?? 0)),
					`${zone} ${time}`,
				).toBe(true);
			}
		}
	});

	it('is once in a week that has Samoa’s missing day', () => {
		const clock = { zone: 'Pacific/Apia', time: '08:00' };
		const ticked = posted(clock, at('2011-12-28T00:00Z'), at('2012-01-01T00:00Z'));
		expect([...ticked.keys()]).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
	});

	it('is once although the clock of the machine jumps back', () => {
		const clock = { zone: 'Europe/Berlin', time: '08:00' };
		const ledger: string[] = [];
		const ticks = ['06:59', '07:00', '07:01', '06:30', '07:00', '07:02'].map((time) =>
			at(`2031-01-10T${time}Z`),
		);
		for (const now of ticks) {
			for (const { date } of dueBetween(clock, now - 360 * minute, now))
				if (!ledger.includes(date)) ledger.push(date);
		}
		expect(ledger).toEqual(['2031-01-10']);
	});
});

describe('the next digests', () => {
	const schedule = { zone: 'Europe/Berlin', time: '08:00', days: everyDay, first: '2031-01-01' };

	it('are those of the days that were chosen', () => {
		const found = nextDue({ ...schedule, days: readDays('tue, fri') }, at('2031-05-02T12:00Z'), 3);
		expect(found.map(({ date }) => date)).toEqual(['2031-05-06', '2031-05-09', '2031-05-13']);
	});

	it('leave out what has been posted, and begin where the settings begin', () => {
		const found = nextDue(
			{ ...schedule, first: '2031-05-05' },
			at('2031-05-02T12:00Z'),
			2,
			(date) => date === '2031-05-05',
		);
		expect(found.map(({ date }) => date)).toEqual(['2031-05-06', '2031-05-07']);
	});

	it('find 29 February in a leap year', () => {
		expect(
			nextDue({ ...schedule, first: '2028-01-01' }, at('2028-02-28T12:00Z'), 2).map(({ date }) => date),
		).toEqual(['2028-02-29', '2028-03-01']);
	});

	it('end where no day is chosen', () => {
		expect(nextDue({ ...schedule, days: 0 }, at('2031-05-02T12:00Z'), 3)).toEqual([]);
	});
});

describe('the first digest under new settings', () => {
	it('is today’s where its time is still to come, else tomorrow’s', () => {
		const now = at('2031-05-03T10:00Z');
		expect(firstDate({ zone: 'Europe/Berlin', time: '18:00' }, now, null)).toBe('2031-05-03');
		expect(firstDate({ zone: 'Europe/Berlin', time: '08:00' }, now, null)).toBe('2031-05-04');
	});

	it('is not on a day that had one, however the time is changed', () => {
		const last = { date: '2031-05-03', at: at('2031-05-03T06:00Z') };
		expect(firstDate({ zone: 'Europe/Berlin', time: '18:00' }, at('2031-05-03T10:00Z'), last)).toBe(
			'2031-05-04',
		);
	});

	it('is not on a day that had one, whichever way the zone is changed', () => {
		const west = { date: '2031-05-03', at: at('2031-05-02T20:00Z') };
		expect(firstDate({ zone: 'America/Los_Angeles', time: '14:00' }, at('2031-05-02T20:30Z'), west)).toBe(
			'2031-05-04',
		);
		const east = { date: '2031-05-02', at: at('2031-05-02T15:00Z') };
		expect(firstDate({ zone: 'Pacific/Auckland', time: '08:00' }, at('2031-05-02T16:00Z'), east)).toBe(
			'2031-05-04',
		);
	});
});

it('a date is the one that the zone has at that moment', () => {
	expect(localDate(at('2031-05-03T23:30Z'), 'Asia/Tokyo')).toBe('2031-05-04');
	expect(localDate(at('2031-05-03T03:30Z'), 'America/New_York')).toBe('2031-05-02');
});

function localTime(moment: number, zone: string): string {
	return Temporal.Instant.fromEpochMilliseconds(moment)
		.toZonedDateTimeISO(zone)
		.toPlainTime()
		.toString()
		.slice(0, 5);
}
