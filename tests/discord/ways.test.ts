import { type Rehearsal, startRehearsal } from 'discord-rehearsal';
import { findButton } from 'discord-rehearsal/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachment, type Command, hidden, number, reference } from '../../src/command.ts';
import { commandBodies } from '../../src/discord/registration.ts';
import { UserError } from '../../src/errors.ts';
import type { Target } from '../../src/place.ts';
import { type Context, read, startTestBot, type TestBot } from './test-bot.ts';

const define = <const O extends Command<Context>['options']>(command: Command<Context, O>) =>
	command as unknown as Command<Context>;
/** What the commands were given last. */
let target: Target | null = null;
let given: unknown;

/** Says what it was used on, and has a button that asks again with what it needs. */
const about = (name: string, way: 'message' | 'member' | 'mention') =>
	define({
		name,
		description: 'Says what it was used on',
		way,
		options: { again: hidden.string('What it was used on', 1_000) },
		async run({ again }, { place }) {
			target = place.target;
			if (target?.kind === 'message' && target.message.text === 'nonsense')
				throw new UserError('That is nonsense: write something else.');
			const what =
				again ?? (target?.kind === 'message' ? target.message.text : (target?.member.name ?? 'nothing'));
			return {
				title: `${way}: ${what}`,
				blocks: [{ kind: 'text', text: [`for ${place.member.name}`] }],
				actions: [[{ label: 'Again', command: name, options: { again: `${what} again` } }]],
			};
		},
	});

const list = [
	about('Look at this message', 'message'),
	about('Look at this member', 'member'),
	about('mentioned', 'mention'),
	define({
		name: 'measure',
		description: 'Takes what is not text',
		options: {
			who: reference<true>('member', { description: 'Somebody', required: true }),
			size: number({ description: 'A size', min: 0, max: 10 }),
			file: attachment({ description: 'A file' }),
		},
		async run(options) {
			given = options;
			return { title: `Measured ${options.size ?? 'nothing'}`, blocks: [] };
		},
	}),
];

let rehearsal: Rehearsal;
let bot: TestBot;
beforeAll(async () => {
	rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	bot = await startTestBot(rehearsal, { commands: new Map(list.map((one) => [one.name, one])) });
});
afterAll(async () => {
	await bot.close();
	await rehearsal.close();
});

const file = {
	filename: 'page.txt',
	contentType: 'text/plain',
	base64: Buffer.from('Hello').toString('base64'),
};
const post = (content: string, files?: (typeof file)[]) => {
	const { channels, members } = rehearsal.guild;
	return rehearsal.post({
		channelId: channels.general,
		memberId: members.outsider,
		content,
		...(files && { files }),
	});
};
const replyTo = (id: string) =>
	rehearsal
		.messages(rehearsal.guild.channels.general)
		.find(({ message_reference: to }) => to?.message_id === id);

describe('a command on a message', () => {
	it('gets its text, author, address and files, also where the bot may not read messages', async () => {
		const message = await post('“We sail,” she said. @everyone', [file]);
		const outcome = await rehearsal.interact({
			kind: 'messageCommand',
			name: 'Look at this message',
			targetId: message.id,
		});
		expect(read(outcome)).toMatch(/^message: “We sail,” she said\. @everyone/u);
		const { members, channels, id } = rehearsal.guild;
		expect(target).toMatchObject({
			kind: 'message',
			message: {
				id: message.id,
				author: { id: members.outsider },
				url: `https://discord.com/channels/${id}/${channels.general}/${message.id}`,
				attachments: [
					{ name: 'page.txt', type: 'text/plain', size: 5, url: expect.stringMatching(/^http/u) },
				],
			},
		});
	});

	it('has buttons like any other, which carry what they need', async () => {
		const message = await post('The pier is closed.');
		const used = { kind: 'messageCommand', name: 'Look at this message', targetId: message.id } as const;
		const first = await rehearsal.interact(used);
		const button = findButton(first.message?.components ?? [], 'Again');
		if (!first.message || !button) throw new Error('There is no button.');
		const again = await rehearsal.interact({ kind: 'component', messageId: first.message.id, ...button });
		expect(read(again)).toMatch(/^message: The pier is closed\. again/u);
		expect(target).toBeNull();
	});

	it('that refuses says why to the one who used it', async () => {
		const message = await post('nonsense');
		const outcome = await rehearsal.interact({
			kind: 'messageCommand',
			name: 'Look at this message',
			targetId: message.id,
		});
		expect(read(outcome)).toMatch(/^That is nonsense/u);
		expect(outcome.ephemeral).toBe(true);
	});
});

