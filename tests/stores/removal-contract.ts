import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/stores/archive.ts';
import { feedAddress, leaveBehind } from './left-behind.ts';
import type { ArchiveWithClock } from './under-test.ts';

const day = 86_400_000;
const [ours, theirs] = ['100000000000000001', '100000000000000002'];
const [lena, omar] = ['200000000000000001', '200000000000000002'];

/** What every store does to remove what servers and members have left behind, whatever it is made of. */
export function removalContract(name: string, prepare: () => Promise<ArchiveWithClock>): void {
	describe(`removal of what was left behind (${name})`, () => {
		let underTest: ArchiveWithClock;
		let archive: Archive;
		let now = 0;
		const at = (moment: number) => {
			now = moment;
			underTest.setClock(now);
		};
		/** The tables that hold a text in any row. */
		const tablesWith = async (text: string) =>
			[...(await underTest.dump())].filter(([, rows]) => rows.includes(text)).map(([table]) => table);
		const clockOf = { zone: 'UTC', time: '08:30' };
		const dueDigests = async () =>
			(await archive.digests.unclaimed(clockOf, '2031-05-10', 127)).map(({ server }) => server).toSorted();
		beforeEach(async () => {
			underTest = await prepare();
			archive = underTest.archive;
			at(100 * day);
			await leaveBehind(archive, ours, lena);
			await leaveBehind(archive, theirs, omar);
		});

		it('leaves nothing of a server but two counters, and everything of the other one', async () => {
			const before = await underTest.dump();
			expect(await archive.removal.forgetServer(ours)).toEqual({
				...{ articles: 2, additions: 1, feeds: 1, digests: 1, posts: 2 },
				...{ discussions: 1, corrections: 1, follows: 2 },
			});
			expect((await tablesWith(ours)).toSorted()).toEqual(['corrected_servers', 'shelves']);
			// Members' own explanations outside of the server are theirs.
			expect(await tablesWith(lena)).toEqual(['explanations']);
			expect(await archive.seenBy(ours).latest(9)).toEqual([]);
			expect(await archive.removal.forgetServer(ours)).toMatchObject({ articles: 0, additions: 0 });

			const halved = [...before.keys()].filter((table) => !['shelves', 'meta'].includes(table));
			const after = await underTest.dump();
			const count = (rows: string | undefined) => (JSON.parse(rows ?? '[]') as unknown[]).length;
			const uneven = ['corrected_servers', 'explanations', 'feeds'];
			for (const table of halved.filter((table) => !uneven.includes(table)))
				expect([table, 2 * count(after.get(table))]).toEqual([table, count(before.get(table))]);
			expect((await archive.seenBy(theirs).latest(9)).map(({ id }) => id).toSorted()).toEqual([
				'harbour',
				'library',
			]);
			expect(await archive.feeds.subscriptions(theirs)).toHaveLength(1);
		});

		it('lets the server begin anew, and what others keep ready of it is out of date', async () => {
			const other = await underTest.another();
			const generation = () => [other.seenBy(ours).generation(), other.corrections.generation(ours)];
			const before = generation();
			await archive.removal.forgetServer(ours);
			await expect.poll(() => generation().every((value, index) => value !== before[index])).toBe(true);
			await leaveBehind(archive, ours, lena);
			expect(await archive.seenBy(ours).latest(9)).toHaveLength(2);
			const status = async (server: string) => {
				const { broken, ...rest } = await archive.seenBy(server).status();
				return { ...rest, broken: broken.map(({ name }) => name) };
			};
			expect(await status(ours)).toEqual(await status(theirs));
			expect(await archive.corrections.of(ours)).toHaveLength(1);
		});

		it('takes the id of a member out of everything, and leaves what is the server’s', async () => {
			expect(await archive.removal.forgetMember(lena)).toEqual({
				...{ follows: 2, additions: 1, corrections: 1, feeds: 1, discussions: 1, digests: 1 },
			});
			expect(await tablesWith(lena)).toEqual([]);
			expect(await tablesWith(omar)).not.toEqual([]);
			expect(await archive.additions.named(ours, 'https://post.example/1')).toMatchObject([{ member: null }]);
			expect(await archive.corrections.of(ours)).toMatchObject([{ member: null }]);
			expect(await archive.feeds.subscriptions(ours)).toMatchObject([{ addedBy: null }]);
			expect(await archive.discussions.discussion(`thread of ${ours}`)).toMatchObject({ openedBy: null });
			expect(await archive.digests.settings(ours)).toMatchObject({
				setBy: null,
				role: '77',
				roleSetBy: null,
			});
			expect(await archive.seenBy(ours).latest(9)).toHaveLength(2);
		});

		it('rests the feeds, digests and follows of a server that has removed the bot until it has it again', async () => {
			await archive.digests.claim(
				{ server: ours, date: '2031-05-04', slot: 'daily' },
				{ holder: 'one', leaseMs: 1_000, channel: '5', dueAt: 0 },
			);
			at(now + day);
			const due = async () =>
				(await archive.follows.due()).map(({ member, target }) => `${member} ${target}`).toSorted();
			const claimed = async (holder: string) => {
				const key = { member: lena, target: 'direct' };
				const post = await archive.follows.claim(key, { holder, leaseMs: 1_000 });
				await archive.follows.settle(key, holder, { retryIn: 0 });
				return post?.follows.map(({ server }) => server);
			};
			const ofOmar = [`${omar} direct`, `${omar} channel of ${theirs}`];
			const all = [...ofOmar, `${lena} direct`, `${lena} channel of ${ours}`].toSorted();
			expect(await due()).toEqual(all);
			expect(await archive.removal.serversKept()).toEqual([ours, theirs]);
			expect(await archive.removal.noteRemoved([ours])).toEqual([ours]);
			expect(await archive.removal.noteRemoved([ours])).toEqual([]);
			expect(await archive.removal.serversKept()).toEqual([theirs]);
			expect(await archive.removal.serversRemoved()).toEqual([ours]);
			expect(await dueDigests()).toEqual([theirs]);
			expect(await archive.digests.lapsed()).toEqual([]);
			expect(await due()).toEqual(ofOmar.toSorted());
			expect(await claimed('one')).toEqual([]);
			const [feed] = await archive.feeds.subscriptions(theirs);
			const subscribed = async () =>
				(await archive.feeds.subscribersOf(feed?.feed.id ?? 0)).map(({ server }) => server).toSorted();
			expect(await subscribed()).toEqual([theirs]);
			const claim = { holder: 'one', leaseMs: 1_000, limit: 9 };
			expect(await archive.feeds.claimDue(claim)).toMatchObject([{ address: feedAddress }]);
			await archive.removal.noteRemoved([theirs]);
			at(now + day);
			expect(await archive.feeds.claimDue(claim)).toEqual([]);

			expect(await archive.removal.noteBack([ours, theirs, '300000000000000003'])).toEqual([ours, theirs]);
			expect(await archive.removal.noteBack([ours])).toEqual([]);
			expect(await dueDigests()).toEqual([ours, theirs]);
			expect(await archive.digests.lapsed()).toHaveLength(1);
			expect(await due()).toEqual(all);
			expect(await claimed('two')).toEqual([ours]);
			expect(await subscribed()).toEqual([ours, theirs]);
			expect(await archive.feeds.claimDue(claim)).toMatchObject([{ address: feedAddress }]);
		});

		it('forgets a server once, when it has been without the bot for so long', async () => {
			await archive.removal.noteRemoved([ours]);
			at(now + 20 * day);
			await archive.removal.noteRemoved([ours, theirs]);
			at(now + 10 * day - 1);
			expect(await archive.removal.forgetOneRemoved(30 * day)).toBeNull();
			at(now + 1);
			const both = [archive, await underTest.another()];
			const forgotten = await Promise.all(both.map(({ removal }) => removal.forgetOneRemoved(30 * day)));
			expect(forgotten.toSorted()).toEqual([ours, null].toSorted());
			expect(await archive.removal.serversKept()).toEqual([]);
			expect(await archive.removal.serversRemoved()).toEqual([theirs]);
			expect((await tablesWith(ours)).toSorted()).toEqual(['corrected_servers', 'shelves']);
			expect(await archive.seenBy(theirs).latest(9)).toHaveLength(2);
		});
	});
}
