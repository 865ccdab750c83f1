import { type APIGatewayBotInfo, type Client, Routes } from 'discord.js';
import type { ShardStore } from '../../stores/shards.ts';
import { type Bot, type BotOptions, startBot } from '../bot.ts';
import { createClient } from '../client.ts';
import { untilReached } from '../reach.ts';
import { lookUpCommands } from '../register.ts';
import { commandBodies } from '../registration.ts';
import { openViews } from '../views/views.ts';
import { countShards, type ShardCount } from './count.ts';
import { identifyThrottle } from './identify.ts';
import { keepShards, type ShardTimes } from './keep.ts';
import { shardOf } from './shard-of.ts';

export interface FleetOptions<Context> extends Omit<BotOptions<Context>, 'shards' | 'endpoint'> {
	readonly store: ShardStore;
	/** Names this process; no other has the same. */
	readonly process: string;
	/** Shards in all; null for what Discord recommends. */
	readonly count: number | null;
	/** Whether it finds out the ids of commands that another process registers; not where its endpoint does. */
	readonly looksUpCommands: boolean;
	/** Called once, when the first shard is connected. */
	readonly onFirst: () => void;
	/** Called where no shard can ever be connected. */
	readonly onFailed: (error: unknown) => void;
	readonly times?: ShardTimes;
}

/** This process's share of the shards, a client each. */
export interface Fleet {
	/** The client that has a server, or any other that can send requests; null where none is connected. */
	clientOf(server?: string): Client<true> | null;
	/** Those that are connected now. */
	clients(): readonly Client<true>[];
	/** Null until the store has said for the first time which they are. */
	shards(): ShardCount | null;
	close(): Promise<void>;
}

/** Runs as many of the shards as fall to this process. @throws AbortError where `signal` aborts. */
export async function startFleet<Context>(options: FleetOptions<Context>): Promise<Fleet> {
	const { store, process, log, signal, looksUpCommands, onFirst, onFailed, times } = options;
	const { views = openViews(options.kept) } = options;
	const bots = new Map<number, Bot>();
	/** Shards of this process that are not connected yet. */
	const starting = new Set<number>();
	const count = options.count ?? (await recommended(options));
	let all = count;
	let first = true;
	let isShared = false;
	const closing = new AbortController();
	const bodies = commandBodies(options.commands.values());
	const restNow = () => {
		const [bot] = bots.values();
		if (bot === undefined) throw new Error('no shard of this process is connected');
		return bot.client.rest;
	};
	const stop = keepShards({
		...{ store, process, count, log, onFailed },
		...(times === undefined ? {} : { times }),
		onShared() {
			isShared = true;
		},
		async start(shard, of, aborted) {
			all = of;
			starting.add(shard);
			const bot = await startBot({
				...options,
				views,
				// Whoever holds the lease of the first shard registers the commands, for all.
				register: shard === 0,
				shards: { ids: [shard], count: of },
				identify: identifyThrottle(store),
				signal: signal === undefined ? aborted : AbortSignal.any([signal, aborted]),
			}).finally(() => starting.delete(shard));
			bots.set(shard, bot);
			if (first) {
				first = false;
				onFirst();
				if (looksUpCommands && shard !== 0)
					void lookUpCommands(restNow, bot.client.application.id, bodies, {
						...{ views, log, signal: closing.signal },
					});
			}
			return {
				async close() {
					bots.delete(shard);
					await bot.close();
				},
			};
		},
	});
	return {
		clientOf: (server = '') => (bots.get(shardOf(server, all)) ?? [...bots.values()][0])?.client ?? null,
		clients: () => [...bots.values()].map(({ client }) => client),
		shards() {
			if (!isShared) return null;
			const none = { all: starting.size, ready: 0 };
			return [...bots.values()]
				.map(({ client }) => countShards(client))
				.reduce((sum, one) => ({ all: sum.all + one.all, ready: sum.ready + one.ready }), none);
		},
		async close() {
			closing.abort();
			await stop();
		},
	};
}

/** How many shards Discord recommends. */
async function recommended<Context>(options: FleetOptions<Context>): Promise<number> {
	const { token, log, signal } = options;
	const client = createClient(
		{ apiUrl: options.apiUrl, shards: null },
		{ token, log, isConnected: () => false, onRefused: () => options.onLost?.() },
	);
	client.rest.setToken(token);
	try {
		return await untilReached(
			async () => ((await client.rest.get(Routes.gatewayBot())) as APIGatewayBotInfo).shards,
			{ log, signal },
		);
	} finally {
		await client.destroy();
	}
}
