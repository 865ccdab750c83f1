import { ChannelType, PermissionFlagsBits, Routes } from 'discord.js';
import { type Rehearsal, type ShownMessage, startRehearsal } from 'discord-rehearsal';
import { findButton } from 'discord-rehearsal/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/command.ts';
import type { Place } from '../../src/place.ts';
import { type Context, read, startTestBot, type TestBot } from './test-bot.ts';

const define = <const O extends Command<Context>['options']>(command: Command<Context, O>) =>
	command as unknown as Command<Context>;
let place: Place | null = null;

const list = [
	define({
		name: 'where',
		description: 'Says where it was used',
		options: {},
		async run(_, context) {
			place = context.place;
			const again = { label: 'Again', command: 'where', options: {}, opens: 'new' } as const;
			return {
				title: 'Here',
				blocks: [],
				actions: [[again, { label: 'Threads', command: 'open', options: {} }]],
			};
		},
	}),
	define({
		name: 'open',
		description: 'Opens something in the server',
		where: 'server',
		options: {},
		run: async () => ({ title: 'Opened', blocks: [] }),
	}),
];

let rehearsal: Rehearsal;
let bot: TestBot;
let foreign: { id: string; channelId: string };
beforeAll(async () => {
	rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	bot = await startTestBot(rehearsal, {
		commands: new Map(list.map((one) => [one.name, one])),
		articleOfThread: async () => 'article-of-the-thread',
	});
	const { owner } = rehearsal.guild.members;
	rehearsal.setUserInstall(owner, true);
	// They own that server, and so would manage it.
	const { id, channels } = rehearsal.addGuild({ withBot: false, members: [rehearsal.guild.members.member] });
	foreign = { id, channelId: channels[0] ?? '' };
	rehearsal.setUserInstall(rehearsal.guild.members.member, true);
});
afterAll(async () => {
	await bot.close();
	await rehearsal.close();
});

const ask = (channelId: string, options = {}, memberId = rehearsal.guild.members.owner) =>
	rehearsal.interact({ kind: 'command', name: 'where', options, memberId, channelId });
const press = (message: ShownMessage | null, label: string, memberId: string) => {
	const button = findButton(message?.components ?? [], label);
	if (message === null || button === null) throw new Error(`There is no button ${label}.`);
	return rehearsal.interact({ kind: 'component', messageId: message.id, ...button, memberId });
};

describe('a member who has installed the bot for themselves', () => {
	it('has no server, no thread and nothing to manage in a server without the bot', async () => {
		const outcome = await ask(foreign.channelId);
		expect(read(outcome)).toContain('Here');
		expect(outcome.ephemeral).toBe(false);
		expect(place).toMatchObject({
			server: null,
			own: true,
			article: null,
			member: { id: rehearsal.guild.members.owner, mayManageServer: false },
		});
	});

	it('has the same in direct messages of others', async () => {
		const { owner, outsider } = rehearsal.guild.members;
		const outcome = await ask(rehearsal.addPrivateChannel([owner, outsider]));
		expect(read(outcome)).toContain('Here');
		expect(place).toMatchObject({ server: null, own: true, article: null });
	});

	it('has the server where the server has the bot as well', async () => {
		const { general } = rehearsal.guild.channels;
		await ask(general);
		expect(place).toMatchObject({ server: { id: rehearsal.guild.id }, article: null });
		const body = { name: 'A thread', type: ChannelType.PublicThread };
		const thread = (await bot.client.rest.post(Routes.threads(general), { body })) as { id: string };
		await ask(thread.id);
		expect(place).toMatchObject({
			server: { id: rehearsal.guild.id },
			own: false,
			article: 'article-of-the-thread',
			member: { mayManageServer: true },
		});
	});

	it('gets a sentence where a button leads to what needs the server', async () => {
		const { owner } = rehearsal.guild.members;
		const { message } = await ask(foreign.channelId);
		const refused = await press(message, 'Threads', owner);
		expect(read(refused)).toContain('/open works only in a server that has me');
		expect(read(refused)).toContain('Everything else works');
	});

	it('is answered privately where they may not use external apps, and told why where they wanted more', async () => {
		const { member } = rehearsal.guild.members;
		rehearsal.setOverwrite(foreign.channelId, foreign.id, { deny: PermissionFlagsBits.UseExternalApps });
		const plain = await ask(foreign.channelId, {}, member);
		expect(plain.ephemeral).toBe(true);
		expect(read(plain)).not.toContain('Only you see this');
		const wanted = await ask(foreign.channelId, { private: false }, member);
		expect(wanted.ephemeral).toBe(true);
		expect(read(wanted)).toContain('Only you see this: here apps that members have installed');
		expect((await press(plain.message, 'Again', member)).ephemeral).toBe(true);
		// Nothing was sent that Discord had to hide.
		const bodies = rehearsal.requests().filter(({ path }) => path.endsWith('/callback'));
		expect(bodies.slice(-3).map(({ body }) => (body as { data: { flags: number } }).data.flags & 64)).toEqual(
			[64, 64, 64],
		);
	});
});
