import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Cache, openCache } from '../../src/library/cache/cache.ts';
import { freePort, hasRedis, kept, said, startRedis } from './redis-under-test.ts';
import { passTo, standIn } from './troubled-redis.ts';

describe.skipIf(!hasRedis)('a cache in a Redis that does not do what it should', () => {
	const warnings: object[] = [];
	const quiet = () => {};
	const log = { debug: quiet, info: quiet, error: quiet, warn: (fields: object) => warnings.push(fields) };
	let redis: ChildProcess;
	let port: number;
	beforeEach(async () => {
		warnings.length = 0;
		port = await freePort();
		redis = await startRedis(port);
	});
	afterEach(async () => {
		redis.kill('SIGKILL');
		await once(redis, 'exit');
	});
	const redisCli = (...args: string[]) => spawnSync('redis-cli', ['-p', `${port}`, ...args]);

	/** Asks for many answers, twice each, and sees that each is right, and that a call gives no other one. */
	const answersRightly = async (cache: Cache, count = 100) => {
		for (let index = 0; index < count; index++) {
			const key = `key-${index >> 1}`;
			expect(await cache.remember('quotes', key, async () => said(index >> 1))).toEqual(said(index >> 1));
		}
	};
	const openAt = (at: number) =>
		openCache({ url: `redis://127.0.0.1:${at}`, prefix: 'archive', secret: 'of the archive', near: 0 }, log);

	it('takes connections and never answers', async () => {
		const silent = await standIn(() => undefined);
		const cache = openAt(silent.port);
		await answersRightly(cache);
		await vi.waitFor(() => expect(silent.taken()).toBeGreaterThan(0));
		await answersRightly(cache);
		await cache.close();
		await silent.close();
	});

	it('is not connected to once the cache is closed', async () => {
		const silent = await standIn(() => undefined);
		const [closed, other] = [openAt(silent.port), openAt(silent.port)];
		await closed.close();
		await closed.connect();
		await answersRightly(closed, 2);
		await other.connect();
		await vi.waitFor(() => expect(silent.taken()).toBeGreaterThan(0));
		expect(silent.taken()).toBe(1);
		await other.close();
		await silent.close();
	});

	it.each([
		['no protocol at all', () => Buffer.from([0, 255, 13, 10, 1, 2, 3, 13, 10])],
		['a number', () => Buffer.from(':1\r\n')],
		['a list', () => Buffer.from('*2\r\n:1\r\n$1\r\nx\r\n')],
		['a text that is no JSON', () => Buffer.from('$5\r\nhello\r\n')],
		['JSON of another shape', () => Buffer.from('$12\r\n{"value":[]}\r\n')],
		['a status', () => Buffer.from('+OK\r\n')],
		['an error', () => Buffer.from('-ERR no\r\n')],
		['more answers than were asked for', () => Buffer.from('$-1\r\n'.repeat(50))],
		['lists nested without end', () => Buffer.from('*1\r\n'.repeat(100_000))],
		['the beginning of a long answer', () => Buffer.from('$999999\r\n{"value":')],
	])('answers everything with %s', async (_, reply) => {
		const garbling = await standIn((client) => client.on('data', () => client.write(reply())));
		const cache = openAt(garbling.port);
		await answersRightly(cache);
		await vi.waitFor(() => expect(garbling.taken()).toBeGreaterThan(0));
		await answersRightly(cache);
		await cache.close();
		await garbling.close();
	});

	it('garbles what it was given, once it has been used', async () => {
		let garble = false;
		const proxy = await standIn(
			passTo(port, (answer, send) => send(garble ? Buffer.from(answer.map((byte) => byte ^ 0x15)) : answer)),
		);
		const cache = openAt(proxy.port);
		await kept(cache);
		await answersRightly(cache, 20);
		garble = true;
		await answersRightly(cache);
		garble = false;
		// A new connection stands, and it is used again.
		await kept(cache);
		await cache.close();
		await proxy.close();
	});

	it('answers the question before the last one', async () => {
		let before: Buffer | null = null;
		let late = false;
		const proxy = await standIn(
			passTo(port, (answer, send) => {
				if (!late) return send(answer);
				if (before !== null) send(before);
				before = answer;
			}),
		);
		const cache = openAt(proxy.port);
		await kept(cache);
		await answersRightly(cache, 40);
		late = true;
		await answersRightly(cache);
		await cache.close();
		await proxy.close();
	});

	it('is slow', async () => {
		const proxy = await standIn(passTo(port, (answer, send) => void setTimeout(send, 300, answer)));
		const cache = openAt(proxy.port);
		await answersRightly(cache, 20);
		await pause(1_500);
		await answersRightly(cache);
		await cache.close();
		await proxy.close();
	});

	it('is full', async () => {
		const cache = openAt(port);
		await kept(cache);
		await cache.remember('quotes', 'before', async () => said(1));
		redisCli('config', 'set', 'maxmemory-policy', 'noeviction');
		redisCli('config', 'set', 'maxmemory', '1');
		warnings.length = 0;
		await answersRightly(cache);
		await vi.waitFor(() =>
			expect(warnings).toEqual([
				{ err: expect.objectContaining({ message: expect.stringMatching(/^OOM/u) }) },
			]),
		);
		redisCli('config', 'set', 'maxmemory', '0');
		await kept(cache);
		await cache.close();
	});
});
