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
import type { Context } from '../../commands/shared/context.ts';
import { loadCommands } from '../../src/app/commands.ts';
import { openArchive } from '../../src/app/open-archive.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { openFollowDelivery } from '../../src/discord/follow-delivery.ts';
import { senderOver } from '../../src/discord/servers/sender.ts';
import { openChecks } from '../../src/discussion/checks.ts';
import { type Follows, openFollows } from '../../src/follow/service.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { additions, discussions, feeds, privacy } from '../commands/plain-library.ts';
import { tunnel } from '../discussion/articles.ts';
import { type Invented, inventedRecord } from '../library/invented.ts';

export const hour = 3_600_000;

/** The bot with its commands in a rehearsal, and a clock that a test sets, until the test ends. */
export interface FollowServer {
	readonly folder: string;
	readonly rehearsal: Rehearsal;
	readonly guild: Rehearsal['guild'];
	readonly archive: Archive;
	readonly follows: Follows;
	clock: number;
	/** Puts articles on the shared shelf, or on a server's. */
	arrive(articles: readonly Invented[], server?: string): Promise<void>;
	run(name: string, options?: Record<string, OptionValue>, where?: Where): Promise<Outcome>;
	press(label: string, message: ShownMessage | undefined, where?: Where): Promise<Outcome>;
	/** The bot's messages in the direct messages of a member, the oldest first. */
	inbox(member?: string): readonly ShownMessage[];
}

interface Where {
	readonly channelId?: string;
	readonly memberId?: string;
	readonly inDirectMessage?: boolean;
}

/** Somebody says something new. */
export const said = (id: string, by: string, words: string, topics: readonly string[] = []): Invented => ({
	id,
	headline: `Headline of ${id}`,
	topics: [...topics],
	paragraphs: [`"${words}," said ${by}.`],
	quotes: [{ said: `${words},`, by, cue: 'said' }],
});

export async function openServer(): Promise<FollowServer> {
	const folder = mkdtempSync(join(tmpdir(), 'verbatim-follow-'));
	const rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	let clock = Date.now();
	const archive = await openArchive(folder, () => clock);
	await archive.put([inventedRecord(tunnel)]);
	const log = pino({ level: 'silent' });
	const cache = openCache(null, log);
	const libraryOf = (server: string | null) => answersFrom(archive.seenBy(server), cache);
	const follows = openFollows({
		store: archive.follows,
		seenBy: (server) => archive.seenBy(server),
		libraryOf,
		log,
	});
	const bot: Bot = await startBot<Context>({
		...rehearsal,
		shards: null,
		commands: await loadCommands<Context>(),
		contextOf: (place) => ({
			library: libraryOf(place.server?.id ?? null),
			get digests(): never {
				throw new Error('There are no digests here.');
			},
			corrections: null,
			pictures: { draw: () => Promise.reject(new Error('Nothing is drawn here.')) },
			privacy,
			discussions,
			check: openChecks((server) => archive.seenBy(server))(place.server?.id ?? null),
			follows: follows.service,
			additions,
			feeds,
			place,
		}),
		kept: archive,
		log,
	});
	follows.connect(openFollowDelivery(senderOver(bot.client), (card) => bot.views.show(card)));
	expect(await bot.registered).toBe(true);
	onTestFinished(async () => {
		await bot.close();
		await follows.stop();
		await rehearsal.close();
		await archive.close();
		rmSync(folder, { recursive: true, force: true });
	});
	const { member } = rehearsal.guild.members;
	return {
		folder,
		rehearsal,
		guild: rehearsal.guild,
		archive,
		follows,
		get clock() {
			return clock;
		},
		set clock(to) {
			clock = to;
		},
		arrive: (articles, server) => archive.put(articles.map(inventedRecord), server ?? null),
		run: (name, options = {}, where = {}) =>
			rehearsal.interact({ kind: 'command', name, options, memberId: member, until: 'answered', ...where }),
		press(label, message, where = {}) {
			const button = findButton(message?.components ?? [], label);
			if (message === undefined || button === null) throw new Error(`There is no button ${label}.`);
			const input = { kind: 'component', messageId: message.id, ...button, memberId: member } as const;
			return rehearsal.interact({ ...input, channelId: message.channel_id, until: 'answered', ...where });
		},
		inbox(of = member) {
			const channel = rehearsal.snapshot(of).directMessages[0];
			return channel === undefined
				? []
				: rehearsal.messages(channel.id).filter(({ author }) => author.id === rehearsal.botId);
		},
	};
}

/** What a member reads of a message. */
export function read(message: ShownMessage | null | undefined): string {
	return readMessage(message?.components ?? []);
}
