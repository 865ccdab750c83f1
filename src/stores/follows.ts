/**
 * What members follow, at rest, and the ledger of what they were told. A store of follows passes the contract in
 * tests/stores/follows-contract.ts. Several processes may hold the same one: leases, pauses and due times are by the
 * store's clock.
 */
export interface FollowStore {
	/** The store's clock, in milliseconds since 1970. */
	now(): Promise<number>;
	/** A number that no arrival which can be seen now exceeds, and that every later one does exceed. */
	lastArrival(): Promise<number>;
	/**
	 * Follows something, or changes how one is told of it and begins anew from `covered`; a member has at most `most`
	 * that are going on.
	 */
	put(follow: NewFollow, most: number): Promise<'new' | 'changed' | 'full'>;
	/** All of a member, those that ended by themselves too, the oldest first. */
	of(member: string): Promise<readonly Follow[]>;
	/** Removes one of a member's, or all. @returns those that were going on. */
	remove(member: string, id: number | 'all'): Promise<readonly Follow[]>;
	/** Ends those of a member that are going on, in one target or set up in one server. @returns how many. */
	end(member: string, which: { target: string } | { server: string }, why: EndReason): Promise<number>;

	/** Members with something due, or with a post that nobody holds any more; at most 500. */
	due(): Promise<readonly PostKey[]>;
	/** Claims the next post to a member. @returns null where another holder has it, or it waits to be tried again. */
	claim(
		key: PostKey,
		claim: { readonly holder: string; readonly leaseMs: number },
	): Promise<ClaimedPost | null>;
	/** Writes down what is about to be posted, and renews the lease. @returns whether the claim is still valid. */
	plan(
		key: PostKey,
		plan: string,
		claim: { readonly holder: string; readonly leaseMs: number },
	): Promise<boolean>;
	/** Writes down the outcome of a claim. @returns whether the claim was still valid. */
	settle(key: PostKey, holder: string, settled: SettledPost): Promise<boolean>;
	/** Articles that arrived after one number and up to another and have what is followed, the last first. */
	news(query: NewsQuery): Promise<readonly NewsArticle[]>;
	/** Deletes what members were told longer ago than so many milliseconds. */
	forget(age: number): Promise<void>;
}

export interface NewFollow {
	readonly member: string;
	/** The server whose shelf is seen as well; null for the shared shelf alone. */
	readonly server: string | null;
	readonly kind: 'speaker' | 'topic';
	/** The speaker or topic as the library has it, and folded. */
	readonly subject: string;
	readonly key: string;
	readonly pace: 'daily' | 'at once';
	/** 'direct', or the id of a thread. */
	readonly target: string;
	/** The number of the last arrival that is not news any more. */
	readonly covered: number;
}

/** Why one ended by itself. */
export type EndReason = 'closed' | 'thread-gone' | 'left';

export interface Follow extends NewFollow {
	readonly id: number;
	/** Milliseconds since 1970: when the next one is due; 0 for one that is told at once. */
	readonly nextAt: number;
	readonly ended: EndReason | null;
}

/** What is posted one after another: messages to a member in one target. */
export interface PostKey {
	readonly member: string;
	readonly target: string;
}

export interface ClaimedPost {
	/** Counts the posts to this member there, from 1. */
	readonly number: number;
	/** How often it was claimed, this time included. */
	readonly attempts: number;
	/** When it was claimed first. */
	readonly since: number;
	/** What an earlier claim was about to post. */
	readonly plan: string | null;
	readonly follows: readonly Follow[];
}

export type SettledPost =
	/** Milliseconds until it is tried again. */
	| { readonly retryIn: number }
	| {
			/** Whether there was a message. */
			readonly posted: boolean;
			readonly covered: readonly {
				readonly id: number;
				readonly upTo: number;
				/** Articles that the message was about. */
				readonly told: readonly string[];
			}[];
	  };

export interface NewsQuery {
	readonly follow: Pick<Follow, 'id' | 'server' | 'kind'>;
	/** Keys of speakers, or of one topic. */
	readonly keys: readonly string[];
	readonly after: number;
	readonly upTo: number;
	readonly limit: number;
}

export interface NewsArticle {
	readonly article: string;
	readonly number: number;
}
