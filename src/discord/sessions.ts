import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';
import { closeConnecting } from './connecting.ts';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;

/**
 * Sessions that can be ended for good. discord.js (14.28) does nothing when a client is destroyed whose shard is just
 * waiting to connect again: half a second later that shard connects all the same, beside the one of the next client or
 * of another process, and each interaction is answered twice. A shard asks for its session before it connects, and an
 * ended one never gets an answer.
 */
export function endableSessions(): { readonly strategy: BuildStrategy; end(): void } {
	const managers: Parameters<BuildStrategy>[0][] = [];
	const strategies: SimpleShardingStrategy[] = [];
	return {
		strategy(manager) {
			const strategy = new SimpleShardingStrategy(manager);
			managers.push(manager);
			strategies.push(strategy);
			return strategy;
		},
		end() {
			for (const { options } of managers) options.retrieveSessionInfo = () => new Promise(() => {});
			for (const strategy of strategies) closeConnecting(strategy);
		},
	};
}
