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
		['Published 0814 GMT (1614 HKT) May 3, 2031', '2031-05-03T08:14:00+00:00'],
		['Published 3 May 2031 4:14 PM MYT', '2031-05-03T16:14:00+08:00'],
		['Published 3 May 2031 4:14 PM SGT', '2031-05-03T16:14:00+08:00'],
		['Published May 3, 2031 at 10:14 p.m. CT', '2031-05-03T22:14:00-05:00'],
		['PUBLISHED SAT, MAY 3 203110:14 AM CEST', at],
		['Veröffentlicht am 3. Mai 2031, 10:14 Uhr MESZ', at],
		['Publié le 3 mai 2031 à 10h14 (GMT+2)', at],
		['Publicado el 3 de mayo de 2031 a las 10:14 CEST', at],
		['Опубликовано: 3 мая 2031 г., 11:14 MSK', '2031-05-03T11:14:00+03:00'],
		['Pubblicato il 3 maggio 2031 alle 10.14 CEST', at],
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
		['with a second zone that contradicts', 'Published 0814 GMT (1714 HKT) May 3, 2031'],
		['at an hour that never comes', 'Published: 3 May 2031 14:14 pm UTC'],
	])('has its day alone %s', (_, line) => {
		expect(readStamp(line)).toEqual({ publishedAt: null, publishedOn: '2031-05-03' });
		expect(readStamp(line.replace('Published', 'Updated'))).toEqual({ updatedAt: null });
	});

	it.each([
		['with day and month either way round', 'Published: 03/04/2031 10:14 UTC'],
		['on a day that never comes', 'Published: 31 April 2031 10:14 UTC'],
		['with a month that two languages mean otherwise', 'Published: 3 listopad 2031 10:14 UTC'],
		['on a day of this year', 'Published: 3 May'],
		['counted from an unknown now', 'Published 3 hours ago'],
		['counted in German', 'Publiziert heute um 12:19 Uhr'],
		['counted in Spanish', 'Publicado hace 3 horas'],
	])('is recognised and unknown %s', (_, line) => {
		expect(readStamp(line)).toEqual({ publishedAt: null });
	});

	it('may say when it was published and when changed', () => {
		const both = { publishedAt: at, updatedAt: '2031-05-04T08:00:00+02:00' };
		expect(readStamp('Published 3 May 2031 10:14 CEST | Updated 4 May 2031 08:00 CEST')).toEqual(both);
		expect(readStamp('Published: 10:14 CEST 03.05.2031(updated 08:00 CEST 04.05.2031)')).toEqual(both);
	});

	it('may have both glued together in capitals', () => {
		expect(readStamp('PUBLISHED SAT, MAY 3 203110:14 AM CESTUPDATED SUN, MAY 4 20318:00 AM CEST')).toEqual({
			publishedAt: at,
			updatedAt: '2031-05-04T08:00:00+02:00',
		});
	});

	it('tells month and day apart behind a year of two digits only where one way is possible', () => {
		expect(readStamp('05/23/31 10:14 AM CEST')?.bare?.at).toBe('2031-05-23T10:14:00+02:00');
		expect(readStamp('05/03/31 10:14 AM CEST')?.bare?.at).toBeNull();
	});

	it.each([
		'3. Mai 2031, 10:14 Uhr',
		'3 мая, 10:14',
		'2031年5月3日10:14',
		'2031. 05. 03. 10:14',
		'3 de mayo de 2031',
		'Le 3 mai 2031 à 10h14',
		'Ngày 3/5/2031 10:14',
		'sobota 3. května 2031',
	])('is recognised in "%s"', (line) => {
		expect(readStamp(line)).toEqual({ bare: expect.objectContaining({ at: null, rest: '' }) });
	});

	it('has no meaning without a word for it', () => {
		expect(readStamp('Saturday, 3 May 2031 10:14 CEST')).toEqual({
			bare: expect.objectContaining({ at, weekday: true }),
		});
	});

	it.each([
		'The fair of 3 May 2031 was the last',
		'Updated rules for keepers',
		'Posted to the north',
		'Stand der Dinge',
		'May 5',
		'10:14',
	])('is not "%s"', (line) => {
		expect(readStamp(line)).toBeNull();
	});

	it('is distinguished from a time that only comments have', () => {
		expect(['3 hours ago', 'an hour ago', '2h', 'just now', 'yesterday'].every(isRelativeTime)).toBe(true);
		expect(['3 hours', 'ago', 'days', 'd'].map(isRelativeTime)).toEqual([true, false, false, false]);
	});
});
