import { describe, expect, it } from 'vitest';
import { guessZone, readZone, suggestZones, zoneNames } from '../../src/digest/zones.ts';

const now = Date.UTC(2031, 4, 3, 12, 0);

describe('a time zone', () => {
	it('is understood by any name of the tz database, old ones too, in any case', () => {
		expect(zoneNames().length).toBeGreaterThan(540);
		for (const name of zoneNames()) expect(readZone(name.toLowerCase())).toBe(name);
	});

	it('is understood by its city', () => {
		expect(readZone('Berlin')).toBe('Europe/Berlin');
		expect(readZone('new york')).toBe('America/New_York');
		expect(readZone('Mumbai')).toBe('Asia/Kolkata');
		expect(readZone('são paulo')).toBe('America/Sao_Paulo');
	});

	it('that is unknown is refused with the nearest names', () => {
		expect(() => readZone('Europe/Berlni')).toThrow(/Near it are Europe\/Berlin/u);
		expect(() => readZone('Lodnon')).toThrow(/Europe\/London/u);
		expect(() => readZone('GMT+2')).toThrow(/summer time.*Europe\/Berlin/u);
		expect(() => readZone('x'.repeat(5000))).toThrow(/Near it are/u);
	});

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

	it('is offered for a slip, too', () => {
		expect(suggestZones('lodnon', { locale: 'de', now, limit: 5 }).map(({ value }) => value)).toContain(
			'Europe/London',
		);
	});
});
