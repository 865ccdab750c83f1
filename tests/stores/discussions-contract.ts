import { beforeEach, describe, expect, it } from 'vitest';
import type { DiscussionStore } from '../../src/stores/discussions.ts';
import type { ArchiveWithClock } from './under-test.ts';

const place = { server: '1', channel: '2', article: 'harbour' };
const claim = { holder: 'one', leaseMs: 60_000, member: '9' };

/** What every store of discussions does, whatever it is made of. */
export function discussionsContract(name: string, prepare: () => Promise<ArchiveWithClock>): void {
	describe(`a store of discussions (${name})`, () => {
		let store: DiscussionStore;
		let underTest: ArchiveWithClock;
		let now = 1_000_000;
		const at = (moment: number) => {
			now = moment;
			underTest.setClock(now);
		};
		beforeEach(async () => {
			underTest = await prepare();
			store = underTest.archive.discussions;
			at(1_000_000);
		});
		const open = async (thread = '100') => {
			await store.begin(place, claim);
			await store.opened(place, 'one', thread);
		};

		it('lets one process open a discussion of an article in a channel, and tells others where it is', async () => {
			const other = (await underTest.another()).discussions;
			expect(await store.begin(place, claim)).toEqual({ state: 'begun', startedAt: now, again: false });
			expect(await other.begin(place, { ...claim, holder: 'two' })).toEqual({ state: 'opening' });
			expect(await store.begin({ ...place, channel: '3' }, claim)).toMatchObject({ state: 'begun' });
			expect(await store.opened(place, 'one', '100')).toBe(true);
			expect(await other.begin(place, { ...claim, holder: 'two' })).toEqual({ state: 'open', thread: '100' });
			expect(await other.discussion('100')).toEqual({
				...place,
				thread: '100',
				state: 'open',
				openedBy: '9',
				openedAt: now,
			});
			expect(await underTest.archive.threads.articleOf('100')).toBe('harbour');
		});

		it('goes on with an opening whose process is gone, from the moment when it began', async () => {
			await store.begin(place, claim);
			const began = now;
			at(began + claim.leaseMs);
			const again = { state: 'begun', startedAt: began, again: true };
			expect(await store.begin(place, { ...claim, holder: 'two' })).toEqual(again);
			expect(await store.opened(place, 'one', '100')).toBe(false);
			expect(await store.opened(place, 'two', '100')).toBe(true);
		});

		it('forgets a claim that was given up', async () => {
			await store.begin(place, claim);
			await store.abandon(place, 'two');
			expect(await store.begin(place, claim)).toEqual({ state: 'opening' });
			await store.abandon(place, 'one');
			expect(await store.begin(place, claim)).toMatchObject({ state: 'begun', again: false });
			await store.opened(place, 'one', '100');
			await store.abandon(place, 'one');
			expect(await store.discussion('100')).not.toBeNull();
		});

		it('lets one process close it, and another where that one is gone', async () => {
			await open();
			const closing = { holder: 'one', leaseMs: 60_000 };
			expect(await store.beginClosing('100', closing)).toBe(true);
			expect(await store.beginClosing('100', { ...closing, holder: 'two' })).toBe(false);
			expect(await store.discussion('100')).toMatchObject({ state: 'closing' });
			at(now + 60_000);
			expect(await store.discussion('100')).toMatchObject({ state: 'open' });
			expect(await store.beginClosing('100', { ...closing, holder: 'two' })).toBe(true);
			expect(await store.endClosing('100', 'one', 'closed')).toBe(false);
			expect(await store.endClosing('100', 'two', 'open')).toBe(true);
			expect(await store.beginClosing('100', closing)).toBe(true);
			expect(await store.endClosing('100', 'one', 'closed')).toBe(true);
			expect(await store.beginClosing('100', closing)).toBe(false);
			expect(await store.beginClosing('101', closing)).toBe(false);
		});

		it('knows what is closed and not archived yet; the article can then be discussed anew', async () => {
			await open();
			await store.beginClosing('100', { holder: 'one', leaseMs: 1 });
			await store.endClosing('100', 'one', 'closed');
			expect((await store.toArchive()).map(({ thread }) => thread)).toEqual(['100']);
			expect(await store.begin(place, claim)).toMatchObject({ state: 'begun', again: false });
			await store.archived('100');
			expect(await store.toArchive()).toEqual([]);
			expect(await store.discussion('100')).toMatchObject({ state: 'closed' });
			expect(await underTest.archive.threads.articleOf('100')).toBe('harbour');
		});

		it('counts look-ups in open discussions, those of each kind that were most first', async () => {
			await open();
			for (const name of ['Bo', 'Ada', 'Ada']) await store.count('100', { kind: 'speaker', of: name });
			for (const passage of [3, 0, 3]) await store.count('100', { kind: 'passage', of: passage });
			await store.count('100', { kind: 'comments', of: null });
			await store.count('101', { kind: 'comments', of: null });
			const counted = await store.counted('100', 1);
			expect(counted).toHaveLength(3);
			expect(counted).toEqual(
				expect.arrayContaining([
					{ kind: 'speaker', of: 'Ada', times: 2 },
					{ kind: 'passage', of: 3, times: 2 },
					{ kind: 'comments', of: null, times: 1 },
				]),
			);
			expect(await store.counted('100', 5)).toHaveLength(5);
			expect(await store.counted('101', 5)).toEqual([]);
			await store.beginClosing('100', { holder: 'one', leaseMs: 60_000 });
			await store.count('100', { kind: 'comments', of: null });
			expect(await store.counted('100', 1)).toEqual(counted);
		});

		it('counts no more than so many different things, whatever is asked for', async () => {
			await open();
			for (let of = 0; of < 510; of++) await store.count('100', { kind: 'passage', of });
			await store.count('100', { kind: 'passage', of: 7 });
			expect(await store.counted('100', 1_000)).toHaveLength(500);
			expect(await store.counted('100', 1)).toEqual([{ kind: 'passage', of: 7, times: 2 }]);
		});

		it('forgets a thread that is gone with everything in it', async () => {
			await open();
			await store.count('100', { kind: 'comments', of: null });
			await store.forget('100');
			expect(await store.discussion('100')).toBeNull();
			expect(await store.counted('100', 5)).toEqual([]);
			expect(await underTest.archive.threads.articleOf('100')).toBeNull();
			expect(await store.begin(place, claim)).toMatchObject({ state: 'begun' });
		});
	});
}
