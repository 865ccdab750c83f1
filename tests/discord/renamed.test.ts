import { startRehearsal } from 'discord-rehearsal';
import { findButton } from 'discord-rehearsal/text';
import { expect, onTestFinished, test } from 'vitest';
import type { Command } from '../../src/command.ts';
import { type Context, read, startTestBot } from './test-bot.ts';

/** A card with a button that leads to the shelf by one of its names. */
const door = (command: string): Command<Context> => ({
	name: 'door',
	description: 'Leads to the shelf',
	options: {},
	run: async () => ({ title: 'A door', blocks: [], actions: [[{ label: 'Shelf', command, options: {} }]] }),
});
const shelf = (name: string, formerly?: string): Command<Context> => ({
	name,
	...(formerly === undefined ? {} : { formerly }),
	description: 'Shows the shelf',
	options: {},
	run: async () => ({ title: `The shelf as ${name}`, blocks: [] }),
});
const named = (...commands: Command<Context>[]) =>
	new Map(commands.map((command) => [command.name, command]));

test('a button that was sent before a command got another name still leads to it', async () => {
	const rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	onTestFinished(() => rehearsal.close());
	const before = await startTestBot(rehearsal, { commands: named(door('shelf'), shelf('shelf')) });
	const { message } = await rehearsal.interact({ kind: 'command', name: 'door', until: 'answered' });
	await before.close();
	const after = await startTestBot(rehearsal, { commands: named(shelf('shelf list', 'shelf')) });
	onTestFinished(() => after.close());
	const button = findButton(message?.components ?? [], 'Shelf');
	if (!message || !button) return expect.unreachable('There is no button.');
	const press = { kind: 'component', messageId: message.id, ...button, until: 'answered' } as const;
	expect(read(await rehearsal.interact(press))).toContain('The shelf as shelf list');
});
