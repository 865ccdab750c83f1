import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, vi } from 'vitest';
import type { Cache } from '../../src/library/cache/cache.ts';
import { nothingElse } from '../commands/plain-library.ts';

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** An answer of the kind "quotes" that is known by its number. */
export const said = (total: number) => ({ ...nothingElse, article: null, groups: [], total });

/** Starts a Redis that writes nothing to a disk. */
export async function startRedis(port: number): Promise<ChildProcess> {
	const redis = spawn('redis-server', ['--port', `${port}`, '--save', '', '--appendonly', 'no'], {
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	for await (const line of redis.stdout ?? []) if (String(line).includes('eady to accept')) break;
	return redis;
}

/** Waits until the cache keeps what it is given: a shared one may still be connecting. */
export async function kept(cache: Cache): Promise<void> {
	await vi.waitFor(async () => {
		const key = `probe-${Math.random()}`;
		await cache.remember('quotes', key, async () => said(1));
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(await cache.remember('quotes', key, async () => said(2))).toEqual(said(1));
	}, 20_000);
}

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return address.port;
}
