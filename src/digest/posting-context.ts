import type { Log } from '../logger.ts';
import type { DigestStore } from '../stores/digests.ts';
import type { ThreadStore } from '../stores/threads.ts';
import type { Composer } from './compose.ts';
import type { Delivery, Trouble } from './delivery.ts';

/** What posting needs. */
export interface PostingContext {
	readonly store: DigestStore;
	/** Where it is noted which article a thread or forum post is about. */
	readonly threads: Pick<ThreadStore, 'put'>;
	readonly composer: Composer;
	readonly delivery: Delivery;
	readonly log: Log;
	/** Identifies this process. */
	readonly holder: string;
}

export interface PostResult {
	/** The outcome; "elsewhere" where another process has the slot, or has posted it. */
	readonly state: 'posted' | 'silent' | 'waiting' | 'missed' | 'refused' | 'elsewhere';
	readonly message: string | null;
	readonly trouble: Trouble | null;
}
