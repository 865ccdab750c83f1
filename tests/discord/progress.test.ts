import { setTimeout as pause } from 'node:timers/promises';
import { type Rehearsal, startRehearsal } from 'discord-rehearsal';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/command.ts';
import type { Answer } from '../../src/discord/answer.ts';
import { openProgress } from '../../src/discord/progress.ts';
import { type Context, startTestBot, type TestBot } from './test-bot.ts';

const card = (title: string) => ({ title, blocks: [] });

/** Shows what it has so far, more often than may be edited, and then its answer. */
const stepwise: Command<Context> = {
	name: 'stepwise',
	description: 'Answers step by step',
	options: {},
	async run(_, { place }) {
		for (let step = 0; step < 40; step++) {
			place.progress?.(card(`Step ${step}`));
			await pause(100);
		}
		return card('The answer');
	},
};

describe('a command that shows its progress', () => {
	let rehearsal: Rehearsal;
	let bot: TestBot;
	beforeAll(async () => {
		rehearsal = await startRehearsal({ port: 0, rateLimits: false });
		bot = await startTestBot(rehearsal, { commands: new Map([[stepwise.name, stepwise]]) });
	});
	afterAll(async () => {
		await bot.close();
		await rehearsal.close();
	});

	it('has its message edited on the way, no more often than it may, and last of all with its answer', {
		timeout: 30_000,
	}, async () => {
		const { owner: memberId } = rehearsal.guild.members;
		const seen = new Set<string>();
		let isOver = false;
		const watching = (async () => {
			while (!isOver) {
				const { channels = [] } = rehearsal.snapshot(memberId).guilds[0] ?? {};
				for (const { id } of channels)
					for (const { components } of rehearsal.messages(id)) {
						const [step] = /Step \d+|The answer/u.exec(JSON.stringify(components)) ?? [];
						if (step !== undefined) seen.add(step);
					}
				await pause(30);
			}
		})();
		const { problem } = await rehearsal.interact({
			...{ kind: 'command', name: 'stepwise', options: {}, memberId, until: 'answered' },
		});
		await expect.poll(() => seen, { timeout: 15_000 }).toContain('The answer');
		isOver = true;
		await watching;
		expect(problem).toBeNull();
		expect([...seen].at(-1)).toBe('The answer');
		const steps = [...seen].filter((one) => one.startsWith('Step'));
		expect(steps.length).toBeGreaterThan(0);
		// Forty were there to be shown.
		expect(steps.length).toBeLessThan(20);
	});
});

describe('progress', () => {
	const views = { show: async (one: unknown) => one as Answer['message'], know: () => {} };
	const log = pino({ level: 'silent' });

	it('shows the newest of what came meanwhile, and nothing after it was stopped', async () => {
		const progress = openProgress({ views, log }, 20);
		const edits: unknown[] = [];
		progress.push(card('early'));
		expect(edits).toEqual([]);
		progress.push(card('first'));
		progress.start(async ({ message }) => {
			await pause(10);
			edits.push((message as unknown as { title: string }).title);
		});
		for (const title of ['second', 'third', 'fourth']) progress.push(card(title));
		await expect.poll(() => edits).toEqual(['first', 'fourth']);
		progress.push(card('fifth'));
		await progress.stop();
		const before = edits.length;
		progress.push(card('sixth'));
		await pause(60);
		expect(edits.length).toBe(before);
		expect(edits).not.toContain('sixth');
	});

	it('goes on where an edit is refused', async () => {
		const progress = openProgress({ views, log }, 5);
		let tries = 0;
		progress.start(async () => {
			tries++;
			throw new Error('refused');
		});
		progress.push(card('one'));
		await expect.poll(() => tries).toBe(1);
		progress.push(card('two'));
		await expect.poll(() => tries).toBe(2);
		await progress.stop();
	});
});
