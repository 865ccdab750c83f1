import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, type Rehearsal, startRehearsal } from 'discord-rehearsal';
import { readMessage } from 'discord-rehearsal/text';
import { pino } from 'pino';
import { expect } from 'vitest';
import type { Context } from '../../commands/shared/context.ts';
import { loadCommands } from '../../src/app/commands.ts';
import { openArchive } from '../../src/app/open-archive.ts';
import { startBot } from '../../src/discord/bot.ts';
import { openChecks } from '../../src/discussion/checks.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { inventedRecord } from '../library/invented.ts';
import { harbour, library } from '../stores/under-test.ts';
import { additions, discussions, feeds, privacy } from './plain-library.ts';

/** The bot over two invented articles in a rehearsal, for what it says of quotes. */
export interface CheckBot {
	readonly rehearsal: Rehearsal;
	readonly archive: Archive;
	/** A member's message. */
	post(content: string, channelId?: string): ReturnType<Rehearsal['post']>;
	/** What /check answers, as read. */
	checked(quote: string, options?: Record<string, string>): Promise<string>;
	/** The bot's reply to a message, as read, once it is there. */
	answerTo(id: string, channelId?: string): Promise<string>;
	/** From now on every check waits until the function that is returned is called. */
	holdChecks(): () => void;
	close(): Promise<void>;
}

export const read = ({ message }: Pick<Outcome, 'message'>): string => readMessage(message?.components ?? []);

export async function openCheckBot(): Promise<CheckBot> {
	const folder = mkdtempSync(join(tmpdir(), 'verbatim-check-'));
	const log = pino({ level: 'silent' });
	const archive = await openArchive(folder);
	await archive.put([harbour, library].map(inventedRecord));
	const rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	const cache = openCache(null, log);
	const check = openChecks((server) => archive.seenBy(server));
	let held: Promise<void> = Promise.resolve();
	const bot = await startBot<Context>({
		...rehearsal,
		shards: null,
		commands: await loadCommands<Context>(),
		contextOf: (place) => ({
			library: answersFrom(archive.seenBy(place.server?.id ?? null), cache),
			check: async (asked) => {
				await held;
				return check(place.server?.id ?? null)(asked);
			},
			corrections: null,
			pictures: { draw: () => Promise.reject(new Error('Nothing is drawn here.')) },
			get digests(): never {
				throw new Error('There are no digests here.');
			},
			get follows(): never {
				throw new Error('Nobody follows anything here.');
			},
			privacy,
			discussions,
			additions,
			feeds,
			place,
		}),
		kept: archive,
		articleOfThread: (thread) => archive.threads.articleOf(thread),
		log,
	});
	await bot.registered;
	const { general } = rehearsal.guild.channels;
	const memberId = rehearsal.guild.members.outsider;
	return {
		rehearsal,
		archive,
		post: (content, channelId = general) => rehearsal.post({ channelId, memberId, content }),
		checked: async (quote, options = {}) =>
			read(await rehearsal.interact({ kind: 'command', name: 'check', options: { quote, ...options } })),
		async answerTo(id, channelId = general) {
			const find = () =>
				rehearsal.messages(channelId, memberId).find(({ message_reference: to }) => to?.message_id === id);
			await expect.poll(find).toBeDefined();
			return read({ message: find() ?? null });
		},
		holdChecks() {
			const { promise, resolve } = Promise.withResolvers<void>();
			held = promise;
			return resolve;
		},
		async close() {
			await bot.close();
			await rehearsal.close();
			await archive.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
