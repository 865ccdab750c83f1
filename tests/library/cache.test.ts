import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Cache, openCache } from '../../src/library/cache/cache.ts';
import { shapes } from '../../src/library/cache/shapes.ts';
import { freePort, hasRedis, kept, said, startRedis } from './redis-under-test.ts';

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
			const answer = vi.fn(async () => said(1));
			expect(await cache.remember('quotes', 'key', answer)).toEqual(said(1));
			await vi.waitFor(async () =>
				expect(
					await cache.remember('quotes', 'key', () => Promise.reject(new Error('worked out again'))),
				).toEqual(said(1)),
			);
			expect(answer).toHaveBeenCalledTimes(1);
		});

		it('keeps kinds of answers apart', async () => {
			await kept(cache);
			await cache.remember('latest', 'same', async () => []);
			expect(await cache.remember('quotes', 'same', async () => said(1))).toEqual(said(1));
		});

		it('shares one computation among those who ask at the same moment', async () => {
			const answer = vi.fn(async () => said(1));
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
			expect(await cache.remember('quotes', 'failing', async () => said(1))).toEqual(said(1));
		});

		it('accepts keys of any length and content', async () => {
			const keys = ['', ' ', '::', '\u0000\r\n', 'x'.repeat(100_000), '🗞️'];
			for (const key of keys) {
				expect(await cache.remember('quotes', key, async () => said(key.length))).toEqual(said(key.length));
			}
		});
	});
}

describe('a cache in the process', () => {
	behavesAsCache(() => openCache(null, log));

	it('stays within bounds, however much is asked', async () => {
		const cache = openCache(null, log);
		const asked = async (key: string, answer: object) => cache.remember('quotes', key, async () => answer);
		for (let index = 0; index < 2_000; index++) await asked(`${index}`, { text: `${index}` });
		expect(await asked('0', { text: 'worked out again' })).toEqual({ text: 'worked out again' });
		expect(await asked('1999', { text: 'worked out again' })).toEqual({ text: '1999' });
		for (let index = 0; index < 20; index++) await asked(`large-${index}`, { text: 'x'.repeat(200_000) });
		expect(await asked('large-0', { text: '' })).toEqual({ text: '' });
		expect(await asked('large-19', { text: '' })).toEqual({ text: 'x'.repeat(200_000) });
		await cache.close();
	});
});

if (!hasRedis) console.warn('redis-server is not installed: the shared cache is not tested here');

