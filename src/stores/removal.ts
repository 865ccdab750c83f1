/**
 * Removes what servers and members have left behind, and notes which servers have removed the bot. A store passes the
 * contract in tests/stores/removal-contract.ts. Times are by the store's clock.
 */
export interface RemovalStore {
	/**
	 * Deletes everything that is kept of a server, in one transaction. Two counters stay under its id, which say only how
	 * often something has changed: caches of other processes depend on them.
	 */
	forgetServer(server: string): Promise<ForgottenOfServer>;
	/**
	 * Deletes what is kept for a member, and their id wherever it stands beside something that is a server's: an article
	 * that they added stays.
	 */
	forgetMember(member: string): Promise<ForgottenOfMember>;
	/**
	 * Notes that servers have removed the bot: their feeds are not polled and their digests not posted from now on.
	 * @returns those that were not noted before.
	 */
	noteRemoved(servers: readonly string[]): Promise<readonly string[]>;
	/** Notes that servers have the bot again: everything goes on. @returns those that were noted as removed. */
	noteBack(servers: readonly string[]): Promise<readonly string[]>;
	/** The servers of which anything is kept, and that are not noted as removed. */
	serversKept(): Promise<readonly string[]>;
	/** The servers that are noted as removed. */
	serversRemoved(): Promise<readonly string[]>;
	/**
	 * Deletes everything of one server that was removed at least so many milliseconds ago, and the note of it; whoever
	 * else does the same. @returns the server, or null where there is none.
	 */
	forgetOneRemoved(age: number): Promise<string | null>;
}

/** How much was deleted. */
export interface ForgottenOfServer {
	/** Articles that only this server saw. */
	readonly articles: number;
	readonly additions: number;
	readonly feeds: number;
	/** Whether a digest was set up: 1, or 0. */
	readonly digests: number;
	/** Digests that were posted, and what was noted of them. */
	readonly posts: number;
	readonly discussions: number;
	readonly corrections: number;
	readonly follows: number;
}

/** How much was deleted, or now stands there without a name. */
export interface ForgottenOfMember {
	readonly follows: number;
	/** Articles that they added, which stay without their name. */
	readonly additions: number;
	readonly corrections: number;
	readonly feeds: number;
	readonly discussions: number;
	/** Digests that they set up or whose role they chose. */
	readonly digests: number;
}
