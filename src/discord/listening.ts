import { type Client, Events, type Interaction } from 'discord.js';
import type { Logger } from 'pino';
import type { Command } from '../command.ts';
import { underReference } from '../reference.ts';
import { onlyAddressed } from './addressed.ts';
import type { Runtime } from './answer.ts';
import { closeRequest } from './endpoint/request.ts';
import { answerMention } from './mention.ts';
import { route, turnAway } from './router.ts';
import { openTurns } from './turns.ts';

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
	const { turns = openTurns() } = runtime;
	const work = (kind: string, reference: string, answer: () => Promise<void>) => {
		const start = performance.now();
		const answering = underReference(reference, answer)
			.catch((err: unknown) => log.error({ err, reference }, 'an interaction was lost'))
			.finally(() => {
				open.delete(answering);
				runtime.observer?.interaction(kind, (performance.now() - start) / 1000);
			});
		open.add(answering);
	};
	const inTurn = async (interaction: Interaction) => {
		const giveBack = await turns.take();
		try {
			await (giveBack === null ? turnAway(interaction, runtime) : route(interaction, runtime));
		} finally {
			giveBack?.();
			closeRequest(interaction);
		}
	};
	client.on(Events.InteractionCreate, (interaction) =>
		work(kindOf(interaction), interaction.id, () => inTurn(interaction)),
	);
	if (mentioned !== null) {
		onlyAddressed(client);
		client.on(Events.MessageCreate, (message) =>
			work('message', message.id, () => answerMention(message, mentioned, runtime)),
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

function kindOf(interaction: Interaction): string {
	if (interaction.isChatInputCommand()) return 'slash';
	if (interaction.isAutocomplete()) return 'autocomplete';
	if (interaction.isContextMenuCommand()) return 'menu';
	return interaction.isMessageComponent() ? 'component' : 'other';
}
