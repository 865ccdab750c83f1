import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/digest/defaults.ts';
import type { Archive } from '../../src/stores/archive.ts';
import type { Claim, DigestStore, NewDigestSettings, Slot } from '../../src/stores/digests.ts';
import { inventedRecord } from '../library/invented.ts';
import type { ArchiveUnderTest } from './under-test.ts';

const slot: Slot = { server: '100000000000000001', date: '2031-05-03', slot: 'daily' };
/** With 0, a lease that is over at once: so no test waits, and none sets a clock. */
const claimOf = (holder: string, leaseMs = 60_000): Claim => ({
	holder,
	leaseMs,
	channel: '200000000000000001',
	dueAt: 1_000,
});
const settings: NewDigestSettings = {
	server: slot.server,
	channel: '200000000000000001',
	time: '08:30',
	zone: 'Europe/Berlin',
	...defaultSettings,
	follow: ['Harbour'],
	first: '2031-05-01',
	setBy: '300000000000000001',
};

/** What every store of digests does. */
export function digestStoreContract(name: string, make: () => Promise<ArchiveUnderTest>): void {
	describe(`digests in ${name}`, () => {
		let store: ArchiveUnderTest;
		let here: DigestStore;
		let there: DigestStore;
		let articles: Archive;
		const opened: Archive[] = [];
		const open = async () => {
			const articles = await store.open();
			opened.push(articles);
			return { articles, digests: articles.digests };
		};

		beforeEach(async () => {
			store = await make();
			({ digests: here, articles } = await open());
			({ digests: there } = await open());
		});
		afterEach(async () => {
			for (const one of opened.splice(0)) await one.close();
			await store.discard();
		});

		it('gives a slot to one of many that claim it at once', async () => {
			const claims = await Promise.all(
				Array.from({ length: 20 }, (_, n) => (n % 2 ? here : there).claim(slot, claimOf(`process ${n}`))),
			);
			expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
			expect(claims.find((claim) => claim !== null)).toMatchObject({
				attempts: 1,
				state: 'claimed',
				message: null,
			});
		});

		it('keeps a slot for its holder until the lease is over by the store’s clock', async () => {
			const before = await here.now();
			const claim = await here.claim(slot, claimOf('first', 60_000));
			expect(claim?.leaseUntil).toBeGreaterThanOrEqual(before + 60_000);
			expect(claim?.leaseUntil).toBeLessThanOrEqual((await there.now()) + 60_000);
			expect(await there.claim(slot, claimOf('second'))).toBeNull();
			expect(await there.lapsed()).toEqual([]);
		});

		it('gives it to the next when the lease is over, with what was planned, and the first has no say any more', async () => {
			await here.claim(slot, claimOf('first'));
			expect(await here.plan(slot, 'the plan', claimOf('first', 0))).toBe(true);
			expect(await there.lapsed()).toMatchObject([slot]);
			expect(await there.claim(slot, claimOf('second'))).toMatchObject({ attempts: 2, plan: 'the plan' });
			expect(await here.plan(slot, 'another', claimOf('first'))).toBe(false);
			expect(await here.settle(slot, 'first', { state: 'posted', message: '1' })).toBe(false);
			expect(await there.settle(slot, 'second', { state: 'posted', message: '2' })).toBe(true);
			expect(await here.entries(slot.server, slot.date)).toMatchObject([{ state: 'posted', message: '2' }]);
		});

		it('never gives out what is settled', async () => {
			for (const state of ['posted', 'silent', 'missed', 'refused'] as const) {
				const key = { ...slot, slot: state };
				await here.claim(key, claimOf('first', 0));
				await here.settle(key, 'first', { state });
				expect(await there.claim(key, claimOf('second'))).toBeNull();
			}
			expect(await here.lapsed()).toEqual([]);
		});

		it('gives out what failed when it is time to try again', async () => {
			const failed = { state: 'waiting', reason: 'discord' } as const;
			await here.claim(slot, claimOf('first'));
			await here.settle(slot, 'first', { ...failed, retryIn: 60_000 });
			expect(await here.lapsed()).toEqual([]);
			expect(await there.claim(slot, claimOf('second'))).toBeNull();
			const other = { ...slot, date: '2031-05-04' };
			await here.claim(other, claimOf('first'));
			await here.settle(other, 'first', { ...failed, retryIn: 0 });
			expect(await here.lapsed()).toMatchObject([{ ...other, reason: 'discord' }]);
			expect(await there.claim(other, claimOf('second'))).toMatchObject({ attempts: 2 });
		});

		it('offers the servers of a clock whose date has no entry, on the days that they chose', async () => {
			const clock = { zone: 'Europe/Berlin', time: '08:30' };
			await here.putSettings(settings);
			await here.putSettings({ ...settings, server: '100000000000000002', days: 1 });
			await here.putSettings({ ...settings, server: '100000000000000003', first: '2031-05-04' });
			await here.putSettings({ ...settings, server: '100000000000000004' });
			await here.pause('100000000000000004', 'asked');
			expect(await here.clocks()).toEqual([clock]);
			// 3 May 2031 is a Saturday.
			const offered = await there.unclaimed(clock, slot.date, 32);
			expect(offered.map(({ server }) => server)).toEqual([slot.server]);
			expect(await here.note(slot, 1_000, { state: 'missed', reason: 'too late' })).toBe(true);
			expect(await here.note(slot, 1_000, { state: 'missed', reason: 'too late' })).toBe(false);
			expect(await there.unclaimed(clock, slot.date, 32)).toEqual([]);
		});

		it('keeps settings as they were set, and what was covered and shown through changes of them', async () => {
			await here.putSettings(settings);
			await here.claim(slot, claimOf('first'));
			await here.settle(slot, 'first', {
				state: 'posted',
				message: '77',
				covered: { number: 12, at: 8 },
				shown: ['aaaa', 'bbbb'],
			});
			await here.pause(slot.server, 'asked');
			expect(await here.pause(slot.server, 'again')).toBe(false);
			expect(await there.settings(slot.server)).toEqual({
				...settings,
				setAt: expect.any(Number),
				paused: 'asked',
				pausedAt: expect.any(Number),
				covered: { number: 12, at: 8 },
			});
			await here.putSettings({ ...settings, time: '20:00' });
			expect(await there.settings(slot.server)).toMatchObject({
				time: '20:00',
				paused: null,
				covered: { number: 12 },
			});
			await here.removeSettings(slot.server);
			expect(await there.settings(slot.server)).toBeNull();
			expect(await there.shown(slot.server)).toEqual(new Set(['aaaa', 'bbbb']));
			expect(await there.lastDaily(slot.server)).toMatchObject({ date: '2031-05-03', message: '77' });
		});

		it('changes what is given and nothing else, though others change something else at the same time', async () => {
			await here.putSettings(settings);
			await here.pause(slot.server, 'asked');
			await Promise.all([
				here.changeSettings(slot.server, { length: 'long', role: '400000000000000001' }),
				there.changeSettings(slot.server, { leaveOut: ['Football'], apart: true }),
			]);
			expect(await here.settings(slot.server)).toMatchObject({
				...settings,
				length: 'long',
				role: '400000000000000001',
				leaveOut: ['Football'],
				apart: true,
				paused: 'asked',
			});
			expect(await here.changeSettings(slot.server, { role: null })).toBe(true);
			expect(await here.settings(slot.server)).toMatchObject({ role: null, length: 'long' });
			expect(await here.changeSettings('100000000000000009', { length: 'long' })).toBe(false);
		});

		it('tells what was added lately, with its topics, latest first and page by page', async () => {
			await articles.put([inventedRecord({ id: 'aaaa', topics: ['Harbour', 'Fish'] })]);
			await articles.put([inventedRecord({ id: 'bbbb' }), inventedRecord({ id: 'cccc' })]);
			await articles.put([inventedRecord({ id: 'aaaa', headline: 'Read again', topics: ['Harbour'] })]);
			const addedAfter = Date.now() - 60_000;
			const page = await here.arrivals({ shelf: null, addedAfter, limit: 2 });
			expect(page.map(({ id }) => id)).toEqual(['cccc', 'bbbb']);
			const before = page.at(-1);
			const next = { shelf: null, addedAfter, limit: 2, ...(before && { before }) };
			const [last, ...none] = await here.arrivals(next);
			expect(none).toEqual([]);
			expect(last).toMatchObject({ id: 'aaaa', topics: ['Harbour'] });
			expect(last?.number).toBeLessThan(before?.number ?? 0);
			const upTo = last?.number ?? 0;
			expect(await here.arrivals({ shelf: null, addedAfter, upTo, limit: 2 })).toMatchObject([
				{ id: 'aaaa' },
			]);
			expect(Math.abs((last?.added ?? 0) - Date.now())).toBeLessThan(60_000);
			expect(await here.arrivals({ shelf: null, addedAfter: Date.now() + 60_000, limit: 2 })).toEqual([]);
		});

		it('keeps the arrivals of each shelf apart, and numbers them together', async () => {
			await articles.put([inventedRecord({ id: 'shared1' })]);
			await articles.put([inventedRecord({ id: 'own1' })], '100');
			await articles.put([inventedRecord({ id: 'shared2' })]);
			const on = (shelf: string | null) => here.arrivals({ shelf, addedAfter: 0, limit: 10 });
			const [shared, own] = [await on(null), await on('100')];
			expect(shared.map(({ id }) => id)).toEqual(['shared2', 'shared1']);
			expect(own).toMatchObject([{ id: 'own1', shelf: '100' }]);
			expect(await on('200')).toEqual([]);
			const numbers = [shared[1], own[0], shared[0]].map((arrival) => arrival?.number ?? 0);
			expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
			expect(new Set(numbers).size).toBe(3);
			expect(await there.lastArrival()).toBeGreaterThanOrEqual(shared[0]?.number ?? Number.NaN);
			const before = await there.lastArrival();
			await articles.put([inventedRecord({ id: 'own2' })], '100');
			expect((await on('100'))[0]?.number).toBeGreaterThan(before);
		});

		it('shows no arrival below a number that was seen, whoever writes at the same time', async () => {
			const writers = await Promise.all(Array.from({ length: 4 }, open));
			let writing = true;
			const written = Promise.all(
				writers.map(async ({ articles: writer }, who) => {
					for (let n = 0; n < 25; n++) await writer.put([inventedRecord({ id: `w${who}n${n}` })]);
				}),
			).then(() => {
				writing = false;
			});
			const seen: string[] = [];
			let covered = 0;
			const look = async () => {
				const upTo = await here.lastArrival();
				const all = await here.arrivals({ shelf: null, addedAfter: 0, upTo, limit: 1_000 });
				seen.push(...all.filter(({ number }) => number > covered).map(({ id }) => id));
				covered = upTo;
			};
			while (writing) {
				await look();
				await new Promise((resolve) => setImmediate(resolve));
			}
			await written;
			await look();
			expect(seen).toHaveLength(100);
			expect(new Set(seen).size).toBe(100);
		});

		it('forgets what is old, but nothing that is open', async () => {
			await here.claim(slot, claimOf('first'));
			await here.note({ ...slot, date: '2031-05-02' }, 500, { state: 'missed' });
			await here.forget(5_000);
			expect(await here.lastDaily(slot.server)).toMatchObject({ date: '2031-05-03' });
			expect(await here.entries(slot.server, '2031-05-02')).toEqual([]);
		});
	});
}
