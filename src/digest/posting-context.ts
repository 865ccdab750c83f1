import type { Log } from '../logger.ts';
import type { DigestStore } from '../stores/digests.ts';
import type { ThreadStore } from '../stores/threads.ts';
import type { Composer } from './compose.ts';
import type { Delivery, Trouble } from './delivery.ts';

/** What posting works with. */
export interface PostingContext {
	readonly store: DigestStore;
	/** Where it is noted which article a thread or forum post is about. */
	readonly threads: Pick<ThreadStore, 'put'>;
	readonly composer: Composer;
	readonly delivery: Delivery;
	readonly log: Log;
	/** Tells this process from every other one. */
	readonly holder: string;
}

export interface PostResult {
	/** What became of it; "elsewhere" where another process has it, or has had it. */
	readonly state: 'posted' | 'silent' | 'waiting' | 'missed' | 'refused' | 'elsewhere';
	readonly message: string | null;
	readonly trouble: Trouble | null;
}
