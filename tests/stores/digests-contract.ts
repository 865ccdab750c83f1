import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import type { Claim, DigestStore, NewDigestSettings, Slot } from '../../src/library/digests.ts';
import { sqliteDigests } from '../../src/stores/sqlite/digests.ts';
import { inventedRecord } from '../library/invented.ts';

const slot: Slot = { server: '100000000000000001', date: '2031-05-03', slot: 'daily' };
const claimOf = (holder: string, now: number): Claim => ({
	holder,
	now,
	leaseUntil: now + 60_000,
	channel: '200000000000000001',
	dueAt: 1_000,
});
const settings: NewDigestSettings = {
	server: slot.server,
	channel: '200000000000000001',
	time: '08:30',
	zone: 'Europe/Berlin',
	days: 127,
	follow: ['Harbour'],
	leaveOut: [],
	length: 'normal',
	role: null,
	apart: false,
	quiet: 'line',
	first: '2031-05-01',
	setBy: '300000000000000001',
	setAt: 5_000,
};

describe('the ledger of digests', () => {
	let folder: string;
	let archive: Awaited<ReturnType<typeof openArchive>>;
	let other: Awaited<ReturnType<typeof openArchive>>;
	let here: DigestStore;
	let there: DigestStore;

	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), 'ledger-'));
		archive = await openArchive(folder);
		other = await openArchive(folder);
		here = sqliteDigests(archive.database);
		there = sqliteDigests(other.database);
	});
	afterEach(async () => {
		await archive.close();
		await other.close();
		rmSync(folder, { recursive: true });
	});

	it('gives a slot to one of many that claim it at once', async () => {
		const claims = await Promise.all(
			Array.from({ length: 20 }, (_, n) => (n % 2 ? here : there).claim(slot, claimOf(`process ${n}`, 0))),
		);
		expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
		expect(claims.find((claim) => claim !== null)).toMatchObject({
			attempts: 1,
			state: 'claimed',
			message: null,
		});
	});

	it('gives it to the next when the lease is over, with what was planned, and the first has no say any more', async () => {
		await here.claim(slot, claimOf('first', 0));
		expect(await here.plan(slot, 'the plan', claimOf('first', 0))).toBe(true);
		expect(await there.claim(slot, claimOf('second', 59_999))).toBeNull();
		expect(await there.claim(slot, claimOf('second', 60_000))).toMatchObject({
			attempts: 2,
			plan: 'the plan',
		});
		expect(await here.plan(slot, 'another', claimOf('first', 60_000))).toBe(false);
		expect(await here.settle(slot, 'first', { state: 'posted', at: 60_001, message: '1' })).toBe(false);
		expect(await there.settle(slot, 'second', { state: 'posted', at: 60_002, message: '2' })).toBe(true);
		expect(await here.entries(slot.server, slot.date)).toMatchObject([{ state: 'posted', message: '2' }]);
	});

	it('never gives out what is settled', async () => {
		for (const state of ['posted', 'silent', 'missed', 'refused'] as const) {
			const key = { ...slot, slot: state };
			await here.claim(key, claimOf('first', 0));
			await here.settle(key, 'first', { state, at: 1 });
			expect(await there.claim(key, claimOf('second', 1e12))).toBeNull();
		}
		expect(await here.lapsed(1e12)).toEqual([]);
	});

	it('gives out what failed when it is time to try again', async () => {
		await here.claim(slot, claimOf('first', 0));
		await here.settle(slot, 'first', { state: 'waiting', at: 1, reason: 'discord', retryAt: 500_000 });
		expect(await here.lapsed(499_999)).toEqual([]);
		expect(await here.lapsed(500_000)).toMatchObject([{ ...slot, reason: 'discord' }]);
		expect(await there.claim(slot, claimOf('second', 499_999))).toBeNull();
		expect(await there.claim(slot, claimOf('second', 500_000))).toMatchObject({ attempts: 2 });
	});

	it('offers the servers of a clock whose date has no entry, on the days that they chose', async () => {
		const clock = { zone: 'Europe/Berlin', time: '08:30' };
		await here.putSettings(settings);
		await here.putSettings({ ...settings, server: '100000000000000002', days: 1 });
		await here.putSettings({ ...settings, server: '100000000000000003', first: '2031-05-04' });
		await here.putSettings({ ...settings, server: '100000000000000004' });
		await here.pause('100000000000000004', 'asked', 1);
		expect(await here.clocks()).toEqual([clock]);
		// 3 May 2031 is a Saturday.
		expect((await there.unclaimed(clock, slot.date, 32)).map(({ server }) => server)).toEqual([slot.server]);
		await here.note(slot, 1_000, { state: 'missed', at: 2_000, reason: 'too late' });
		expect(await there.unclaimed(clock, slot.date, 32)).toEqual([]);
	});

	it('keeps settings as they were set, and what was covered and shown through changes of them', async () => {
		await here.putSettings(settings);
		await here.claim(slot, claimOf('first', 0));
		await here.settle(slot, 'first', {
			state: 'posted',
			at: 9,
			message: '77',
			covered: { number: 12, at: 8 },
			shown: ['aaaa', 'bbbb'],
		});
		await here.pause(slot.server, 'asked', 10);
		expect(await here.pause(slot.server, 'again', 11)).toBe(false);
		expect(await there.settings(slot.server)).toEqual({
			...settings,
			paused: 'asked',
			pausedAt: 10,
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
		expect(await there.shown(slot.server, ['aaaa', 'cccc'])).toEqual(new Map([['aaaa', '2031-05-03']]));
		expect(await there.lastDaily(slot.server)).toMatchObject({ date: '2031-05-03', message: '77' });
	});

	it('tells what was taken in last, with its topics, latest first', async () => {
		await archive.put([inventedRecord({ id: 'aaaa', topics: ['Harbour', 'Fish'] })]);
		await archive.put([inventedRecord({ id: 'bbbb' }), inventedRecord({ id: 'cccc' })]);
		await archive.put([inventedRecord({ id: 'aaaa', headline: 'Read again', topics: ['Harbour'] })]);
		const arrivals = await here.arrivals(2);
		expect(arrivals.map(({ line }) => line.id)).toEqual(['cccc', 'bbbb']);
		const [, , first] = await here.arrivals(10);
		expect(first).toMatchObject({ line: { headline: 'Read again' }, topics: ['Harbour'] });
		expect(first?.number).toBeLessThan(arrivals[1]?.number ?? 0);
		expect(Math.abs((first?.added ?? 0) - Date.now())).toBeLessThan(60_000);
	});

	it('forgets what is old, but nothing that is open', async () => {
		await here.claim(slot, claimOf('first', 0));
		await here.note({ ...slot, date: '2031-05-02' }, 500, { state: 'missed', at: 600 });
		await here.forget(5_000);
		expect(await here.lastDaily(slot.server)).toMatchObject({ date: '2031-05-03' });
		expect(await here.entries(slot.server, '2031-05-02')).toEqual([]);
	});
});
