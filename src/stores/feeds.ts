/**
 * Feeds at rest: which server has subscribed to which, and the state of each feed, which is polled once for all servers
 * that have it. A store of feeds passes the contract in tests/stores/feeds-contract.ts. Several processes may poll:
 * due times and leases are by the store's clock.
 */
export interface FeedStore extends Subscriptions, Polls {
	/** The store's clock, in milliseconds since 1970. */
	now(): Promise<number>;
}

interface Subscriptions {
	/**
	 * Subscribes a server to a feed; a server has at most `most`. A feed that ended begins anew.
	 * @param first what a first poll found, where there was one: taken where nobody polls the feed yet.
	 */
	subscribe(subscription: NewSubscription, most: number, first?: FirstPoll): Promise<Subscribed>;
	/** All of a server, by title. */
	subscriptions(server: string): Promise<readonly Subscription[]>;
	/** @returns null where the server has none with this number. */
	subscription(server: string, id: number): Promise<Subscription | null>;
	/**
	 * Changes what is given. A feed that nobody polled begins anew when it is taken up again: what came meanwhile
	 * is not taken in. @returns whether the server has it.
	 */
	change(server: string, id: number, change: SubscriptionChange): Promise<boolean>;
	/** @returns what was removed, or null. A feed that no server has any more is forgotten. */
	unsubscribe(server: string, id: number): Promise<Subscription | null>;
}

interface Polls {
	/**
	 * Claims feeds that are due and have a server that is not paused, those due longest first, in one atomic
	 * statement: each feed is claimed by one holder until its lease is over.
	 */
	claimDue(claim: {
		readonly holder: string;
		readonly leaseMs: number;
		readonly limit: number;
	}): Promise<ClaimedFeed[]>;
	/** The servers that get what a feed brings: those that are not paused. */
	subscribersOf(feed: number): Promise<readonly Subscriber[]>;
	/** Writes down the outcome of a claim and ends it. @returns whether the claim was still valid. */
	settle(feed: number, holder: string, settled: SettledPoll): Promise<boolean>;
	/** Marks that the trouble of a feed has been told. @returns whether it was not before, so that one process tells it. */
	tellTrouble(feed: number): Promise<boolean>;
	/** How many feeds are due and not claimed. */
	countDue(): Promise<number>;
}

/** What is to be in an article, and what is not to be in it. As it was typed. */
export interface Terms {
	readonly take: readonly string[];
	readonly leave: readonly string[];
}

/** Which articles of a feed a server takes in: with some of what is to take, if any is named, and none of what is to leave. */
export interface Filters {
	readonly topics: Terms;
	readonly words: Terms;
	readonly speakers: Terms;
}

export interface NewSubscription {
	readonly server: string;
	readonly address: string;
	readonly title: string | null;
	readonly site: string | null;
	/** The member who added it. */
	readonly addedBy: string;
	readonly filters: Filters;
}

export interface FirstPoll extends Version {
	/** Items that are there already, and are not taken in. */
	readonly seen: readonly string[];
	readonly interval: number;
	/** Milliseconds from now. */
	readonly nextIn: number;
}

export type Subscribed =
	| { readonly state: 'new' | 'known'; readonly subscription: Subscription }
	| { readonly state: 'full' };

export interface SubscriptionChange {
	readonly paused?: boolean;
	readonly filters?: Filters;
}

export interface Subscription extends Omit<NewSubscription, 'addedBy'> {
	readonly id: number;
	/** Null where they had their id removed. */
	readonly addedBy: string | null;
	/** Milliseconds since 1970, as all moments here. */
	readonly addedAt: number;
	readonly paused: boolean;
	/** Articles that this server took in from it, and when the last one was. */
	readonly taken: number;
	readonly takenAt: number | null;
	readonly feed: FeedState;
}

export interface FeedState {
	readonly id: number;
	/** When it was last asked and answered; null for never. */
	readonly checkedAt: number | null;
	readonly nextAt: number;
	/** Items that were there at the first poll and were not taken in; null before it. */
	readonly baseline: number | null;
	/** Where it was before it moved. */
	readonly movedFrom: string | null;
	/** A sentence: what is wrong since `failingSince`; null where nothing is. */
	readonly trouble: string | null;
	readonly failingSince: number | null;
	/** Why it is not polled any more; null where it is. */
	readonly ended: string | null;
}

/** What tells whether a feed has changed. */
interface Version {
	readonly etag: string | null;
	readonly lastModified: string | null;
	/** Of its bytes, in hex. */
	readonly sha256: string | null;
}

export interface ClaimedFeed extends Version {
	readonly id: number;
	readonly address: string;
	/** When it was due. */
	readonly dueAt: number;
	/** Ids of items that it had, the last ones first; null before the first poll. */
	readonly seen: readonly string[] | null;
	/** Items that wait to be fetched, as `SettledPoll.waiting` left them. */
	readonly waiting: string | null;
	/** Milliseconds between two polls, as the last one decided; null before the first poll. */
	readonly interval: number | null;
	/** Failures in a row, and since when. */
	readonly failures: number;
	readonly failingSince: number | null;
}

export interface Subscriber {
	readonly id: number;
	readonly server: string;
	/** Null where they had their id removed. */
	readonly addedBy: string | null;
	readonly filters: Filters;
}

export type SettledPoll =
	/** It answered. What is left out stays as it was. */
	| ({
			readonly state: 'read';
			readonly interval: number;
			readonly nextIn: number;
			readonly title?: string;
			readonly site?: string;
			/** Its new address, where it has moved for good. */
			readonly movedTo?: string;
			readonly seen?: readonly string[];
			readonly waiting?: string | null;
			/** How many articles each subscription took in. */
			readonly taken?: ReadonlyMap<number, number>;
	  } & Partial<Version>)
	| { readonly state: 'failed'; readonly trouble: string; readonly nextIn: number }
	/** Others wait for the same site: it is no failure. */
	| { readonly state: 'later'; readonly nextIn: number }
	| { readonly state: 'ended'; readonly why: string };

/** Ids of items that are remembered of a feed. */
export const mostSeen = 1_500;
