import { describe, expect, it } from 'vitest';
import type { Addition } from '../../src/stores/additions.ts';
import type { ArchiveWithClock } from './under-test.ts';

const day = 24 * 3_600_000;
const link = (name: string, article: string, member = '5'): Omit<Addition, 'at' | 'fetchedAt'> => ({
	name,
	kind: 'link',
	address: `https://${name}`,
	article,
	member,
	joined: false,
});

/** What every store of additions does, whatever it is made of. */
export function additionsContract(name: string, prepare: () => Promise<ArchiveWithClock>): void {
	describe(`what members added (${name})`, () => {
		it('is kept for each shelf, with who added it and when', async () => {
			const { archive, setClock } = await prepare();
			const { additions } = archive;
			setClock(1_000);
			await additions.put('100', [link('example.org/a', 'one'), link('example.org/a', 'two')]);
			setClock(2_000);
			await additions.put('100', [{ ...link('m.example.org/a', 'one', '6'), joined: true }]);
			await additions.put(null, [link('example.org/b', 'three')]);
			await additions.fetched('100', 'example.org/a');
			const first = { ...link('example.org/a', 'one'), at: 1_000, fetchedAt: 2_000 };
			const joined = { ...link('m.example.org/a', 'one', '6'), joined: true, at: 2_000, fetchedAt: 2_000 };
			expect(await additions.named('100', 'example.org/a')).toEqual([first, { ...first, article: 'two' }]);
			expect(await additions.named('200', 'example.org/a')).toEqual([]);
			expect(await additions.of('100', ['one', 'three'])).toEqual([first, joined]);
			expect(await additions.of(null, ['one', 'three'])).toMatchObject([{ article: 'three' }]);
		});

		it('is listed page by page, the latest first, all or of some articles', async () => {
			const { archive, setClock } = await prepare();
			for (const [index, article] of ['one', 'two', 'three'].entries()) {
				setClock(index);
				await archive.additions.put('100', [link(`example.org/${article}`, article)]);
			}
			const list = async (page: { offset: number; limit: number; articles?: string[] }) => {
				const { additions, total } = await archive.additions.list('100', page);
				return [total, ...additions.map(({ article }) => article)];
			};
			expect(await list({ offset: 0, limit: 2 })).toEqual([3, 'three', 'two']);
			expect(await list({ offset: 2, limit: 2 })).toEqual([3, 'one']);
			expect(await list({ offset: 0, limit: 2, articles: ['one', 'none'] })).toEqual([1, 'one']);
			expect((await archive.additions.list('200', { offset: 0, limit: 2 })).total).toBe(0);
		});

		it('is forgotten with its article, on that shelf alone', async () => {
			const { additions } = (await prepare()).archive;
			await additions.put('100', [link('example.org/a', 'one'), link('example.org/b', 'two')]);
			await additions.put('200', [link('example.org/a', 'one')]);
			expect(await additions.remove('100', 'one')).toMatchObject([{ name: 'example.org/a' }]);
			expect(await additions.remove('100', 'one')).toEqual([]);
			expect(await additions.of('100', ['one', 'two'])).toMatchObject([{ article: 'two' }]);
			expect(await additions.of('200', ['one'])).toHaveLength(1);
		});

		it('is counted for each member and server in a day of UTC, whichever process asks', async () => {
			const { archive, another, setClock } = await prepare();
			const both = [archive.additions, (await another()).additions];
			const spend = (member: string, index = 0, shelf: string | null = '100') =>
				both[index % 2]?.spend(shelf, member, { member: 3, server: 5 });
			const asked = await Promise.all(Array.from({ length: 8 }, (_, index) => spend('5', index)));
			expect(asked.filter((spent) => spent === null)).toHaveLength(3);
			expect(asked.filter((spent) => spent === 'member')).toHaveLength(5);
			expect([await spend('6'), await spend('6'), await spend('7')]).toEqual([null, null, 'server']);
			expect(await spend('7', 0, '200')).toBeNull();
			expect(await spend('7', 0, null)).toBeNull();
			setClock(day);
			expect(await spend('5')).toBeNull();
		});

		it('is for those whom a server allows', async () => {
			const { additions } = (await prepare()).archive;
			expect(await additions.rules('100')).toBeNull();
			await additions.setRules('100', { who: 'managers', role: null, daily: 3 });
			await additions.setRules('100', { who: 'role', role: '9', daily: null });
			expect(await additions.rules('100')).toEqual({ who: 'role', role: '9', daily: null });
			expect(await additions.rules('200')).toBeNull();
		});
	});
}
