import { type FollowRow, followColumns, followOf } from '../follow-rows.ts';
import type { Follow, PostKey } from '../follows.ts';
import type { Database } from './database.ts';

/** What members follow, the posts to them, and which articles they were told of. */
export const followTables = `
	CREATE TABLE follows (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		member TEXT NOT NULL,
		server TEXT NOT NULL,
		kind TEXT NOT NULL,
		subject TEXT NOT NULL,
		key TEXT NOT NULL,
		pace TEXT NOT NULL,
		target TEXT NOT NULL,
		covered INTEGER NOT NULL,
		next_at INTEGER NOT NULL,
		ended TEXT,
		UNIQUE (member, server, kind, key)
	);
	CREATE INDEX follows_due ON follows (next_at) WHERE ended IS NULL;
	CREATE INDEX follows_by_target ON follows (member, target);
	-- One row a member and target: the post that is next there.
	CREATE TABLE follow_posts (
		member TEXT NOT NULL,
		target TEXT NOT NULL,
		number INTEGER NOT NULL,
		holder TEXT,
		lease_until INTEGER NOT NULL,
		attempts INTEGER NOT NULL,
		since INTEGER NOT NULL,
		retry_at INTEGER NOT NULL,
		plan TEXT,
		PRIMARY KEY (member, target)
	) WITHOUT ROWID;
	CREATE INDEX follow_posts_planned ON follow_posts (lease_until) WHERE plan IS NOT NULL;
	CREATE TABLE follow_told (
		follow INTEGER NOT NULL, article TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (follow, article)
	) WITHOUT ROWID;
	CREATE INDEX follow_told_by_age ON follow_told (at);
`;

export const dayMs = 86_400_000;

export function selectFollows(database: Database, where: string, ...values: (string | number)[]): Follow[] {
	return database
		.all<FollowRow>(`SELECT ${followColumns} FROM follows WHERE ${where} ORDER BY id`, ...values)
		.map(followOf);
}

/** The row of a post, and the values that it is found by. */
export const ofPost = 'member = ? AND target = ?';
export const valuesOf = ({ member, target }: PostKey) => [member, target] as const;
