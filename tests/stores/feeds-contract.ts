import { beforeEach, describe, expect, it } from 'vitest';
import {
	type FeedStore,
	type Filters,
	type FirstPoll,
	mostSeen,
	type NewSubscription,
	type SettledPoll,
} from '../../src/stores/feeds.ts';
import type { ArchiveWithClock } from './under-test.ts';

const minute = 60_000;
const none: Filters = {
	topics: { take: [], leave: [] },
	words: { take: [], leave: [] },
	speakers: { take: [], leave: [] },
};
const bell: NewSubscription = {
	server: '100',
	address: 'https://bellport.example/feed',
	title: 'Bell & Port',
	site: 'https://bellport.example/',
	addedBy: '9',
	filters: none,
};
const sea: NewSubscription = { ...bell, address: 'https://sea.example/feed', title: 'at Sea' };
const first: FirstPoll = {
	...{ etag: '"1"', lastModified: null, sha256: 'ab', seen: ['b', 'a'] },
	...{ interval: 30 * minute, nextIn: 30 * minute },
};
const read: Extract<SettledPoll, { state: 'read' }> = {
	state: 'read',
	interval: 30 * minute,
	nextIn: 30 * minute,
};
const claim = { holder: 'one', leaseMs: 10 * minute, limit: 10 };
const other = { ...claim, holder: 'two' };

