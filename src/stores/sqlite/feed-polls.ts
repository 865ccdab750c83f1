import { type ClaimedFeed, type FeedStore, mostSeen, type SettledPoll, type Subscriber } from '../feeds.ts';
import { hasBot } from '../removed-servers.ts';
import { filtersOf } from '../subscription-rows.ts';
import type { Database } from './database.ts';
import { recount } from './feed-tables.ts';

type PollMethods = Pick<FeedStore, 'claimDue' | 'subscribersOf' | 'settle' | 'tellTrouble' | 'countDue'>;

/** Longer than any lease and any interval: what ends further away was written before the clock was set back. */
const longest = { lease: 3_600_000, interval: 3 * 86_400_000 };
const isDue = `active > 0 AND ended IS NULL AND (next_at <= ? OR next_at > ?)
	AND (holder IS NULL OR lease_until <= ? OR lease_until > ?)`;
const dueAt = (now: number) => [now, now + longest.interval, now, now + longest.lease] as const;

interface Row extends Omit<ClaimedFeed, 'seen'> {
	readonly seen: string | null;
}

export function sqliteFeedPolls(database: Database, clock: () => number): PollMethods {
	return {
		claimDue: ({ holder, leaseMs, limit }) =>
			database.write(() => {
				const now = clock();
				return database
					.all<Row>(
						`UPDATE feeds SET holder = ?, lease_until = ? WHERE id IN (
							SELECT id FROM feeds WHERE ${isDue} ORDER BY next_at LIMIT ?
						) RETURNING id, address, next_at AS dueAt, etag, last_modified AS lastModified, sha256, seen,
							waiting, every AS interval, failures, failing_since AS failingSince`,
						holder,
						now + leaseMs,
						...dueAt(now),
						limit,
					)
					.sort((one, other) => one.dueAt - other.dueAt)
					.map(({ seen, ...row }) => ({
						...row,
						seen: seen === null ? null : (JSON.parse(seen) as string[]),
					}));
			}),
		countDue: async () =>
			database.get<{ count: number }>(`SELECT count(*) AS count FROM feeds WHERE ${isDue}`, ...dueAt(clock()))
				?.count ?? 0,
		subscribersOf: async (feed) =>
			database
				.all<Omit<Subscriber, 'filters'> & { readonly filters: string }>(
					`SELECT id, server, nullif(added_by, '') AS addedBy, filters FROM feed_subscriptions
					WHERE feed = ? AND paused = 0 AND ${hasBot('feed_subscriptions.server')} ORDER BY id`,
					feed,
				)
				.map((row) => ({ ...row, filters: filtersOf(row.filters) })),
		settle: (feed, holder, settled) =>
			database.write(() => {
				const held = database.get<{ address: string }>(
					'SELECT address FROM feeds WHERE id = ? AND holder = ?',
					feed,
					holder,
				);
				if (!held) return false;
				database.run('UPDATE feeds SET holder = NULL WHERE id = ?', feed);
				settle(database, feed, settled, clock());
				if (settled.state === 'read' && settled.movedTo !== undefined && settled.movedTo !== held.address) {
					move(database, feed, held.address, settled.movedTo, clock());
				}
				return true;
			}),
		tellTrouble: (feed) =>
			database.write(
				() => database.run('UPDATE feeds SET told = 1 WHERE id = ? AND told = 0', feed).changes > 0,
			),
	};
}

/** Inside a write. */
function settle(database: Database, feed: number, settled: SettledPoll, now: number): void {
	switch (settled.state) {
		case 'later':
			database.run('UPDATE feeds SET next_at = ? WHERE id = ?', now + settled.nextIn, feed);
			return;
		case 'ended':
			database.run('UPDATE feeds SET ended = ?, checked_at = ? WHERE id = ?', settled.why, now, feed);
			return;
		case 'failed':
			database.run(
				`UPDATE feeds SET failures = failures + 1, failing_since = coalesce(failing_since, ?), trouble = ?,
					next_at = ? WHERE id = ?`,
				now,
				settled.trouble,
				now + settled.nextIn,
				feed,
			);
			return;
		case 'read':
			read(database, feed, settled, now);
	}
}

function read(
	database: Database,
	feed: number,
	settled: Extract<SettledPoll, { state: 'read' }>,
	now: number,
): void {
	const set = new Map<string, string | number | null>([
		['checked_at', now],
		['next_at', now + settled.nextIn],
		['every', settled.interval],
	]);
	const { etag, lastModified, sha256, waiting, title, site, seen, taken } = settled;
	const given = { etag, last_modified: lastModified, sha256, waiting, title, site };
	for (const [column, value] of Object.entries(given)) if (value !== undefined) set.set(column, value);
	if (seen !== undefined) set.set('seen', JSON.stringify(seen.slice(0, mostSeen)));
	database.run(
		`UPDATE feeds SET failures = 0, failing_since = NULL, trouble = NULL, told = 0,
			baseline = CASE WHEN seen IS NULL THEN ? ELSE baseline END,
			${[...set.keys()].map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
		seen?.length ?? null,
		...set.values(),
		feed,
	);
	for (const [id, count] of taken ?? []) {
		if (count === 0) continue;
		database.run(
			'UPDATE feed_subscriptions SET taken = taken + ?, taken_at = ? WHERE id = ?',
			count,
			now,
			id,
		);
	}
}

/** A feed has a new address; where another feed has that already, its servers get that one. Inside a write. */
function move(database: Database, feed: number, from: string, to: string, now: number): void {
	const there = database.get<{ id: number }>('SELECT id FROM feeds WHERE address = ?', to);
	if (!there) {
		database.run('UPDATE feeds SET address = ?, moved_from = ? WHERE id = ?', to, from, feed);
		return;
	}
	database.run('UPDATE OR IGNORE feed_subscriptions SET feed = ? WHERE feed = ?', there.id, feed);
	database.run('DELETE FROM feed_subscriptions WHERE feed = ?', feed);
	recount(database, feed, now);
	recount(database, there.id, now);
}
