import { type ClaimedFeed, type FeedStore, mostSeen, type SettledPoll, type Subscriber } from '../feeds.ts';
import { hasBot } from '../removed-servers.ts';
import { filtersOf } from '../subscription-rows.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { lockOfFeeds, recount } from './feed-tables.ts';
import type { Value } from './queries.ts';
import type { Writing } from './transactions.ts';

type PollMethods = Pick<FeedStore, 'claimDue' | 'subscribersOf' | 'settle' | 'tellTrouble' | 'countDue'>;

/** Longer than any lease and any interval: what ends further away was written before the clock was set back. */
const longest = { lease: 3_600_000, interval: 3 * 86_400_000 };
const isDue = (now: string) => `active > 0 AND ended IS NULL
	AND (next_at <= ${now} OR next_at > ${now} + ${longest.interval})
	AND (holder IS NULL OR lease_until <= ${now} OR lease_until > ${now} + ${longest.lease})`;

interface Row extends Omit<ClaimedFeed, 'seen'> {
	readonly seen: string | null;
}

export function postgresFeedPolls(database: Database, clock: Clock): PollMethods {
	return {
		claimDue: ({ holder, leaseMs, limit }) =>
			database.write(async (writing) => {
				// What another process is claiming at this moment is its own.
				const rows = await writing.all<Row>(
					`UPDATE feeds SET holder = ?, lease_until = ${clock()} + ?::bigint WHERE id IN (
						SELECT id FROM feeds WHERE ${isDue(clock())} ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED
					) RETURNING id, address, next_at AS "dueAt", etag, last_modified AS "lastModified", sha256, seen,
						waiting, every AS "interval", failures, failing_since AS "failingSince"`,
					holder,
					leaseMs,
					limit,
				);
				return rows
					.sort((one, other) => one.dueAt - other.dueAt)
					.map(({ seen, ...row }) => ({
						...row,
						seen: seen === null ? null : (JSON.parse(seen) as string[]),
					}));
			}),
		countDue: async () =>
			(await database.get<{ count: number }>(`SELECT count(*) AS count FROM feeds WHERE ${isDue(clock())}`))
				?.count ?? 0,
		async subscribersOf(feed) {
			const rows = await database.all<Omit<Subscriber, 'filters'> & { readonly filters: string }>(
				`SELECT id, server, nullif(added_by, '') AS "addedBy", filters FROM feed_subscriptions
				WHERE feed = ? AND paused = 0 AND ${hasBot('feed_subscriptions.server')} ORDER BY id`,
				feed,
			);
			return rows.map((row) => ({ ...row, filters: filtersOf(row.filters) }));
		},
		settle: (feed, holder, settled) =>
			database.write(async (writing) => {
				const movedTo = settled.state === 'read' ? settled.movedTo : undefined;
				if (movedTo !== undefined) await writing.lock(lockOfFeeds);
				const held = await writing.get<{ address: string }>(
					'UPDATE feeds SET holder = NULL WHERE id = ? AND holder = ? RETURNING address',
					feed,
					holder,
				);
				if (!held) return false;
				await settle(writing, feed, settled, clock());
				if (movedTo !== undefined && movedTo !== held.address) {
					await move(writing, { feed, from: held.address, to: movedTo }, clock());
				}
				return true;
			}),
		tellTrouble: async (feed) =>
			(await database.change('UPDATE feeds SET told = 1 WHERE id = ? AND told = 0', feed)) > 0,
	};
}

async function settle(writing: Writing, feed: number, settled: SettledPoll, now: string): Promise<void> {
	switch (settled.state) {
		case 'later':
			await writing.run(`UPDATE feeds SET next_at = ${now} + ?::bigint WHERE id = ?`, settled.nextIn, feed);
			return;
		case 'ended':
			await writing.run(`UPDATE feeds SET ended = ?, checked_at = ${now} WHERE id = ?`, settled.why, feed);
			return;
		case 'failed':
			await writing.run(
				`UPDATE feeds SET failures = failures + 1, failing_since = coalesce(failing_since, ${now}), trouble = ?,
					next_at = ${now} + ?::bigint WHERE id = ?`,
				settled.trouble,
				settled.nextIn,
				feed,
			);
			return;
		case 'read':
			await read(writing, feed, settled, now);
	}
}

async function read(
	writing: Writing,
	feed: number,
	settled: Extract<SettledPoll, { state: 'read' }>,
	now: string,
): Promise<void> {
	const set = new Map<string, Value>([['every', settled.interval]]);
	const { etag, lastModified, sha256, waiting, title, site, seen, taken } = settled;
	const given = { etag, last_modified: lastModified, sha256, waiting, title, site };
	for (const [column, value] of Object.entries(given)) if (value !== undefined) set.set(column, value);
	if (seen !== undefined) set.set('seen', JSON.stringify(seen.slice(0, mostSeen)));
	await writing.run(
		`UPDATE feeds SET failures = 0, failing_since = NULL, trouble = NULL, told = 0, checked_at = ${now},
			baseline = CASE WHEN seen IS NULL THEN ?::bigint ELSE baseline END, next_at = ${now} + ?::bigint,
			${[...set.keys()].map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
		seen?.length ?? null,
		settled.nextIn,
		...set.values(),
		feed,
	);
	for (const [id, count] of [...(taken ?? [])].sort(([one], [other]) => one - other)) {
		if (count === 0) continue;
		await writing.run(
			`UPDATE feed_subscriptions SET taken = taken + ?, taken_at = ${now} WHERE id = ?`,
			count,
			id,
		);
	}
}

/**
 * A feed has a new address; where another feed has that already, its servers get that one. Inside a write with the lock
 * of feeds.
 */
async function move(
	writing: Writing,
	{ feed, from, to }: { readonly feed: number; readonly from: string; readonly to: string },
	now: string,
): Promise<void> {
	const there = await writing.get<{ id: number }>('SELECT id FROM feeds WHERE address = ?', to);
	if (!there) {
		await writing.run('UPDATE feeds SET address = ?, moved_from = ? WHERE id = ?', to, from, feed);
		return;
	}
	await writing.run(
		`UPDATE feed_subscriptions SET feed = ? WHERE feed = ?
		AND server NOT IN (SELECT server FROM feed_subscriptions WHERE feed = ?)`,
		there.id,
		feed,
		there.id,
	);
	await writing.run('DELETE FROM feed_subscriptions WHERE feed = ?', feed);
	await recount(writing, feed, now);
	await recount(writing, there.id, now);
}
