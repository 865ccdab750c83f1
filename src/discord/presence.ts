import {
	type Client,
	Events,
	GatewayDispatchEvents,
	type GatewayReadyDispatchData,
	Status,
} from 'discord.js';
import type { Presence } from '../removal/presence.ts';
import { shardOf } from './shards/shard-of.ts';

/**
 * Which servers the bot is in, as far as the shards of this process can tell.
 * @param clients those that are connected now; a new one is taken up when `connections` is asked for.
 */
export function openPresence(clients: () => readonly Client<true>[]): Presence {
	let connections = 0;
	const listeners: ((server: string, now: 'in' | 'gone') => void)[] = [];
	const tell = (server: string, now: 'in' | 'gone') => {
		for (const changed of listeners) changed(server, now);
	};
	/** Servers that discord.js still keeps, though a new session does not name them. */
	const left = new Set<string>();
	const known = new WeakSet<Client>();

	const attach = (client: Client<true>) => {
		known.add(client);
		connections++;
		// Not sent for an outage, of which discord.js makes another event.
		client.on(Events.GuildDelete, ({ id }) => tell(id, 'gone'));
		client.on(Events.GuildCreate, ({ id }) => {
			left.delete(id);
			tell(id, 'in');
		});
		client.on(Events.ShardReady, () => {
			connections++;
		});
		client.ws.on(GatewayDispatchEvents.Ready, ({ guilds }: GatewayReadyDispatchData, shard: number) => {
			const named = new Set(guilds.map(({ id }) => id));
			for (const id of named) left.delete(id);
			for (const id of client.guilds.cache.keys())
				if (shardOf(id, shardsOf(client)) === shard && !named.has(id)) left.add(id);
			connections++;
		});
	};
	const attachNew = () => {
		for (const client of clients()) if (!known.has(client)) attach(client);
	};
	attachNew();
	return {
		standing(server) {
			if (!/^\d{15,20}$/u.test(server)) return 'unknown';
			const client = clients().find(
				(one) => one.ws.shards.get(shardOf(server, shardsOf(one)))?.status === Status.Ready,
			);
			if (client === undefined) return 'unknown';
			return client.guilds.cache.has(server) && !left.has(server) ? 'in' : 'gone';
		},
		connections() {
			attachNew();
			return connections;
		},
		onChange: (changed) => void listeners.push(changed),
	};
}

const shardsOf = ({ options, ws }: Client) => options.shardCount ?? ws.shards.size;
