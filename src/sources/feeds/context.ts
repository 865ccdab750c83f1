import type { Log } from '../../logger.ts';
import type { FeedStore } from '../../stores/feeds.ts';
import type { Web } from '../web/fetch.ts';
import type { FeedThread } from './thread.ts';

/** What polling works with. */
export interface PollContext {
	readonly store: FeedStore;
	readonly web: Pick<Web, 'fetchPublic' | 'check'>;
	readonly thread: FeedThread;
	readonly log: Log;
}
