import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocketOptions } from 'discord.js';
import type { ShardStore } from '../../stores/shards.ts';

/** Discord: one identify in five seconds for each bucket, whichever process sends it. */
const apart = 5_000;

/** Lets a client identify only when no other process does. Source: Discord, "Sharding", max_concurrency. */
export function identifyThrottle(
	store: Pick<ShardStore, 'reserveIdentify'>,
): NonNullable<WebSocketOptions['buildIdentifyThrottler']> {
	return async (manager) => {
		const { session_start_limit: limit } = await manager.fetchGatewayInformation();
		return {
			async waitForIdentify(shard, signal) {
				const wait = await store.reserveIdentify(shard % limit.max_concurrency, apart);
				if (wait > 0) await pause(wait, undefined, { signal });
			},
		};
	};
}
