import type { Logger } from 'pino';
import type { Card } from '../card.ts';
import type { Digests } from '../digest/service.ts';
import type { Bot } from '../discord/bot.ts';
import { openDelivery } from '../discord/delivery.ts';
import { openDiscussionDelivery } from '../discord/discussion-delivery.ts';
import { openFollowDelivery } from '../discord/follow-delivery.ts';
import { openPresence } from '../discord/presence.ts';
import type { Fleet } from '../discord/shards/fleet.ts';
import { routed } from '../discord/shards/routed.ts';
import type { Discussions } from '../discussion/service.ts';
import type { Follows } from '../follow/service.ts';
import type { Removal } from '../removal/service.ts';
import type { Feeds } from '../sources/feeds/service.ts';
import { feedNotices } from './feeds.ts';
import { everyMinute } from './minute-tick.ts';

/** What writes to Discord of its own accord. */
export interface Posting {
	readonly digests: Digests;
	readonly discussions: Discussions;
	readonly follows: Follows;
	readonly feeds: Feeds;
	readonly removal: Removal;
}

/** One client, or a client each shard. */
type Connected = Pick<Bot, 'client' | 'views'> | Pick<Fleet, 'clientOf' | 'clients' | 'views'>;

function portOn<Port extends object>(bot: Connected, openOn: (client: Bot['client']) => Port): Port {
	return 'client' in bot ? openOn(bot.client) : routed(bot, openOn);
}

/** Connects the digests to a bot: from now on they can be posted. */
export function connectDigests(digests: Digests, bot: Connected): void {
	digests.connect(deliveryOn(bot));
}

const deliveryOn = (bot: Connected) =>
	portOn(bot, (client) => openDelivery(client, (card) => bot.views.show(card)));

/** The same for all that writes to Discord of its own accord. */
export function connectPosting(
	{ digests, discussions, follows, feeds, removal }: Posting,
	bot: Connected,
): void {
	const show = (card: Card) => bot.views.show(card);
	connectDigests(digests, bot);
	discussions.connect(portOn(bot, (client) => openDiscussionDelivery(client, show)));
	follows.connect(portOn(bot, (client) => openFollowDelivery(client, show)));
	feeds.connect(feedNotices(deliveryOn(bot)));
	removal.connect(openPresence('client' in bot ? () => [bot.client] : () => bot.clients()));
}

/** Posts what is due every minute from now on. @returns a function that stops it. */
export function startPosting(posting: Posting, bot: Connected, log: Logger): () => Promise<void> {
	connectPosting(posting, bot);
	const { digests, discussions, follows, feeds, removal } = posting;
	const stopTicks = everyMinute(async () => {
		// First of all, so that nothing is done for a server that is gone.
		await removal.tick();
		await Promise.all([digests.tick(), discussions.tick(), follows.tick(), feeds.tick()]);
	}, log);
	return async () => {
		await stopTicks();
		await Promise.all([digests.stop(), discussions.stop(), follows.stop(), feeds.stop(), removal.stop()]);
	};
}
