import { ChannelType, type Client, ThreadChannel } from 'discord.js';
import { LRUCache } from 'lru-cache';

const threads = new Set<ChannelType>([
	ChannelType.AnnouncementThread,
	ChannelType.PublicThread,
	ChannelType.PrivateThread,
]);

/** Whether channels of a type, as Discord numbers them, are threads. */
export const isThread = (type: number): boolean => threads.has(type);

const most = 50_000;

/**
 * Channels that interactions over HTTP have shown to be no threads, for each client: without the gateway it knows of
 * none. A channel never becomes a thread.
 */
const noThreads = new WeakMap<Client, LRUCache<string, true>>();

/** Notes what an interaction says of the channel that it was used in. */
export function noteChannel(client: Client, interaction: object): void {
	if (!('channel' in interaction)) return;
	const { id, type } = (interaction.channel ?? {}) as { readonly id?: unknown; readonly type?: unknown };
	if (typeof id !== 'string' || typeof type !== 'number' || isThread(type)) return;
	const known = noThreads.get(client) ?? new LRUCache<string, true>({ max: most });
	noThreads.set(client, known);
	known.set(id, true);
}

/** Whether a channel may be a thread, as far as the client knows. */
export function mayBeThread(client: Client, channel: string): boolean {
	if (noThreads.get(client)?.has(channel)) return false;
	const known = client.channels.cache.get(channel);
	return known === undefined || known instanceof ThreadChannel;
}
