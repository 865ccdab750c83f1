import { describe, expect, it } from 'vitest';
import { isRelativeTime, readStamp } from '../../src/reading/dump/stamps.ts';

const at = '2031-05-03T10:14:00+02:00';

describe('a line with dates', () => {
	it.each([
		['Published: 3 May 2031, 10:14 CEST', at],
		['Published on May 3, 2031 at 10:14 a.m. CEST', at],
		['First published 10:14 GMT+2, Saturday 3rd May 2031', at],
		['Posted 2031-05-03T10:14:00+02:00', at],
		['Posted 2031-05-03 10:14 +0200', at],
		['PUBLISHED 03.05.2031 | 10:14 (UTC+02:00)', at],
		['Published 10.14am CEST, Sat 3 May 2031', at],
		['Published May 3, 2031 8:14 a.m. UTC', '2031-05-03T08:14:00+00:00'],
		['Published 12:05 AM EST, Jan 9, 2031', '2031-01-09T00:05:00-05:00'],
		['Published 25/12/2031 18:00 Z', '2031-12-25T18:00:00+00:00'],
	])('"%s" says when it was published', (line, publishedAt) => {
		expect(readStamp(line)).toEqual({ publishedAt });
	});

	it('leaves summer time to the date where the zone does', () => {
		expect(readStamp('Published July 4, 2031 9:00 AM ET')).toEqual({
			publishedAt: '2031-07-04T09:00:00-04:00',
		});
		expect(readStamp('Published Jan. 4, 2031 9:00 AM ET')).toEqual({
			publishedAt: '2031-01-04T09:00:00-05:00',
		});
	});

	it.each([
		['without a zone', 'Published: 3 May 2031, 10:14'],
		['without a time', 'Published: 3 May 2031'],
		['with a zone of several meanings', 'Published: 3 May 2031, 10:14 IST'],
		['with day and month either way round', 'Published: 03/04/2031 10:14 UTC'],
		['on a day that never comes', 'Published: 31 April 2031 10:14 UTC'],
		['at an hour that never comes', 'Published: 3 May 2031 14:14 pm UTC'],
		['counted from an unknown now', 'Published 3 hours ago'],
	])('is recognised and unknown %s', (_, line) => {
		expect(readStamp(line)).toEqual({ publishedAt: null });
	});

	it('may say when it was published and when changed', () => {
		const both = { publishedAt: at, updatedAt: '2031-05-04T08:00:00+02:00' };
		expect(readStamp('Published 3 May 2031 10:14 CEST | Updated 4 May 2031 08:00 CEST')).toEqual(both);
		expect(readStamp('Published: 10:14 CEST 03.05.2031(updated 08:00 CEST 04.05.2031)')).toEqual(both);
	});

	it('says nothing of its meaning without a word for it', () => {
		expect(readStamp('Saturday, 3 May 2031 10:14 CEST')).toEqual({
			bare: expect.objectContaining({ at, weekday: true }),
		});
	});

	it.each([
		'The fair of 3 May 2031 was the last',
		'Updated rules for keepers',
		'Posted to the north',
		'10:14',
	])('is not "%s"', (line) => {
		expect(readStamp(line)).toBeNull();
	});

	it('is told from a time that only comments have', () => {
		expect(['3 hours ago', 'an hour ago', '2h', 'just now', 'yesterday'].every(isRelativeTime)).toBe(true);
		expect(['3 hours', 'ago', 'days', 'd'].map(isRelativeTime)).toEqual([true, false, false, false]);
	});
});