/** What every store of feeds does, whatever it is made of. */
export function feedsContract(name: string, prepare: () => Promise<ArchiveWithClock>): void {
	describe(`a store of feeds (${name})`, () => {
		let store: FeedStore;
		let another: FeedStore;
		let now = 0;
		let later: (ms: number) => void;
		beforeEach(async () => {
			const underTest = await prepare();
			store = underTest.archive.feeds;
			another = (await underTest.another()).feeds;
			later = (ms) => {
				now += ms;
				underTest.setClock(now);
			};
			later(100_000 * minute);
		});
		const subscribe = async (subscription: NewSubscription, given?: FirstPoll) => {
			const subscribed = await store.subscribe(subscription, 100, given);
			if (subscribed.state === 'full') throw new Error('There is room for it.');
			return subscribed.subscription;
		};
		const claimOne = async (by = claim, of = store) => {
			const [claimed, ...others] = await of.claimDue(by);
			expect(others).toEqual([]);
			return claimed;
		};

		it('keeps what each server has, by title, each feed once and no more than so many', async () => {
			expect((await store.subscribe(bell, 2)).state).toBe('new');
			expect((await store.subscribe(bell, 2)).state).toBe('known');
			const filters: Filters = { ...none, words: { take: ['ferry'], leave: ['sport'] } };
			expect((await store.subscribe({ ...sea, filters }, 2)).state).toBe('new');
			expect((await store.subscribe({ ...bell, address: 'https://x.example/' }, 2)).state).toBe('full');
			expect((await store.subscribe({ ...bell, server: '200' }, 2)).state).toBe('new');
			const all = await another.subscriptions('100');
			expect(all).toMatchObject([
				{ ...sea, filters, addedAt: now, paused: false, taken: 0, takenAt: null },
				{ ...bell, feed: { checkedAt: null, baseline: null, trouble: null, ended: null, movedFrom: null } },
			]);
			expect(await another.subscription('100', all[0]?.id ?? 0)).toEqual(all[0]);
			expect(await another.subscription('200', all[0]?.id ?? 0)).toBeNull();
			expect(await another.subscriptions('300')).toEqual([]);
		});

		it('gives a feed to one holder until its lease is over', async () => {
			await subscribe(bell);
			const claimed = await claimOne();
			expect(claimed).toMatchObject({ address: bell.address, dueAt: now, seen: null, interval: null });
			expect(await another.claimDue(other)).toEqual([]);
			expect(await another.countDue()).toBe(0);
			later(claim.leaseMs);
			expect(await claimOne(other, another)).toMatchObject({ id: claimed?.id });
			expect(await store.settle(claimed?.id ?? 0, 'one', read)).toBe(false);
			expect(await another.settle(claimed?.id ?? 0, 'two', read)).toBe(true);
		});

		it('gives each of many feeds to one of several holders that ask at once', async () => {
			for (let n = 0; n < 40; n++) await subscribe({ ...bell, address: `https://bellport.example/${n}` });
			const taken = await Promise.all(
				Array.from({ length: 8 }, (_, n) =>
					(n % 2 ? store : another).claimDue({ ...claim, holder: `h${n}`, limit: 7 }),
				),
			);
			const ids = taken.flat().map(({ id }) => id);
			expect(ids).toHaveLength(40);
			expect(new Set(ids).size).toBe(40);
		});

		it('takes a lease or a due time that ends later than any can for one that is over', async () => {
			await subscribe(bell);
			await claimOne();
			later(-4 * 24 * 60 * minute);
			expect(await claimOne(other)).toBeDefined();
			await store.settle(1, 'two', read);
			later(-4 * 24 * 60 * minute);
			expect(await claimOne()).toBeDefined();
		});

		it('polls a feed once for all servers that have it and are not paused, the longest due first', async () => {
			const mine = await subscribe(bell);
			await subscribe({ ...bell, server: '200', addedBy: '8' });
			later(minute);
			await subscribe(sea);
			expect(await store.countDue()).toBe(2);
			expect((await store.claimDue(claim)).map(({ address }) => address)).toEqual([
				bell.address,
				sea.address,
			]);
			expect((await store.subscribersOf(mine.feed.id)).map(({ server }) => server)).toEqual(['100', '200']);
			expect(await store.change('100', mine.id, { paused: true })).toBe(true);
			expect(await store.subscribersOf(mine.feed.id)).toMatchObject([{ server: '200', addedBy: '8' }]);
			expect((await store.subscription('100', mine.id))?.paused).toBe(true);
			expect(await store.change('200', mine.id, { paused: true })).toBe(false);
		});

		it('remembers what a poll found, and when the next one is due', async () => {
			const { id, feed } = await subscribe({ ...bell, title: null, site: null });
			await claimOne();
			const settled: SettledPoll = {
				...read,
				...{ etag: '"2"', lastModified: 'Tue', sha256: 'cd', title: 'Bell', site: 'https://b.example/' },
				...{ seen: ['c', 'b', 'a'], waiting: '[1]', taken: new Map([[id, 2]]) },
			};
			expect(await store.settle(feed.id, 'one', settled)).toBe(true);
			expect(await store.subscription('100', id)).toMatchObject({
				...{ title: 'Bell', site: 'https://b.example/', taken: 2, takenAt: now },
				feed: { checkedAt: now, nextAt: now + 30 * minute, baseline: 3 },
			});
			expect(await claimOne()).toBeUndefined();
			later(30 * minute);
			expect(await claimOne()).toMatchObject({
				...{ etag: '"2"', lastModified: 'Tue', sha256: 'cd', seen: ['c', 'b', 'a'], waiting: '[1]' },
				interval: 30 * minute,
			});
			// What is left out stays; the number of the first poll stays, too.
			await store.settle(feed.id, 'one', { ...read, waiting: null, etag: null, seen: ['d', 'c'] });
			later(30 * minute);
			expect(await claimOne()).toMatchObject({
				etag: null,
				lastModified: 'Tue',
				waiting: null,
				seen: ['d', 'c'],
			});
			expect((await store.subscription('100', id))?.feed.baseline).toBe(3);
		});

		it('keeps a bounded number of ids', async () => {
			await subscribe(bell);
			const claimed = await claimOne();
			const seen = Array.from({ length: mostSeen + 50 }, (_, n) => `i${n}`);
			await store.settle(claimed?.id ?? 0, 'one', { ...read, seen });
			later(30 * minute);
			expect((await claimOne())?.seen).toEqual(seen.slice(0, mostSeen));
		});

		it('takes what a first poll found where nobody polls the feed yet, and only there', async () => {
			const mine = await subscribe(bell, first);
			expect(mine.feed).toMatchObject({ baseline: 2, checkedAt: now, nextAt: now + 30 * minute });
			expect(await claimOne()).toBeUndefined();
			later(30 * minute);
			await subscribe({ ...bell, server: '200' }, { ...first, seen: ['z'] });
			expect(await claimOne()).toMatchObject({ seen: ['b', 'a'], etag: '"1"', interval: 30 * minute });
		});

		it('counts failures until the feed answers, and tells of them once', async () => {
			const { id, feed } = await subscribe(bell, first);
			const began = now + 30 * minute;
			for (const failures of [0, 1]) {
				later(30 * minute);
				expect(await claimOne()).toMatchObject({ failures, failingSince: failures === 0 ? null : began });
				await store.settle(feed.id, 'one', { state: 'failed', trouble: 'It is gone.', nextIn: 30 * minute });
			}
			expect((await store.subscription('100', id))?.feed).toMatchObject({
				...{ trouble: 'It is gone.', failingSince: began, checkedAt: now - 60 * minute },
			});
			expect(await Promise.all([store.tellTrouble(feed.id), another.tellTrouble(feed.id)])).toHaveLength(2);
			expect(await store.tellTrouble(feed.id)).toBe(false);
			later(30 * minute);
			await claimOne();
			await store.settle(feed.id, 'one', read);
			expect((await store.subscription('100', id))?.feed).toMatchObject({
				trouble: null,
				failingSince: null,
			});
			expect(await store.tellTrouble(feed.id)).toBe(true);
			expect(await another.tellTrouble(feed.id)).toBe(false);
		});

		it('asks later where a site is busy, which is no failure', async () => {
			const { feed } = await subscribe(bell, first);
			later(30 * minute);
			await claimOne();
			await store.settle(feed.id, 'one', { state: 'later', nextIn: 2 * minute });
			expect(await claimOne()).toBeUndefined();
			later(2 * minute);
			expect(await claimOne()).toMatchObject({ failures: 0, seen: ['b', 'a'] });
		});

		it('ends a feed for good, until somebody subscribes to it again', async () => {
			const { id, feed } = await subscribe(bell, first);
			later(30 * minute);
			await claimOne();
			await store.settle(feed.id, 'one', { state: 'ended', why: 'Gone.' });
			later(1_000 * minute);
			expect(await claimOne()).toBeUndefined();
			expect((await store.subscription('100', id))?.feed.ended).toBe('Gone.');
			await subscribe({ ...bell, server: '200' });
			expect(await claimOne()).toMatchObject({ seen: null });
			expect((await store.subscription('100', id))?.feed.ended).toBeNull();
		});

		it('begins anew where nobody had it polled for a while', async () => {
			const { id } = await subscribe(bell, first);
			await store.change('100', id, { paused: true });
			later(1_000 * minute);
			expect(await store.countDue()).toBe(0);
			await store.change('100', id, { paused: false });
			expect(await claimOne()).toMatchObject({ seen: null, etag: null, sha256: null });
		});

		it('goes on where another server had it polled meanwhile', async () => {
			const { id } = await subscribe(bell, first);
			await subscribe({ ...bell, server: '200' });
			await store.change('100', id, { paused: true });
			later(30 * minute);
			await store.change('100', id, { paused: false });
			expect(await claimOne()).toMatchObject({ seen: ['b', 'a'] });
		});

		it('forgets a feed that no server has any more', async () => {
			const mine = await subscribe(bell, first);
			const theirs = await subscribe({ ...bell, server: '200' });
			expect(await store.unsubscribe('200', mine.id)).toBeNull();
			expect(await store.unsubscribe('100', mine.id)).toMatchObject({ address: bell.address });
			later(30 * minute);
			expect(await claimOne()).toMatchObject({ seen: ['b', 'a'] });
			await store.unsubscribe('200', theirs.id);
			expect(await store.settle(mine.feed.id, 'one', read)).toBe(false);
			expect((await subscribe(bell)).feed.baseline).toBeNull();
		});

		it('remembers that a feed has moved, and joins it with one that is there already', async () => {
			const mine = await subscribe(bell, first);
			later(30 * minute);
			await claimOne();
			const to = 'https://www.bellport.example/feed';
			await store.settle(mine.feed.id, 'one', { ...read, movedTo: to });
			expect(await store.subscription('100', mine.id)).toMatchObject({
				address: to,
				feed: { movedFrom: bell.address },
			});
			const old = await subscribe({ ...bell, server: '200' }, first);
			await subscribe(bell, first);
			later(30 * minute);
			const due = await store.claimDue(claim);
			expect(due.map(({ address }) => address).sort()).toEqual([bell.address, to].sort());
			await store.settle(old.feed.id, 'one', { ...read, movedTo: to });
			expect(await store.subscriptions('100')).toMatchObject([{ address: to }]);
			expect(await store.subscriptions('200')).toMatchObject([{ address: to, feed: { id: mine.feed.id } }]);
			expect(await store.subscribersOf(old.feed.id)).toEqual([]);
		});
	});
}
