import { beforeEach, describe, expect, it } from 'vitest';
import type { FollowStore, NewFollow } from '../../src/stores/follows.ts';
import { inventedRecord } from '../library/invented.ts';
import { type ArchiveWithClock, harbour, library } from './under-test.ts';

const hour = 3_600_000;
const ada: NewFollow = {
	member: '9',
	server: null,
	kind: 'speaker',
	subject: 'Ada Quillon',
	key: 'ada quillon',
	pace: 'at once',
	target: 'direct',
	covered: 0,
};
const books: NewFollow = { ...ada, kind: 'topic', subject: 'Books', key: 'books', pace: 'daily' };
const key = { member: '9', target: 'direct' };
const claim = { holder: 'one', leaseMs: 60_000 };

/** What every store of follows does, whatever it is made of. */
export function followsContract(name: string, prepare: () => Promise<ArchiveWithClock>): void {
	describe(`a store of follows (${name})`, () => {
		let store: FollowStore;
		let underTest: ArchiveWithClock;
		let now = 0;
		const at = (moment: number) => {
			now = moment;
			underTest.setClock(now);
		};
		beforeEach(async () => {
			underTest = await prepare();
			store = underTest.archive.follows;
			at(100 * hour);
		});
		const arrive = (...articles: (typeof harbour)[]) => underTest.archive.put(articles.map(inventedRecord));
		const ids = async () => (await store.of('9')).map(({ id }) => id);
		const adaKeys = async () =>
			(await underTest.archive.seenBy(null).speakersByWords(['ada', 'quillon'], 'all', 5)).map(
				(one) => one.key,
			);

		it('keeps what a member follows, each thing once, and no more than so many', async () => {
			expect(await store.put(ada, 2)).toBe('new');
			expect(await store.put({ ...ada, pace: 'daily' }, 2)).toBe('changed');
			expect(await store.put(books, 2)).toBe('new');
			expect(await store.put({ ...ada, server: '5' }, 2)).toBe('full');
			const other = (await underTest.another()).follows;
			expect(await other.of('9')).toMatchObject([
				{ ...ada, pace: 'daily', nextAt: now + 24 * hour, ended: null },
				{ ...books, ended: null },
			]);
			expect(await other.of('8')).toEqual([]);
		});

		it('what was not told yet stays news where somebody changes how they are told', async () => {
			await store.put({ ...ada, covered: 3 }, 5);
			await store.put({ ...ada, covered: 7, pace: 'daily' }, 5);
			expect((await store.of('9'))[0]?.covered).toBe(3);
			await store.end('9', { target: 'direct' }, 'closed');
			await store.put({ ...ada, covered: 7 }, 5);
			expect((await store.of('9'))[0]).toMatchObject({ covered: 7, ended: null });
		});

		it('ends and removes only those of the member', async () => {
			await store.put(ada, 5);
			await store.put({ ...books, server: '5' }, 5);
			await store.put({ ...ada, member: '8' }, 5);
			expect(await store.end('9', { server: '5' }, 'left')).toBe(1);
			expect(await store.end('9', { target: 'direct' }, 'closed')).toBe(1);
			expect((await store.of('9')).map(({ ended }) => ended)).toEqual(['closed', 'left']);
			expect(await store.put({ ...ada, subject: 'Bo', key: 'bo' }, 1)).toBe('new');
			const [first = 0] = await ids();
			expect(await store.remove('8', first)).toEqual([]);
			expect((await store.remove('9', 'all')).map(({ subject }) => subject)).toEqual(['Bo']);
			expect(await store.of('9')).toEqual([]);
			expect(await store.of('8')).toHaveLength(1);
		});

		it('one that is told at once is due with each arrival, one that is told daily once a day', async () => {
			await store.put(ada, 5);
			expect(await store.due()).toEqual([]);
			await arrive(harbour);
			expect(await store.due()).toEqual([key]);
			await store.remove('9', 'all');
			await store.put(books, 5);
			expect(await store.due()).toEqual([]);
			at(now + 24 * hour);
			expect(await store.due()).toEqual([key]);
		});

		it('lets one process have a post, and another where its lease is over', async () => {
			await store.put(ada, 5);
			await arrive(harbour);
			const other = (await underTest.another()).follows;
			const started = now;
			expect(await store.claim(key, claim)).toMatchObject({
				number: 1,
				attempts: 1,
				since: started,
				plan: null,
				follows: [{ subject: 'Ada Quillon' }],
			});
			expect(await other.claim(key, { ...claim, holder: 'two' })).toBeNull();
			expect(await other.due()).toEqual([]);
			expect(await store.plan(key, 'the plan', claim)).toBe(true);
			at(now + claim.leaseMs);
			expect(await other.due()).toEqual([key]);
			expect(await other.claim(key, { ...claim, holder: 'two' })).toMatchObject({
				number: 1,
				attempts: 2,
				since: started,
				plan: 'the plan',
			});
			expect(await store.plan(key, 'another', claim)).toBe(false);
			expect(await store.settle(key, 'one', { posted: true, covered: [] })).toBe(false);
			expect(await other.settle(key, 'two', { posted: true, covered: [] })).toBe(true);
		});

		it('goes on from what was covered, and counts the posts', async () => {
			await store.put(ada, 5);
			await arrive(harbour);
			await store.claim(key, claim);
			const [id = 0] = await ids();
			const upTo = await store.lastArrival();
			await store.settle(key, 'one', { posted: true, covered: [{ id, upTo, told: ['harbour'] }] });
			expect(await store.due()).toEqual([]);
			await arrive(library);
			expect(await store.claim(key, claim)).toMatchObject({ number: 2, attempts: 1, plan: null });
			await store.settle(key, 'one', { posted: false, covered: [{ id, upTo: upTo + 1, told: [] }] });
			await arrive({ ...library, id: 'third' });
			expect(await store.claim(key, claim)).toMatchObject({ number: 2 });
		});

		it('a daily one is due at the same time of the next day, however late the last one was', async () => {
			await store.put(books, 5);
			const hourOfDay = now;
			at(now + 24 * hour * 3 + 5 * hour);
			await store.claim(key, claim);
			const [id = 0] = await ids();
			await store.settle(key, 'one', { posted: false, covered: [{ id, upTo: 0, told: [] }] });
			expect((await store.of('9'))[0]?.nextAt).toBe(hourOfDay + 24 * hour * 4);
		});

		it('waits before it tries again, by its own clock, also where that was set back', async () => {
			await store.put(ada, 5);
			await arrive(harbour);
			await store.claim(key, claim);
			await store.settle(key, 'one', { retryIn: hour });
			expect(await store.due()).toEqual([]);
			expect(await store.claim(key, claim)).toBeNull();
			at(now + hour);
			expect(await store.claim(key, claim)).toMatchObject({ attempts: 2 });
			at(now - 50 * hour);
			expect(await store.claim(key, claim)).toMatchObject({ attempts: 3 });
		});

		it('finds what arrived with a speaker or a topic, on the shelves that are seen, and was not told', async () => {
			const upTo = async () => ({ after: 0, upTo: await store.lastArrival(), limit: 10 });
			await underTest.archive.put([inventedRecord(harbour)], '5');
			const first = await store.lastArrival();
			await arrive(library);
			await store.put(ada, 5);
			const [id = 0] = await ids();
			const keys = await adaKeys();
			const of = (server: string | null) => ({ follow: { id, server, kind: 'speaker' as const }, keys });
			const news = async (server: string | null, given = {}) =>
				(await store.news({ ...of(server), ...(await upTo()), ...given })).map(({ article }) => article);
			expect(await news(null)).toEqual(['library']);
			expect(await news('6')).toEqual(['library']);
			expect(await news('5')).toEqual(['library', 'harbour']);
			expect(await news('5', { limit: 1 })).toEqual(['library']);
			expect(await news('5', { upTo: first })).toEqual(['harbour']);
			expect(await news('5', { after: first })).toEqual(['library']);
			expect(await news('5', { keys: ['nobody'] })).toEqual([]);
			const topic = { follow: { id, server: null, kind: 'topic' as const }, keys: ['books'] };
			expect(await store.news({ ...topic, ...(await upTo()) })).toMatchObject([{ article: 'library' }]);
			await store.claim(key, claim);
			await store.settle(key, 'one', { posted: true, covered: [{ id, upTo: 0, told: ['library'] }] });
			expect(await news('5')).toEqual(['harbour']);
			await store.forget(hour);
			expect(await news('5')).toEqual(['harbour']);
			at(now + 2 * hour);
			await store.forget(hour);
			expect(await news('5')).toEqual(['library', 'harbour']);
		});
	});
}
