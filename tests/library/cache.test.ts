import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Cache, openCache } from '../../src/library/cache/cache.ts';

const warnings: object[] = [];
const quiet = () => {};
const log = { debug: quiet, info: quiet, error: quiet, warn: (fields: object) => warnings.push(fields) };

/** What every cache does, whatever it keeps the answers in. */
function behavesAsCache(open: () => Cache): void {
	describe('at all', () => {
		let cache: Cache;
		beforeEach(() => {
			cache = open();
		});
		afterEach(() => cache.close());

		it('works an answer out once and gives it again', async () => {
			await kept(cache);
			const answer = vi.fn(async () => ({ said: 'once' }));
			expect(await cache.remember('quotes', 'key', answer)).toEqual({ said: 'once' });
			await vi.waitFor(async () =>
				expect(await cache.remember('quotes', 'key', async () => ({ said: 'again' }))).toEqual({
					said: 'once',
				}),
			);
			expect(answer).toHaveBeenCalledTimes(1);
		});

		it('keeps kinds of answers apart', async () => {
			await kept(cache);
			await cache.remember('brief', 'same', async () => ({ kind: 'brief' }));
			expect(await cache.remember('topics', 'same', async () => ({ kind: 'topics' }))).toEqual({
				kind: 'topics',
			});
		});

		it('shares one computation among those who ask at the same moment', async () => {
			const answer = vi.fn(async () => ({ said: 'once' }));
			const answers = await Promise.all(
				Array.from({ length: 20 }, () => cache.remember('quotes', 'shared', answer)),
			);
			expect(answers).toHaveLength(20);
			expect(answer).toHaveBeenCalledTimes(1);
		});

		it('keeps no failure', async () => {
			await expect(
				cache.remember('quotes', 'failing', () => Promise.reject(new Error('no'))),
			).rejects.toThrow('no');
			expect(await cache.remember('quotes', 'failing', async () => ({ now: 'yes' }))).toEqual({ now: 'yes' });
		});

		it('takes keys of any length and content', async () => {
			const keys = ['', ' ', '::', '\u0000\r\n', 'x'.repeat(100_000), '🗞️'];
			for (const key of keys) {
				expect(await cache.remember('latest', key, async () => ({ key: key.length }))).toEqual({
					key: key.length,
				});
			}
		});
	});
}

/** Waits until the cache keeps what it is given: a shared one may still be connecting. */
async function kept(cache: Cache): Promise<void> {
	await vi.waitFor(async () => {
		const key = `probe-${Math.random()}`;
		await cache.remember('status', key, async () => ({ at: 1 }));
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(await cache.remember('status', key, async () => ({ at: 2 }))).toEqual({ at: 1 });
	});
}

describe('a cache in the process', () => {
	behavesAsCache(() => openCache(null, 'archive', log));

	it('stays within bounds, however much is asked', async () => {
		const cache = openCache(null, 'archive', log);
		const asked = async (key: string, answer: object) => cache.remember('quotes', key, async () => answer);
		for (let index = 0; index < 2_000; index++) await asked(`${index}`, { text: `${index}` });
		expect(await asked('0', { text: 'worked out anew' })).toEqual({ text: 'worked out anew' });
		expect(await asked('1999', { text: 'worked out anew' })).toEqual({ text: '1999' });
		for (let index = 0; index < 20; index++) await asked(`large-${index}`, { text: 'x'.repeat(200_000) });
		expect(await asked('large-0', { text: '' })).toEqual({ text: '' });
		expect(await asked('large-19', { text: '' })).toEqual({ text: 'x'.repeat(200_000) });
		await cache.close();
	});
});

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis) console.warn('redis-server is not installed: the shared cache is not tested here');

describe.skipIf(!hasRedis)('a cache in a Redis', () => {
	let redis: ChildProcess;
	let port: number;
	const start = async () => {
		redis = spawn('redis-server', ['--port', `${port}`, '--save', '', '--appendonly', 'no'], {
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		for await (const line of redis.stdout ?? []) if (String(line).includes('eady to accept')) break;
	};
	const stop = async () => {
		if (redis.exitCode !== null || redis.signalCode !== null) return;
		redis.kill('SIGKILL');
		await once(redis, 'exit');
	};
	beforeEach(async () => {
		warnings.length = 0;
		port = await freePort();
		await start();
	});
	afterEach(stop);
	const open = (prefix = 'archive') => openCache(`redis://127.0.0.1:${port}`, prefix, log);

	behavesAsCache(open);

	it('is shared by those over one archive, and by no others', async () => {
		const [one, same, other] = [open(), open(), open('another')];
		await Promise.all([kept(one), kept(same), kept(other)]);
		await one.remember('quotes', 'key', async () => ({ from: 'one' }));
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(await same.remember('quotes', 'key', async () => ({ from: 'same' }))).toEqual({ from: 'one' });
		expect(await other.remember('quotes', 'key', async () => ({ from: 'other' }))).toEqual({
			from: 'other',
		});
		await Promise.all([one.close(), same.close(), other.close()]);
	});

	it('answers all the same when it goes away, says so once, and uses it again when it is back', async () => {
		const cache = open();
		await kept(cache);
		await stop();
		for (let index = 0; index < 50; index++) {
			expect(await cache.remember('quotes', `away-${index}`, async () => ({ index }))).toEqual({ index });
		}
		await vi.waitFor(() => expect(warnings).toHaveLength(1));
		await start();
		await vi.waitFor(() => kept(cache), { timeout: 20_000 });
		expect(warnings).toHaveLength(1);
		await cache.close();
	});

	it('does not wait for one that hangs', async () => {
		const cache = open();
		await kept(cache);
		redis.kill('SIGSTOP');
		for (let index = 0; index < 200; index++) {
			expect(await cache.remember('quotes', `hung-${index}`, async () => ({ index }))).toEqual({ index });
		}
		redis.kill('SIGCONT');
		await cache.close();
	});

	it('is not needed at start', async () => {
		await stop();
		const cache = open();
		expect(await cache.remember('quotes', 'key', async () => ({ said: 'yes' }))).toEqual({ said: 'yes' });
		await cache.close();
	});
});

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return address.port;
}
