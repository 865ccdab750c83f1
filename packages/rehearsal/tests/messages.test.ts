import { AttachmentBuilder, ChannelType, type Client, type TextChannel } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Rehearsal, RehearsalOptions } from '../src/api.ts';
import { connect, rehearse, request } from './bot.ts';

const bit = (name: 'ViewChannel' | 'SendMessages' | 'EmbedLinks' | 'AttachFiles' | 'ReadMessageHistory') =>
	({
		ViewChannel: 1n << 10n,
		SendMessages: 1n << 11n,
		EmbedLinks: 1n << 14n,
		AttachFiles: 1n << 15n,
		ReadMessageHistory: 1n << 16n,
	})[name];

async function general(
	options: RehearsalOptions = {},
): Promise<{ rehearsal: Rehearsal; client: Client<true>; channel: TextChannel; path: string }> {
	const rehearsal = await rehearse(options);
	const client = await connect(rehearsal);
	const { general: id } = rehearsal.guild.channels;
	const channel = (await client.channels.fetch(id)) as TextChannel;
	return { rehearsal, client, channel, path: `/channels/${id}/messages` };
}

describe('messages of the bot', () => {
	it('are sent, read back, listed newest first, edited and deleted', async () => {
		const { rehearsal, channel } = await general({ rateLimits: false });
		const sent = [];
		for (const content of ['one', 'two', 'three']) sent.push(await channel.send(content));
		const [one, two, three] = sent;
		const list = async (range: object) => {
			const found = await channel.messages.fetch({ ...range, cache: false });
			return [...found.values()].map(({ content }) => content);
		};
		expect(await list({ limit: 2 })).toEqual(['three', 'two']);
		expect(await list({ before: three?.id ?? '' })).toEqual(['two', 'one']);
		expect(await list({ after: one?.id ?? '', limit: 1 })).toEqual(['two']);
		expect(await list({ around: two?.id ?? '', limit: 3 })).toEqual(['three', 'two', 'one']);
		await two?.edit('zwei');
		expect((await channel.messages.fetch({ message: two?.id ?? '', force: true })).content).toBe('zwei');
		await one?.delete();
		expect(rehearsal.messages(channel.id).map(({ content }) => content)).toEqual(['zwei', 'three']);
	});

	it('are sent once however often the same nonce is enforced', async () => {
		const { rehearsal, channel } = await general();
		const post = () => channel.send({ content: 'today', nonce: 'guild.2026-11-23.1', enforceNonce: true });
		const [first, second] = [await post(), await post()];
		expect(second.id).toBe(first.id);
		await channel.send({ content: 'another', nonce: 'guild.2026-11-23.1' });
		expect(rehearsal.messages(channel.id).map(({ content }) => content)).toEqual(['today', 'another']);
		await expect(channel.send({ content: 'x', nonce: 'n'.repeat(26) })).rejects.toMatchObject({
			code: 50035,
		});
	});

	it('refuse what is said of a file that does not come with them, and too many words for one', async () => {
		const { channel } = await general({ rateLimits: false });
		const png = { attachment: Buffer.from('no picture'), name: 'a.png' };
		const body = (attachments: object[]) => ({ body: { content: 'a', attachments }, files: [] });
		const route = `/channels/${channel.id}/messages` as const;
		const lost = channel.client.rest.post(route, body([{ id: '0', filename: 'a.png' }]));
		await expect(lost).rejects.toThrow('attachments[0][ATTACHMENT_NOT_FOUND]');
		const long = new AttachmentBuilder(png.attachment, { name: 'a.png', description: 'x'.repeat(1025) });
		await expect(channel.send({ files: [long] })).rejects.toThrow('attachments[0].description');
		const whole = new AttachmentBuilder(png.attachment, { name: 'a.png', description: 'x'.repeat(1024) });
		expect((await channel.send({ files: [whole] })).attachments.size).toBe(1);
	});

	it('carry attachments that can be fetched again, and nothing of them runs in a browser', async () => {
		const { channel } = await general();
		const page = Buffer.from('<script>alert(1)</script>');
		const files = [new AttachmentBuilder(page, { name: 'a page.html', description: 'hostile' })];
		const { attachments } = await channel.send({ files });
		const [attachment] = [...attachments.values()];
		expect(attachment).toMatchObject({ name: 'a_page.html', size: page.length, description: 'hostile' });
		const response = await fetch(attachment?.url ?? '');
		expect(await response.text()).toBe(String(page));
		expect(response.headers.get('content-type')).toBe('application/octet-stream');
		expect(response.headers.get('content-security-policy')).toContain('sandbox');
	});

	it('notify nobody where allowed mentions say so, and otherwise those they name', async () => {
		const { rehearsal, channel } = await general();
		const { members, roles } = rehearsal.guild;
		const content = `@everyone <@${members.owner}> <@&${roles.readers}> <@&${roles.managers}>`;
		const quiet = await channel.send({ content, allowedMentions: { parse: [] } });
		const loud = await channel.send({ content });
		const named = await channel.send({ content, allowedMentions: { roles: [roles.readers] } });
		const pings = rehearsal.messages(channel.id).map((message) => message.rehearsal.pings);
		expect(pings).toEqual([
			{ everyone: false, users: [], roles: [] },
			// The bot may not mention everyone, and only "readers" may be mentioned by all.
			{ everyone: false, users: [members.owner], roles: [roles.readers] },
			{ everyone: false, users: [], roles: [roles.readers] },
		]);
		expect([quiet, loud, named].map(({ mentions }) => mentions.users.size)).toEqual([0, 1, 0]);
		const both = { content, allowedMentions: { parse: ['users' as const], users: [members.owner] } };
		await expect(channel.send(both)).rejects.toMatchObject({ code: 50035 });
	});

	it('answer others, and say so', async () => {
		const { rehearsal, channel } = await general();
		const { owner } = rehearsal.guild.members;
		const asked = await rehearsal.post({ channelId: channel.id, memberId: owner, content: 'who said it?' });
		await channel.send({ content: 'she did', reply: { messageReference: asked.id } });
		expect(rehearsal.messages(channel.id).at(-1)).toMatchObject({
			type: 19,
			message_reference: { message_id: asked.id },
			referenced_message: { content: 'who said it?' },
			rehearsal: { pings: { users: [owner] } },
		});
	});

	it('go to direct messages', async () => {
		const { rehearsal, client } = await general();
		const { members } = rehearsal.guild;
		const user = await client.users.fetch(members.owner);
		const { channelId } = await user.send('between us');
		expect(rehearsal.messages(channelId).map(({ content }) => content)).toEqual(['between us']);
		expect(rehearsal.snapshot(members.owner).messages[channelId]).toHaveLength(1);
		expect(rehearsal.snapshot(members.member).messages[channelId]).toBeUndefined();
	});

	it('can be reacted to, pinned and purged', async () => {
		const { rehearsal, channel } = await general({ rateLimits: false });
		const message = await channel.send('vote');
		await message.react('👍');
		expect(rehearsal.messages(channel.id)[0]?.reactions).toMatchObject([
			{ emoji: { name: '👍' }, count: 1, me: true },
		]);
		await message.pin();
		expect((await channel.messages.fetchPins()).items.map((pin) => pin.message.id)).toEqual([message.id]);
		await channel.send('another');
		await channel.bulkDelete(100);
		expect(rehearsal.messages(channel.id)).toEqual([]);
	});

	it('open threads and forum posts, which open again when somebody writes', async () => {
		const { rehearsal, client, channel } = await general({ rateLimits: false });
		const message = await channel.send('an article');
		const thread = await message.startThread({ name: 'Talk' });
		expect(thread.id).toBe(message.id);
		await thread.send('first');
		await thread.setArchived(true);
		const { members, channels } = rehearsal.guild;
		await rehearsal.post({ channelId: thread.id, memberId: members.member, content: 'one more' });
		await expect.poll(() => thread.archived).toBe(false);
		const forum = await client.channels.fetch(channels.forum);
		if (forum?.type !== ChannelType.GuildForum) throw new TypeError('no forum');
		const post = await forum.threads.create({ name: 'A post', message: { content: 'its first message' } });
		expect(rehearsal.messages(post.id)).toMatchObject([{ id: post.id, content: 'its first message' }]);
		expect(thread).toMatchObject({ messageCount: 2, totalMessageSent: 2 });
		await (await thread.send('too much')).delete();
		expect(await thread.fetch()).toMatchObject({ messageCount: 2, totalMessageSent: 3 });
		await expect(message.startThread({ name: 'Twice' })).rejects.toMatchObject({ code: 160004 });
	});
});

