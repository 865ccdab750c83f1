import { describe, expect, it } from 'vitest';
import { daysText, everyDay, includesDay, readDays, suggestDays } from '../../src/digest/days.ts';

describe('days of the week', () => {
	it.each([
		['every day', 'every day'],
		['Monday to Friday', 'Monday to Friday'],
		['mon-fri', 'Monday to Friday'],
		['weekdays', 'Monday to Friday'],
		['at weekends', 'at weekends'],
		['weekends', 'at weekends'],
		['weekends, mon', 'Mondays, Saturdays and Sundays'],
		['Mon and weekends', 'Mondays, Saturdays and Sundays'],
		['weekdays; saturday', 'Mondays, Tuesdays, Wednesdays, Thursdays, Fridays and Saturdays'],
		['weekdays, weekends', 'every day'],
		['Tue, Fri', 'Tuesdays and Fridays'],
		['mon wed fri', 'Mondays, Wednesdays and Fridays'],
		['fri - mon', 'Mondays, Fridays, Saturdays and Sundays'],
		['Sundays', 'Sundays'],
		['Mondays, Tuesdays and Thursdays', 'Mondays, Tuesdays and Thursdays'],
	])('are understood as they are typed: %s', (typed, shown) => {
		expect(daysText(readDays(typed))).toBe(shown);
	});

	it('are refused with the word that is none', () => {
		expect(() => readDays('Mon, Funday')).toThrow(/no day called funday/u);
		expect(() => readDays('')).toThrow(/Write days like/u);
		expect(() => readDays('s')).toThrow(/no day called s\./u);
	});

	it('read back as they are shown, all 127 sets of them', () => {
		for (let days = 1; days <= everyDay; days++) expect(readDays(daysText(days))).toBe(days);
	});

	it('are offered, and what is offered is understood', () => {
		for (const typed of ['', 'mon', 'we', 'tue, thu']) {
			for (const { value } of suggestDays(typed)) expect(readDays(value)).toBeGreaterThan(0);
		}
		expect(suggestDays('tue')[0]?.label).toBe('Tuesdays');
		expect(suggestDays('weekends, m').map(({ value }) => value)).toContain('weekends, Mondays');
		expect(suggestDays('weekends, zz')).toEqual([]);
	});

	it('count from Monday', () => {
		expect([1, 2, 3, 4, 5, 6, 7].filter((day) => includesDay(readDays('mon, sun'), day))).toEqual([1, 7]);
	});
});
