import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SQLInputValue } from 'node:sqlite';
import type { OptionValue, Outcome, Rehearsal, ShownMessage } from 'discord-rehearsal';
import { startRehearsal } from 'discord-rehearsal';
import { findButton, readMessage } from 'discord-rehearsal/text';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Context } from '../../commands/shared/context.ts';
import { loadCommands } from '../../src/app/commands.ts';
import { openArchive } from '../../src/app/open-archive.ts';
import { connectDigests } from '../../src/app/posting.ts';
import { type Digests, openDigests } from '../../src/digest/service.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { openChecks } from '../../src/discussion/checks.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import type { DigestStore } from '../../src/stores/digests.ts';
import { additions, discussions, feeds, follows, privacy } from '../commands/plain-library.ts';
import { inventedRecord } from '../library/invented.ts';
import { changeArchive } from '../stores/change.ts';
import { ferry, harbour, hour } from './setup.ts';

type Archive = Awaited<ReturnType<typeof openArchive>>;

/** The whole bot with its commands in a rehearsal, with a clock that a test sets, for all tests of a file. */
export class DigestServer {
	rehearsal!: Rehearsal;
	bot!: Bot;
	digests!: Digests;
	store!: DigestStore;
	archive!: Archive;
	clock = Date.now();
	folder = '';

	get guild() {
		return this.rehearsal.guild;
	}

	async open(folder: string): Promise<void> {
		this.rehearsal = await startRehearsal({ port: 0, rateLimits: false });
		await this.#start(folder);
	}

	/** Another process of the bot, on the same archive and the same Discord. */
	async restart(): Promise<void> {
		await this.bot.close();
		await this.archive.close();
		await this.#start(this.folder);
	}

	async #start(folder: string): Promise<void> {
		const log = pino({ level: 'silent' });
		const archive = await openArchive(folder, () => this.clock);
		this.folder = folder;
		const football = { ...ferry, id: 'ball', headline: 'Football Club Moves', topics: ['Football'] };
		await archive.put([harbour, ferry, football].map(inventedRecord));
		const cache = openCache(null, log);
		const libraryOf = (server: string | null) => answersFrom(archive.seenBy(server), cache);
		const store = archive.digests;
		const digests = openDigests({ store, threads: archive.threads, libraryOf, log });
		this.bot = await startBot<Context>({
			...this.rehearsal,
			shards: null,
			commands: await loadCommands<Context>(),
			contextOf: (place) => ({
				library: libraryOf(place.server?.id ?? null),
				corrections: null,
				pictures: { draw: () => Promise.reject(new Error('Nothing is drawn here.')) },
				digests: digests.service,
				privacy,
				discussions,
				check: openChecks((server) => archive.seenBy(server))(place.server?.id ?? null),
				follows,
				additions,
				feeds,
				place,
			}),
			kept: archive,
			articleOfThread: (thread) => archive.threads.articleOf(thread),
			log,
		});
		connectDigests(digests, this.bot);
		Object.assign(this, { archive, store, digests });
		expect(await this.bot.registered).toBe(true);
	}

	async close(): Promise<void> {
		await this.bot.close();
		await this.rehearsal.close();
		await this.archive.close();
	}

	/** Each test has a day of its own, since a day has one digest, and begins without one, at ten o'clock. */
	async newDay(): Promise<void> {
		this.clock = Math.floor((this.clock + 24 * hour) / (24 * hour)) * 24 * hour + 10 * hour;
		await this.store.removeSettings(this.guild.id);
	}

	/** As if everything that the library holds had been added an hour ago. */
	arrive(): void {
		this.change('UPDATE articles SET added = ?', new Date(this.clock - hour).toISOString());
	}

	/** Changes the archive's file from outside. */
	change(sql: string, ...values: SQLInputValue[]): void {
		changeArchive(this.folder, sql, ...values);
	}

	run(name: string, options: Record<string, OptionValue> = {}, memberId = this.guild.members.owner) {
		return this.rehearsal.interact({ kind: 'command', name, options, memberId, until: 'answered' });
	}

	set(options: Record<string, OptionValue> = {}, memberId?: string) {
		const needed = { channel: this.guild.channels.dailyDigest, time: '8pm', timezone: 'UTC' };
		return this.run('digest set', { ...needed, ...options }, memberId);
	}

	/** Presses the button with this label. @throws where the message has none. */
	press(label: string, message: ShownMessage | null, memberId = this.guild.members.owner): Promise<Outcome> {
		const button = findButton(message?.components ?? [], label);
		if (message === null || button === null) throw new Error(`There is no button ${label}.`);
		return this.rehearsal.interact({
			kind: 'component',
			messageId: message.id,
			...button,
			memberId,
			until: 'answered',
		});
	}

	async tick(): Promise<void> {
		await this.digests.tick();
		await this.digests.idle();
	}

	posts(): readonly ShownMessage[] {
		return this.rehearsal.messages(this.guild.channels.dailyDigest);
	}

	settings() {
		return this.store.settings(this.guild.id);
	}
}

/** What a member reads of an answer. */
export function read({ message }: Pick<Outcome, 'message'>): string {
	return readMessage(message?.components ?? []);
}

export function useServer(): DigestServer {
	const server = new DigestServer();
	const folder = mkdtempSync(join(tmpdir(), 'digest-'));
	beforeAll(() => server.open(folder));
	beforeEach(() => server.newDay());
	afterAll(async () => {
		await server.close();
		rmSync(folder, { recursive: true });
	});
	return server;
}
