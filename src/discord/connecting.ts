import type { SimpleShardingStrategy } from 'discord.js';

/** What is used here of `ws`, over which discord.js connects on Node. */
interface Socket {
	readonly readyState: number;
	onclose: unknown;
	onerror: unknown;
	on(event: 'error', listener: () => void): unknown;
	terminate(): void;
}

/** WebSocket.CONNECTING */
const connecting = 0;

/**
 * Closes the connections of shards that are just being made, before their client is destroyed. discord.js (14.28) leaves
 * these open and takes its listeners off: where such a connection fails after that, as when the network is away, its
 * error has no listener and would end the process.
 */
export function closeConnecting(strategy: SimpleShardingStrategy): void {
	const { shards } = strategy as unknown as {
		readonly shards: ReadonlyMap<number, { readonly connection: Socket | null }>;
	};
	for (const { connection } of shards.values()) {
		if (connection?.readyState !== connecting) continue;
		// Nobody is told of a connection that broke, nor makes the next one.
		connection.onclose = null;
		connection.onerror = null;
		connection.on('error', () => undefined);
		connection.terminate();
	}
}
