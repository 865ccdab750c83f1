/** `[id, count]` */
export type Shard = readonly [id: number, count: number];

/** Whether a guild's events go to this shard. Direct messages go to the first one. */
export function isOnShard(guildId: string | null, [id, count]: Shard): boolean {
	return guildId === null ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
}
