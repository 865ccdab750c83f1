import { ChannelType, type Client, Client as DiscordClient, PermissionFlagsBits } from 'discord.js';
import type { Rehearsal } from 'discord-rehearsal';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, rehearse } from '../../packages/rehearsal/tests/bot.ts';
import type { Delivery } from '../../src/digest/delivery.ts';
import { openDelivery } from '../../src/discord/delivery.ts';
import { openDiscussionDelivery } from '../../src/discord/discussion-delivery.ts';
import { keptInMemory } from '../../src/discord/ids.ts';
import { fromGateway } from '../../src/discord/servers/known.ts';
import { permissionsIn, permissionsOf } from '../../src/discord/servers/permissions.ts';
import { senderOver } from '../../src/discord/servers/sender.ts';
import { openServers } from '../../src/discord/servers/servers.ts';
import { cardMessage } from '../../src/discord/views/message.ts';

let rehearsal: Rehearsal;
/** Connected to the gateway; and one that only sends requests, as of a process that has no shard of the server. */
let connected: Client<true>;
let apart: Client;
const show = (card: Parameters<typeof cardMessage>[0]) =>
	cardMessage(card, { commandIds: new Map() }, keptInMemory());

beforeEach(async () => {
	rehearsal = await rehearse({ rateLimits: false });
	const { guild } = rehearsal;
	const { general, dailyDigest, forum } = guild.channels;
	const { SendMessages, ViewChannel, SendPolls, ReadMessageHistory, ManageMessages } = PermissionFlagsBits;
	rehearsal.setForum(forum, { requiresTag: true, tags: ['fish', 'ferries'] });
	rehearsal.setOverwrite(general, guild.roles.everyone, { deny: SendMessages | SendPolls });
	rehearsal.setOverwrite(general, guild.roles.bot, { allow: SendPolls, deny: ReadMessageHistory });
	rehearsal.setOverwrite(general, guild.members.member, { allow: SendMessages });
	rehearsal.setOverwrite(dailyDigest, rehearsal.botId, { deny: ViewChannel });
	rehearsal.setOverwrite(dailyDigest, guild.roles.readers, { allow: ManageMessages });
	connected = await connect(rehearsal, { rest: { retries: 0 } });
	apart = new DiscordClient({ intents: [], rest: { api: rehearsal.apiUrl, retries: 0 } });
	apart.rest.setToken(rehearsal.token);
});

describe('a server of another process', () => {
	it('is known as the gateway would have told of it', async () => {
		const { guild } = rehearsal;
		const asked = await openServers(senderOver(apart)).of(guild.id);
		const cached = connected.guilds.cache.get(guild.id);
		if (asked === null || cached === undefined) throw new Error('The server is missing.');
		const told = fromGateway(cached);
		if (told === null) throw new Error('The gateway has not told of the bot.');
		const channels = [...cached.channels.cache.values()].filter(
			({ type }) => type !== ChannelType.GuildCategory,
		);
		expect(channels.length).toBeGreaterThan(2);
		for (const id of [rehearsal.botId, ...Object.values(guild.members)]) {
			const member = await cached.members.fetch({ user: id, cache: false });
			const known = { id, roles: [...member.roles.cache.keys()] };
			for (const server of [asked, told]) {
				expect(permissionsOf(server, known)).toBe(member.permissions.bitfield);
				for (const channel of channels) {
					const there = server.channel(channel.id);
					if (there === undefined) throw new Error(`${channel.name} is missing.`);
					expect(permissionsIn(server, there, known), `${channel.name} ${id}`).toBe(
						channel.permissionsFor(member).bitfield,
					);
				}
			}
		}
	});

	const states = async (delivery: Delivery) => {
		const { guild } = rehearsal;
		const channels = [...Object.values(guild.channels), '1'];
		return [
			...(await Promise.all(channels.map((id) => delivery.channel(guild.id, id, true)))),
			...(await Promise.all([...Object.values(guild.roles), '1'].map((id) => delivery.role(guild.id, id)))),
			...(await Promise.all(
				Object.values(guild.members).map((id) => delivery.giver(guild.id, id, guild.roles.readers)),
			)),
		];
	};

	it('gets the same digests, roles and discussions', async () => {
		const over = (client: Client) => openDelivery(senderOver(client), show);
		const wanted = await states(over(connected));
		expect(wanted).toContainEqual(expect.objectContaining({ state: 'known', forum: true, missing: [] }));
		expect(wanted).toContainEqual(
			expect.objectContaining({ missing: ['Send Messages', 'Read Message History'] }),
		);
		expect(wanted).toContainEqual(
			expect.objectContaining({ state: 'known', moderates: ['Manage Messages'] }),
		);
		expect(await states(over(apart))).toEqual(wanted);
		const { guild } = rehearsal;
		for (const channel of Object.values(guild.channels)) {
			const of = (client: Client) =>
				openDiscussionDelivery(senderOver(client), show).channel(guild.id, channel, guild.members.member);
			expect(await of(apart)).toEqual(await of(connected));
		}
	});

	it('is asked about once for all who ask at the same time', async () => {
		const before = rehearsal.requests().length;
		await states(openDelivery(senderOver(apart), show));
		const asked = rehearsal
			.requests()
			.slice(before)
			.filter(({ route }) => route === '/guilds/{guild_id}');
		expect(asked).toHaveLength(1);
	});

	it('is gone where the bot was removed, and unknown where Discord does not answer', async () => {
		const { id, channels } = rehearsal.addGuild();
		const [channel = ''] = channels;
		const address = { server: id, channel, nonce: 'n', mark: 1 };
		const delivery = openDelivery(senderOver(apart), show);
		rehearsal.fault({ kind: 'requests', times: 9, route: '/guilds/', effect: { status: 503 } });
		expect(await delivery.channel(id, channel, false)).toEqual({ state: 'unknown' });
		expect(await delivery.role(id, '1')).toEqual({ state: 'unknown' });
		expect(await delivery.giver(id, rehearsal.guild.members.owner, '1')).toMatchObject({
			trouble: 'unreachable',
		});
		expect(await delivery.find(address, 0)).toMatchObject({ trouble: 'unreachable' });
		rehearsal.fault({ kind: 'none' });
		expect(await delivery.channel(id, channel, false)).toMatchObject({ state: 'known' });
		rehearsal.removeGuild(id);
		const later = openDelivery(senderOver(apart), show);
		expect(await later.channel(id, channel, false)).toEqual({ state: 'gone' });
		const card = { title: 'A digest', blocks: [] };
		expect(await later.post({ ...address, card, title: 'A digest', role: null })).toMatchObject({
			trouble: 'server-gone',
		});
	});

	it('is told where those who manage it see it', async () => {
		const { guild } = rehearsal;
		const delivery = openDelivery(senderOver(apart), show);
		const sent = await delivery.notify(guild.id, null, { title: 'A digest is paused', blocks: [] });
		expect(sent).toMatchObject({ message: expect.any(String) });
	});
});
