import { ReaderStopped, type ReadingThread } from '../reading-thread.ts';
import type { FeedToRead, NoFeed, ReadFeed } from './read.ts';
import type { ItemToTake, TakenItem } from './take.ts';

/** What the reading thread does for feeds. */
export interface FeedThread {
	/** @returns what is wrong where it is no feed, or the thread gave it up. */
	read(feed: FeedToRead): Promise<ReadFeed | NoFeed>;
	/** @throws what the store throws. */
	take(item: Omit<ItemToTake, 'reader'>): Promise<TakenItem>;
	close(): Promise<void>;
}

/** What a feed or an article may take to read: of the processor, and by the clock, since other work may come between. */
export const feedReading = {
	milliseconds: 20_000,
	cpuMilliseconds: 4_000,
	megabytes: 256,
	youngMegabytes: 32,
	idleMilliseconds: 90_000,
};

/** @param reader which reader reads. */
export function feedThread(thread: ReadingThread, archivePlace: string, reader: string): FeedThread {
	return {
		async read(feed) {
			try {
				return await thread.run({ task: 'feed', archivePlace, ...feed }, feedReading.milliseconds);
			} catch (error) {
				if (!(error instanceof ReaderStopped)) throw error;
				return { kind: 'none', why: `${feed.name} ${error.message}.` };
			}
		},
		async take(item) {
			try {
				return await thread.run({ task: 'item', archivePlace, ...item, reader }, feedReading.milliseconds);
			} catch (error) {
				if (!(error instanceof ReaderStopped)) throw error;
				return { kind: 'unreadable', why: `It ${error.message}.` };
			}
		},
		close: () => thread.close(),
	};
}
