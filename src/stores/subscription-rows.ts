import type { FeedState, Filters, Subscription } from './feeds.ts';

/** A subscription and the state of its feed as both databases give them. */
export interface SubscriptionRow extends Omit<FeedState, 'id'> {
	readonly id: number;
	readonly feed: number;
	readonly server: string;
	readonly address: string;
	readonly title: string | null;
	readonly site: string | null;
	readonly addedBy: string | null;
	readonly addedAt: number;
	readonly paused: number;
	readonly filters: string;
	readonly taken: number;
	readonly takenAt: number | null;
}

/** Its columns, of feed_subscriptions `s` and feeds `f`. */
export const subscriptionColumns = `s.id, s.feed, s.server, f.address, f.title, f.site, nullif(s.added_by, '') AS "addedBy", s.added_at AS "addedAt",
	s.paused, s.filters, s.taken, s.taken_at AS "takenAt", f.checked_at AS "checkedAt", f.next_at AS "nextAt", f.baseline,
	f.moved_from AS "movedFrom", f.trouble, f.failing_since AS "failingSince", f.ended`;

/** Filters are kept as JSON. */
export const filtersOf = (json: string) => JSON.parse(json) as Filters;

export function subscriptionOf(row: SubscriptionRow): Subscription {
	const { id, feed, server, address, title, site, addedBy, addedAt, taken, takenAt } = row;
	const { checkedAt, nextAt, baseline, movedFrom, trouble, failingSince, ended } = row;
	return {
		...{ id, server, address, title, site, addedBy, addedAt, taken, takenAt },
		paused: row.paused === 1,
		filters: filtersOf(row.filters),
		feed: { id: feed, checkedAt, nextAt, baseline, movedFrom, trouble, failingSince, ended },
	};
}
