import { randomUUID } from 'node:crypto';
import { type BotOptions, startBot } from '../discord/bot.ts';
import type { Connected } from '../discord/connected.ts';
import { senderOf } from '../discord/servers/sender.ts';
import { areConnected, countShards, type ShardCount } from '../discord/shards/count.ts';
import { type Fleet, startFleet } from '../discord/shards/fleet.ts';
import { openTurns } from '../discord/turns.ts';
import { openViews } from '../discord/views/views.ts';
import { startWithoutGateway } from '../discord/without-gateway.ts';
import type { ShardStore } from '../stores/shards.ts';
import type { Config } from './config.ts';

/** A bot that answers, however it is connected. */
export interface ConnectedBot {
	/** The shards of this process now; null where it is not known yet which they are. */
	shards(): ShardCount | null;
	/** Whether what Discord sends reaches it: over its endpoint, or over its shards. */
	isReached(): boolean;
	close(): Promise<void>;
}

export interface ConnectOptions<Context> extends Omit<BotOptions<Context>, 'shards' | 'endpoint'> {
	/** Shares out the shards where processes do that among themselves. */
	readonly shardStore: ShardStore;
	/** Called once, when commands may write to Discord: before the first of them is answered. */
	readonly onConnected: (connected: Connected) => void;
	/** Called once, when this process is to post what is due. */
	readonly onPosting: () => void;
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
		options.onConnected(bot);
		return { shards: () => countShards(bot.client), isReached: () => true, close: () => bot.close() };
	}
	if (shards !== null && shards.ids === 'auto') {
		return connectFleet(shards.count, endpoint, options);
	}
	const bot = await startBot({ ...options, shards, endpoint });
	options.onConnected(bot);
	options.onPosting();
	const counted = () => countShards(bot.client);
	return { shards: counted, isReached: () => areConnected(counted()), close: () => bot.close() };
}

/** This process's share of the shards, and the endpoint beside them, where there is one. */
async function connectFleet<Context>(
	count: number | null,
	endpoint: Config['endpoint'],
	options: ConnectOptions<Context>,
): Promise<ConnectedBot> {
	const [views, turns] = [openViews(options.kept), openTurns()];
	const interactions =
		endpoint === null
			? null
			: await startWithoutGateway({ ...options, views, turns, endpoint, register: false });
	let fleet: Fleet | null = null;
	const clientOf = (server: string | undefined) => {
		const client = fleet?.clientOf(server) ?? interactions?.client;
		if (client === undefined) throw new Error('No shard of this process is connected.');
		return client;
	};
	const connected: Connected = { views, sender: senderOf(clientOf), clients: () => fleet?.clients() ?? [] };
	// What comes to the endpoint needs no shard of this process.
	if (interactions !== null) options.onConnected(connected);
	const started = await startFleet({
		...{ ...options, views, turns, count },
		store: options.shardStore,
		process: randomUUID(),
		looksUpCommands: interactions === null,
		onFirst() {
			if (interactions === null) options.onConnected(connected);
			options.onPosting();
		},
	});
	fleet = started;
	return {
		shards: () => started.shards(),
		isReached() {
			const count = started.shards();
			// Shards come and go as processes do, and each takes seconds to connect; the endpoint answers meanwhile.
			return interactions === null ? areConnected(count) : count !== null;
		},
		async close() {
			await interactions?.close();
			await started.close();
		},
	};
}
