import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { Command } from '../command.ts';
import type { Runtime } from './answer.ts';
import { answerMention } from './mention.ts';
import { route } from './router.ts';

/** What answers a client's interactions and mentions. */
export interface Listening {
	/** Listens no more; resolves when the answers that are being written are sent. */
	stop(): Promise<void>;
}

/** @param mentioned the command that answers mentions, or null. */
export function listen<Context>(
	client: Client,
	runtime: Runtime<Context>,
	mentioned: Command<Context> | null,
	log: Logger,
): Listening {
	const open = new Set<Promise<void>>();
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
	return {
		async stop() {
			client.removeAllListeners(Events.InteractionCreate);
			client.removeAllListeners(Events.MessageCreate);
			await Promise.allSettled(open);
		},
	};
}
