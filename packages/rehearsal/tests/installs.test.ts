import { Events, type Interaction, MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '../src/api.ts';
import { Permission } from '../src/constants.ts';
import { connect, rehearse, request } from './bot.ts';

const everywhere = { integration_types: [0, 1], contexts: [0, 1, 2] };

/** A bot whose command can be used everywhere, and another only where it is installed. */
async function botFor(rehearsal: Rehearsal) {
	const client = await connect(rehearsal);
	const heard: Interaction[] = [];
	for (const [name, where] of [
		['look', everywhere],
		['stay', { integration_types: [0], contexts: [0] }],
	] as const) {
		const body = { name, description: 'Looks', ...where };
		expect(
			(await request(rehearsal, 'POST', `/applications/${rehearsal.applicationId}/commands`, body)).status,
		).toBe(201);
	}
	client.on(Events.InteractionCreate, async (interaction) => {
		heard.push(interaction);
		if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Seen' });
	});
	return { client, heard };
}

const look = (
	rehearsal: Rehearsal,
	where: { channelId?: string; inDirectMessage?: boolean },
	name = 'look',
) => rehearsal.interact({ kind: 'command', name, memberId: rehearsal.guild.members.member, ...where });

/** A server in which the bot is not, with the member in it. */
function elsewhere(rehearsal: Rehearsal) {
	const { id, channels } = rehearsal.addGuild({ withBot: false, members: [rehearsal.guild.members.member] });
	return { id, channelId: channels[0] ?? '' };
}

describe('an app that a member has installed for themselves', () => {
	it('is there in a server without the bot, with what the app may do there and nothing of the server', async () => {
		const rehearsal = await rehearse();
		const { client, heard } = await botFor(rehearsal);
		const { member } = rehearsal.guild.members;
		const { id, channelId } = elsewhere(rehearsal);
		await expect(look(rehearsal, { channelId })).rejects.toThrow('cannot be used in this server');
		rehearsal.setUserInstall(member, true);
		const outcome = await look(rehearsal, { channelId });
		expect(outcome.message?.content).toBe('Seen');
		expect(outcome.ephemeral).toBe(false);
		const [interaction] = heard;
		expect(interaction?.authorizingIntegrationOwners.toJSON()).toEqual({ 1: member });
		expect(interaction?.guildId).toBe(id);
		expect(interaction?.guild).toBeNull();
		expect(interaction?.context).toBe(0);
		await expect(look(rehearsal, { channelId }, 'stay')).rejects.toThrow('cannot be used in this server');
		expect(client.guilds.cache.has(id)).toBe(false);
		expect((await request(rehearsal, 'GET', `/channels/${channelId}/messages`)).json).toMatchObject({
			code: 50_001,
		});
	});

	it('answers only to the member where they may not use external apps, and follows up five times at most', async () => {
		const rehearsal = await rehearse({ rateLimits: false });
		const { heard } = await botFor(rehearsal);
		const { id, channelId } = elsewhere(rehearsal);
		rehearsal.setUserInstall(rehearsal.guild.members.member, true);
		rehearsal.setOverwrite(channelId, id, { deny: Permission.UseExternalApps });
		const outcome = await look(rehearsal, { channelId });
		expect(outcome.ephemeral).toBe(true);
		expect(outcome.message?.rehearsal.visibleTo).toBe(rehearsal.guild.members.member);
		expect(outcome.message?.flags ?? 0).toBe(MessageFlags.Ephemeral);
		const [interaction] = heard;
		const follow = () =>
			request(rehearsal, 'POST', `/webhooks/${rehearsal.applicationId}/${interaction?.token}`, {
				content: 'More',
			});
		for (let sent = 0; sent < 5; sent++) expect((await follow()).status).toBe(200);
		expect((await follow()).json).toMatchObject({ code: 40_094 });
	});

	it('is both for the server and for the member where both have installed it', async () => {
		const rehearsal = await rehearse();
		const { heard } = await botFor(rehearsal);
		const { member } = rehearsal.guild.members;
		rehearsal.setUserInstall(member, true);
		await look(rehearsal, {});
		await look(rehearsal, {}, 'stay');
		await look(rehearsal, { inDirectMessage: true });
		expect(heard.map((one) => one.authorizingIntegrationOwners.toJSON())).toEqual([
			{ 0: rehearsal.guild.id, 1: member },
			{ 0: rehearsal.guild.id },
			{ 0: '0', 1: member },
		]);
	});

	it('is there in the direct messages of members, of which the bot sees nothing else', async () => {
		const rehearsal = await rehearse();
		const { client, heard } = await botFor(rehearsal);
		const { member, owner, outsider } = rehearsal.guild.members;
		const channelId = rehearsal.addPrivateChannel([member, owner, outsider]);
		await expect(look(rehearsal, { channelId })).rejects.toThrow('cannot be used in these direct messages');
		rehearsal.setUserInstall(member, true);
		await look(rehearsal, { channelId });
		expect(heard[0]?.context).toBe(2);
		expect(heard[0]?.authorizingIntegrationOwners.toJSON()).toEqual({ 1: member });
		expect(client.channels.cache.has(channelId)).toBe(false);
		const said = await request(rehearsal, 'POST', `/channels/${channelId}/messages`, { content: 'Hello' });
		expect(said.json).toMatchObject({ code: 50_001 });
		expect(rehearsal.snapshot(owner).directMessages.map(({ id }) => id)).toContain(channelId);
	});
});

describe('direct messages', () => {
	it('are refused by members who have closed theirs, and by those who share no server with the bot', async () => {
		const rehearsal = await rehearse();
		const { outsider } = rehearsal.guild.members;
		const opened = await request(rehearsal, 'POST', '/users/@me/channels', { recipient_id: outsider });
		const path = `/channels/${(opened.json as { id: string }).id}/messages`;
		const send = async () => (await request(rehearsal, 'POST', path, { content: 'News' })).json;
		expect(await send()).toMatchObject({ content: 'News' });
		rehearsal.setDirectMessages(outsider, false);
		expect(await send()).toMatchObject({ code: 50_007 });
		rehearsal.setDirectMessages(outsider, true);
		rehearsal.removeMember(rehearsal.guild.id, outsider);
		expect(await send()).toMatchObject({ code: 50_278 });
		rehearsal.setUserInstall(outsider, true);
		expect(await send()).toMatchObject({ content: 'News' });
	});
});

describe('threads', () => {
	it('that are locked are opened and changed only by those who manage threads', async () => {
		const rehearsal = await rehearse();
		const { general } = rehearsal.guild.channels;
		const { json } = await request(rehearsal, 'POST', `/channels/${general}/threads`, {
			name: 'Pier',
			type: 11,
		});
		const path = `/channels/${(json as { id: string }).id}`;
		const change = async (body: object) => (await request(rehearsal, 'PATCH', path, body)).json;
		const mayNot = (without: bigint) =>
			rehearsal.setOverwrite(general, rehearsal.guild.roles.bot, { deny: without });
		mayNot(Permission.ManageThreads);
		expect(await change({ archived: true })).toMatchObject({ thread_metadata: { archived: true } });
		expect(await change({ name: 'Harbour' })).toMatchObject({ code: 50_083 });
		expect(await change({ archived: false })).toMatchObject({ thread_metadata: { archived: false } });
		rehearsal.setThread((json as { id: string }).id, { archived: true, locked: true });
		expect(await change({ archived: false })).toMatchObject({ code: 50_013 });
		mayNot(0n);
		expect(await change({ archived: false })).toMatchObject({ thread_metadata: { archived: false } });
	});

	it('of a forum that asks for tags have one of its own', async () => {
		const rehearsal = await rehearse();
		const { forum } = rehearsal.guild.channels;
		rehearsal.setForum(forum, { requiresTag: true, tags: ['Piers'] });
		const tags = (
			(await request(rehearsal, 'GET', `/channels/${forum}`)).json as { available_tags: { id: string }[] }
		).available_tags.map(({ id }) => id);
		const post = async (applied_tags: readonly string[]) => {
			const body = { name: 'Pier', message: { content: 'Words' }, applied_tags };
			return (await request(rehearsal, 'POST', `/channels/${forum}/threads`, body)).json;
		};
		expect(await post([])).toMatchObject({ code: 40_067 });
		expect(await post(['1'])).toMatchObject({ code: 50_035 });
		expect(await post(tags)).toMatchObject({ applied_tags: tags });
	});
});

describe('polls', () => {
	const poll = {
		question: { text: 'Who is right?' },
		answers: [{ poll_media: { text: 'One' } }, { poll_media: { text: 'The other' } }],
		duration: 24,
	};
	const send = async (rehearsal: Rehearsal, changed: object) => {
		const path = `/channels/${rehearsal.guild.channels.general}/messages`;
		return (await request(rehearsal, 'POST', path, { poll: { ...poll, ...changed } })).json;
	};

	it.each([
		['a question over 300 characters', { question: { text: 'x'.repeat(301) } }],
		['an answer over 55 characters', { answers: [{ poll_media: { text: 'x'.repeat(56) } }] }],
		['no answers', { answers: [] }],
		['eleven answers', { answers: Array.from({ length: 11 }, () => ({ poll_media: { text: 'x' } })) }],
		['more than 32 days', { duration: 769 }],
		['a blank question', { question: { text: '' } }],
	])('with %s are refused', async (_, changed) => {
		expect(await send(await rehearse(), changed)).toMatchObject({ code: 50_035 });
	});

	it('are taken where the bot may send them', async () => {
		const rehearsal = await rehearse();
		expect(await send(rehearsal, {})).toMatchObject({ poll: { question: poll.question } });
		rehearsal.setOverwrite(rehearsal.guild.channels.general, rehearsal.guild.roles.bot, {
			deny: Permission.SendPolls,
		});
		rehearsal.setOverwrite(rehearsal.guild.channels.general, rehearsal.guild.id, {
			deny: Permission.SendPolls,
		});
		expect(await send(rehearsal, {})).toMatchObject({ code: 50_013 });
	});
});
