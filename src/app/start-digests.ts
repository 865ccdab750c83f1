import type { Logger } from 'pino';
import type { Digests } from '../digest/service.ts';
import type { Bot } from '../discord/bot.ts';
import { openDelivery } from '../discord/delivery.ts';
import { everyMinute } from './minute-tick.ts';

/** Joins the digests to a connected bot: from now on they can be posted. */
export function connectDigests(digests: Digests, { client, views }: Pick<Bot, 'client' | 'views'>): void {
	digests.connect(openDelivery(client, (card) => views.show(card)));
}

/** Posts digests from now on: every minute, what is due by then. @returns how to stop. */
export function startDigests(
	digests: Digests,
	bot: Pick<Bot, 'client' | 'views'>,
	log: Logger,
): () => Promise<void> {
	connectDigests(digests, bot);
	const stopTicks = everyMinute(() => digests.tick(), log);
	return async () => {
		await stopTicks();
		await digests.stop();
	};
}
