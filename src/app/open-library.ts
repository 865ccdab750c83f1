import { setTimeout as pause } from 'node:timers/promises';
import { answersFrom } from '../library/answers/answers.ts';
import { openReadings } from '../library/answers/readings.ts';
import { openCache } from '../library/cache/cache.ts';
import { correctionEffects } from '../library/corrections/effects.ts';
import { type Corrections, openCorrections } from '../library/corrections/service.ts';
import { correctedView } from '../library/corrections/view.ts';
import type { LibraryOf } from '../library/library.ts';
import type { Log } from '../logger.ts';
import type { Metrics } from '../monitoring/metrics.ts';
import { timed } from '../monitoring/timed.ts';
import { type Shelf, sharedShelf } from '../shelves.ts';
import { type LoadReport, loadFolder } from '../sources/folder/loader.ts';
import type { Archive } from '../stores/archive.ts';
import type { ArticleView } from '../stores/articles.ts';
import type { DigestStore } from '../stores/digests.ts';
import type { KeptStore } from '../stores/kept.ts';
import { answererFingerprint, readerFingerprint } from './fingerprint.ts';
import { folderFiles, openAt, placeOf } from './open-archive.ts';
import { watchArchive } from './watch-archive.ts';

/** The library and the store behind it, open until it is closed. */
export interface OpenLibrary {
	readonly libraryOf: LibraryOf;
	/** What a server sees, with its corrections: everything that answers is made out of it. */
	readonly viewOf: (server: Shelf) => ArticleView;
	readonly correctionsOf: (server: string) => Corrections;
	/** Options that do not fit into a custom id. */
	readonly kept: KeptStore;
	readonly archive: Archive;
	/** The digests' settings and ledger. */
	readonly digests: DigestStore;
	/** Resolves when the articles folder has been read once; later changes are read too. Never rejects. */
	readonly loaded: Promise<LoadReport>;
	/** Resolves when the archive was deleted or replaced; then nothing can be saved any more. */
	readonly lost: Promise<void>;
	/** Connects to the shared cache, where there is one, which the start does not wait for. */
	connectCache(): Promise<void>;
	/** Stops reading and watching, and closes the cache and the archive. */
	close(): Promise<void>;
}

export interface LibraryOptions {
	/** The articles folder. */
	readonly articles: string;
	/** Where the archive is, and what else is written. */
	readonly dataDir: string;
	/** A PostgreSQL that the archive is in instead. */
	readonly storeUrl?: string | null;
	/** A Redis or Valkey; null keeps answers in this process. */
	readonly cacheUrl: string | null;
	readonly log: Log;
	/** Times what the store and the cache take. */
	readonly metrics?: Pick<Metrics, 'store' | 'cache'> | undefined;
	/** The file of the reading thread; tests may give another one. */
	readonly worker?: URL;
}

/** A hundred times what the longest article needs. */
const limits = { milliseconds: 20_000, megabytes: 512 };
/** How long to wait for an empty library to fill, so that the first question finds something. */
const firstLoadMs = 3_000;

/**
 * Opens the library. Articles that are already in it can be asked for at once while the articles folder is read; only
 * an empty library waits for the first articles.
 * @throws UserError where the archive cannot be opened.
 */
export async function openLibrary({
	articles,
	dataDir,
	storeUrl = null,
	cacheUrl,
	log,
	metrics,
	worker = new URL('./reading-worker.ts', import.meta.url),
}: LibraryOptions): Promise<OpenLibrary> {
	const place = placeOf({ dataDir, storeUrl });
	const opened = await openAt(place);
	const archive = metrics === undefined ? opened : timed(opened, 'archive', metrics);
	const cache = openCache(
		cacheUrl === null
			? null
			: {
					url: cacheUrl,
					prefix: `${archive.identity}:${answererFingerprint()}`,
					secret: archive.secret,
				},
		log,
		metrics?.cache,
	);
	const loader = loadFolder({
		folder: articles,
		// The thread that reads writes into the same archive.
		archivePlace: place,
		archive: archive.sources(folderFiles),
		log,
		worker,
		limits,
		reader: readerFingerprint(),
	});
	const readings = openReadings();
	const effectsOf = correctionEffects(archive.corrections);
	const viewOf = (server: Shelf) =>
		correctedView(archive.seenBy(server), server, archive.corrections, effectsOf);
	const { promise: lost, resolve: onLost } = Promise.withResolvers<void>();
	const stopWatching = watchArchive(archive, log, onLost);
	if ((await archive.seenBy(sharedShelf).latest(1)).length === 0) {
		await Promise.race([loader.loaded, pause(firstLoadMs, undefined, { ref: false })]);
	}
	return {
		libraryOf: (server) => answersFrom(viewOf(server), cache, () => loader.waiting(), readings),
		viewOf,
		correctionsOf: (server) => openCorrections(archive.corrections, archive.seenBy(server), server),
		kept: archive,
		archive,
		digests: archive.digests,
		loaded: loader.loaded,
		lost,
		connectCache: () => cache.connect(),
		async close() {
			stopWatching();
			await loader.close();
			await cache.close();
			await archive.close();
		},
	};
}
