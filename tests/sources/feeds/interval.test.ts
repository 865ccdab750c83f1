import { describe, expect, it } from 'vitest';
import { bounds, nextInterval, pauseAfter, spreadOut } from '../../../src/sources/feeds/interval.ts';

const minute = 60_000;
const hour = 60 * minute;
const silent = { feed: null, cacheControl: null };
const same = { isChanged: false, dates: [] };
const changed = { isChanged: true, dates: [] };
const every = (gap: number, count = 12) => Array.from({ length: count }, (_, n) => 1e12 - n * gap);

describe('the time to the next poll', () => {
	it('begins with half of the usual time between two items', () => {
		expect(nextInterval(null, { isChanged: false, dates: every(2 * hour) }, silent)).toBe(hour);
		expect(nextInterval(null, { isChanged: false, dates: every(minute) }, silent)).toBe(bounds.least);
		expect(nextInterval(null, { isChanged: false, dates: every(30 * 24 * hour) }, silent)).toBe(bounds.most);
		expect(nextInterval(null, same, silent)).toBe(hour);
	});

	it('becomes shorter where a feed changes, longer where it does not, and stays within bounds', () => {
		expect(nextInterval(hour, changed, silent)).toBe(40 * minute);
		expect(nextInterval(hour, same, silent)).toBe(75 * minute);
		let interval = hour;
		for (let n = 0; n < 40; n++) interval = nextInterval(interval, changed, silent);
		expect(interval).toBe(bounds.least);
		for (let n = 0; n < 60; n++) interval = nextInterval(interval, same, silent);
		expect(interval).toBe(bounds.most);
	});

	it('is never shorter than the feed and its server ask for, up to a day', () => {
		expect(nextInterval(hour, changed, { feed: 3 * hour, cacheControl: null })).toBe(3 * hour);
		expect(nextInterval(hour, changed, { feed: null, cacheControl: 'public, max-age=7200' })).toBe(2 * hour);
		expect(nextInterval(hour, changed, { feed: 30 * 24 * hour, cacheControl: null })).toBe(bounds.most);
		for (const cacheControl of ['max-age=60', 'no-cache, max-age=86400', 's-maxage=86400', 'max-age=x']) {
			expect(nextInterval(hour, changed, { feed: null, cacheControl }), cacheControl).toBe(40 * minute);
		}
	});

	it('differs by up to a tenth from feed to feed, and not from poll to poll', () => {
		const spread = Array.from({ length: 500 }, (_, n) => spreadOut(hour, `https://f${n}.example/`));
		expect(Math.min(...spread)).toBeGreaterThanOrEqual(54 * minute);
		expect(Math.max(...spread)).toBeLessThanOrEqual(66 * minute);
		expect(new Set(spread.map((at) => Math.floor(at / minute))).size).toBeGreaterThan(10);
		expect(spreadOut(hour, 'https://f1.example/')).toBe(spread[1]);
	});
});

describe('the pause after a failure', () => {
	it('doubles up to a day', () => {
		expect([0, 1, 2, 3].map((failures) => pauseAfter(failures, 500, null) / minute)).toEqual([
			15, 30, 60, 120,
		]);
		expect(pauseAfter(300, null, null)).toBe(24 * hour);
	});

	it('is an hour at least for too many requests, and as long as the server asks, up to two days', () => {
		expect(pauseAfter(0, 429, null)).toBe(hour);
		expect(pauseAfter(0, 503, 7_200)).toBe(2 * hour);
		expect(pauseAfter(0, 429, 60)).toBe(hour);
		expect(pauseAfter(0, 503, 1e9)).toBe(48 * hour);
	});
});
