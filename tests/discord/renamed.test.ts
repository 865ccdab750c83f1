import { startRehearsal } from 'discord-rehearsal';
import { findButton } from 'discord-rehearsal/text';
import { expect, onTestFinished, test } from 'vitest';
import { type Command, string } from '../../src/command.ts';
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

test('so does a form that was opened before', async () => {
	const rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	onTestFinished(() => rehearsal.close());
	const note = (name: string, formerly?: string): Command<Context> => ({
		...shelf(name, formerly),
		options: { words: string<Context>({ description: 'What to note', maxLength: 100 }) },
		form: { title: 'A note', fields: { words: { label: 'Words', long: true, maxLength: 100 } } },
		alwaysPrivate: true,
		run: async ({ words }) => ({ title: `${name}: ${words}`, blocks: [] }),
	});
	const before = await startTestBot(rehearsal, { commands: named(note('note')) });
	const { modal } = await rehearsal.interact({ kind: 'command', name: 'note', until: 'answered' });
	await before.close();
	const after = await startTestBot(rehearsal, { commands: named(note('note add', 'note')) });
	onTestFinished(() => after.close());
	const outcome = await rehearsal.interact({
		...{ kind: 'modal', customId: modal?.custom_id ?? '', fields: { words: 'kept' }, until: 'answered' },
	});
	expect(read(outcome)).toContain('note add: kept');
	expect(outcome.ephemeral).toBe(true);
});

test('a button to a command that only the one who asks sees is answered so, whatever its name was', async () => {
	const rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	onTestFinished(() => rehearsal.close());
	const before = await startTestBot(rehearsal, { commands: named(door('shelf'), shelf('shelf')) });
	const { message } = await rehearsal.interact({ kind: 'command', name: 'door', until: 'answered' });
	await before.close();
	const own = { ...shelf('shelf list', 'shelf'), alwaysPrivate: true };
	const after = await startTestBot(rehearsal, { commands: named(own) });
	onTestFinished(() => after.close());
	const button = findButton(message?.components ?? [], 'Shelf');
	if (!message || !button) return expect.unreachable('There is no button.');
	const press = { kind: 'component', messageId: message.id, ...button, until: 'answered' } as const;
	expect((await rehearsal.interact(press)).ephemeral).toBe(true);
});
