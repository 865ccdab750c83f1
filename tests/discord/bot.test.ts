import { type APIMessage, Routes } from 'discord.js';
import type { InteractionInput, Outcome, Rehearsal } from 'discord-rehearsal';
import { startRehearsal } from 'discord-rehearsal';
import { findButton, readMessage } from 'discord-rehearsal/text';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keptInMemory } from '../../src/discord/ids.ts';
import { read, startTestBot, type TestBot } from './test-bot.ts';

let rehearsal: Rehearsal;
let bot: TestBot;
const kept = keptInMemory();

beforeAll(async () => {
	rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	bot = await startTestBot(rehearsal, { kept });
});
afterAll(async () => {
	await bot.close();
	await rehearsal.close();
});
beforeEach(() => {
	bot.logged.length = 0;
});

const slash = (name: string, options = {}, more: Partial<InteractionInput> = {}) =>
	rehearsal.interact({ kind: 'command', name, options, until: 'answered', ...more } as InteractionInput);

async function press(before: Outcome, label: string, memberId?: string): Promise<Outcome> {
	const { message } = before;
	const found = findButton(message?.components ?? [], label);
	if (message === null || found === null) throw new Error(`There is no button ${label}.`);
	return rehearsal.interact({
		kind: 'component',
		messageId: message.id,
		...found,
		until: 'answered',
		...(memberId ? { memberId } : {}),
	});
}

/** A message of the bot with a button that no view of today would make, and a press of it. */
async function pressId(id: string): Promise<Outcome> {
	const body = {
		components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Old', custom_id: id }] }],
		content: 'Old',
	};
	const channel = rehearsal.guild.channels.general;
	const message = (await bot.client.rest.post(Routes.channelMessages(channel), { body })) as APIMessage;
	return rehearsal.interact({ kind: 'component', messageId: message.id, customId: id });
}

describe('a slash command', () => {
	it('is answered with the first response', async () => {
		const outcome = await slash('count');
		expect(read(outcome)).toMatch(/^Page 0\n=+\nfor /u);
		expect(outcome).toMatchObject({ deferred: false, ephemeral: false, problem: null });
		const sent = () =>
			rehearsal.requests().filter(({ interactionId }) => interactionId === outcome.interactionId);
		await expect.poll(sent).toMatchObject([{ status: 204, problems: [], ignored: [] }]);
	});

	it('is acknowledged first where it takes longer, and then answered', async () => {
		const outcome = await slash('slow');
		expect(read(outcome)).toBe('At last\n=======');
		expect(outcome).toMatchObject({ deferred: false, ephemeral: false });
	});

	it('answers only to the one who asked with private:true, and so do its buttons', async () => {
		const outcome = await slash('count', { private: true });
		expect(outcome.ephemeral).toBe(true);
		const next = await press(outcome, 'Next');
		expect(next.message?.id).toBe(outcome.message?.id);
		expect(next.message?.rehearsal.visibleTo).toBe(rehearsal.guild.members.member);
		expect((await press(next, 'New message')).ephemeral).toBe(true);
	});

	it('with a subcommand runs that one', async () => {
		expect(read(await slash('offer show', { what: 'this' }))).toMatch(/^Chosen: this/u);
	});

	it('works in direct messages', async () => {
		expect(read(await slash('count', {}, { inDirectMessage: true }))).toMatch(/^Page 0/u);
	});

	it('that refuses says why, to the one who asked only', async () => {
		const outcome = await slash('break', { how: 'kindly' });
		expect(read(outcome)).toContain('Try another.');
		expect(outcome.ephemeral).toBe(true);
		expect(bot.logged).toEqual([]);
	});

	it('that fails shows a reference, which the log has with the reason', async () => {
		const outcome = await slash('break');
		expect(read(outcome)).toContain(outcome.interactionId);
		expect(read(outcome)).not.toContain('the inside of the bot');
		expect(bot.logged).toMatchObject([
			{ reference: outcome.interactionId, err: { message: 'the inside of the bot' } },
		]);
	});
});

