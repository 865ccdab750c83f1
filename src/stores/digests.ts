import type { Shelf } from '../shelves.ts';

/**
 * Digests at rest: each server's settings, the ledger of what was posted, and the articles that arrived. A store of
 * digests passes the contract in tests/stores/digests-contract.ts. Several processes, on several machines, may hold
 * the same one: every lease, pause and due time is by the store's clock, never a process's own.
 */
export interface DigestStore extends SettingsStore, Ledger {
	/** The store's clock, in milliseconds since 1970. */
	now(): Promise<number>;
	/**
	 * A number that no arrival which can be seen now exceeds, on any shelf, and that every later one does exceed: what a
	 * digest has covered. Asked for before arrivals are read.
	 */
	lastArrival(): Promise<number>;
	/** Arrivals on one shelf, those that were added last first. `limit` is at most 5,000. */
	arrivals(query: ArrivalQuery): Promise<Arrival[]>;
}

export interface ArrivalQuery {
	readonly shelf: Shelf;
	/** Milliseconds since 1970. */
	readonly addedAfter: number;
	/** The greatest number that is wanted; all where it is left out. */
	readonly upTo?: number;
	/** The last one of the page before. */
	readonly before?: Pick<Arrival, 'added' | 'number'>;
	readonly limit: number;
}

interface SettingsStore {
	settings(server: string): Promise<DigestSettings | null>;
	/** Replaces what was set before; ends a pause. What has been covered and posted stays. */
	putSettings(settings: NewDigestSettings): Promise<void>;
	/** Changes only what is given, even while others change something else. @returns whether the server has any. */
	changeSettings(server: string, changes: SettingsChange): Promise<boolean>;
	/** Does nothing where it is paused already. @returns whether it was running. */
	pause(server: string, why: string): Promise<boolean>;
	/** @param first the first local date that may have a digest again. */
	resume(server: string, first: string): Promise<void>;
	/** Deletes the settings; the ledger stays, so that setting it up again posts nothing twice. */
	removeSettings(server: string): Promise<void>;

	/** The clocks of servers that are not paused: servers of one zone and time are due together. */
	clocks(): Promise<readonly { readonly zone: string; readonly time: string }[]>;
	/**
	 * Servers of a clock, not paused, whose digest of a local date has no entry in the ledger yet.
	 * @param dayBit the bit of the date's day of the week.
	 */
	unclaimed(clock: { zone: string; time: string }, date: string, dayBit: number): Promise<DigestSettings[]>;
}

interface Ledger {
	/** Entries without a live lease: claims whose lease is over, and those whose time to try again has come. */
	lapsed(): Promise<LedgerEntry[]>;
	/**
	 * Claims an entry for `holder`, in one atomic statement: a new one, one whose lease is over, or one that waits
	 * to be tried again. @returns null where another holder has it, or it is settled.
	 */
	claim(slot: Slot, claim: Claim): Promise<LedgerEntry | null>;
	/** Writes down what is about to be posted, and renews the lease. @returns whether the claim is still valid. */
	plan(slot: Slot, plan: string, claim: Omit<Claim, 'dueAt'>): Promise<boolean>;
	/** Writes down the outcome of a claim. @returns whether the claim was still valid. */
	settle(slot: Slot, holder: string, settled: Settled): Promise<boolean>;
	/** Notes a digest that was never begun, where the ledger has nothing for it. @returns whether it had nothing. */
	note(slot: Slot, dueAt: number, settled: Pick<Settled, 'state' | 'reason'>): Promise<boolean>;

	/** All entries of a local date, in the order in which they were due. */
	entries(server: string, date: string): Promise<LedgerEntry[]>;
	/** The last daily entry, by date. */
	lastDaily(server: string): Promise<LedgerEntry | null>;
	/** The ids of all articles that a server's digests have shown. */
	shown(server: string): Promise<ReadonlySet<string>>;
	/** Deletes settled entries that were due longer ago than so many milliseconds. */
	forget(age: number): Promise<void>;
}

