import type { Shelf } from '../shelves.ts';

/** What a member added, and what it led to. Of members only the id is kept, and only as long as this is. */
export interface Addition {
	/** What it is known by: the key of an address, or the hash of a file or text. */
	readonly name: string;
	readonly kind: 'link' | 'file' | 'text';
	/** Where it was fetched from; null for a file or text. */
	readonly address: string | null;
	/** The id of the article that it is: of several in a file, one row each. */
	readonly article: string;
	/** Who added it. */
	/** Null where they had their id removed. */
	readonly member: string | null;
	/** When, in milliseconds since 1970. */
	readonly at: number;
	/** When it was fetched or read last. */
	readonly fetchedAt: number;
	/** Whether the article was there already under another address, so that this one holds nothing. */
	readonly joined: boolean;
}

/** Who may add articles on a server. */
export interface AddingRules {
	readonly who: 'embedders' | 'role' | 'managers';
	/** The role, where `who` is one. */
	readonly role: string | null;
	/** Additions of a member in a day; null for the operator's own limit. */
	readonly daily: number | null;
}

/** Whose limit does not allow another addition today. */
export type Spent = 'member' | 'server';

/** Which page of a server's additions to give. */
export interface AdditionsPage {
	/** Only those of these articles, by id. */
	readonly articles?: readonly string[];
	readonly offset: number;
	readonly limit: number;
}

/**
 * What members added to a shelf, and who may. A store passes the contract in tests/stores/additions-contract.ts.
 */
export interface AdditionStore {
	/** Notes what was added, each in place of what had its name and article. Times are the store's. */
	put(shelf: Shelf, additions: readonly Omit<Addition, 'at' | 'fetchedAt'>[]): Promise<void>;
	/** Notes that it was fetched again. */
	fetched(shelf: Shelf, name: string): Promise<void>;
	/** By the name that it is known by. */
	named(shelf: Shelf, name: string): Promise<Addition[]>;
	/** Those of some articles, the oldest first. */
	of(shelf: Shelf, articles: readonly string[]): Promise<Addition[]>;
	/** The latest first. */
	list(
		shelf: Shelf,
		page: AdditionsPage,
	): Promise<{ readonly additions: Addition[]; readonly total: number }>;
	/** Forgets all additions of an article. @returns those that were there. */
	remove(shelf: Shelf, article: string): Promise<Addition[]>;
	/**
	 * Counts one more addition of a member today, by the store's clock in UTC; atomic, whichever process asks. What
	 * members did on earlier days is forgotten.
	 * @returns whose limit is reached, and then counts nothing; null where it was counted.
	 */
	spend(
		shelf: Shelf,
		member: string,
		most: { readonly member: number; readonly server: number },
	): Promise<Spent | null>;
	/** Null where nothing was set. */
	rules(server: string): Promise<AddingRules | null>;
	setRules(server: string, rules: AddingRules): Promise<void>;
}