describe('a button', () => {
	it('changes the card for the one who asked', async () => {
		const asked = await slash('count');
		const next = await press(asked, 'Next');
		expect(next.message?.id).toBe(asked.message?.id);
		expect(read(next)).toMatch(/^Page 1/u);
		expect(read(await press(next, 'Next'))).toMatch(/^Page 2/u);
	});

	it('gives everybody else a copy of their own, and leaves the card alone', async () => {
		const asked = await slash('count');
		const { outsider } = rehearsal.guild.members;
		const copy = await press(asked, 'Next', outsider);
		expect(copy.ephemeral).toBe(true);
		expect(copy.message?.rehearsal.visibleTo).toBe(outsider);
		expect(copy.message?.id).not.toBe(asked.message?.id);
		expect(read(copy)).toMatch(/^Page 1/u);
		const still = rehearsal
			.messages(asked.message?.channel_id ?? '')
			.find(({ id }) => id === asked.message?.id);
		expect(JSON.stringify(still?.components)).toContain('Page 0');
		expect(read(await press(copy, 'Next', outsider))).toMatch(/^Page 2/u);
	});

	it('can answer with a new message', async () => {
		const asked = await slash('count');
		const apart = await press(asked, 'New message');
		expect(apart.message?.id).not.toBe(asked.message?.id);
		expect(apart.ephemeral).toBe(false);
	});

	it('and a menu are alike', async () => {
		expect(read(await press(await slash('count'), 'To 8'))).toMatch(/^Page 8/u);
	});

	it('keeps options that do not fit into its id', async () => {
		const asked = await slash('count', { about: 'ä'.repeat(2000) });
		expect(read(await press(asked, 'Next'))).toMatch(/^Page 1\n=+\nfor .*, about 2000/u);
	});

	it('works after a restart', async () => {
		const asked = await slash('count', { about: 'x'.repeat(300) });
		await bot.close();
		bot = await startTestBot(rehearsal, { kept });
		expect(read(await press(asked, 'Next'))).toMatch(/^Page 1/u);
	});

	it('that takes longer is acknowledged first', async () => {
		const asked = await slash('count');
		const slow = await press(asked, 'Slow');
		expect(slow.problem).toBeNull();
		const shown = () =>
			rehearsal.messages(asked.message?.channel_id ?? '').find(({ id }) => id === asked.message?.id);
		await expect.poll(() => readMessage(shown()?.components ?? [])).toMatch(/^At last/u);
	});

	it('that fails leaves the card, and says so to the one who pressed', async () => {
		const asked = await slash('count');
		const failed = await press(asked, 'Broken');
		expect(read(failed)).toContain('Something went wrong');
		expect(failed.ephemeral).toBe(true);
		expect(failed.message?.id).not.toBe(asked.message?.id);
	});

	it.each([
		['1h0.count;page=100', 'takes a whole number from 0 to 99'],
		['1h0.count;page=1;secret=1', 'There is no option secret'],
		['1h0.nothing', 'I have no command /nothing any more'],
		['1h0.secret', 'is for those who may manage this server'],
		['0h0.count;page=1', 'Please type /count instead.'],
		['1h0.~AAAA', 'Please type the command again'],
		['something else', 'is not one of mine'],
	])('with a forged or stale id gets one sentence: %s', async (id, sentence) => {
		const forged = await pressId(id);
		expect(read(forged)).toContain(sentence);
		expect(forged.ephemeral).toBe(true);
	});

	it('for managers works for them', async () => {
		const { owner } = rehearsal.guild.members;
		const asked = await slash('count', {}, { memberId: owner });
		expect(read(await press(asked, 'Secret', owner))).toMatch(/^Secret/u);
	});
});

describe('what is offered while a member types', () => {
	const type = (what: string) =>
		rehearsal.interact({ kind: 'autocomplete', name: 'offer show', options: { what }, focused: 'what' });

	it('is at most 25, each within its length, cut at a word', async () => {
		const { choices = [], problem } = await type('abc');
		expect(problem).toBeNull();
		expect(choices).toHaveLength(25);
		for (const { name } of choices) expect(name).toMatch(/^abc \d+ (?:word )+word…$/u);
	});

	it('is nothing where it fails or takes too long, and in time', async () => {
		expect(await type('break')).toMatchObject({ choices: [], problem: null });
		expect(await type('slow')).toMatchObject({ choices: [], problem: null });
	});
});

describe('the connection', () => {
	it('survives a gateway that drops, with and without its session', async () => {
		for (const resumable of [true, false]) {
			rehearsal.fault({ kind: 'dropGateway', resumable });
			await rehearsal.ready(10_000);
			expect(read(await slash('count'))).toMatch(/^Page 0/u);
		}
	});

	it.each([
		['count', /^Page 0/u],
		['slow', /^At last/u],
	])('answers where nothing is heard of its first response, which has arrived (/%s)', async (name, shown) => {
		rehearsal.fault({ kind: 'requests', route: 'callback', effect: { lose: 'answer' } });
		expect(read(await slash(name))).toMatch(shown);
		await bot.client.rest.get(Routes.gatewayBot());
		expect(bot.logged).toEqual([]);
	});

	it('says what to do where another process with its token was faster', async () => {
		const other = await startTestBot(rehearsal, { kept });
		expect(read(await slash('count', {}))).toContain('Page 0');
		const warned = () => [...bot.logged, ...other.logged].filter(({ code }) => code === 40_060);
		await expect
			.poll(warned)
			.toMatchObject([{ level: 40, msg: expect.stringMatching(/answered already: .+ set SHARDS=auto/u) }]);
		expect(other.logged).toContainEqual(expect.objectContaining({ msg: 'connected', shards: [0] }));
		await other.close();
	});

	it('refuses a wrong token with one sentence that names the variable', async () => {
		const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;
		await expect(startTestBot({ apiUrl: rehearsal.apiUrl, token })).rejects.toThrow(/DISCORD_TOKEN/u);
	});

	it('is tried again where there is no network', async () => {
		const other = await startRehearsal({ port: 0 });
		await other.close();
		const port = Number(new URL(other.url).port);
		const logged: Record<string, unknown>[] = [];
		const started = startTestBot(other, {}, logged);
		await expect.poll(() => logged.length).toBeGreaterThan(0);
		const back = await startRehearsal({ port });
		const late = await started;
		expect(logged[0]?.msg).toMatch(/^Discord cannot be reached; trying again in \d+ s$/u);
		await late.close();
		await back.close();
	});
});

describe('the commands at Discord', () => {
	it('are sent once, and not again where nothing differs', async () => {
		const own = await startRehearsal({ port: 0 });
		const writes = () =>
			own.requests().filter(({ method, path }) => method !== 'GET' && path.includes('/commands'));
		await (await startTestBot(own)).close();
		expect(writes().map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
		const again = await startTestBot(own);
		expect(writes()).toHaveLength(5);
		expect(again.logged.filter(({ msg }) => msg === 'commands registered')).toEqual([]);
		await again.close();
		await own.close();
	});
});
