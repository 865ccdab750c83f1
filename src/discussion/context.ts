import type { LibraryOf } from '../library/library.ts';
import type { Log } from '../logger.ts';
import type { DiscussionStore } from '../stores/discussions.ts';
import type { DiscussionDelivery } from './delivery.ts';

export interface DiscussionOptions {
	readonly store: DiscussionStore;
	readonly libraryOf: LibraryOf;
	readonly log: Log;
}

/** What opening and closing need. */
export interface DiscussionContext extends DiscussionOptions {
	readonly delivery: DiscussionDelivery;
	/** Identifies this process. */
	readonly holder: string;
}
