import { PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { inventedRecord } from '../library/invented.ts';
import { tunnel } from './articles.ts';
import { type DiscussionServer, ofTests, openServer, read } from './server.ts';

let server: DiscussionServer;
beforeEach(async () => {
	server = await openServer();
});

describe('in the thread of a discussion', () => {
	it('the article is meant unless another is given, after a restart, renamed and archived', async () => {
		const { thread } = await server.open();
		await server.restart();
		server.rehearsal.setThread(thread, { name: 'Something else', archived: true });
		for (const name of ['article', 'quotes', 'topics', 'comments'])
			expect(read(await server.inThread(name, thread))).toContain(tunnel.headline);
		expect(read(await server.inThread('quote', thread, { about: 'engine' }))).toContain('Ivo Tann');
		expect(read(await server.inThread('article', thread, { article: 'bare' }))).toContain('Market Moves');
	});

	it('says so where the article is gone from the library', async () => {
		const { thread } = await server.open();
		await server.archive.threads.put(thread, 'gone');
		expect(read(await server.inThread('quotes', thread))).toContain(
			'The article of this thread is no longer in the library',
		);
	});
});

describe('/discuss close', () => {
	it('posts what was looked up most, without members, and archives the thread', async () => {
		const { thread } = await server.open();
		for (let times = 0; times < 3; times++) await server.inThread('quotes', thread, { speaker: 'larsen' });
		await server.inThread('quotes', thread, { speaker: 'quillon' });
		await server.inThread('quote', thread, { about: 'engine' });
		await server.inThread('comments', thread);
		await server.inThread('check', thread, { quote: 'We sail when the engine sails with us' });
		await server.restart();
		const outcome = await server.inThread('discuss close', thread);
		expect(read(outcome)).toContain('The discussion is closed');
		const summary = server.said(thread).at(-1) ?? '';
		expect(summary).toContain('7 look-ups in all.');
		expect(summary).toContain('Checked most');
		expect(summary).toMatch(/Bo Larsen · 3 times[\s\S]*Ada Quillon · 1 time/u);
		expect(summary).toContain('“We sail when the engine sails with us”');
		expect(summary).toContain('comments 1 time');
		expect(summary).not.toMatch(/Ottilie|<@/u);
		await expect
			.poll(() => server.threads().find(({ id }) => id === thread)?.thread_metadata?.archived, {
				timeout: 8_000,
			})
			.toBe(true);
	});

	it('counts those who are compared in it', async () => {
		const { thread } = await server.open();
		const compared = await server.inThread('compare', thread, {
			speakers: 'larsen, quillon',
			topic: 'tunnel',
		});
		expect(read(compared)).toContain('Side by side');
		await server.inThread('compare', thread, {
			speakers: 'larsen, quillon',
			topic: 'tunnel',
			article: 'all',
		});
		await server.inThread('discuss close', thread);
		expect(server.said(thread).at(-1)).toMatch(/2 look-ups in all[\s\S]*Larsen · 1 time/u);
	});

	it('is archived after a restart where the process ended before', async () => {
		const { thread } = await server.open();
		await server.inThread('discuss close', thread);
		await server.restart();
		await server.parts.discussions.tick();
		expect(server.threads().find(({ id }) => id === thread)?.thread_metadata?.archived).toBe(true);
	});

	it('of two who close the same one is done once, and the other is told', async () => {
		const { thread } = await server.open();
		const both = await Promise.all([
			server.inThread('discuss close', thread),
			server.inThread('discuss close', thread),
		]);
		const texts = both.map(read);
		expect(texts.filter((text) => text.includes('The discussion is closed'))).toHaveLength(1);
		expect(texts.join()).toMatch(/Somebody else is closing this discussion|was closed already/u);
		expect(server.said(thread).filter((text) => text.includes('This discussion is closed'))).toHaveLength(1);
		expect(read(await server.inThread('discuss close', thread))).toContain(
			'This discussion was closed already',
		);
	});

	it('is for who opened it, and for managers where that member has left', async () => {
		const { member, outsider, owner } = server.guild.members;
		const { thread } = await server.open({}, { memberId: member });
		const refused = await server.inThread('discuss close', thread, {}, outsider);
		expect(read(refused)).toContain('Only who opened this discussion');
		server.rehearsal.removeMember(server.guild.id, member);
		expect(read(await server.inThread('discuss close', thread, {}, owner))).toContain(
			'The discussion is closed',
		);
	});

	it('says that a thread or channel is no discussion', async () => {
		expect(read(await server.run('discuss close'))).toContain('This is no discussion');
	});

	it('counts what was looked up where the article is gone from the library', async () => {
		const { thread } = await server.open();
		await server.inThread('quotes', thread, { speaker: 'larsen' });
		await server.inThread('article', thread, { article: 'tunnel' });
		await server.inThread('quote', thread, { about: 'engine' });
		await server.archive.sources(ofTests).remove('tunnel');
		expect(read(await server.inThread('discuss close', thread))).toContain('The discussion is closed');
		const summary = server.said(thread).at(-1) ?? '';
		expect(summary).toContain('The article is no longer in the library.');
		expect(summary).toContain('Bo Larsen · 1 time');
		expect(summary).not.toContain('We sail');
	});

	it('stays open and can be closed later where the thread is locked, or Discord does not answer', async () => {
		const { thread } = await server.open();
		const { general } = server.guild.channels;
		server.rehearsal.setOverwrite(general, server.guild.roles.bot, {
			deny: PermissionFlagsBits.ManageThreads,
		});
		server.rehearsal.setThread(thread, { locked: true });
		expect(read(await server.inThread('discuss close', thread))).toContain('This thread is locked');
		server.rehearsal.setThread(thread, { locked: false });
		server.rehearsal.fault({
			kind: 'requests',
			times: 5,
			method: 'POST',
			route: `/channels/${thread}/messages`,
			effect: { status: 503 },
		});
		expect(read(await server.inThread('discuss close', thread))).toContain('Discord did not answer');
		server.rehearsal.fault({ kind: 'none' });
		expect(read(await server.inThread('discuss close', thread))).toContain('The discussion is closed');
	});

	it('says so where the thread was deleted meanwhile, and forgets it', async () => {
		const { thread } = await server.open();
		const { owner } = server.guild.members;
		server.rehearsal.removeChannel(thread);
		const { discussions } = server.parts.contextOf({
			server: { id: server.guild.id, name: '' },
			channel: { id: thread },
			article: 'tunnel',
			member: { id: owner, name: '', mayManageServer: true },
			locale: 'en-GB',
			target: null,
		});
		await expect(
			discussions.close(server.guild.id, thread, { member: owner, mayManageServer: true }),
		).rejects.toThrow('This thread was deleted');
		expect(await server.archive.discussions.discussion(thread)).toBeNull();
	});

	it('leaves the article to be discussed anew', async () => {
		const { thread } = await server.open();
		await server.inThread('discuss close', thread);
		await server.archive.put([inventedRecord(tunnel)]);
		const again = await server.open();
		expect(read(again.outcome)).toContain('The discussion is open');
		expect(again.thread).not.toBe(thread);
	});
});
