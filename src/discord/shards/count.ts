import { type Client, Status } from 'discord.js';

export interface ShardCount {
	/** Shards of this process; none without a gateway. */
	readonly all: number;
	/** Those that are connected. */
	readonly ready: number;
}

/** @param count null where it is not known yet which they are. */
export function areConnected(count: ShardCount | null): boolean {
	return count !== null && count.ready === count.all;
}

export function countShards({ ws: { shards } }: Pick<Client, 'ws'>): ShardCount {
	return { all: shards.size, ready: shards.filter(({ status }) => status === Status.Ready).size };
}
