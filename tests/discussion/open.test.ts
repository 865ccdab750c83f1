import { PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { tunnel } from './articles.ts';
import { type DiscussionServer, openServer, read } from './server.ts';

let server: DiscussionServer;
beforeEach(async () => {
	server = await openServer();
});

describe('/discuss open', () => {
	it('opens a thread from a message of the bot’s own, with the brief and the questions', async () => {
		const { general } = server.guild.channels;
		const { outcome, thread } = await server.open();
		expect(read(outcome)).toContain('The discussion is open');
		expect(JSON.stringify(outcome.message?.components)).toContain(`<#${thread}>`);
		expect(outcome.ephemeral).toBe(true);
		const [starter] = server.rehearsal.messages(general);
		expect(starter?.id).toBe(thread);
		expect(starter?.author.id).toBe(server.rehearsal.botId);
		expect(starter?.rehearsal.pings).toEqual({ everyone: false, users: [], roles: [] });
		expect(server.said(general)[0]).toContain('Who says what');
		expect(server.threads().at(-1)).toMatchObject({ name: tunnel.headline, parent_id: general });
		const [questions, ...more] = server.said(thread);
		expect(questions).toContain('1. Ada Quillon and Bo Larsen speak about the same thing');
		expect(more).toEqual([]);
	});

	it('posts into a forum with the tags that are topics of the article', async () => {
		const { forum } = server.guild.channels;
		server.rehearsal.setForum(forum, { requiresTag: true, tags: ['tunnels', 'Cooking'] });
		const { thread } = await server.open({ where: forum });
		expect(server.threads().at(-1)).toMatchObject({ parent_id: forum, name: tunnel.headline });
		expect(server.threads().at(-1)?.applied_tags).toHaveLength(1);
		expect(server.said(thread)).toHaveLength(2);
		expect(server.said(thread)[1]).toContain('Questions to start with');
		server.rehearsal.setForum(forum, { tags: ['Cooking'] });
		const none = await server.run('discuss open', { article: 'bare', where: forum });
		expect(read(none)).toContain('need a tag, and none of its tags is a topic of this article');
	});

	it('holds a poll where it is asked for', async () => {
		const { thread } = await server.open({ poll: true });
		const poll = server.rehearsal.messages(thread).find((message) => message.poll)?.poll;
		expect(poll?.answers.map(({ poll_media: { text } }) => text)).toEqual([
			'Ada Quillon',
			'Bo Larsen',
			'Both',
			'Neither',
		]);
	});

	it.each([
		['gives no question', 'bare', 'This article gives no question to start with.'],
		['is in a language without rules for them', 'german', 'Questions are made only of articles in English.'],
	])('says so where the article %s', async (_, article, sentence) => {
		const { thread } = await server.open({ article, poll: true });
		expect(server.said(thread).join()).toContain(sentence);
		expect(server.rehearsal.messages(thread)).toHaveLength(1);
	});

	it('opens one discussion of an article in a channel, whoever asks, and leads others to it', async () => {
		const both = await Promise.all([
			server.open(),
			server.open({}, { memberId: server.guild.members.member }),
		]);
		expect(server.threads()).toHaveLength(1);
		const texts = both.map(({ outcome }) => read(outcome)).join();
		expect(texts).toContain('The discussion is open');
		const again = await server.open();
		expect(read(again.outcome)).toContain('This article is discussed already');
		server.rehearsal.setThread(again.thread, { archived: true });
		expect(read((await server.open()).outcome)).toContain('It is archived: a message in it opens it again.');
		expect(server.threads()).toHaveLength(1);
	});

	it('opens a new one where the thread was deleted', async () => {
		const { thread } = await server.open();
		server.rehearsal.removeChannel(thread);
		const again = await server.open();
		expect(read(again.outcome)).toContain('The discussion is open');
		expect(again.thread).not.toBe(thread);
		expect(await server.archive.discussions.discussion(thread)).toBeNull();
	});

	it('used in a thread opens the thread in its channel', async () => {
		const { thread } = await server.open();
		const other = await server.inThread('discuss open', thread, { article: 'bare' });
		expect(read(other)).toContain('The discussion is open');
		expect(server.threads().at(-1)?.parent_id).toBe(server.guild.channels.general);
	});

	it('goes on where an earlier process was killed after it had posted', async () => {
		const { id, channels, members } = server.guild;
		const place = { server: id, channel: channels.general, article: 'tunnel' };
		const { thread } = await server.open();
		// As that process left it: posted, and nothing noted.
		await server.archive.discussions.forget(thread);
		const claim = { holder: 'gone', leaseMs: 0, member: members.owner };
		await server.archive.discussions.begin(place, claim);
		const before = server.rehearsal.messages(channels.general).length;
		await server.open();
		expect(server.rehearsal.messages(channels.general).length).toBe(before + 1);
		await server.archive.discussions.forget(server.threads().at(-1)?.id ?? '');
		await server.archive.discussions.begin(place, claim);
		await server.open();
		await server.restart();
		await server.open();
		expect(server.rehearsal.messages(channels.general).length).toBe(before + 2);
	});

	it('is for servers, and asked by a button only where there is one', async () => {
		const inServer = await server.run('article', { article: 'tunnel' });
		expect(read(await server.press('Discuss', inServer.message))).toContain('The discussion is open');
		const direct = await server.rehearsal.interact({
			kind: 'command',
			name: 'article',
			inDirectMessage: true,
		});
		expect(read(direct)).not.toContain('Discuss');
		const here = await server.inThread('article', server.threads().at(-1)?.id ?? '');
		expect(read(here)).not.toContain('[Discuss]');
	});
});

describe('/discuss open, where it may not', () => {
	const deny = (channel: string, who: string, bit: bigint) =>
		server.rehearsal.setOverwrite(channel, who, { deny: bit });

	it.each([
		['Send Messages', PermissionFlagsBits.SendMessages],
		['Create Public Threads', PermissionFlagsBits.CreatePublicThreads],
		['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
		['Read Message History', PermissionFlagsBits.ReadMessageHistory],
	])('names the permission %s that the bot lacks', async (name, bit) => {
		deny(server.guild.channels.dailyDigest, server.guild.roles.bot, bit);
		const { outcome } = await server.open({ where: server.guild.channels.dailyDigest });
		expect(read(outcome)).toContain(`In #daily-digest I lack ${name}`);
		expect(server.threads()).toEqual([]);
	});

	it('says that the member may not open threads there, and posts nothing', async () => {
		const { general } = server.guild.channels;
		const { outsider } = server.guild.members;
		deny(general, outsider, PermissionFlagsBits.CreatePublicThreads);
		const { outcome } = await server.open({}, { memberId: outsider });
		expect(read(outcome)).toContain('You may not open threads in #general');
		expect(server.rehearsal.messages(general)).toEqual([]);
	});

	it('opens nothing for somebody who has left the server meanwhile', async () => {
		const { id, members, channels } = server.guild;
		server.rehearsal.removeMember(id, members.outsider);
		const { discussions } = server.parts.contextOf({
			server: { id, name: '' },
			channel: { id: channels.general },
			article: null,
			member: { id: members.outsider, name: '', mayManageServer: false },
			locale: 'en-GB',
			target: null,
		});
		const request = { server: id, channel: channels.general, member: members.outsider, article: 'tunnel' };
		const brief = async () => ({ title: 'The article', blocks: [] });
		await expect(discussions.open({ ...request, poll: false, brief })).rejects.toThrow(
			'You may not open threads',
		);
		expect(server.rehearsal.messages(channels.general)).toEqual([]);
	});

	it('holds no poll where it may not, and says so', async () => {
		const { general } = server.guild.channels;
		deny(general, server.guild.roles.bot, PermissionFlagsBits.SendPolls);
		const { outcome, thread } = await server.open({ poll: true });
		expect(read(outcome)).toContain('Without a poll: there I lack the permission Create Polls.');
		expect(server.said(thread)).toHaveLength(1);
	});

	it('leaves no message without its thread where Discord refuses the thread', async () => {
		const { general } = server.guild.channels;
		server.rehearsal.fault({
			kind: 'requests',
			method: 'POST',
			route: '/threads',
			effect: { missingPermission: true },
		});
		const { outcome } = await server.open();
		expect(read(outcome)).toContain('Discord does not let me open a thread there');
		expect(server.rehearsal.messages(general)).toEqual([]);
		expect(read((await server.open()).outcome)).toContain('The discussion is open');
	});
});
