import type { ArticleStore } from '../stores/articles.ts';
import type { SourceSet, SourceStore } from '../stores/sources.ts';
import { type Addition, type ReadAddition, takeAddition } from './additions/take.ts';
import type { ArticleReader } from './article-reader.ts';
import { type FeedToRead, type NoFeed, type ReadFeed, readFeed } from './feeds/read.ts';
import { type ItemToTake, type TakenItem, takeItem } from './feeds/take.ts';
import { type Take, type Taken, takeFile } from './folder/take.ts';
import type { Ingested } from './ingest/ingested.ts';
import { readForArchive, type ToIngest } from './ingest/read.ts';

/** What the main thread asks of the reading thread. */
export type Task =
	/** Answer when it can read at once. */
	| { readonly task: 'wake'; readonly archivePlace: string }
	| ({ readonly task: 'take'; readonly archivePlace: string } & Take)
	| ({ readonly task: 'add'; readonly archivePlace: string } & Addition)
	| ({ readonly task: 'feed'; readonly archivePlace: string } & FeedToRead)
	| ({ readonly task: 'item'; readonly archivePlace: string } & ItemToTake)
	/** Needs no store: whoever asks writes what is read. */
	| ({ readonly task: 'ingest' } & ToIngest);

/** What it answers to each. */
export interface TaskResults {
	readonly wake: true;
	readonly take: Taken;
	readonly add: ReadAddition;
	readonly feed: ReadFeed | NoFeed;
	readonly item: TakenItem;
	readonly ingest: Ingested;
}

/** What the thread needs of the store. */
export type ReadingStore = Pick<ArticleStore, 'seenBy'> & { sources(set: SourceSet): SourceStore };

/**
 * The reading thread's side: it has its own connection to the store, opened at the first task.
 * @param folder the sources that are files of the articles folder.
 */
export function taskRunner(
	reader: ArticleReader,
	openStore: (archivePlace: string) => Promise<ReadingStore>,
	folder: SourceSet,
): (task: Task) => Promise<TaskResults[Task['task']]> {
	let archive: ReadingStore | undefined;
	return async (task) => {
		if (task.task === 'ingest') return readForArchive(reader, task);
		archive ??= await openStore(task.archivePlace);
		switch (task.task) {
			case 'wake':
				await reader.prepare();
				return true;
			case 'take':
				return takeFile(archive.sources(folder), reader, task);
			case 'add':
				return takeAddition(archive, reader, task);
			case 'feed':
				return readFeed(task);
			case 'item':
				return takeItem(archive, reader, task);
		}
	};
}
