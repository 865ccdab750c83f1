import type { Logger } from 'pino';
import type { Card } from '../card.ts';
import type { Digests } from '../digest/service.ts';
import type { Bot } from '../discord/bot.ts';
import { openDelivery } from '../discord/delivery.ts';
import { openDiscussionDelivery } from '../discord/discussion-delivery.ts';
import { openFollowDelivery } from '../discord/follow-delivery.ts';
import type { Discussions } from '../discussion/service.ts';
import type { Follows } from '../follow/service.ts';
import type { Feeds } from '../sources/feeds/service.ts';
import { feedNotices } from './feeds.ts';
import { everyMinute } from './minute-tick.ts';

/** What writes to Discord of its own accord. */
export interface Posting {
	readonly digests: Digests;
	readonly discussions: Discussions;
	readonly follows: Follows;
	readonly feeds: Feeds;
}

type Connected = Pick<Bot, 'client' | 'views'>;

/** Connects the digests to a bot: from now on they can be posted. */
export function connectDigests(digests: Digests, { client, views }: Connected): void {
	digests.connect(openDelivery(client, (card) => views.show(card)));
}

/** The same for all that writes to Discord of its own accord. */
export function connectPosting(
	{ digests, discussions, follows, feeds }: Posting,
	{ client, views }: Connected,
): void {
	const show = (card: Card) => views.show(card);
	connectDigests(digests, { client, views });
	discussions.connect(openDiscussionDelivery(client, show));
	follows.connect(openFollowDelivery(client, show));
	feeds.connect(feedNotices(openDelivery(client, show)));
}

/** Posts what is due every minute from now on. @returns a function that stops it. */
export function startPosting(posting: Posting, bot: Connected, log: Logger): () => Promise<void> {
	connectPosting(posting, bot);
	const { digests, discussions, follows, feeds } = posting;
	const stopTicks = everyMinute(async () => {
		await Promise.all([digests.tick(), discussions.tick(), follows.tick(), feeds.tick()]);
	}, log);
	return async () => {
		await stopTicks();
		await Promise.all([digests.stop(), discussions.stop(), follows.stop(), feeds.stop()]);
	};
}
