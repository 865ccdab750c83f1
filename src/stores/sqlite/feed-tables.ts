import type { Subscription } from '../feeds.ts';
import { hasBot } from '../removed-servers.ts';
import { type SubscriptionRow, subscriptionColumns, subscriptionOf } from '../subscription-rows.ts';
import type { Database } from './database.ts';

/** Which server has which feed, and the state of each feed, polled once for all. */
export const feedTables = `
	CREATE TABLE feeds (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		address TEXT NOT NULL UNIQUE,
		title TEXT,
		site TEXT,
		moved_from TEXT,
		etag TEXT,
		last_modified TEXT,
		sha256 TEXT,
		-- A JSON list of ids, the last ones first; null before the first poll.
		seen TEXT,
		baseline INTEGER,
		waiting TEXT,
		checked_at INTEGER,
		next_at INTEGER NOT NULL,
		every INTEGER,
		failures INTEGER NOT NULL DEFAULT 0,
		failing_since INTEGER,
		trouble TEXT,
		told INTEGER NOT NULL DEFAULT 0,
		ended TEXT,
		holder TEXT,
		lease_until INTEGER NOT NULL DEFAULT 0,
		-- Subscriptions that are not paused, of servers that have the bot.
		active INTEGER NOT NULL DEFAULT 0
	);
	CREATE INDEX feeds_due ON feeds (next_at) WHERE active > 0 AND ended IS NULL;
	CREATE TABLE feed_subscriptions (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		server TEXT NOT NULL,
		feed INTEGER NOT NULL,
		added_by TEXT NOT NULL,
		added_at INTEGER NOT NULL,
		paused INTEGER NOT NULL DEFAULT 0,
		filters TEXT NOT NULL,
		taken INTEGER NOT NULL DEFAULT 0,
		taken_at INTEGER,
		UNIQUE (server, feed)
	);
	CREATE INDEX feed_subscriptions_by_feed ON feed_subscriptions (feed);
`;

export function selectSubscriptions(
	database: Database,
	where: string,
	...values: (string | number)[]
): Subscription[] {
	return database
		.all<SubscriptionRow>(
			`SELECT ${subscriptionColumns} FROM feed_subscriptions AS s JOIN feeds AS f ON f.id = s.feed
			WHERE ${where} ORDER BY lower(coalesce(f.title, f.address)), s.id`,
			...values,
		)
		.map(subscriptionOf);
}

/**
 * Brings what is counted of a feed up to date after its subscriptions changed: it is forgotten where none is left,
 * and begins anew where it was not polled and is now. Inside a write.
 */
export function recount(database: Database, feed: number, now: number): void {
	const counts = database.get<{ all: number; active: number; before: number }>(
		`SELECT count(s.id) AS "all", coalesce(sum(s.paused = 0 AND ${hasBot('s.server')}), 0) AS active, f.active AS before
		FROM feeds AS f LEFT JOIN feed_subscriptions AS s ON s.feed = f.id WHERE f.id = ?`,
		feed,
	);
	if (!counts) return;
	if (counts.all === 0) database.run('DELETE FROM feeds WHERE id = ?', feed);
	else database.run('UPDATE feeds SET active = ? WHERE id = ?', counts.active, feed);
	if (counts.before === 0 && counts.active > 0) {
		database.run(
			`UPDATE feeds SET seen = NULL, etag = NULL, last_modified = NULL, sha256 = NULL, waiting = NULL,
				failures = 0, failing_since = NULL, trouble = NULL, told = 0, ended = NULL, next_at = ? WHERE id = ?`,
			now,
			feed,
		);
	}
}
