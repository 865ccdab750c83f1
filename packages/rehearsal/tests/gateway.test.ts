import { Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { connect, rehearse } from './bot.ts';

describe('the gateway', () => {
	it('shows the client its application, the server, its channels and its own member', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal);
		expect(client.application.id).toBe(rehearsal.applicationId);
		const guild = client.guilds.cache.get(rehearsal.guild.id);
		expect(guild?.name).toBe('The Rehearsal Room');
		expect(guild?.channels.cache.get(rehearsal.guild.channels.general)?.name).toBe('general');
		expect(guild?.members.me?.permissions.has('SendMessages')).toBe(true);
		expect(guild?.members.me?.permissions.has('ManageGuild')).toBe(false);
	});

	it('replays to a client that resumes what it missed while its connection was gone', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal);
		const seen: string[] = [];
		client.on(Events.ChannelDelete, ({ id }) => seen.push(id));
		const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
		rehearsal.fault({ kind: 'dropGateway' });
		rehearsal.removeChannel(rehearsal.guild.channels.dailyDigest);
		await resumed;
		await expect.poll(() => seen).toEqual([rehearsal.guild.channels.dailyDigest]);
	});

	it('makes a client without a session identify again', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal);
		const again = new Promise((resolve) => client.once(Events.ShardReady, resolve));
		rehearsal.fault({ kind: 'dropGateway', resumable: false });
		await again;
		expect(client.isReady()).toBe(true);
	}, 20_000);

	it('asks a client to reconnect, and it resumes', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal);
		const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
		rehearsal.fault({ kind: 'reconnect' });
		await resumed;
		await rehearsal.ready();
	});

	it('gives each shard the servers that are its own', async () => {
		const rehearsal = await rehearse();
		for (let count = 0; count < 6; count += 1) rehearsal.addGuild();
		const client = await connect(rehearsal, { shards: [0, 1], shardCount: 2 });
		await expect.poll(() => client.guilds.cache.size).toBe(7);
		for (const guild of client.guilds.cache.values()) {
			expect(guild.shardId).toBe(Number((BigInt(guild.id) >> 22n) % 2n));
		}
	});

	it('tells of servers that come and go while the bot is connected', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal);
		const { id } = rehearsal.addGuild({ name: 'Later', channels: ['one', 'two'] });
		await expect.poll(() => client.guilds.cache.get(id)?.channels.cache.size).toBe(2);
		rehearsal.removeGuild(id);
		await expect.poll(() => client.guilds.cache.has(id)).toBe(false);
	});

	it('tells the bot of its own roles and of theirs, whatever intents it has', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal);
		const { id, roles } = rehearsal.guild;
		const may = () => client.guilds.cache.get(id)?.members.me?.permissions.has('ManageMessages');
		expect(may()).toBe(true);
		rehearsal.setMemberRoles(id, rehearsal.botId, [roles.readers]);
		await expect.poll(may).toBe(false);
		rehearsal.setRolePermissions(id, roles.readers, 1n << 13n);
		await expect.poll(may).toBe(true);
	});

	it('refuses privileged intents that were not granted', async () => {
		const rehearsal = await rehearse();
		const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
		await expect(connect(rehearsal, { intents })).rejects.toThrow('disallowed intents');
	});

	it('keeps the content of messages from a bot without that intent, unless the bot is mentioned', async () => {
		const rehearsal = await rehearse();
		const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
		const client = await connect(rehearsal, { intents });
		const seen: string[] = [];
		client.on(Events.MessageCreate, ({ content }) => seen.push(content));
		const { channels, members } = rehearsal.guild;
		const place = { channelId: channels.general, memberId: members.member };
		await rehearsal.post({ ...place, content: 'between us' });
		await rehearsal.post({ ...place, content: `<@${rehearsal.botId}> hello` });
		await expect.poll(() => seen).toEqual(['', `<@${rehearsal.botId}> hello`]);
	});

	it('sends no messages to a bot that asked for the Guilds intent only', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal);
		const seen: string[] = [];
		client.on(Events.Raw, ({ t }: { t: string }) => seen.push(t));
		const { channels, members } = rehearsal.guild;
		await rehearsal.post({ channelId: channels.general, memberId: members.member, content: 'hello' });
		rehearsal.removeChannel(channels.dailyDigest);
		await expect.poll(() => seen).toContain('CHANNEL_DELETE');
		expect(seen).not.toContain('MESSAGE_CREATE');
	});

	it.each([
		[4003, { op: 3, d: {} }],
		[4004, { op: 2, d: { token: 'wrong', intents: 1, properties: { os: '', browser: '', device: '' } } }],
		[4002, { op: 2, d: {} }],
		[4002, { op: 1, d: 'x'.repeat(5_000) }],
	])('closes with %i who breaks the rules', async (code, payload) => {
		const rehearsal = await rehearse();
		const socket = new WebSocket(`${rehearsal.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
		socket.on('open', () => socket.send(JSON.stringify(payload)));
		expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(code);
	});

	it('refuses connections while it is down, and takes the bot back afterwards', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal);
		client.on(Events.ShardError, () => {});
		const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
		rehearsal.fault({ kind: 'gatewayDown', ms: 300 });
		rehearsal.fault({ kind: 'dropGateway' });
		await resumed;
	}, 20_000);
});
