/**
 * Discussions at rest: which article is discussed in which thread, and what was looked up there. A store of discussions
 * passes the contract in tests/stores/discussions-contract.ts. Several processes may hold the same one: leases are by
 * the store's clock.
 */
export interface DiscussionStore {
	/**
	 * Claims the opening of a discussion for `holder`, in one atomic statement. A channel has one open discussion of an
	 * article at a time.
	 */
	begin(place: DiscussionPlace, claim: DiscussionClaim): Promise<Begun>;
	/** Notes the thread that was opened, and that it is about the article. @returns whether the claim was still valid. */
	opened(place: DiscussionPlace, holder: string, thread: string): Promise<boolean>;
	/** Gives a claim up: nothing was opened. */
	abandon(place: DiscussionPlace, holder: string): Promise<void>;

	/** @returns null for a thread or channel that is no discussion. */
	discussion(thread: string): Promise<Discussion | null>;
	/** Claims the closing of one that is open. @returns its number of look-ups is then final; null where it is not open. */
	beginClosing(
		thread: string,
		claim: { readonly holder: string; readonly leaseMs: number },
	): Promise<boolean>;
	/** Ends a claimed closing: it is closed, and still to be archived; or, where that failed, open again. */
	endClosing(thread: string, holder: string, state: 'closed' | 'open'): Promise<boolean>;
	/** Closed discussions that are not archived yet. */
	toArchive(): Promise<readonly Discussion[]>;
	archived(thread: string): Promise<void>;
	/** Removes a thread that is gone from Discord, with everything that was counted in it. */
	forget(thread: string): Promise<void>;

	/** Counts a look-up in a discussion that is open; does nothing anywhere else. */
	count(thread: string, lookUp: LookUp): Promise<void>;
	/** What was looked up most, of each kind at most `limit`. */
	counted(thread: string, limit: number): Promise<readonly CountedLookUp[]>;
}

export interface DiscussionPlace {
	readonly server: string;
	/** The channel or forum that the thread is in. */
	readonly channel: string;
	/** The id of an article. */
	readonly article: string;
}

export interface DiscussionClaim {
	readonly holder: string;
	readonly leaseMs: number;
	/** The member who opens it, who may also close it. */
	readonly member: string;
}

export type Begun =
	/**
	 * Claimed. `startedAt` is when its opening began, in milliseconds since 1970; `again` where that was an earlier claim
	 * which was never ended, whose thread may be there.
	 */
	| { readonly state: 'begun'; readonly startedAt: number; readonly again: boolean }
	/** Somebody else is opening it. */
	| { readonly state: 'opening' }
	| { readonly state: 'open'; readonly thread: string };

export interface Discussion extends DiscussionPlace {
	readonly thread: string;
	/** 'closing' only as long as the lease of that claim lasts. */
	readonly state: 'open' | 'closing' | 'closed';
	/** Null where they had their id removed. */
	readonly openedBy: string | null;
	/** Milliseconds since 1970. */
	readonly openedAt: number;
}

/**
 * What somebody looked at in a thread: words of the article, never a member's. `of` is a speaker's name as the article
 * has it, or a paragraph counted from 0.
 */
export type LookUp =
	| { readonly kind: 'speaker'; readonly of: string }
	| { readonly kind: 'passage' | 'check'; readonly of: number }
	| { readonly kind: 'comments' | 'topics' | 'quotes'; readonly of: null };

export type CountedLookUp = LookUp & { readonly times: number };
