import { describe, expect, it } from 'vitest';
import { readClock } from '../../src/reading/dump/clock.ts';

describe('a site clock', () => {
	it.each([
		['written apart', '15:18 GMT +3 21 February 2031', '2031-02-21T15:18:00+03:00'],
		['with offset and day glued', '15:18 GMT +321 February 2031', '2031-02-21T15:18:00+03:00'],
		['with a negative offset', '07:05 GMT -321 February 2031', '2031-02-21T07:05:00-03:00'],
		['with a typographic minus', '07:05 GMT −321 February 2031', '2031-02-21T07:05:00-03:00'],
		['with an offset of ten hours', '15:18 GMT +1012 May 2031', '2031-05-12T15:18:00+10:00'],
		['with half an hour', '15:18 GMT +5:3021 February 2031', '2031-02-21T15:18:00+05:30'],
		['with four digits of offset', '15:18 GMT +053021 February 2031', '2031-02-21T15:18:00+05:30'],
		['with a day of one digit', '15:18 UTC +39 June 2031', '2031-06-09T15:18:00+03:00'],
		['at Greenwich itself', '15:18 GMT21 May 2031', '2031-05-21T15:18:00+00:00'],
		['with the weekday between', '15:18 GMT +3Friday, 21 February 2031', '2031-02-21T15:18:00+03:00'],
		['with a date in digits', '15:18:30 GMT +321.02.2031', '2031-02-21T15:18:30+03:00'],
		['where the month has no 31st', '15:18 GMT +131 April 2031', '2031-04-01T15:18:00+13:00'],
		['where clocks are kept nowhere so', '15:18 GMT +151 May 2031', '2031-05-51'],
		['on a leap day', '15:18 GMT +229 February 2032', '2032-02-29T15:18:00+02:00'],
	])('%s', (_, line, at) => {
		expect(readClock(line)).toEqual({ at: at.length > 10 ? at : null });
	});

	it('is no time where two offsets are possible', () => {
		expect(readClock('21:07 GMT +111 March 2031')).toEqual({ at: null });
		expect(readClock('21:07 GMT +131 May 2031')).toEqual({ at: null });
		expect(readClock('21:07 GMT +1 11 March 2031')).toEqual({ at: '2031-03-11T21:07:00+01:00' });
	});

	it('is no time on a day or at an hour that never comes', () => {
		expect(readClock('15:18 GMT +330 February 2031')).toEqual({ at: null });
		expect(readClock('25:18 GMT +321 February 2031')).toEqual({ at: null });
		expect(readClock('15:18 GMT +2:1521 February 2031')).toEqual({ at: null });
	});

	it.each([
		'At 15:18 GMT on 21 February 2031 the bell rang',
		'15:18',
		'GMT +321 February 2031',
		'21 February 2031',
	])('is not "%s"', (line) => {
		expect(readClock(line)).toBeNull();
	});
});
