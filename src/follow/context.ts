import type { LibraryOf } from '../library/library.ts';
import type { Log } from '../logger.ts';
import type { ArticleStore } from '../stores/articles.ts';
import type { FollowStore } from '../stores/follows.ts';
import type { FollowDelivery } from './delivery.ts';

export interface FollowOptions {
	readonly store: FollowStore;
	/** What a server sees of the articles, as they are kept. */
	readonly seenBy: ArticleStore['seenBy'];
	readonly libraryOf: LibraryOf;
	readonly log: Log;
}

/** What following needs. */
export interface FollowContext extends FollowOptions {
	readonly delivery: FollowDelivery;
	/** Identifies this process. */
	readonly holder: string;
}
