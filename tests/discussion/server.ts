import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	type OptionValue,
	type Outcome,
	type Rehearsal,
	type ShownMessage,
	startRehearsal,
} from 'discord-rehearsal';
import { findButton, readMessage } from 'discord-rehearsal/text';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { openArchive } from '../../src/app/open-archive.ts';
import { openParts, type Parts } from '../../src/app/parts.ts';
import { connectPosting } from '../../src/app/posting.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { inventedRecord } from '../library/invented.ts';
import { bare, german, tunnel } from './articles.ts';

/** The whole bot in a rehearsal, with articles to discuss, until the test ends. */
export interface DiscussionServer {
	readonly rehearsal: Rehearsal;
	readonly guild: Rehearsal['guild'];
	/** The same archive, as another process has it. */
	readonly archive: Archive;
	parts: Parts;
	/** Another process of the bot, on the same archive and the same Discord. */
	restart(): Promise<void>;
	run(name: string, options?: Record<string, OptionValue>, where?: Where): Promise<Outcome>;
	press(label: string, message: ShownMessage | null, where?: Where): Promise<Outcome>;
	/** Opens a discussion, of the tunnel unless another article is given; its thread is the last one. */
	open(
		options?: Record<string, OptionValue>,
		where?: Where,
	): Promise<{ readonly outcome: Outcome; readonly thread: string }>;
	/** A command in a thread, used by the owner of the server unless another member is given. */
	inThread(
		name: string,
		thread: string,
		options?: Record<string, OptionValue>,
		memberId?: string,
	): Promise<Outcome>;
	/** Threads and forum posts, the oldest first. */
	threads(): readonly Thread[];
	/** What stands in a channel or thread, a text for each message. */
	said(channel: string): readonly string[];
}

/** The sources of the articles of these tests. */
export const ofTests = { shelf: null, kind: 'tests' };

interface Where {
	readonly channelId?: string;
	readonly memberId?: string;
}
export interface Thread {
	readonly id: string;
	readonly name?: string | null;
	readonly parent_id?: string | null;
	readonly applied_tags?: readonly string[];
	readonly thread_metadata?: { readonly archived: boolean };
}

export async function openServer(): Promise<DiscussionServer> {
	const folder = mkdtempSync(join(tmpdir(), 'verbatim-discuss-'));
	const rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	const archive = await openArchive(folder);
	const sources = archive.sources(ofTests);
	for (const one of [tunnel, bare, german]) {
		const state = { name: one.id, size: 1, modified: 1, sha256: null, reader: 'tests' };
		await sources.put([inventedRecord(one)], state);
	}
	const log = pino({ level: 'silent' });
	let bot: Bot;
	const start = async () => {
		server.parts = await openParts(readConfig({ DATA_DIR: folder, ARTICLES: join(folder, 'none') }), log);
		bot = await startBot({ ...rehearsal, shards: null, ...server.parts, log });
		connectPosting(server.parts, bot);
		expect(await bot.registered).toBe(true);
	};
	const stop = async () => {
		await bot.close();
		await server.parts.discussions.stop();
		await server.parts.close();
	};
	const { owner } = rehearsal.guild.members;
	const server: DiscussionServer = {
		rehearsal,
		guild: rehearsal.guild,
		archive,
		parts: null as unknown as Parts,
		async restart() {
			await stop();
			await start();
		},
		run: (name, options = {}, where = {}) =>
			rehearsal.interact({ kind: 'command', name, options, memberId: owner, until: 'answered', ...where }),
		press(label, message, where = {}) {
			const button = findButton(message?.components ?? [], label);
			if (message === null || button === null) throw new Error(`There is no button ${label}.`);
			const input = { kind: 'component', messageId: message.id, ...button, memberId: owner } as const;
			return rehearsal.interact({ ...input, until: 'answered', ...where });
		},
		async open(options = {}, where = {}) {
			const outcome = await server.run('discuss open', { article: 'tunnel', ...options }, where);
			return { outcome, thread: server.threads().at(-1)?.id ?? '' };
		},
		inThread: (name, thread, options = {}, memberId = owner) =>
			server.run(name, options, { channelId: thread, memberId }),
		threads: () => [...(rehearsal.snapshot(owner).guilds[0]?.threads ?? [])] as unknown as readonly Thread[],
		said: (channel) =>
			rehearsal
				.messages(channel)
				.map(({ components, poll }) => poll?.question.text ?? readMessage(components ?? [])),
	};
	await start();
	onTestFinished(async () => {
		await stop();
		await rehearsal.close();
		await archive.close();
		rmSync(folder, { recursive: true, force: true });
	});
	return server;
}

/** What a member reads of an answer. */
export function read({ message, problem }: Pick<Outcome, 'message' | 'problem'>): string {
	return message === null ? `(${problem})` : readMessage(message.components ?? []);
}
