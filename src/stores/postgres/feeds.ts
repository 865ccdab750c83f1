import type { FeedStore, FirstPoll, NewSubscription, Subscribed, Subscription } from '../feeds.ts';
import { type Clock, timeOf } from './clock.ts';
import type { Database } from './database.ts';
import { postgresFeedPolls } from './feed-polls.ts';
import { lockOfFeeds, recount, selectSubscriptions } from './feed-tables.ts';
import type { Queries } from './queries.ts';
import type { Writing } from './transactions.ts';

/** The part of a PostgreSQL archive that keeps feeds. */
export function postgresFeeds(database: Database, clock: Clock): FeedStore {
	const one = async (queries: Pick<Queries, 'all'>, server: string, id: number) =>
		(await selectSubscriptions(queries, 's.server = ? AND s.id = ?', server, id))[0] ?? null;
	const writing = <Result>(work: (writing: Writing) => Promise<Result>) =>
		database.write(async (writing) => {
			await writing.lock(lockOfFeeds);
			return work(writing);
		});
	return {
		...postgresFeedPolls(database, clock),
		now: () => timeOf(database, clock),
		subscribe: (subscription, most, first) =>
			writing((writing) => subscribe(writing, subscription, { most, first, now: clock() })),
		subscriptions: (server) => selectSubscriptions(database, 's.server = ?', server),
		subscription: (server, id) => one(database, server, id),
		change: (server, id, { paused, filters }) =>
			writing(async (writing) => {
				const found = await one(writing, server, id);
				if (found === null) return false;
				await writing.run(
					'UPDATE feed_subscriptions SET paused = ?, filters = ? WHERE id = ?',
					(paused ?? found.paused) ? 1 : 0,
					JSON.stringify(filters ?? found.filters),
					id,
				);
				await recount(writing, found.feed.id, clock());
				return true;
			}),
		unsubscribe: (server, id) =>
			writing(async (writing): Promise<Subscription | null> => {
				const found = await one(writing, server, id);
				if (found === null) return null;
				await writing.run('DELETE FROM feed_subscriptions WHERE id = ?', id);
				await recount(writing, found.feed.id, clock());
				return found;
			}),
	};
}

interface Subscribing {
	readonly most: number;
	readonly first: FirstPoll | undefined;
	/** An expression. */
	readonly now: string;
}

async function subscribe(
	writing: Writing,
	{ server, address, title, site, addedBy, filters }: NewSubscription,
	{ most, first, now }: Subscribing,
): Promise<Subscribed> {
	const [known] = await selectSubscriptions(writing, 's.server = ? AND f.address = ?', server, address);
	if (known) return { state: 'known', subscription: known };
	const count = await writing.get<{ count: number }>(
		'SELECT count(*) AS count FROM feed_subscriptions WHERE server = ?',
		server,
	);
	if ((count?.count ?? 0) >= most) return { state: 'full' };
	const before = await writing.get<{ active: number; ended: string | null }>(
		'SELECT active, ended FROM feeds WHERE address = ?',
		address,
	);
	const feed = await writing.get<{ id: number }>(
		`INSERT INTO feeds (address, title, site, next_at) VALUES (?, ?, ?, ${now})
		ON CONFLICT (address) DO UPDATE SET title = coalesce(feeds.title, excluded.title),
			active = CASE WHEN feeds.ended IS NULL THEN feeds.active ELSE 0 END
		RETURNING id`,
		address,
		title,
		site,
	);
	if (!feed) throw new Error('The archive took no feed.');
	const made = await writing.get<{ id: number }>(
		`INSERT INTO feed_subscriptions (server, feed, added_by, added_at, filters) VALUES (?, ?, ?, ${now}, ?)
		RETURNING id`,
		server,
		feed.id,
		addedBy,
		JSON.stringify(filters),
	);
	await recount(writing, feed.id, now);
	const isPolled = before !== undefined && before.active > 0 && before.ended === null;
	if (first && !isPolled) {
		await writing.run(
			`UPDATE feeds SET seen = ?, baseline = ?, etag = ?, last_modified = ?, sha256 = ?, checked_at = ${now},
				next_at = ${now} + ?::bigint, every = ? WHERE id = ?`,
			JSON.stringify(first.seen),
			first.seen.length,
			first.etag,
			first.lastModified,
			first.sha256,
			first.nextIn,
			first.interval,
			feed.id,
		);
	}
	const [subscription] = await selectSubscriptions(writing, 's.id = ?', made?.id ?? 0);
	if (!subscription) throw new Error('The archive has lost a subscription.');
	return { state: 'new', subscription };
}
