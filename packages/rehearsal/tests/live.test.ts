import { get } from 'node:http';
import { Events, SlashCommandBuilder } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { InteractionInput, LiveFromClient, LiveFromServer, Rehearsal } from '../src/api.ts';
import { connect, rehearse } from './bot.ts';

async function withBot(): Promise<Rehearsal> {
	const rehearsal = await rehearse();
	const client = await connect(rehearsal);
	await client.application.commands.set([new SlashCommandBuilder().setName('hi').setDescription('Greets')]);
	client.on(Events.InteractionCreate, (interaction) => {
		if (interaction.isChatInputCommand()) void interaction.reply(`hi ${interaction.user.username}`);
	});
	return rehearsal;
}

async function http(rehearsal: Rehearsal, method: string, path: string, body?: unknown, headers = {}) {
	const response = await fetch(`${rehearsal.url}/rehearsal/${path}`, {
		method,
		headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

/** A member's client: what it was sent so far, and a way to send. */
async function tab(rehearsal: Rehearsal, member: string) {
	const socket = new WebSocket(`${rehearsal.url.replace('http', 'ws')}/rehearsal/live?member=${member}`);
	const seen: LiveFromServer[] = [];
	socket.on('message', (data) => seen.push(JSON.parse(String(data)) as LiveFromServer));
	await expect.poll(() => seen.length).toBeGreaterThan(0);
	return {
		seen,
		send: (message: LiveFromClient) => socket.send(JSON.stringify(message)),
		events: (name: string) => seen.filter((one) => one.type === 'dispatch' && one.event === name),
	};
}

describe('the HTTP API', () => {
	it('runs a command as a member and gives the outcome', async () => {
		const rehearsal = await withBot();
		const { json } = await http(rehearsal, 'POST', 'interactions', { kind: 'command', name: 'hi' });
		expect(json).toMatchObject({ acknowledged: true, message: { content: 'hi mirren' } });
		const requests = await http(rehearsal, 'GET', 'requests?after=2');
		expect(requests.json).toMatchObject([{ id: 3, status: 204 }]);
	});

	it('says in a sentence why it does not', async () => {
		const rehearsal = await withBot();
		const ask = (body: unknown) => http(rehearsal, 'POST', 'interactions', body);
		expect(await ask({ kind: 'command', name: 'nothing' })).toEqual({
			status: 400,
			json: { error: 'There is no command /nothing.' },
		});
		expect((await ask({ kind: 'dance' })).status).toBe(400);
		expect((await http(rehearsal, 'GET', 'nowhere')).status).toBe(404);
	});

	it('writes as a member, pages back, breaks things and shows the state', async () => {
		const rehearsal = await withBot();
		const { channels, members } = rehearsal.guild;
		const ids = [];
		for (const content of ['one', 'two', 'three']) {
			const body = { channelId: channels.general, memberId: members.owner, content };
			ids.push((await http(rehearsal, 'POST', 'messages', body)).json.id);
		}
		const page = await http(
			rehearsal,
			'GET',
			`messages?channel=${channels.general}&before=${ids[2]}&limit=1`,
		);
		expect(page.json).toMatchObject([{ content: 'two' }]);
		expect((await http(rehearsal, 'POST', 'faults', { kind: 'missingPermission', on: true })).status).toBe(
			200,
		);
		const { json } = await http(rehearsal, 'GET', `state?member=${members.foreigner}`);
		expect(json).toMatchObject({
			memberId: members.foreigner,
			botOnline: true,
			faults: { missingPermission: true },
			commands: [{ name: 'hi' }],
			home: { channels },
		});
	});

	it('is closed to other sites in a browser, whatever they try', async () => {
		const rehearsal = await rehearse();
		const body = { kind: 'none' };
		const foreign = await http(rehearsal, 'POST', 'faults', body, { origin: 'https://example.org' });
		expect(foreign.status).toBe(403);
		const own = await http(rehearsal, 'POST', 'faults', body, { origin: rehearsal.url });
		expect(own.status).toBe(200);
		const form = await fetch(`${rehearsal.url}/rehearsal/faults`, {
			method: 'POST',
			body: JSON.stringify(body),
		});
		expect(form.status).toBe(415);
		// fetch does not let the Host be chosen.
		const rebound = await new Promise((resolve, reject) => {
			const headers = { host: 'example.org' };
			get(`${rehearsal.url}/rehearsal/state`, { headers }, ({ statusCode }) => resolve(statusCode)).on(
				'error',
				reject,
			);
		});
		expect(rebound).toBe(403);
		const socket = new WebSocket(`${rehearsal.url.replace('http', 'ws')}/rehearsal/live`, {
			origin: 'https://example.org',
		});
		await expect(new Promise((_, reject) => socket.on('error', reject))).rejects.toThrow('403');
	});
});

describe('the live socket', () => {
	it('shows a member everything as it happens, and the requests behind it', async () => {
		const rehearsal = await withBot();
		const { members, channels } = rehearsal.guild;
		const owner = await tab(rehearsal, members.owner);
		const member = await tab(rehearsal, members.member);
		expect(owner.seen[0]).toMatchObject({ type: 'snapshot', memberId: members.owner, botOnline: true });
		member.send({ type: 'interact', id: 7, input: { kind: 'command', name: 'hi' } });
		await expect
			.poll(() => member.seen.find(({ type }) => type === 'outcome'))
			.toMatchObject({ id: 7, outcome: { message: { content: 'hi mirren' } } });
		await expect
			.poll(() => owner.events('MESSAGE_CREATE'))
			.toMatchObject([{ data: { content: 'hi mirren', channel_id: channels.general } }]);
		expect(owner.events('INTERACTION_SUCCESS')).toEqual([]);
		expect(member.events('INTERACTION_SUCCESS')).toHaveLength(1);
		await expect
			.poll(() => owner.seen.filter(({ type }) => type === 'request'))
			.toMatchObject([{ request: { status: 204 } }]);
	});

	it('sends a snapshot that is asked for in order with the events', async () => {
		const rehearsal = await rehearse();
		const { members, channels } = rehearsal.guild;
		const owner = await tab(rehearsal, members.owner);
		const write = (content: string) =>
			rehearsal.post({ channelId: channels.general, memberId: members.member, content });
		await write('before');
		owner.send({ type: 'snapshot' });
		await expect.poll(() => owner.seen.filter(({ type }) => type === 'snapshot')).toHaveLength(2);
		await write('after');
		await expect.poll(() => owner.events('MESSAGE_CREATE')).toHaveLength(2);
		const kinds = ['snapshot', 'MESSAGE_CREATE'];
		const seen = owner.seen.filter((one) => kinds.includes(one.type === 'dispatch' ? one.event : one.type));
		expect(seen).toMatchObject([
			{ type: 'snapshot', messages: { [channels.general]: [] } },
			{ type: 'dispatch', data: { content: 'before' } },
			{ type: 'snapshot', messages: { [channels.general]: [{ content: 'before' }] } },
			{ type: 'dispatch', data: { content: 'after' } },
		]);
	});

	it('shows a member no channel that is closed to them', async () => {
		const rehearsal = await rehearse();
		const { members, channels } = rehearsal.guild;
		rehearsal.setOverwrite(channels.general, members.outsider, { deny: 1n << 10n });
		const outsider = await tab(rehearsal, members.outsider);
		const owner = await tab(rehearsal, members.owner);
		owner.send({ type: 'post', id: 1, input: { channelId: channels.general, content: 'among us' } });
		await expect.poll(() => owner.events('MESSAGE_CREATE')).toHaveLength(1);
		await rehearsal.post({ channelId: channels.dailyDigest, memberId: members.owner, content: 'to all' });
		await expect
			.poll(() => outsider.events('MESSAGE_CREATE'))
			.toMatchObject([{ data: { content: 'to all' } }]);
		expect(JSON.stringify(outsider.seen[0])).not.toContain(`"${channels.general}":[`);
	});

	it('lets a member react, vote and type, and refuses in a sentence what is not understood', async () => {
		const rehearsal = await rehearse();
		const { members, channels } = rehearsal.guild;
		const owner = await tab(rehearsal, members.owner);
		const place = { channelId: channels.general };
		const { id: messageId } = await rehearsal.post({ ...place, memberId: members.owner, content: 'a' });
		owner.send({ type: 'react', ...place, messageId, emoji: '👍', on: true });
		owner.send({ type: 'typing', ...place });
		owner.send({ type: 'vote', ...place, messageId, answerIds: [1] });
		owner.send({ type: 'react', ...place, messageId, emoji: 'x'.repeat(101), on: true });
		await expect.poll(() => owner.events('MESSAGE_REACTION_ADD')).toHaveLength(1);
		await expect.poll(() => owner.events('TYPING_START')).toHaveLength(1);
		await expect
			.poll(() => owner.seen.flatMap((one) => (one.type === 'refused' ? [one.error] : [])).sort())
			.toEqual(['This message has no poll.', expect.stringMatching(/^emoji: /u)]);
		owner.send({ type: 'interact', id: '7', input: { kind: 'none' } as unknown as InteractionInput });
		await expect
			.poll(() => owner.seen)
			.toContainEqual({ type: 'refused', id: '7', error: expect.stringMatching(/^input/u) });
	});

	it('reports when the bot connects and disconnects', async () => {
		const rehearsal = await rehearse();
		const owner = await tab(rehearsal, rehearsal.guild.members.owner);
		expect(owner.seen[0]).toMatchObject({ botOnline: false });
		const client = await connect(rehearsal);
		await client.destroy();
		await expect
			.poll(() => owner.events('PRESENCE_UPDATE'))
			.toMatchObject([{ data: { status: 'online' } }, { data: { status: 'offline' } }]);
	});
});