describe('what is refused', () => {
	it.each<[string, bigint, object, number]>([
		['a channel that the bot does not see', bit('ViewChannel'), { content: 'a' }, 50001],
		['a channel that it may not write to', bit('SendMessages'), { content: 'a' }, 50013],
		['an embed where it may not embed', bit('EmbedLinks'), { embeds: [{ title: 'a' }] }, 50013],
		[
			'a reply where it may not read back',
			bit('ReadMessageHistory'),
			{ content: 'a', message_reference: { message_id: '1' } },
			160002,
		],
	])('%s', async (_, deny, body, code) => {
		const { rehearsal, channel, path } = await general();
		rehearsal.setOverwrite(channel.id, rehearsal.botId, { deny });
		expect((await request(rehearsal, 'POST', path, body)).json).toMatchObject({ code });
		rehearsal.setOverwrite(channel.id, rehearsal.botId, {});
		expect((await request(rehearsal, 'POST', path, { content: 'a' })).status).toBe(200);
	});

	it('what is not there, by name, in Discord’s words', async () => {
		const { rehearsal, path } = await general();
		const codes = [];
		for (const [method, where] of [
			['GET', '/channels/1'],
			['GET', `${path}/1`],
			['GET', '/guilds/1'],
			['GET', `/guilds/${rehearsal.guild.id}/members/1`],
			['GET', '/users/1'],
			['GET', '/nowhere'],
			['DELETE', '/gateway/bot'],
		] as const) {
			const { status, json } = await request(rehearsal, method, where);
			codes.push([status, (json as { code: number }).code]);
		}
		expect(codes).toEqual([
			[404, 10003],
			[404, 10008],
			[404, 10004],
			[404, 10007],
			[404, 10013],
			[404, 0],
			[405, 0],
		]);
	});

	it('a wrong token, a wrong version, and what is no JSON', async () => {
		const { rehearsal, path } = await general();
		const call = (url: string, init: RequestInit) =>
			fetch(`${rehearsal.apiUrl}${url}`, init).then((r) => r.json());
		const authorization = `Bot ${rehearsal.token}`;
		expect(await call('/v10/users/@me', { headers: { authorization: 'Bot a.b.c' } })).toMatchObject({
			code: 0,
		});
		expect(await call('/v6/users/@me', { headers: { authorization } })).toMatchObject({ code: 50041 });
		const headers = { authorization, 'content-type': 'application/json' };
		const post = { method: 'POST', headers, body: '{' };
		expect(await call(`/v10${path}`, post)).toMatchObject({ code: 50109 });
	});

	it('the bot’s message where the fault "missing permission" is on', async () => {
		const { rehearsal, channel } = await general();
		rehearsal.fault({ kind: 'missingPermission', on: true });
		await expect(channel.send('a')).rejects.toMatchObject({ code: 50013, status: 403 });
		rehearsal.fault({ kind: 'none' });
		await channel.send('a');
	});
});
