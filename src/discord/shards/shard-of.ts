/** The shard that a server belongs to: Discord, "Sharding formula". What is no id is on the first. */
export function shardOf(server: string, count: number): number {
	return /^\d{1,20}$/u.test(server) ? Number((BigInt(server) >> 22n) % BigInt(count)) : 0;
}
