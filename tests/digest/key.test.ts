import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markOf, nonceOf } from '../../src/digest/key.ts';

const key = fc.record({
	server: fc.stringMatching(/^\d{15,20}$/u),
	date: fc.constantFrom('2031-05-03', '2031-05-04'),
	slot: fc.constantFrom('daily', 'daily/2', 'extra-0830'),
});

it('a slot has the same nonce and mark every time, within Discord’s limits', () => {
	fc.assert(
		fc.property(key, (slot) => {
			expect(nonceOf(slot)).toBe(nonceOf({ ...slot }));
			expect(nonceOf(slot)).toMatch(/^[\w-]{1,25}$/u);
			expect(markOf(slot)).toBeGreaterThan(0);
			expect(markOf(slot)).toBeLessThan(2 ** 31);
		}),
	);
});

it('slots that differ in anything have different nonces and marks', () => {
	const base = { server: '123456789012345678', date: '2031-05-03', slot: 'daily' };
	const others = [
		base,
		{ ...base, server: '123456789012345679' },
		{ ...base, date: '2031-05-04' },
		{ ...base, slot: 'daily/2' },
	];
	expect(new Set(others.map(nonceOf)).size).toBe(4);
	expect(new Set(others.map(markOf)).size).toBe(4);
});
