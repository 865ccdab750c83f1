import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from '../../src/digest/time.ts';
import { UserError } from '../../src/errors.ts';

describe('a time of the day', () => {
	it.each([
		['08:30', '08:30'],
		['8:30', '08:30'],
		['8.30', '08:30'],
		['8pm', '20:00'],
		['8 PM', '20:00'],
		['8:30 p.m.', '20:30'],
		['8p.m.', '20:00'],
		['8P.M', '20:00'],
		['8:30a.m.', '08:30'],
		['8 p. m.', '20:00'],
		['8.15am', '08:15'],
		['20h', '20:00'],
		['8h', '08:00'],
		['20h30', '20:30'],
		['20 h 30', '20:30'],
		['20 Uhr', '20:00'],
		['20.15 Uhr', '20:15'],
		['0830', '08:30'],
		['20', '20:00'],
		['08', '08:00'],
		['0', '00:00'],
		['12am', '00:00'],
		['12pm', '12:00'],
		['noon', '12:00'],
		[' Midnight ', '00:00'],
		['23:59', '23:59'],
		['８：３０', '08:30'],
	])('is understood where it has one meaning: %s is %s', (typed, time) => {
		expect(readTime(typed)).toBe(time);
	});

	it.each([
		['25:00', /hours 00 to 23.*08:30/u],
		['24:00', /midnight.*00:00/u],
		['8', /morning or the evening.*08:00, or 8pm for 20:00/u],
		['12', /12am or 12pm/u],
		['8 o’clock', /not a time of day that I know/u],
		['13pm', /pm goes with the hours 1 to 12/u],
		['0am', /am goes with/u],
		['8:60', /minutes 00 to 59/u],
		['8:5', /not a time of day that I know/u],
		['tomorrow', /not a time of day that I know/u],
		['', /not a time of day that I know/u],
		['-8:00', /not a time of day that I know/u],
	])('is refused with an example where it is not clear: "%s"', (typed, why) => {
		expect(() => readTime(typed)).toThrow(UserError);
		expect(() => readTime(typed)).toThrow(why);
	});

	it('is a time or one clear sentence, whatever is typed', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string({ maxLength: 300 }), fc.stringMatching(/^[\d:.h apm]{0,12}$/u)),
				(typed) => {
					try {
						expect(readTime(typed)).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
					} catch (error) {
						expect(error).toBeInstanceOf(UserError);
						expect((error as Error).message.length).toBeLessThan(250);
					}
				},
			),
		);
	});
});
