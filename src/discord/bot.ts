import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import type { Logger } from 'pino';
import { UserError } from '../errors.ts';
import type { Runtime } from './answer.ts';
import { type Connection, createClient } from './client.ts';
import type { Connected } from './connected.ts';
import { openInteractions } from './endpoint/interactions.ts';
import { listen } from './listening.ts';
import { mentionCommand } from './mention.ts';
import { reasonOf, untilReached } from './reach.ts';
import { registerAtStart, wrongToken } from './register.ts';
import { commandBodies } from './registration.ts';
import { senderOver } from './servers/sender.ts';
import type { TokenOptions } from './token.ts';
import { openViews, type Views } from './views/views.ts';

/** Where interactions are received over HTTP. */
export interface EndpointAddress {
	readonly port: number;
	/** 127.0.0.1, or 0.0.0.0 in a container. */
	readonly host: string;
}

export interface BotOptions<Context> extends Connection, Omit<Runtime<Context>, 'views'> {
	readonly token: string;
	/** Aborts the attempts to connect. */
	readonly signal?: AbortSignal;
	/** Where interactions are received over HTTP, in addition to the gateway; null or left out for nowhere. */
	readonly endpoint?: EndpointAddress | null;
	/** Shared by the bots of one process; made where it is left out. */
	readonly views?: Views;
	/** Whether it registers the commands; another process does so otherwise. Default true. */
	readonly register?: boolean;
	/** Called when Discord ends the session for good, e.g. because the token was replaced. */
	readonly onLost?: () => void;
}

export interface Bot extends Connected {
	/** Ready: the gateway has said so. */
	readonly client: Client<true>;
	/** Resolves when the commands are registered as the code has them; false where that failed. */
	readonly registered: Promise<boolean>;
	/** Ends the session; answers that are being written are sent first. */
	close(): Promise<void>;
}

/**
 * Connects to Discord and answers. Tries again while there is no network, until there is or `signal`
 * aborts.
 * @throws UserError where Discord does not accept the token, or the port for interactions is not free; AbortError
 * where `signal` aborts.
 */
export async function startBot<Context>(options: BotOptions<Context>): Promise<Bot> {
	const { log, signal, endpoint = null } = options;
	const { views = openViews(options.kept), register = true } = options;
	const runtime: Runtime<Context> = { ...options, views };
	const bodies = commandBodies(options.commands.values());
	const mentioned = mentionCommand(options);
	return untilReached(
		async () => {
			let connected = false;
			const token: TokenOptions = {
				token: options.token,
				log,
				isConnected: () => connected,
				onRefused: () => options.onLost?.(),
			};
			const client = createClient(options, token, { mentions: mentioned !== null });
			report(client, log);
			const listening = listen(client, runtime, mentioned, log);
			try {
				const ready = await login(client, options.token, signal);
				connected = true;
				const interactions = endpoint === null ? null : await openInteractions(ready, { ...endpoint, log });
				ready.on(Events.ShardDisconnect, () => options.onLost?.());
				return {
					client: ready,
					clients: () => [ready],
					sender: senderOver(ready),
					views,
					registered: register
						? registerAtStart(ready.rest, ready.application.id, bodies, views, log)
						: Promise.resolve(true),
					async close() {
						ready.removeAllListeners(Events.ShardReconnecting);
						await interactions?.close();
						await listening.stop();
						await ready.destroy();
					},
				};
			} catch (err) {
				await client.destroy();
				if (err instanceof DiscordjsError && err.code === DiscordjsErrorCodes.TokenInvalid) {
					throw new UserError(wrongToken);
				}
				throw err;
			}
		},
		{ log, signal },
	);
}

/** Discord, "Gateway close event codes". */
const authenticationFailed = 4004;

/** Where the gateway does not answer, discord.js waits for it without end, so the signal is heard here too. */
async function login(client: Client, token: string, signal: AbortSignal | undefined): Promise<Client<true>> {
	signal?.throwIfAborted();
	const loggedIn = new AbortController();
	const ready = new Promise<Client<true>>((resolve, reject) => {
		signal?.addEventListener('abort', () => reject(signal.reason), { signal: loggedIn.signal });
		client.once(Events.ClientReady, resolve);
		client.once(Events.ShardDisconnect, ({ code }) => {
			reject(code === authenticationFailed ? new UserError(wrongToken) : new Error(`it closed with ${code}`));
		});
	});
	try {
		const [, connected] = await Promise.all([client.login(token), ready]);
		return connected;
	} finally {
		loggedIn.abort();
	}
}

/** discord.js connects again by itself; the log says what happened. */
function report(client: Client, log: Logger): void {
	client.on(Events.ClientReady, (ready) =>
		log.info(
			{ as: ready.user.tag, shards: [...ready.ws.shards.keys()], servers: ready.guilds.cache.size },
			'connected',
		),
	);
	client.on(Events.Warn, (message) => log.warn(message));
	client.on(Events.Error, (err) => log.error({ err }, 'an error of the client'));
	client.on(Events.ShardError, (err, shard) =>
		log.warn({ shard, reason: reasonOf(err) }, 'a connection broke'),
	);
	client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'connecting again'));
	client.on(Events.ShardResume, (shard, missed) => log.info({ shard, missed }, 'connected again'));
	client.on(Events.ShardDisconnect, ({ code }, shard) => {
		log.error({ shard, code }, 'Discord has ended the session');
	});
}
