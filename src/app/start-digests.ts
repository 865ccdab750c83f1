import { schedule } from 'node-cron';
import type { Logger } from 'pino';
import type { Digests } from '../digest/digests.ts';
import type { Bot } from '../discord/bot.ts';
import { openDelivery } from '../discord/delivery.ts';

/** Joins the digests to a connected bot: from now on they can be posted. */
export function connectDigests(digests: Digests, { client, views }: Pick<Bot, 'client' | 'views'>): void {
	digests.connect(openDelivery(client, (card) => views.show(card)));
}

/**
 * Posts digests from now on: node-cron is the minute tick and nothing else, what is due is computed from the
 * clock. @returns how to stop.
 */
export function startDigests(
	digests: Digests,
	bot: Pick<Bot, 'client' | 'views'>,
	log: Logger,
): () => Promise<void> {
	connectDigests(digests, bot);
	const tick = schedule('* * * * *', () => digests.tick(), {
		name: 'digests',
		// A tick that comes late or not at all is made up for by the next one.
		suppressMissedWarning: true,
		logger: cronLog(log),
	});
	return async () => {
		await tick.destroy();
		await digests.stop();
	};
}

function cronLog(log: Logger) {
	return {
		info: (message: string) => log.debug(message),
		debug: (message: string | Error) => log.debug(String(message)),
		warn: (message: string) => log.warn(message),
		error: (message: string | Error, err?: Error) =>
			log.error({ err: err ?? message }, 'the minute tick failed'),
	};
}
