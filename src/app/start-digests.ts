import type { Logger } from 'pino';
import type { Digests } from '../digest/service.ts';
import type { Bot } from '../discord/bot.ts';
import { openDelivery } from '../discord/delivery.ts';
import { everyMinute } from './minute-tick.ts';

/** Connects the digests to a bot: from now on they can be posted. */
export function connectDigests(digests: Digests, { client, views }: Pick<Bot, 'client' | 'views'>): void {
	digests.connect(openDelivery(client, (card) => views.show(card)));
}

/** Posts due digests every minute from now on. @returns a function that stops it. */
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