export interface NewDigestSettings {
	readonly server: string;
	readonly channel: string;
	/** "08:30" */
	readonly time: string;
	/** A name of the tz database, or an offset: "+03:00". */
	readonly zone: string;
	/** Monday 1, Tuesday 2, … Sunday 64, added up. */
	readonly days: number;
	/** Topics that come first, and topics that are left out; as they were typed. */
	readonly follow: readonly string[];
	readonly leaveOut: readonly string[];
	readonly length: 'short' | 'normal' | 'long';
	/** The role that is pinged, or null. */
	readonly role: string | null;
	/** The member who chose the role, or null where there is none. */
	readonly roleSetBy: string | null;
	/** Whether each article gets a thread or forum post of its own. */
	readonly apart: boolean;
	/** What a day without new articles gets: one line, or nothing. */
	readonly quiet: 'line' | 'silent';
	/** The first local date that may have a digest. */
	readonly first: string;
	/** The member who changed it last. */
	readonly setBy: string;
}

export type SettingsChange = Partial<Omit<NewDigestSettings, 'server'>>;

export interface DigestSettings extends Omit<NewDigestSettings, 'setBy'> {
	/** Null where they had their id removed. */
	readonly setBy: string | null;
	/** Milliseconds since 1970, as all moments here. */
	readonly setAt: number;
	/** Why it is paused ("asked" where a manager wanted it), or null. */
	readonly paused: string | null;
	readonly pausedAt: number | null;
	/** What the last digest covered, or null where there was none: later arrivals are new. */
	readonly covered: Covered | null;
}

/** The range that a digest covered: the number of the last arrival that it could see, and when it looked. */
export interface Covered {
	readonly number: number;
	readonly at: number;
}

export interface Slot {
	readonly server: string;
	/** A local date: "2031-05-03". */
	readonly date: string;
	readonly slot: string;
}

export interface Claim {
	readonly holder: string;
	readonly leaseMs: number;
	readonly channel: string;
	readonly dueAt: number;
}

/**
 * "claimed" is being posted; "waiting" failed and is tried again; "posted", "silent" (nothing new, and set so),
 * "missed" and "refused" are settled for good.
 */
export type SlotState = 'claimed' | 'waiting' | 'posted' | 'silent' | 'missed' | 'refused';

export interface LedgerEntry extends Slot {
	readonly state: SlotState;
	readonly dueAt: number;
	readonly channel: string;
	readonly attempts: number;
	readonly leaseUntil: number;
	readonly retryAt: number | null;
	readonly message: string | null;
	readonly settledAt: number | null;
	readonly reason: string | null;
	/** What was to be posted, as the process that planned it wrote it down. */
	readonly plan: string | null;
}

export interface Settled {
	readonly state: Exclude<SlotState, 'claimed'>;
	readonly message?: string | null;
	readonly reason?: string | null;
	/** Of what waits: milliseconds until it is tried again. */
	readonly retryIn?: number;
	/** What it covered, and the articles that it showed. */
	readonly covered?: Covered;
	readonly shown?: readonly string[];
	/** Entries that are written down with it and are to be posted next, each with its plan. */
	readonly follow?: readonly { readonly slot: string; readonly channel: string; readonly plan: string }[];
}

/** An article that was added, with only what choosing among many needs. */
export interface Arrival {
	readonly id: string;
	readonly shelf: Shelf;
	readonly revision: string;
	/**
	 * Grows in the order in which arrivals become visible: once one with a number can be seen, none with a lower one
	 * appears any more, in whatever order writers commit. So a number says what has been covered.
	 */
	readonly number: number;
	/** When it was added, and when it was published, or else captured. */
	readonly added: number;
	readonly at: number;
	readonly quotes: number;
	readonly speakers: number;
	readonly comments: number;
	readonly topics: readonly string[];
}
