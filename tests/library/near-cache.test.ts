import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Cache, openCache } from '../../src/library/cache/cache.ts';
import { quietLog } from '../quiet-log.ts';
import { freePort, hasRedis, kept, said, startRedis } from './redis-under-test.ts';

describe.skipIf(!hasRedis)('what a process keeps besides a Redis', () => {
	let redis: ChildProcess;
	let port: number;
	beforeEach(async () => {
		port = await freePort();
		redis = await startRedis(port);
	});
	afterEach(async () => {
		redis.kill('SIGKILL');
		if (redis.signalCode === null) await once(redis, 'exit');
	});
	const open = (near?: number) =>
		openCache(
			{ url: `redis://127.0.0.1:${port}`, prefix: 'archive', secret: 'of the archive', near },
			quietLog,
		);
	const redisCli = (...args: string[]) =>
		spawnSync('redis-cli', ['-p', `${port}`, ...args], { encoding: 'utf8' }).stdout;
	const asked = () =>
		Number(/cmdstat_get:calls=(?<calls>\d+)/u.exec(redisCli('info', 'commandstats'))?.groups?.calls ?? 0);
	/** Waits until answers come from the Redis: what one process gives, another one gets. */
	const connected = async (one: Cache, other: Cache) => {
		await kept(one);
		await vi.waitFor(async () => {
			const key = `probe-${Math.random()}`;
			await one.remember('quotes', key, async () => said(1));
			await new Promise((resolve) => setTimeout(resolve, 60));
			expect(await other.remember('quotes', key, async () => said(2))).toEqual(said(1));
		}, 20_000);
	};

	it('is given as the same object, without a round trip', async () => {
		const [one, other] = [open(), open()];
		await connected(one, other);
		const answer = await one.remember('quotes', 'key', async () => said(1));
		const before = asked();
		for (let index = 0; index < 20; index++)
			expect(await one.remember('quotes', 'key', async () => said(2))).toBe(answer);
		expect(asked()).toBe(before);
		await Promise.all([one.close(), other.close()]);
	});

	it('comes from another process once', async () => {
		const [one, other] = [open(), open()];
		await connected(one, other);
		await one.remember('quotes', 'key', async () => said(1));
		await vi.waitFor(() => expect(redisCli('--scan', '--pattern', '*quotes::key')).toContain('key'));
		const got = await other.remember('quotes', 'key', async () => said(2));
		expect(got).toEqual(said(1));
		redisCli('flushall');
		expect(await other.remember('quotes', 'key', async () => said(3))).toBe(got);
		await Promise.all([one.close(), other.close()]);
	});

	it('is given while the Redis is away', async () => {
		const [one, other] = [open(), open()];
		await connected(one, other);
		const answer = await one.remember('quotes', 'key', async () => said(1));
		redis.kill('SIGKILL');
		await once(redis, 'exit');
		expect(await one.remember('quotes', 'key', async () => said(2))).toBe(answer);
		await Promise.all([one.close(), other.close()]);
	});

	it('stays within its bound', async () => {
		const cache = open(100_000);
		const long = (number: number) => ({ text: `${number}`.padEnd(20_000, 'x') });
		for (let index = 0; index < 10; index++)
			await cache.remember('quotes', `${index}`, async () => long(index));
		redis.kill('SIGKILL');
		await once(redis, 'exit');
		expect(await cache.remember('quotes', '9', async () => long(0))).toEqual(long(9));
		expect(await cache.remember('quotes', '1', async () => long(0))).toEqual(long(0));
		await cache.close();
	});

	it('keeps what is one row of the archive in the process alone', async () => {
		const [one, other] = [open(), open()];
		await connected(one, other);
		await one.remember('line', 'key', async () => said(1));
		await one.remember('quotes', 'later', async () => said(1));
		await vi.waitFor(() => expect(redisCli('--scan')).toContain('later'));
		expect(redisCli('--scan')).not.toContain(':line:');
		await Promise.all([one.close(), other.close()]);
	});

	it('is asked of the Redis again where another process has worked it out anew', async () => {
		const [one, other] = [open(), open()];
		await connected(one, other);
		let now = '0:1';
		const ask = (cache: Cache, said: string) =>
			cache.remember('stories', 'seen', async () => ({ found: [[said]], since: now, marks: null }), {
				now,
				isCurrent: ({ since }) => since === now,
			});
		const inRedis = (said: string) =>
			vi.waitFor(() => {
				const key = redisCli('--scan', '--pattern', '*stories::seen').trim();
				expect(redisCli('get', key)).toContain(said);
			}, 10_000);
		await ask(one, 'first');
		await inRedis('first');
		await ask(other, 'first');
		now = '0:2';
		await ask(one, 'second');
		await inRedis('second');
		expect((await ask(other, 'third')).found).toEqual([['second']]);
		await Promise.all([one.close(), other.close()]);
	});

	it('is used from another process as long as what it depends on has not changed, and signed with that', async () => {
		const [one, other] = [open(), open()];
		await connected(one, other);
		let changed = false;
		const ask = (cache: Cache, said: string) =>
			cache.remember('stories', 'seen', async () => ({ found: [[said]], since: '0:1', marks: [7] }), {
				now: changed ? '0:2' : '0:1',
				isCurrent: ({ since, marks }) => since === '0:1' && marks[0] === 7 && !changed,
			});
		await ask(one, 'first');
		await vi.waitFor(() => expect(redisCli('--scan')).toContain('stories::seen'), 10_000);
		expect((await ask(other, 'second')).found).toEqual([['first']]);
		changed = true;
		expect((await ask(other, 'third')).found).toEqual([['third']]);
		// Somebody writes another answer, or other marks, under the old signature.
		await new Promise((resolve) => setTimeout(resolve, 60));
		const key = redisCli('--scan', '--pattern', '*stories::seen').trim();
		const forged = redisCli('get', key).trim().replace('[7]', '[8]');
		expect(forged).toContain('[8]');
		redisCli('set', key, forged);
		changed = false;
		const third = open();
		await connected(one, third);
		expect((await ask(third, 'fourth')).found).toEqual([['fourth']]);
		await Promise.all([one.close(), other.close(), third.close()]);
	});
});
