/**
 * Which process runs which of Discord's shards, and who may identify when. A store passes the contract in
 * tests/stores/shards-contract.ts. Leases are by the store's clock.
 */
export interface ShardStore {
	/**
	 * Reports that a process lives, renews its leases and takes shards whose lease is over, up to its fair share: all
	 * shards divided by the processes that live, rounded up. All in one transaction, whoever else does the same.
	 * All living processes have one count: where another has come first with a different one, nothing is done, and the
	 * answer has that count and no shards.
	 */
	renew(process: string, lease: ShardLease): Promise<ShardShare>;
	/** Gives shards back that this process no longer runs. */
	release(process: string, shards: readonly number[]): Promise<void>;
	/** A process ends: it and all that it held are forgotten. */
	leave(process: string): Promise<void>;
	/**
	 * Reserves the next moment at which a connection may identify in a bucket of Discord's.
	 * @param apart milliseconds between two of them.
	 * @returns how many milliseconds from now it is.
	 */
	reserveIdentify(bucket: number, apart: number): Promise<number>;
}

export interface ShardLease {
	/** Shards in all. */
	readonly count: number;
	/** Milliseconds until others may take what is not renewed. */
	readonly length: number;
}

export interface ShardShare {
	/** Shards in all. */
	readonly count: number;
	/** The shards that this process has now; more than its share where another has come. */
	readonly held: readonly number[];
	/** How many it should have at most. */
	readonly share: number;
}
