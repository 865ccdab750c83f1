import type { FollowStore, NewFollow } from '../follows.ts';
import { type Clock, timeOf } from './clock.ts';
import type { Database } from './database.ts';
import { postgresArrivals } from './digest-arrivals.ts';
import { postgresFollowPosts } from './follow-posts.ts';
import { dayMs, selectFollows } from './follow-tables.ts';
import type { Generations } from './generations.ts';
import type { Writing } from './transactions.ts';

/** The part of a PostgreSQL archive that keeps what members follow. */
export function postgresFollows(database: Database, generations: Generations, clock: Clock): FollowStore {
	return {
		...postgresFollowPosts(database, generations, clock),
		now: () => timeOf(database, clock),
		lastArrival: postgresArrivals(database).lastArrival,
		put: (follow, most) => database.write((writing) => put(writing, follow, most, clock())),
		of: (member) => selectFollows(database, 'member = ?', member),
		remove: (member, id) =>
			database.write(async (writing) => {
				await writing.lock(`follows ${member}`);
				const where = id === 'all' ? 'member = ?' : 'member = ? AND id = ?';
				const values = id === 'all' ? [member] : [member, id];
				const found = await selectFollows(writing, where, ...values);
				const ids = found.map((one) => one.id);
				await writing.run('DELETE FROM follow_told WHERE follow = ANY (?::bigint[])', ids);
				await writing.run('DELETE FROM follows WHERE id = ANY (?::bigint[])', ids);
				return found.filter(({ ended }) => ended === null);
			}),
		end: (member, which, why) => {
			const column = 'target' in which ? 'target' : 'server';
			const value = 'target' in which ? which.target : which.server;
			return database.change(
				`UPDATE follows SET ended = ? WHERE member = ? AND ${column} = ? AND ended IS NULL`,
				why,
				member,
				value,
			);
		},
		async forget(age) {
			await database.change(`DELETE FROM follow_told WHERE at < ${clock()} - ?::bigint`, age);
		},
	};
}

async function put(
	writing: Writing,
	follow: NewFollow,
	most: number,
	now: string,
): Promise<'new' | 'changed' | 'full'> {
	const { member, server, kind, subject, key, pace, target, covered } = follow;
	// Counting and adding are one step, whoever else adds something for this member.
	await writing.lock(`follows ${member}`);
	const all = await selectFollows(writing, 'member = ?', member);
	const known = all.find((one) => one.server === server && one.kind === kind && one.key === key);
	const going = all.filter(({ ended }) => ended === null);
	if (going.length >= most && (known === undefined || known.ended !== null)) return 'full';
	// What was not told yet of one that goes on is still news.
	const from = known !== undefined && known.ended === null ? known.covered : covered;
	await writing.run(
		`INSERT INTO follows (member, server, kind, subject, key, pace, target, covered, next_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ${pace === 'daily' ? `${now} + ${dayMs}` : '0'})
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
	);
	return known === undefined ? 'new' : 'changed';
}
