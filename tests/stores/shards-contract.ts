import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/stores/archive.ts';
import { type ArchiveUnderTest, openForEach } from './under-test.ts';

/** What every store that shares out shards does, whatever it is kept in. */
export function shardsContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`a store that shares out shards (${name})`, () => {
		let store: ArchiveUnderTest;
		let archive: Archive;
		openForEach(prepare, (opened, underTest) => {
			archive = opened;
			store = underTest;
		});
		const lease = { count: 4, length: 60_000 };
		const short = { count: 4, length: 50 };

		it('gives all shards to the only process', async () => {
			expect(await archive.shards.renew('one', lease)).toMatchObject({ held: [0, 1, 2, 3], share: 4 });
			expect(await archive.shards.renew('one', lease)).toMatchObject({ held: [0, 1, 2, 3], share: 4 });
		});

		it('gives another process its share once the first has released it, and no shard to two', async () => {
			const { shards } = archive;
			await shards.renew('one', lease);
			expect(await shards.renew('two', lease)).toMatchObject({ held: [], share: 2 });
			expect(await shards.renew('one', lease)).toMatchObject({ held: [0, 1, 2, 3], share: 2 });
			await shards.release('one', [2, 3]);
			expect(await shards.renew('two', lease)).toMatchObject({ held: [2, 3], share: 2 });
			await shards.release('one', [2, 3]);
			expect(await shards.renew('two', lease)).toMatchObject({ held: [2, 3], share: 2 });
		});

		it('gives the shards of a process that is silent, or that leaves, to those that live', async () => {
			const { shards } = archive;
			await shards.renew('one', lease);
			expect((await shards.renew('two', lease)).held).toEqual([]);
			// From here on a busy machine may take as long as it needs.
			await shards.renew('one', short);
			await expect.poll(() => shards.renew('two', lease)).toMatchObject({ held: [0, 1, 2, 3], share: 4 });
			// The one that was thought dead comes back: it has nothing, and its share is to come.
			expect(await shards.renew('one', lease)).toMatchObject({ held: [], share: 2 });
			await shards.leave('two');
			expect(await shards.renew('one', lease)).toMatchObject({ held: [0, 1, 2, 3], share: 4 });
		});

		it('has one count for all who live', async () => {
			const { shards } = archive;
			await shards.renew('one', lease);
			expect(await shards.renew('two', { ...lease, count: 8 })).toEqual({ count: 4, held: [], share: 0 });
			// It has taken no part, so the first still has all.
			expect(await shards.renew('one', lease)).toEqual({ count: 4, held: [0, 1, 2, 3], share: 4 });
			await shards.leave('one');
			expect((await shards.renew('two', { ...lease, count: 8 })).held).toHaveLength(8);
		});

		it('shares out among many at once, each shard to one', async () => {
			const other = await store.open();
			const both = [archive.shards, other.shards];
			const wide = { count: 16, length: 60_000 };
			const names = Array.from({ length: 8 }, (_, index) => `process ${index}`);
			const ask = () =>
				Promise.all(names.map((one, index) => (both[index % 2] ?? archive.shards).renew(one, wide)));
			await ask();
			for (let round = 0; round < 8; round += 1) {
				const answers = await ask();
				for (const [index, { held, share }] of answers.entries()) {
					if (held.length > share) await archive.shards.release(names[index] ?? '', held.slice(share));
				}
			}
			const held = (await ask()).flatMap((answer) => answer.held);
			expect(held.toSorted((left, right) => left - right)).toEqual(
				Array.from({ length: 16 }, (_, shard) => shard),
			);
			await other.close();
		});

		it('lets connections of a bucket identify one after the other', async () => {
			const other = await store.open();
			const waits = await Promise.all([
				archive.shards.reserveIdentify(0, 5000),
				other.shards.reserveIdentify(0, 5000),
				archive.shards.reserveIdentify(0, 5000),
				archive.shards.reserveIdentify(1, 5000),
			]);
			const [third = 0, second = 0, ...first] = waits.toSorted((left, right) => right - left);
			expect(first).toEqual([0, 0]);
			expect(second).toBeGreaterThan(4000);
			// One that waits for the other's lock waits from the moment at which it asked.
			expect(second).toBeLessThan(third);
			expect(third - second).toBeGreaterThan(4000);
			await other.close();
		});
	});
}
