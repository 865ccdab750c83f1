import type { Begun, Discussion, DiscussionPlace, DiscussionStore } from '../discussions.ts';
import { countedLookUps, type LookUpRow } from '../look-up-rows.ts';
import type { Database } from './database.ts';

/** Discussions and what was looked up in them. A row without a thread is being opened. */
export const discussionTables = `
	CREATE TABLE discussions (
		number INTEGER PRIMARY KEY,
		server TEXT NOT NULL,
		channel TEXT NOT NULL,
		article TEXT NOT NULL,
		thread TEXT UNIQUE,
		state TEXT NOT NULL,
		holder TEXT,
		lease_until INTEGER NOT NULL,
		opened_by TEXT NOT NULL,
		opened_at INTEGER NOT NULL
	);
	-- A channel has one discussion of an article at a time.
	CREATE UNIQUE INDEX discussions_going_on ON discussions (server, channel, article)
		WHERE state IN ('opening', 'open', 'closing');
	CREATE INDEX discussions_to_archive ON discussions (state) WHERE state = 'closed';
	CREATE TABLE discussion_look_ups (
		thread TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, times INTEGER NOT NULL,
		PRIMARY KEY (thread, kind, subject)
	) WITHOUT ROWID;
`;

interface Row extends DiscussionPlace {
	readonly thread: string;
	readonly state: string;
	readonly leaseUntil: number;
	readonly openedBy: string | null;
	readonly openedAt: number;
}

const columns = `server, channel, article, thread, state, lease_until AS leaseUntil, nullif(opened_by, '') AS openedBy,
	opened_at AS openedAt`;
const ofPlace = 'server = ? AND channel = ? AND article = ?';
/** Different things of one kind that are counted in a thread: more are not counted, so that nobody can fill the disk. */
const mostCounted = 500;

/** The part of a SQLite archive that keeps discussions. */
export function sqliteDiscussions(database: Database, clock: () => number): DiscussionStore {
	const change = (sql: string, ...values: (string | number | null)[]) =>
		database.write(() => database.run(sql, ...values).changes);
	const discussionOf = ({ leaseUntil, state, ...row }: Row, now: number): Discussion => ({
		...row,
		// A claim that was never ended counts for nothing.
		state:
			state === 'archived'
				? 'closed'
				: state === 'closing' && leaseUntil <= now
					? 'open'
					: (state as Discussion['state']),
	});
	return {
		begin: ({ server, channel, article }, { holder, leaseMs, member }) =>
			database.write((): Begun => {
				const now = clock();
				const row = database.get<{ thread: string | null; leaseUntil: number; openedAt: number }>(
					`SELECT thread, lease_until AS leaseUntil, opened_at AS openedAt FROM discussions
					WHERE ${ofPlace} AND state IN ('opening', 'open', 'closing')`,
					server,
					channel,
					article,
				);
				if (row?.thread != null) return { state: 'open', thread: row.thread };
				if (row && row.leaseUntil > now) return { state: 'opening' };
				database.run(
					`DELETE FROM discussions WHERE ${ofPlace} AND state = 'opening'`,
					server,
					channel,
					article,
				);
				const startedAt = row?.openedAt ?? now;
				database.run(
					`INSERT INTO discussions
						(server, channel, article, state, holder, lease_until, opened_by, opened_at)
					VALUES (?, ?, ?, 'opening', ?, ?, ?, ?)`,
					server,
					channel,
					article,
					holder,
					now + leaseMs,
					member,
					startedAt,
				);
				return { state: 'begun', startedAt, again: row !== undefined };
			}),
		opened: ({ server, channel, article }, holder, thread) =>
			database.write(() => {
				const { changes } = database.run(
					`UPDATE discussions SET thread = ?, state = 'open', holder = NULL
					WHERE ${ofPlace} AND state = 'opening' AND holder = ?`,
					thread,
					server,
					channel,
					article,
					holder,
				);
				if (changes > 0)
					database.run('INSERT OR REPLACE INTO article_threads VALUES (?, ?)', thread, article);
				return changes > 0;
			}),
		async abandon({ server, channel, article }, holder) {
			const sql = `DELETE FROM discussions WHERE ${ofPlace} AND state = 'opening' AND holder = ?`;
			await change(sql, server, channel, article, holder);
		},

		async discussion(thread) {
			const row = database.get<Row>(`SELECT ${columns} FROM discussions WHERE thread = ?`, thread);
			return row ? discussionOf(row, clock()) : null;
		},
		async beginClosing(thread, { holder, leaseMs }) {
			const now = clock();
			const sql = `UPDATE discussions SET state = 'closing', holder = ?, lease_until = ?
				WHERE thread = ? AND (state = 'open' OR (state = 'closing' AND lease_until <= ?))`;
			return (await change(sql, holder, now + leaseMs, thread, now)) > 0;
		},
		async endClosing(thread, holder, state) {
			const sql = `UPDATE discussions SET state = ?, holder = NULL
				WHERE thread = ? AND state = 'closing' AND holder = ?`;
			return (await change(sql, state, thread, holder)) > 0;
		},
		async toArchive() {
			const rows = database.all<Row>(`SELECT ${columns} FROM discussions WHERE state = 'closed' LIMIT 500`);
			return rows.map((row) => discussionOf(row, clock()));
		},
		async archived(thread) {
			await change("UPDATE discussions SET state = 'archived' WHERE thread = ? AND state = 'closed'", thread);
		},
		async forget(thread) {
			await database.write(() => {
				for (const table of ['discussions', 'discussion_look_ups', 'article_threads'])
					database.run(`DELETE FROM ${table} WHERE thread = ?`, thread);
			});
		},

		async count(thread, { kind, of }) {
			const isOpen = database.get("SELECT 1 FROM discussions WHERE thread = ? AND state = 'open'", thread);
			if (!isOpen) return;
			const subject = of === null ? '' : String(of);
			await database.write(() => {
				const { changes } = database.run(
					`UPDATE discussion_look_ups SET times = times + 1 WHERE thread = ? AND kind = ? AND subject = ?`,
					thread,
					kind,
					subject,
				);
				if (changes > 0) return;
				database.run(
					`INSERT INTO discussion_look_ups
					SELECT ?, ?, ?, 1 WHERE (SELECT count(*) FROM discussion_look_ups WHERE thread = ? AND kind = ?) < ?`,
					thread,
					kind,
					subject,
					thread,
					kind,
					mostCounted,
				);
			});
		},
		async counted(thread, limit) {
			const rows = database.all<LookUpRow>(
				`SELECT kind, subject, times FROM discussion_look_ups WHERE thread = ? ORDER BY times DESC, subject`,
				thread,
			);
			return countedLookUps(rows, limit);
		},
	};
}