describe.skipIf(!hasRedis)('a cache in a Redis', () => {
	let redis: ChildProcess;
	let port: number;
	const start = async () => {
		redis = await startRedis(port);
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
	const open = (prefix = 'archive', secret = 'of the archive', to: typeof log = log) =>
		openCache({ url: `redis://127.0.0.1:${port}`, prefix, secret, near: 0 }, to);

	const redisCli = (...args: string[]) =>
		spawnSync('redis-cli', ['-p', `${port}`, ...args], { encoding: 'utf8' }).stdout.trim();

	behavesAsCache(open);

	it('is shared by those over one archive, and by no others', async () => {
		const [one, same, other] = [open(), open(), open('another')];
		await Promise.all([kept(one), kept(same), kept(other)]);
		await one.remember('quotes', 'key', async () => said(1));
		// A busy machine may take longer to answer than the cache is waited for; then nothing is kept, and it is asked
		// again.
		const asked = async () => {
			throw new Error('the archive was asked');
		};
		await vi.waitFor(async () => expect(await same.remember('quotes', 'key', asked)).toEqual(said(1)));
		expect(await other.remember('quotes', 'key', async () => said(3))).toEqual(said(3));
		await Promise.all([one.close(), same.close(), other.close()]);
	});

	it('keeps answers of every kind without a warning of Node', async () => {
		const warned: Error[] = [];
		const note = (warning: Error) => void warned.push(warning);
		process.on('warning', note);
		const cache = open();
		await kept(cache);
		for (const kind of Object.keys(shapes) as (keyof typeof shapes)[])
			await cache.remember(kind, 'key', async () => said(1));
		await new Promise((resolve) => setImmediate(resolve));
		process.off('warning', note);
		expect(warned).toEqual([]);
		await cache.close();
	});

	it('still answers when the store goes away, logs it once, and uses it again when it is back', async () => {
		const told: object[] = [];
		const cache = open('archive', 'of the archive', { ...log, warn: (fields: object) => told.push(fields) });
		await kept(cache);
		await stop();
		for (let index = 0; index < 50; index++) {
			expect(await cache.remember('quotes', `away-${index}`, async () => said(index))).toEqual(said(index));
		}
		await vi.waitFor(() => expect(told).toHaveLength(1));
		await start();
		await kept(cache);
		expect(told).toHaveLength(1);
		await cache.close();
	});

	it('does not wait for one that hangs', async () => {
		const cache = open();
		await kept(cache);
		redis.kill('SIGSTOP');
		for (let index = 0; index < 200; index++) {
			expect(await cache.remember('quotes', `hung-${index}`, async () => said(index))).toEqual(said(index));
		}
		redis.kill('SIGCONT');
		await cache.close();
	});

	describe('that others write to, too,', () => {
		const path = 'verbatim:archive:quotes::key';
		/** What the Redis holds, and what is put there by somebody who can do everything but know the secret. */
		const held = () => {
			const [name = ''] = redisCli('--scan', '--pattern', '*quotes::key').split('\n');
			return { name, value: redisCli('get', name) };
		};
		const answered = async (cache: Cache, key = 'key') =>
			cache.remember('quotes', key, async () => said(100));

		it('gives nothing that was not signed for its place', async () => {
			const cache = open();
			await kept(cache);
			await cache.remember('quotes', 'key', async () => said(1));
			await vi.waitFor(() => expect(held().name).toContain(path));
			const { name, value } = held();
			const forgeries = [
				value.replace('\\"total\\":1', '\\"total\\":7'),
				JSON.stringify({ value: { article: null, groups: [], total: 7 } }),
				JSON.stringify({ value: JSON.stringify(said(7)) }),
				JSON.stringify({ value: `${'A'.repeat(43)}${JSON.stringify(said(7))}` }),
				JSON.stringify({ value: ['of', 'another', 'shape'] }),
				JSON.stringify({ value: 7 }),
				'no JSON',
				'',
			];
			for (const forged of forgeries) {
				expect(forged).not.toBe(value);
				redisCli('set', name, forged);
				expect(await answered(cache)).toEqual(said(100));
				await new Promise((resolve) => setTimeout(resolve, 30));
			}
			expect(warnings.length).toBeGreaterThan(0);
			await cache.close();
		});

		it('gives no answer in the place of another one, and none that was signed with another secret', async () => {
			const cache = open();
			await kept(cache);
			await cache.remember('quotes', 'key', async () => said(1));
			await cache.remember('quotes', 'other key', async () => said(2));
			const scan = () => redisCli('--scan', '--pattern', '*quotes::other key').split('\n')[0] ?? '';
			await vi.waitFor(() =>
				expect([held().name, scan()]).toEqual([
					expect.stringContaining(path),
					expect.stringContaining('other key'),
				]),
			);
			const other = scan();
			redisCli('set', other, held().value);
			expect(await answered(cache, 'other key')).toEqual(said(100));
			const stranger = open('archive', 'of a stranger');
			await kept(stranger);
			expect(await answered(stranger)).toEqual(said(100));
			await Promise.all([cache.close(), stranger.close()]);
		});

		it('gives nothing of another shape, even with a valid signature', async () => {
			const cache = open();
			await kept(cache);
			const another = { groups: 'none' };
			await cache.remember('quotes', 'key', async () => another);
			await vi.waitFor(() => expect(held().name).toContain(path));
			expect(await answered(cache)).toEqual(said(100));
			await cache.close();
		});
	});

	it('is not needed at start', async () => {
		await stop();
		const cache = open();
		expect(await cache.remember('quotes', 'key', async () => said(1))).toEqual(said(1));
		await cache.close();
	});
});
