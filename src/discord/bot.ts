import { setTimeout as pause } from 'node:timers/promises';
import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import type { Logger } from 'pino';
import { UserError } from '../errors.ts';
import type { Runtime } from './answer.ts';
import { type Connection, createClient } from './client.ts';
import { answerMention, mentionCommand } from './mention.ts';
import { register, wrongToken } from './register.ts';
import { commandBodies } from './registration.ts';
import { route } from './router.ts';
import { openViews, type Views } from './views/views.ts';

export interface BotOptions<Context> extends Connection, Omit<Runtime<Context>, 'views'> {
	readonly token: string;
	/** Aborts the attempts to connect. */
	readonly signal?: AbortSignal;
	/** Called when Discord ends the session for good, e.g. because the token was replaced. */
	readonly onLost?: () => void;
}

export interface Bot {
	/** Ready: the gateway has said so. */
	readonly client: Client<true>;
	/** Lays cards out in the same way as its answers. */
	readonly views: Views;
	/** Resolves when the commands are registered as the code has them; false where that failed. */
	readonly registered: Promise<boolean>;
	/** Ends the session; answers that are being written are sent first. */
	close(): Promise<void>;
}

/**
 * Connects to Discord and answers. Tries again while there is no network, until there is or `signal`
 * aborts.
 * @throws UserError where Discord does not accept the token; AbortError where `signal` aborts.
 */
export async function startBot<Context>(options: BotOptions<Context>): Promise<Bot> {
	const { log, signal } = options;
	const views = openViews(options.kept);
	const runtime: Runtime<Context> = { ...options, views };
	const bodies = commandBodies(options.commands.values());
	const mentioned = mentionCommand(options);
	const open = new Set<Promise<void>>();

	for (let attempt = 0; ; attempt += 1) {
		let connected = false;
		const client = createClient(
			options,
			{
				token: options.token,
				log,
				isConnected: () => connected,
				onRefused: () => options.onLost?.(),
			},
			{ mentions: mentioned !== null },
		);
		hear(client, log);
		const work = (answered: Promise<void>, reference: string) => {
			const answering = answered
				.catch((err: unknown) => log.error({ err, reference }, 'an interaction was lost'))
				.finally(() => open.delete(answering));
			open.add(answering);
		};
		client.on(Events.InteractionCreate, (interaction) => work(route(interaction, runtime), interaction.id));
		if (mentioned !== null) {
			client.on(Events.MessageCreate, (message) =>
				work(answerMention(message, mentioned, runtime), message.id),
			);
		}
		try {
			const ready = await login(client, options.token);
			connected = true;
			ready.on(Events.ShardDisconnect, () => options.onLost?.());
			return {
				client: ready,
				views,
				registered: registerAtStart(ready, bodies, views, log),
				async close() {
					ready.removeAllListeners(Events.InteractionCreate);
					ready.removeAllListeners(Events.MessageCreate);
					ready.removeAllListeners(Events.ShardReconnecting);
					await Promise.allSettled(open);
					await ready.destroy();
				},
			};
		} catch (err) {
			await client.destroy();
			if (err instanceof UserError) throw err;
			if (err instanceof DiscordjsError && err.code === DiscordjsErrorCodes.TokenInvalid) {
				throw new UserError(wrongToken);
			}
			const seconds = Math.min(60, 2 ** attempt);
			log.warn({ reason: reasonOf(err) }, `Discord cannot be reached; trying again in ${seconds} s`);
			await pause(seconds * 1000, undefined, { signal });
		}
	}
}

/** Discord, "Gateway close event codes". */
const authenticationFailed = 4004;

async function login(client: Client, token: string): Promise<Client<true>> {
	const ready = new Promise<Client<true>>((resolve, reject) => {
		client.once(Events.ClientReady, resolve);
		client.once(Events.ShardDisconnect, ({ code }) => {
			reject(code === authenticationFailed ? new UserError(wrongToken) : new Error(`it closed with ${code}`));
		});
	});
	const [, connected] = await Promise.all([client.login(token), ready]);
	return connected;
}

/** Failing to register does not stop the bot: the commands of last time are still there. */
async function registerAtStart(
	client: Client<true>,
	bodies: ReturnType<typeof commandBodies>,
	views: Views,
	log: Logger,
): Promise<boolean> {
	try {
		const { created, changed, removed, ids } = await register(client.rest, client.application.id, bodies);
		views.know(ids);
		if (created.length + changed.length + removed.length > 0)
			log.info({ created, changed, removed }, 'commands registered');
		return true;
	} catch (err) {
		log.error({ err }, 'the commands could not be registered');
		return false;
	}
}

/** discord.js connects again by itself; the log says what happened. */
function hear(client: Client, log: Logger): void {
	client.on(Events.ClientReady, (ready) =>
		log.info({ as: ready.user.tag, servers: ready.guilds.cache.size }, 'connected'),
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

function reasonOf(err: unknown): string {
	if (!(err instanceof Error)) return String(err);
	const { cause } = err;
	return cause instanceof Error ? `${err.message} (${cause.message})` : err.message;
}
