import { Events, Routes } from 'discord.js';
import { type Outcome, type Rehearsal, startRehearsal } from 'discord-rehearsal';
import { findButton } from 'discord-rehearsal/text';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { read, startTestBot, type TestBot } from './test-bot.ts';

let rehearsal: Rehearsal;
let bot: TestBot;

beforeAll(async () => {
	rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	bot = await startTestBot(rehearsal);
});
afterAll(async () => {
	await bot.close();
	await rehearsal.close();
});
beforeEach(() => {
	bot.logged.length = 0;
});

const slash = (name: string) => rehearsal.interact({ kind: 'command', name, until: 'answered' });

async function press(before: Outcome, label: string): Promise<Outcome> {
	const { message } = before;
	const found = findButton(message?.components ?? [], label);
	if (message === null || found === null) throw new Error(`There is no button ${label}.`);
	return rehearsal.interact({ kind: 'component', messageId: message.id, ...found, until: 'answered' });
}

describe('an interaction that no version of today brings about', () => {
	it('is answered where it is a command in a menu that an earlier version left behind', async () => {
		const { client } = bot;
		const body = { type: 3, name: 'Was this said?' };
		await client.rest.post(Routes.applicationCommands(client.application.id), { body });
		const message = await rehearsal.post({
			channelId: rehearsal.guild.channels.general,
			memberId: rehearsal.guild.members.member,
			content: 'She said so.',
		});
		const outcome = await rehearsal.interact({
			kind: 'messageCommand',
			name: 'Was this said?',
			targetId: message.id,
		});
		expect(read(outcome)).toContain('I have no such command any more');
		expect(outcome.ephemeral).toBe(true);
	});

	it('is answered where it is a form with a forged id', async () => {
		const { client } = bot;
		const own = client.listeners(Events.InteractionCreate);
		client.removeAllListeners(Events.InteractionCreate);
		const field = { type: 18, label: 'Why', component: { type: 4, style: 1, custom_id: 'why' } };
		client.once(Events.InteractionCreate, ({ id, token }) => {
			const body = { type: 9, data: { custom_id: '1h0.count;page=1', title: 'Forged', components: [field] } };
			void client.rest.post(Routes.interactionCallback(id, token), { body, auth: false });
		});
		await slash('count');
		for (const listener of own) client.on(Events.InteractionCreate, listener);
		const outcome = await rehearsal.interact({
			kind: 'modal',
			customId: '1h0.count;page=1',
			fields: { why: 'x' },
		});
		expect(read(outcome)).toContain('This form is not one of mine');
		expect(outcome.ephemeral).toBe(true);
	});
});

describe('an answer that Discord refuses', () => {
	it.each([
		['at once', 'count', '/callback'],
		['after it was acknowledged', 'slow', '/messages/@original'],
	])('%s becomes an error with a reference', async (_, name, route) => {
		rehearsal.fault({ kind: 'requests', times: 1, route, effect: { status: 400 } });
		const outcome = await slash(name);
		expect(read(outcome)).toContain('Something went wrong');
		expect(read(outcome)).toContain(outcome.interactionId);
		expect(bot.logged).toMatchObject([{ level: 50, reference: outcome.interactionId }]);
	});

	it('to a button leaves the card, and says so to the one who pressed', async () => {
		const asked = await slash('count');
		rehearsal.fault({ kind: 'requests', times: 1, route: '/callback', effect: { status: 400 } });
		const outcome = await press(asked, 'Next');
		expect(read(outcome)).toContain(outcome.interactionId);
		expect(outcome.ephemeral).toBe(true);
		expect(outcome.message?.id).not.toBe(asked.message?.id);
	});
});
