import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepShards } from '../../../src/discord/shards/keep.ts';
import type { Archive } from '../../../src/stores/archive.ts';
import type { ShardStore } from '../../../src/stores/shards.ts';
import { quietLog } from '../../quiet-log.ts';
import { sqliteArchive } from '../../stores/sqlite-under-test.ts';
import type { ArchiveUnderTest } from '../../stores/under-test.ts';

const times = { lease: 600, renewEvery: 60, margin: 250 };
let store: ArchiveUnderTest;
let archive: Archive;
const stops: (() => Promise<void>)[] = [];
/** Who runs each shard now; more than one is the fault that must never be. */
let running: Map<number, string[]>;
let twice: number;

beforeEach(async () => {
	store = await sqliteArchive();
	archive = await store.open();
	running = new Map();
	twice = 0;
});
afterEach(async () => {
	await Promise.all(stops.splice(0).map((stop) => stop()));
	await archive.close();
	await store.discard();
});

function keep(process: string, shards: Pick<ShardStore, 'renew' | 'release' | 'leave'> = archive.shards) {
	const stop = keepShards({
		...{ store: shards, process, count: 6, times, log: quietLog },
		onFailed: (error) => {
			throw error;
		},
		async start(shard) {
			const holders = running.get(shard) ?? [];
			running.set(shard, [...holders, process]);
			if (holders.length > 0) twice += 1;
			await pause(5);
			return {
				async close() {
					running.set(
						shard,
						(running.get(shard) ?? []).filter((one) => one !== process),
					);
				},
			};
		},
	});
	stops.push(stop);
	return stop;
}
const counts = () => {
	const by: Record<string, number> = {};
	for (const holders of running.values()) for (const one of holders) by[one] = (by[one] ?? 0) + 1;
	return by;
};

describe('the shards of a process', () => {
	it('are all of them while it is alone, and shared when another comes and when it leaves', async () => {
		keep('one');
		await expect.poll(counts).toEqual({ one: 6 });
		const stop = keep('two');
		await expect.poll(counts, { timeout: 5000 }).toEqual({ one: 3, two: 3 });
		keep('three');
		await expect.poll(counts, { timeout: 5000 }).toEqual({ one: 2, two: 2, three: 2 });
		await stop();
		await expect.poll(counts, { timeout: 5000 }).toEqual({ one: 3, three: 3 });
		expect(twice).toBe(0);
	});

	it('are given up in time when the store cannot be reached, and taken by another', async () => {
		let broken = false;
		keep('one', {
			...archive.shards,
			renew: (...given) => (broken ? Promise.reject(new Error('away')) : archive.shards.renew(...given)),
		});
		await expect.poll(counts).toEqual({ one: 6 });
		keep('two');
		await expect.poll(counts, { timeout: 5000 }).toEqual({ one: 3, two: 3 });
		broken = true;
		await expect.poll(counts, { timeout: 5000 }).toEqual({ two: 6 });
		broken = false;
		await expect.poll(counts, { timeout: 5000 }).toEqual({ one: 3, two: 3 });
		expect(twice).toBe(0);
	});
});
