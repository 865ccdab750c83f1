import type { Logger } from 'pino';
import type { Card } from '../card.ts';
import type { Digests } from '../digest/service.ts';
import type { Connected } from '../discord/connected.ts';
import { openDelivery } from '../discord/delivery.ts';
import { openDiscussionDelivery } from '../discord/discussion-delivery.ts';
import { openFollowDelivery } from '../discord/follow-delivery.ts';
import { openPresence } from '../discord/presence.ts';
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

/** Connects the digests to Discord: from now on they can be posted. */
export function connectDigests(digests: Digests, { sender, views }: Connected): void {
	digests.connect(openDelivery(sender, (card) => views.show(card)));
}

/** The same for all that writes to Discord of its own accord. */
export function connectPosting(
	{ digests, discussions, follows, feeds, removal }: Posting,
	connected: Connected,
): void {
	const { sender, views } = connected;
	const show = (card: Card) => views.show(card);
	connectDigests(digests, connected);
	discussions.connect(openDiscussionDelivery(sender, show));
	follows.connect(openFollowDelivery(sender, show));
	feeds.connect(feedNotices(openDelivery(sender, show)));
	removal.connect(openPresence(() => connected.clients()));
}

/** Posts what is due every minute from now on. @returns a function that stops that. */
export function startPosting(
	{ digests, discussions, follows, feeds, removal }: Posting,
	log: Logger,
): () => Promise<void> {
	return everyMinute(async () => {
		// First of all, so that nothing is done for a server that is gone.
		await removal.tick();
		await Promise.all([digests.tick(), discussions.tick(), follows.tick(), feeds.tick()]);
	}, log);
}

/** Takes no new work, and resolves when everything under way has ended. */
export async function stopPosting(posting: Posting): Promise<void> {
	const { digests, discussions, follows, feeds, removal } = posting;
	await Promise.all([digests.stop(), discussions.stop(), follows.stop(), feeds.stop(), removal.stop()]);
}
