import type { FeedStore, FirstPoll, NewSubscription, Subscribed, Subscription } from '../feeds.ts';
import type { Database } from './database.ts';
import { sqliteFeedPolls } from './feed-polls.ts';
import { recount, selectSubscriptions } from './feed-tables.ts';

/** The part of a SQLite archive that keeps feeds. */
export function sqliteFeeds(database: Database, clock: () => number): FeedStore {
	const one = (server: string, id: number) =>
		selectSubscriptions(database, 's.server = ? AND s.id = ?', server, id)[0] ?? null;
	return {
		...sqliteFeedPolls(database, clock),
		now: async () => clock(),
		subscribe: (subscription, most, first) =>
			database.write(() => subscribe(database, subscription, { most, first, now: clock() })),
		subscriptions: async (server) => selectSubscriptions(database, 's.server = ?', server),
		subscription: async (server, id) => one(server, id),
		change: (server, id, { paused, filters }) =>
			database.write(() => {
				const found = one(server, id);
				if (found === null) return false;
				database.run(
					'UPDATE feed_subscriptions SET paused = ?, filters = ? WHERE id = ?',
					(paused ?? found.paused) ? 1 : 0,
					JSON.stringify(filters ?? found.filters),
					id,
				);
				recount(database, found.feed.id, clock());
				return true;
			}),
		unsubscribe: (server, id) =>
			database.write((): Subscription | null => {
				const found = one(server, id);
				if (found === null) return null;
				database.run('DELETE FROM feed_subscriptions WHERE id = ?', id);
				recount(database, found.feed.id, clock());
				return found;
			}),
	};
}

interface Subscribing {
	readonly most: number;
	readonly first: FirstPoll | undefined;
	readonly now: number;
}

function subscribe(
	database: Database,
	{ server, address, title, site, addedBy, filters }: NewSubscription,
	{ most, first, now }: Subscribing,
): Subscribed {
	const [known] = selectSubscriptions(database, 's.server = ? AND f.address = ?', server, address);
	if (known) return { state: 'known', subscription: known };
	const count = database.get<{ count: number }>(
		'SELECT count(*) AS count FROM feed_subscriptions WHERE server = ?',
		server,
	);
	if ((count?.count ?? 0) >= most) return { state: 'full' };
	const before = database.get<{ active: number; ended: string | null }>(
		'SELECT active, ended FROM feeds WHERE address = ?',
		address,
	);
	const feed = database.get<{ id: number }>(
		`INSERT INTO feeds (address, title, site, next_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (address) DO UPDATE SET title = coalesce(title, excluded.title),
			active = CASE WHEN ended IS NULL THEN active ELSE 0 END
		RETURNING id`,
		address,
		title,
		site,
		now,
	);
	if (!feed) throw new Error('The archive took no feed.');
	const { last } = database.run(
		'INSERT INTO feed_subscriptions (server, feed, added_by, added_at, filters) VALUES (?, ?, ?, ?, ?)',
		server,
		feed.id,
		addedBy,
		now,
		JSON.stringify(filters),
	);
	recount(database, feed.id, now);
	const isPolled = before !== undefined && before.active > 0 && before.ended === null;
	if (first && !isPolled) {
		database.run(
			`UPDATE feeds SET seen = ?, baseline = ?, etag = ?, last_modified = ?, sha256 = ?, checked_at = ?,
				next_at = ?, every = ? WHERE id = ?`,
			JSON.stringify(first.seen),
			first.seen.length,
			first.etag,
			first.lastModified,
			first.sha256,
			now,
			now + first.nextIn,
			first.interval,
			feed.id,
		);
	}
	const [subscription] = selectSubscriptions(database, 's.id = ?', last);
	if (!subscription) throw new Error('The archive has lost a subscription.');
	return { state: 'new', subscription };
}