describe('a command on a member', () => {
	it('gets the id and the name that the server shows', async () => {
		const { owner } = rehearsal.guild.members;
		const outcome = await rehearsal.interact({
			kind: 'userCommand',
			name: 'Look at this member',
			targetId: owner,
		});
		expect(read(outcome)).toMatch(/^member: \S/u);
		expect(target).toMatchObject({ kind: 'member', member: { id: owner } });
	});
});

describe('a mention', () => {
	it('is answered with a reply that pings nobody, by the text without the mention', async () => {
		const message = await post(`<@${rehearsal.botId}> what about the pier?`);
		await expect.poll(() => replyTo(message.id)).toBeDefined();
		const reply = replyTo(message.id);
		expect(read({ message: reply ?? null, problem: null } as never)).toMatch(
			/^mention: what about the pier\?/u,
		);
		expect(reply?.rehearsal.pings).toMatchObject({ everyone: false, users: [] });
		expect(target).toMatchObject({ kind: 'message', message: { text: 'what about the pier?' } });
		const refused = await post(`<@${rehearsal.botId}> nonsense`);
		await expect.poll(() => replyTo(refused.id)).toBeDefined();
	});

	it('is not seen in messages that do not mention the bot', async () => {
		const made: string[] = [];
		bot.client.on('messageCreate', ({ id }) => made.push(id));
		const message = await post('Nobody asked the bot.');
		const after = await post(`<@${rehearsal.botId}> done`);
		await expect.poll(() => replyTo(after.id)).toBeDefined();
		expect(replyTo(message.id)).toBeUndefined();
		// Neither that message nor the reply was made an object of, as all that is written anywhere would be.
		await post(`<@${rehearsal.botId}> done again`);
		await expect.poll(() => made).toHaveLength(2);
		expect(made[0]).toBe(after.id);
	});
});

describe('options that are not text', () => {
	const owner = () => rehearsal.guild.members.owner;
	it('come as an id, a number and a file', async () => {
		await rehearsal.interact({
			kind: 'command',
			name: 'measure',
			options: { who: owner(), size: 2.5, file },
		});
		expect(given).toMatchObject({
			who: owner(),
			size: 2.5,
			file: { name: 'page.txt', type: 'text/plain', size: 5, url: expect.stringMatching(/^http/u) },
		});
	});

	it.each([
		['1h0.measure;who=nobody', 'The option who takes a member'],
		['1h0.measure;who=123456789012345678;size=11', 'The option size takes a number from 0 to 10'],
		['1h0.measure;who=123456789012345678;file=http://x.example', 'The option file takes a file'],
	])('are refused where a forged id has others: %s', async (customId, sentence) => {
		const { client } = bot;
		const button = { type: 2, style: 2, label: 'Old', custom_id: customId };
		const body = { content: 'Old', components: [{ type: 1, components: [button] }] };
		const message = (await client.rest.post(`/channels/${rehearsal.guild.channels.general}/messages`, {
			body,
		})) as { id: string };
		const outcome = await rehearsal.interact({ kind: 'component', messageId: message.id, customId });
		expect(read(outcome)).toContain(sentence);
	});
});

describe('at the start', () => {
	it('a command in a menu with options that members type, and a second one for mentions, are refused', async () => {
		const typed = { ...about('Look', 'message'), options: { size: number({ description: 'A size' }) } };
		expect(() => commandBodies([typed])).toThrow(
			'"Look" takes no options that members type, but has "size".',
		);
		const commands = new Map(['one', 'two'].map((name) => [name, about(name, 'mention')]));
		await expect(startTestBot(rehearsal, { commands })).rejects.toThrow('only one command may');
	});
});
