import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'discord.js';
import type { Rehearsal, RehearsalOptions, ShownMessage } from 'discord-rehearsal';
import { onTestFinished } from 'vitest';
import { connect, rehearse } from '../../packages/rehearsal/tests/bot.ts';
import { openArchive } from '../../src/app/open-archive.ts';
import { composer } from '../../src/digest/compose.ts';
import { defaultSettings } from '../../src/digest/defaults.ts';
import type { Delivery } from '../../src/digest/delivery.ts';
import { localDate } from '../../src/digest/due.ts';
import type { PostingContext } from '../../src/digest/posting-context.ts';
import { DigestRunner } from '../../src/digest/runner.ts';
import { openDelivery } from '../../src/discord/delivery.ts';
import { keptInMemory } from '../../src/discord/ids.ts';
import { senderOver } from '../../src/discord/servers/sender.ts';
import { cardMessage } from '../../src/discord/views/message.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import type { Log } from '../../src/logger.ts';
import type { DigestStore, NewDigestSettings } from '../../src/stores/digests.ts';
import { type Invented, inventedRecord } from '../library/invented.ts';

export const hour = 3_600_000;
export const minute = 60_000;

/** A bot's digests in a rehearsal: the real client, the real archive, and a clock that a test sets. */
export interface Setup {
	readonly rehearsal: Rehearsal;
	readonly client: Client<true>;
	readonly store: DigestStore;
	readonly context: PostingContext;
	readonly lines: { level: string; message: string; fields: Record<string, unknown> }[];
	/** The moment that the digest's clock shows; it stands still until a test moves it. */
	clock: number;
	put(...articles: Invented[]): Promise<void>;
	/** Another process over the same archive. */
	runner(holder?: string, delivery?: Delivery): DigestRunner;
	/** Sets a digest up whose hour is a minute after the clock, today and every day. */
	configure(given?: Partial<NewDigestSettings>): Promise<NewDigestSettings>;
	/** What the bot has posted in a channel. */
	posts(channel?: string): readonly ShownMessage[];
	today(): string;
}

export async function openSetup(options: RehearsalOptions = {}): Promise<Setup> {
	const folder = mkdtempSync(join(tmpdir(), 'digest-'));
	const archive = await openArchive(folder, () => clock);
	onTestFinished(async () => {
		await archive.close();
		rmSync(folder, { recursive: true });
	});
	const rehearsal = await rehearse(options);
	const client = await connect(rehearsal, { rest: { retries: 0, timeout: 2_000 } });
	const lines: Setup['lines'] = [];
	const note = (level: string) => (fields: object, message: string) =>
		void lines.push({ level, message, fields: fields as Record<string, unknown> });
	const log: Log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
	const cache = openCache(null, log);
	const libraryOf = (server: string | null) => answersFrom(archive.seenBy(server), cache);
	let clock = Math.floor(Date.now() / minute) * minute;
	const store = archive.digests;
	const kept = keptInMemory();
	const delivery = openDelivery(senderOver(client), (card) =>
		cardMessage(card, { commandIds: new Map() }, kept),
	);
	const { id, channels } = rehearsal.guild;
	const setup: Setup = {
		rehearsal,
		client,
		store,
		lines,
		get clock() {
			return clock;
		},
		set clock(to) {
			clock = to;
		},
		context: {
			store,
			threads: archive.threads,
			composer: composer(libraryOf, store),
			delivery,
			log,
			holder: 'test',
		},
		put: (...articles) => archive.put(articles.map(inventedRecord)),
		runner: (holder = 'one', over = delivery) =>
			new DigestRunner({ ...setup.context, composer: composer(libraryOf, store), delivery: over, holder }),
		async configure(given = {}) {
			const settings: NewDigestSettings = {
				server: id,
				channel: channels.dailyDigest,
				time: new Date(setup.clock + minute).toISOString().slice(11, 16),
				zone: 'UTC',
				...defaultSettings,
				first: localDate(setup.clock + minute, 'UTC'),
				setBy: rehearsal.guild.members.owner,
				...given,
			};
			await store.putSettings(settings);
			setup.clock += minute;
			return settings;
		},
		posts: (channel = channels.dailyDigest) =>
			rehearsal.messages(channel).filter(({ author }) => author.id === rehearsal.botId),
		today: () => localDate(setup.clock, 'UTC'),
	};
	return setup;
}

export const harbour: Invented = {
	id: 'harbour',
	headline: 'Harbour of Port Ellery to Close for Repairs',
	url: 'https://post.example/harbour',
	topics: ['Port Ellery', 'Harbours'],
	paragraphs: [
		'The harbour of Port Ellery closes for repairs in autumn, the council decided on Monday.',
		'"Nobody repairs a pier in the middle of a winter storm," said Ada Quillon, the harbour master.',
		'"We were promised boats, and none of them has come," Quillon said.',
		'"The town will pay for it once and not twice," said Bo Larsen.',
	],
	quotes: [
		{
			said: 'Nobody repairs a pier in the middle of a winter storm,',
			by: 'Ada Quillon',
			role: 'the harbour master',
			cue: 'said',
		},
		{ said: 'We were promised boats, and none of them has come,', by: 'Ada Quillon', cue: 'said' },
		{ said: 'The town will pay for it once and not twice,', by: 'Bo Larsen', cue: 'said' },
	],
	comments: [
		{ author: 'Tess', text: 'At last somebody is doing something about that pier.' },
		{ author: 'Bo', text: 'Who pays for it, and when?', replyTo: 'Tess' },
		{ author: 'Mia', text: 'We all do, as ever.', replyTo: 'Tess' },
	],
};

export const ferry: Invented = {
	id: 'ferry',
	headline: 'Night Ferry Stays in Dock',
	topics: ['Ferries'],
	paragraphs: [
		'The night ferry stays in dock until June.',
		'"We sail when the engine sails with us," said Ivo Tann.',
	],
	quotes: [{ said: 'We sail when the engine sails with us,', by: 'Ivo Tann', cue: 'said' }],
};

/** All text of a message, as it was sent. */
export function textOf(message: ShownMessage | undefined): string {
	return JSON.stringify(message?.components ?? []);
}
