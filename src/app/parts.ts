import type { Logger } from 'pino';
import type { Context } from '../../commands/shared/context.ts';
import type { Command } from '../command.ts';
import { type Digests, openDigests } from '../digest/service.ts';
import type { KeptOptions } from '../discord/ids.ts';
import { openChecks } from '../discussion/checks.ts';
import { type Discussions, openDiscussions } from '../discussion/service.ts';
import type { Explainer, openExplainer } from '../explanation/service.ts';
import { type Follows, openFollows } from '../follow/service.ts';
import type { Metrics } from '../monitoring/metrics.ts';
import { openPictures } from '../pictures/pool.ts';
import type { Place } from '../place.ts';
import { openRemoval, type Removal } from '../removal/service.ts';
import { sharedShelf } from '../shelves.ts';
import { openAdditions } from '../sources/additions/service.ts';
import type { Feeds } from '../sources/feeds/service.ts';
import type { Web } from '../sources/web/fetch.ts';
import type { ShardStore } from '../stores/shards.ts';
import type { ThreadStore } from '../stores/threads.ts';
import { loadCommands, offeredCommands } from './commands.ts';
import type { Config } from './config.ts';
import { openTheFeeds } from './feeds.ts';
import { readerFingerprint } from './fingerprint.ts';
import { placeOf } from './open-archive.ts';
import { openLibrary } from './open-library.ts';
import { openTheWeb, type Reach } from './web.ts';

/** Everything that the bot answers with, open until it is closed. */
export interface Parts {
	readonly commands: ReadonlyMap<string, Command<Context>>;
	readonly contextOf: (place: Place) => Context;
	readonly kept: KeptOptions;
	readonly articleOfThread: ThreadStore['articleOf'];
	/** Shares out shards among processes. */
	readonly shardStore: ShardStore;
	readonly digests: Digests;
	readonly discussions: Discussions;
	readonly follows: Follows;
	readonly feeds: Feeds;
	readonly removal: Removal;
	/** Rejects where the store does not answer. */
	answers(): Promise<void>;
	/** The way to the public web. */
	readonly web: Web;
	/** Resolves when the articles folder has been read once. */
	readonly loaded: Promise<unknown>;
	/** Resolves when the archive was deleted or replaced. */
	readonly lost: Promise<void>;
	/** Connects to the shared cache, where there is one, which the start does not wait for. */
	connectCache(): Promise<void>;
	close(): Promise<void>;
}

/**
 * @param reach what is reached on the web in addition to public addresses; for tests and the rehearsal.
 * @throws UserError where the archive cannot be opened; TypeError for a mistake in a command file.
 */
export async function openParts(
	config: Config,
	log: Logger,
	metrics?: Metrics,
	reach: Reach = {},
): Promise<Parts> {
	const [all, library] = await Promise.all([
		loadCommands<Context>(),
		openLibrary({ ...config, log, metrics }),
	]);
	const { libraryOf, viewOf, correctionsOf, archive, digests: store, kept, loaded, lost } = library;
	const checkFor = openChecks(viewOf);
	const digests = openDigests({ store, threads: archive.threads, libraryOf, log });
	const discussions = openDiscussions({ store: archive.discussions, libraryOf, log });
	const follows = openFollows({
		store: archive.follows,
		seenBy: viewOf,
		libraryOf,
		log,
	});
	const web = openTheWeb(config, reach);
	const additions = openAdditions({
		...{ web, archive, archivePlace: placeOf(config), limits: config.adding, log },
		worker: new URL('./reading-worker.ts', import.meta.url),
		reader: readerFingerprint(),
	});
	const feeds = openTheFeeds({ archive, web, archivePlace: placeOf(config), log });
	const removal = openRemoval({
		store: archive.removal,
		contact: config.contact,
		page: config.privacyPage,
		async resumeDigest(server) {
			if ((await store.settings(server))?.paused === 'server-gone') await digests.service.resume(server);
		},
		log,
	});
	const pictures = openPictures(log);
	const explainer =
		config.llm === null
			? null
			: await explainerOf(config.llm, { libraryOf, store: archive.explanations, log });
	const commands = offeredCommands(all, explainer !== null);
	const contextOf = (place: Place): Context => ({
		library: libraryOf(place.server?.id ?? sharedShelf),
		// Most commands do not ask for it, and it costs as much as the library.
		get corrections() {
			return place.server === null ? null : correctionsOf(place.server.id);
		},
		pictures,
		digests: digests.service,
		discussions: discussions.service,
		check: checkFor(place.server?.id ?? sharedShelf),
		follows: follows.service,
		additions: additions.service,
		feeds: feeds.service,
		privacy: removal.service,
		explainer,
		place,
	});
	const articleOfThread = (thread: string) => archive.threads.articleOf(thread);
	metrics?.gauge(
		'verbatim_digests_waiting',
		'Digests that were begun or failed and wait to be tried again',
		async () => (await store.lapsed()).length,
	);
	return {
		...{
			commands,
			contextOf,
			kept,
			articleOfThread,
			shardStore: archive.shards,
			digests,
			discussions,
			follows,
			feeds,
			removal,
			web,
			loaded,
			lost,
		},
		connectCache: () => library.connectCache(),
		answers: async () => void (await archive.seenBy(sharedShelf).latest(1)),
		async close() {
			await web.close();
			await additions.close();
			await feeds.close();
			await pictures.close();
			await library.close();
		},
	};
}

/** This is loaded only here: most bots have no language model, and its client costs memory and time at the start. */
async function explainerOf(
	llm: NonNullable<Config['llm']>,
	others: Omit<Parameters<typeof openExplainer>[0], 'model' | 'daily'>,
): Promise<Explainer> {
	const [{ openExplainer }, { openAiModel }] = await Promise.all([
		import('../explanation/service.ts'),
		import('../explanation/openai.ts'),
	]);
	return openExplainer({ ...others, model: openAiModel(llm), daily: llm.daily });
}
