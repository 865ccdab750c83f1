import type { Client } from 'discord.js';
import type { BotOptions, EndpointAddress } from './bot.ts';
import { createClient } from './client.ts';
import type { Connected } from './connected.ts';
import { openInteractions } from './endpoint/interactions.ts';
import { listen } from './listening.ts';
import { untilReached } from './reach.ts';
import { lookUpCommands, registerAtStart } from './register.ts';
import { commandBodies } from './registration.ts';
import { senderOver } from './servers/sender.ts';
import { openViews } from './views/views.ts';

/** A bot that answers only what comes to its endpoint. What it posts goes out as requests. */
export interface EndpointBot extends Connected {
	readonly client: Client;
	/** Where it listens; another than asked for only where that was 0. */
	readonly port: number;
	readonly registered: Promise<boolean>;
	close(): Promise<void>;
}

/**
 * Answers interactions over HTTP without a connection to the gateway, so any number of processes may do it behind a
 * load balancer. Mentions come over the gateway alone.
 * @throws UserError where Discord does not accept the token, or the port is not free; AbortError where `signal` aborts.
 */
export async function startWithoutGateway<Context>(
	options: Omit<BotOptions<Context>, 'shards' | 'endpoint'> & { readonly endpoint: EndpointAddress },
): Promise<EndpointBot> {
	const { log, signal, endpoint: address } = options;
	const { views = openViews(options.kept), register = true } = options;
	const closing = new AbortController();
	let reached = false;
	const token = {
		...{ token: options.token, log },
		isConnected: () => reached,
		onRefused: () => options.onLost?.(),
	};
	const client = createClient({ apiUrl: options.apiUrl, shards: null }, token);
	client.rest.setToken(options.token);
	const listening = listen(client, { ...options, views }, null, log);
	const endpoint = await untilReached(() => openInteractions(client, { ...address, log }), { log, signal });
	reached = true;
	const bodies = commandBodies(options.commands.values());
	return {
		client,
		clients: () => [],
		sender: senderOver(client),
		views,
		port: endpoint.port,
		registered: register
			? registerAtStart(client.rest, endpoint.application, bodies, views, log)
			: lookUpCommands(() => client.rest, endpoint.application, bodies, {
					...{ views, log, signal: closing.signal },
				}),
		async close() {
			closing.abort();
			await endpoint.close();
			await listening.stop();
			await client.destroy();
		},
	};
}
