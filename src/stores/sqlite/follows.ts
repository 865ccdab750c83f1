import type { FollowStore, NewFollow } from '../follows.ts';
import type { Database } from './database.ts';
import { sqliteArrivals } from './digest-arrivals.ts';
import { sqliteFollowPosts } from './follow-posts.ts';
import { dayMs, selectFollows } from './follow-tables.ts';

/** The part of a SQLite archive that keeps what members follow. */
export function sqliteFollows(database: Database, clock: () => number): FollowStore {
	return {
		...sqliteFollowPosts(database, clock),
		now: async () => clock(),
		lastArrival: sqliteArrivals(database).lastArrival,
		put: (follow, most) => database.write(() => put(database, follow, most, clock())),
		of: async (member) => selectFollows(database, 'member = ?', member),
		remove: (member, id) =>
			database.write(() => {
				const where = id === 'all' ? 'member = ?' : 'member = ? AND id = ?';
				const values = id === 'all' ? [member] : [member, id];
				const found = selectFollows(database, where, ...values);
				for (const one of found) {
					database.run('DELETE FROM follow_told WHERE follow = ?', one.id);
					database.run('DELETE FROM follows WHERE id = ?', one.id);
				}
				return found.filter(({ ended }) => ended === null);
			}),
		end: (member, which, why) =>
			database.write(() => {
				const column = 'target' in which ? 'target' : 'server';
				const value = 'target' in which ? which.target : which.server;
				return database.run(
					`UPDATE follows SET ended = ? WHERE member = ? AND ${column} = ? AND ended IS NULL`,
					why,
					member,
					value,
				).changes;
			}),
		async forget(age) {
			await database.write(() => database.run('DELETE FROM follow_told WHERE at < ?', clock() - age));
		},
	};
}

function put(database: Database, follow: NewFollow, most: number, now: number): 'new' | 'changed' | 'full' {
	const { member, server, kind, subject, key, pace, target, covered } = follow;
	const known = selectFollows(
		database,
		'member = ? AND server = ? AND kind = ? AND key = ?',
		member,
		server ?? '',
		kind,
		key,
	)[0];
	const going = selectFollows(database, 'member = ? AND ended IS NULL', member);
	if (going.length >= most && (known === undefined || known.ended !== null)) return 'full';
	// What was not told yet of one that goes on is still news.
	const from = known !== undefined && known.ended === null ? known.covered : covered;
	database.run(
		`INSERT INTO follows (member, server, kind, subject, key, pace, target, covered, next_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (member, server, kind, key) DO UPDATE SET subject = excluded.subject, pace = excluded.pace,
			target = excluded.target, covered = excluded.covered, next_at = excluded.next_at, ended = NULL`,
		member,
		server ?? '',
		kind,
		subject,
		key,
		pace,
		target,
		from,
		pace === 'daily' ? now + dayMs : 0,
	);
	return known === undefined ? 'new' : 'changed';
}
