import { startRehearsal } from 'discord-rehearsal';
import { expect, onTestFinished, test } from 'vitest';
import { type Command, string } from '../../src/command.ts';
import { UserError } from '../../src/errors.ts';
import { type Context, read, startTestBot } from './test-bot.ts';

/** What becomes of a command with a form, by what stands before the form. */
async function opened(beforeForm: (context: Context) => Promise<void>) {
	const note: Command<Context> = {
		...{ name: 'note', description: 'Notes something' },
		options: { words: string<Context>({ description: 'What to note', maxLength: 100 }) },
		form: { title: 'A note', fields: { words: { label: 'Words', long: true, maxLength: 100 } } },
		beforeForm,
		run: async ({ words }) => ({ title: `Noted: ${words}`, blocks: [] }),
	};
	const rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	onTestFinished(() => rehearsal.close());
	const bot = await startTestBot(rehearsal, { commands: new Map([['note', note]]) });
	onTestFinished(() => bot.close());
	return rehearsal.interact({ kind: 'command', name: 'note', until: 'answered' });
}

test('a form opens where nothing speaks against it', async () => {
	expect((await opened(async () => {})).modal?.title).toBe('A note');
});

test('a form does not open where the member is refused, and nobody else reads why', async () => {
	const outcome = await opened(async () => {
		throw new UserError('You may not note anything here.');
	});
	expect(outcome.modal ?? null).toBeNull();
	expect(read(outcome)).toContain('You may not note anything here');
	expect(outcome.ephemeral).toBe(true);
});

test('a form opens in time where it is not known in time whether something speaks against it', async () => {
	expect((await opened(() => new Promise(() => {}))).modal?.title).toBe('A note');
});

test('a failure before a form is answered with a reference', async () => {
	const outcome = await opened(() => {
		throw new Error('the inside of the bot');
	});
	expect(read(outcome)).toContain(outcome.interactionId);
});
