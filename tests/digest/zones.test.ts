import { describe, expect, it } from 'vitest';
import { zoneNames } from '../../src/digest/zone-list.ts';
import { suggestZones } from '../../src/digest/zone-offers.ts';
import { zoneText } from '../../src/digest/zone-offset.ts';
import { guessZone, readZone } from '../../src/digest/zones.ts';

const now = Date.UTC(2031, 4, 3, 12, 0);

describe('a time zone', () => {
	it('is understood by any name of the tz database, old ones too, in any case', () => {
		expect(zoneNames().length).toBeGreaterThan(540);
		for (const name of zoneNames()) expect(readZone(name.toLowerCase())).toBe(name);
	});

	it.each([
		['Berlin', 'Europe/Berlin'],
		['new york', 'America/New_York'],
		['Mumbai', 'Asia/Kolkata'],
		['são paulo', 'America/Sao_Paulo'],
		['Melbourne', 'Australia/Melbourne'],
		['Hobart', 'Australia/Hobart'],
		['Kyiv', 'Europe/Kyiv'],
		['Kiev', 'Europe/Kyiv'],
		['Odesa', 'Europe/Kyiv'],
		['Saigon', 'Asia/Ho_Chi_Minh'],
	])('is understood by its city, of today or of old: %s', (typed, zone) => {
		expect(readZone(typed)).toBe(zone);
	});

	it('is understood by a country that has one clock, and asks which where it has several', () => {
		expect(readZone('Germany')).toBe('Europe/Berlin');
		expect(readZone('Kenya')).toBe('Africa/Nairobi');
		expect(() => readZone('Australia')).toThrow(/several time zones in Australia: .*Australia\/.* or /u);
	});

	it.each([
		['UTC+3', '+03:00', 'UTC+3'],
		['utc + 3', '+03:00', 'UTC+3'],
		['GMT-5', '-05:00', 'UTC-5'],
		['+5:30', '+05:30', 'UTC+5:30'],
		['UTC+0930', '+09:30', 'UTC+9:30'],
		['UTC−3', '-03:00', 'UTC-3'],
		['GMT+14', '+14:00', 'UTC+14'],
		['UTC+0', 'UTC', 'UTC'],
		['UTC', 'UTC', 'UTC'],
	])('is understood as an offset: %s', (typed, zone, shown) => {
		expect(readZone(typed)).toBe(zone);
		expect(zoneText(zone)).toBe(shown);
		expect(readZone(shown)).toBe(zone);
	});

	it('that is unknown is refused, with the nearest names where some are near', () => {
		expect(() => readZone('Europe/Berlni')).toThrow(/Did you mean Europe\/Berlin/u);
		expect(() => readZone('Lodnon')).toThrow(/Europe\/London/u);
	});

	it('that begins like a city is offered while it is typed, and not taken for a slip of it', () => {
		expect(suggestZones('Mars', { locale: 'de', now, limit: 25 })).not.toEqual([]);
		expect(() => readZone('Mars')).toThrow(/^I know no time zone called Mars\. Type a city/u);
	});

	it.each(['Pluto', 'Kestermouth', 'UTC+25', '+15', 'zzzz', '', '🙂', 'x'.repeat(5000)])(
		'that is like none is refused without names that have nothing to do with it: %s',
		(typed) => {
			expect(() => readZone(typed)).toThrow(/^I know no time zone called .{1,50}\. Type a city/su);
			if (typed !== '' && typed !== '🙂') {
				expect(suggestZones(typed, { locale: 'de', now, limit: 25 })).toEqual([]);
			}
		},
	);

	it('is guessed from the language of the member, or not at all', () => {
		expect(guessZone('de')).toBe('Europe/Berlin');
		expect(guessZone('en-GB')).toBe('Europe/London');
		expect(guessZone('pt-BR')).toBe('America/Sao_Paulo');
		expect(guessZone('ja')).toBe('Asia/Tokyo');
		expect(guessZone('es-419')).toBeNull();
		expect(guessZone('not a locale')).toBeNull();
	});

	it('is offered with the time it has there, those of the member’s language first', () => {
		const offers = suggestZones('', { locale: 'de', now, limit: 25 });
		expect(offers).toHaveLength(25);
		expect(offers[0]).toEqual({ label: 'Europe/Berlin · Germany · 14:00 now', value: 'Europe/Berlin' });
		expect(suggestZones('kathm', { locale: 'de', now, limit: 25 })[0]).toEqual({
			label: 'Asia/Kathmandu · Nepal · 17:45 now',
			value: 'Asia/Kathmandu',
		});
		expect(suggestZones('japan', { locale: 'de', now, limit: 25 }).map(({ value }) => value)).toContain(
			'Asia/Tokyo',
		);
	});

	it('is offered as an offset where one is typed', () => {
		expect(suggestZones('UTC+3', { locale: 'de', now, limit: 5 })).toEqual([
			{ label: 'UTC+3, without summer time · 15:00 now', value: 'UTC+3' },
		]);
	});

	it('is offered for a slip, too', () => {
		expect(suggestZones('lodnon', { locale: 'de', now, limit: 5 }).map(({ value }) => value)).toContain(
			'Europe/London',
		);
	});
});
