import { randomUUID } from 'node:crypto';
import { type BotOptions, startBot } from '../discord/bot.ts';
import { countShards, type ShardCount } from '../discord/shards/count.ts';
import { startFleet } from '../discord/shards/fleet.ts';
import { startWithoutGateway } from '../discord/without-gateway.ts';
import type { ShardStore } from '../stores/shards.ts';
import type { Config } from './config.ts';
import type { startPosting } from './posting.ts';

/** A bot that answers, however it is connected. */
export interface ConnectedBot {
	/** The shards of this process now. */
	shards(): ShardCount;
	close(): Promise<void>;
}

export interface ConnectOptions<Context> extends Omit<BotOptions<Context>, 'shards' | 'endpoint'> {
	/** Shares out the shards where processes do that among themselves. */
	readonly shardStore: ShardStore;
	/** Called once, when there is a client that can post. */
	readonly onPosting: (bot: Parameters<typeof startPosting>[1]) => void;
	/** Called where it turns out later that no shard can ever be connected. */
	readonly onFailed: (error: unknown) => void;
}

/**
 * Connects as the configuration says: one client with the shards it names, this process's share of all shards, or no
 * gateway at all.
 * @throws UserError where Discord does not accept the token, or a port is not free; AbortError where `signal` aborts.
 */
export async function connect<Context>(
	{ shards, endpoint }: Pick<Config, 'shards' | 'endpoint'>,
	options: ConnectOptions<Context>,
): Promise<ConnectedBot> {
	if (shards === 'none') {
		// The configuration has seen to it that there is one.
		const address = endpoint ?? { port: 0, host: '127.0.0.1' };
		const bot = await startWithoutGateway({ ...options, endpoint: address });
		return { shards: () => countShards(bot.client), close: () => bot.close() };
	}
	if (shards !== null && shards.ids === 'auto') {
		const interactions = endpoint === null ? null : await startWithoutGateway({ ...options, endpoint });
		const fleet = await startFleet({
			...options,
			store: options.shardStore,
			process: randomUUID(),
			count: shards.count,
			onFirst: () => options.onPosting(fleet),
		});
		return {
			shards: () => fleet.shards(),
			async close() {
				await interactions?.close();
				await fleet.close();
			},
		};
	}
	const named = shards === null ? null : { ids: shards.ids, count: shards.count };
	const bot = await startBot({ ...options, shards: named, endpoint });
	options.onPosting(bot);
	return { shards: () => countShards(bot.client), close: () => bot.close() };
}
