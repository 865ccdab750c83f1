import type { ArticleLine } from './library.ts';

/** What the archive keeps of the digests: each server's settings, and the ledger of what was posted. */
export interface DigestStore {
	settings(server: string): Promise<DigestSettings | null>;
	/** In place of what was set before; what has been covered and posted stays. */
	putSettings(settings: NewDigestSettings): Promise<void>;
	/** Does nothing where it is paused already. @returns whether it was not. */
	pause(server: string, why: string, now: number): Promise<boolean>;
	/** @param first the first local date that may have a digest again. */
	resume(server: string, first: string): Promise<void>;
	/** Takes the settings away; the ledger stays, so that setting it up again posts nothing twice. */
	removeSettings(server: string): Promise<void>;
	counts(): Promise<{ readonly active: number; readonly paused: number }>;

	/** The clocks of servers that are not paused: servers of one zone and time are due together. */
	clocks(): Promise<readonly { readonly zone: string; readonly time: string }[]>;
	/**
	 * Servers of a clock, not paused, whose digest of a local date has no entry in the ledger yet.
	 * @param dayBit the bit of the date's day of the week.
	 */
	unclaimed(clock: { zone: string; time: string }, date: string, dayBit: number): Promise<DigestSettings[]>;
	/** Entries that nobody works on: claims whose lease is over, and those whose time to try again has come. */
	lapsed(now: number): Promise<LedgerEntry[]>;

	/**
	 * Takes an entry for `holder`, in one atomic statement: a new one, one whose lease is over, or one that waits
	 * to be tried again. @returns null where it is somebody else's, or settled.
	 */
	claim(slot: Slot, claim: Claim): Promise<LedgerEntry | null>;
	/** Writes down what is about to be posted, and renews the lease. @returns whether the claim still stands. */
	plan(slot: Slot, plan: string, claim: Omit<Claim, 'now' | 'dueAt'>): Promise<boolean>;
	/** Says what has become of a claim. @returns whether the claim still stood. */
	settle(slot: Slot, holder: string, settled: Settled): Promise<boolean>;
	/** Notes a digest that was never begun, where the ledger has nothing of it. */
	note(slot: Slot, dueAt: number, settled: Settled): Promise<boolean>;

	/** All entries of a local date, in the order of their slots. */
	entries(server: string, date: string): Promise<LedgerEntry[]>;
	/** The last daily entry, by date; and the last `count` of all that were posted. */
	lastDaily(server: string): Promise<LedgerEntry | null>;
	lastPosted(server: string, count: number): Promise<LedgerEntry[]>;
	/** Which of these articles a server's digests have shown, and on which date. */
	shown(server: string, articles: readonly string[]): Promise<ReadonlyMap<string, string>>;

	/** The articles that were taken in last, latest first. */
	arrivals(limit: number): Promise<Arrival[]>;
	/** Forgets entries due before a moment. */
	forget(before: number): Promise<void>;
}

export interface NewDigestSettings {
	readonly server: string;
	readonly channel: string;
	/** "08:30" */
	readonly time: string;
	/** IANA. */
	readonly zone: string;
	/** Monday 1, Tuesday 2, … Sunday 64, added up. */
	readonly days: number;
	/** Topics that come first, and topics that are left out; as they were typed. */
	readonly follow: readonly string[];
	readonly leaveOut: readonly string[];
	readonly length: 'short' | 'normal' | 'long';
	/** The role that is pinged, or null. */
	readonly role: string | null;
	/** Whether each article gets a thread or forum post of its own. */
	readonly apart: boolean;
	/** What a day without news gets: one line, or nothing. */
	readonly quiet: 'line' | 'silent';
	/** The first local date that may have a digest. */
	readonly first: string;
	/** The member who set it. */
	readonly setBy: string;
	/** Milliseconds since 1970, as all moments here. */
	readonly setAt: number;
}

export interface DigestSettings extends NewDigestSettings {
	readonly paused: string | null;
	readonly pausedAt: number | null;
	/** What the last digest covered, or null where there was none: later arrivals are new. */
	readonly covered: Covered | null;
}

/** How far a digest looked: the number of the last arrival, and when it looked. */
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
	readonly now: number;
	readonly leaseUntil: number;
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
	/** What was to be posted, as whoever planned it wrote it down. */
	readonly plan: string | null;
}

export interface Settled {
	readonly state: Exclude<SlotState, 'claimed'>;
	readonly at: number;
	readonly message?: string | null;
	readonly reason?: string | null;
	readonly retryAt?: number;
	/** What it covered, and the articles that it showed. */
	readonly covered?: Covered;
	readonly shown?: readonly string[];
	/** Entries that are written down with it and are to be posted next, each with its plan. */
	readonly follow?: readonly { readonly slot: string; readonly channel: string; readonly plan: string }[];
}

export interface Arrival {
	readonly line: ArticleLine;
	/** Grows with every article that is taken in. */
	readonly number: number;
	/** When it was taken in. */
	readonly added: number;
	readonly topics: readonly string[];
}
