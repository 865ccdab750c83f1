import type { ForgottenOfMember, ForgottenOfServer } from './removal.ts';
import { hasBot } from './removed-servers.ts';

/** A statement that SQLite and PostgreSQL both take, with "?" for each value. */
export interface Statement<Counts> {
	readonly sql: string;
	readonly values: readonly (string | number)[];
	/** What its changed rows are counted as. */
	readonly counts?: keyof Counts;
}

/** A shelf in the tables: the numbers of all its rows are in this range, both ends included. */
interface Range {
	readonly shelf: number;
	readonly first: number;
	readonly last: number;
}

const searched = ['headline', 'speaker', 'topic', 'utterance', 'former', 'pair', 'text', 'comment'] as const;

/**
 * Deletes all rows of a server's shelf; its own row stays, with nothing on it.
 * @param key the column that numbers the rows of a full-text index.
 */
export function shelfStatements({ shelf, first, last }: Range, key: string): Statement<ForgottenOfServer>[] {
	const range = [first, last];
	const within = 'BETWEEN ? AND ?';
	return [
		{
			sql: 'DELETE FROM bodies WHERE number IN (SELECT body FROM texts WHERE shelf = ?)',
			values: [shelf],
		},
		...['texts', 'revisions', 'holdings', 'sources', 'words'].map((table) => ({
			sql: `DELETE FROM ${table} WHERE shelf = ?`,
			values: [shelf],
		})),
		...searched.map((kind) => ({ sql: `DELETE FROM ${kind}_search WHERE ${key} ${within}`, values: range })),
		{ sql: `DELETE FROM article_topics WHERE article ${within}`, values: range },
		...['utterances', 'former_utterances', 'speakers', 'topics'].map((table) => ({
			sql: `DELETE FROM ${table} WHERE number ${within}`,
			values: range,
		})),
		{ sql: `DELETE FROM articles WHERE number ${within}`, values: range, counts: 'articles' },
		// SQLite counts down by triggers; then there is nothing left to delete here.
		{ sql: 'DELETE FROM article_months WHERE "of" = ?', values: [shelf] },
		...['topic_months', 'speaker_months'].map((table) => ({
			sql: `DELETE FROM ${table} WHERE "of" ${within}`,
			values: range,
		})),
		{
			sql: `UPDATE shelves SET articles = 0, quotes = 0, unattributed = 0, comments = 0, speakers = 0
				WHERE number = ?`,
			values: [shelf],
		},
	];
}

const ofPost = 'f.member = follow_posts.member AND f.target = follow_posts.target';

/** Deletes everything of a server but its shelf and its feeds, whose counts depend on other servers. */
export function serverStatements(server: string): Statement<ForgottenOfServer>[] {
	const all = (table: string, counts?: keyof ForgottenOfServer): Statement<ForgottenOfServer> => ({
		sql: `DELETE FROM ${table} WHERE server = ?`,
		values: [server],
		...(counts && { counts }),
	});
	return [
		{
			sql: `DELETE FROM article_threads WHERE thread IN (
				SELECT message FROM digest_ledger WHERE server = ? AND message IS NOT NULL
				UNION SELECT thread FROM discussions WHERE server = ? AND thread IS NOT NULL
			)`,
			values: [server, server],
		},
		{
			sql: `DELETE FROM discussion_look_ups WHERE thread IN (
				SELECT thread FROM discussions WHERE server = ? AND thread IS NOT NULL
			)`,
			values: [server],
		},
		all('discussions', 'discussions'),
		all('additions', 'additions'),
		all('additions_today'),
		all('adding_rules'),
		all('digest_settings', 'digests'),
		all('digest_ledger', 'posts'),
		all('digest_articles'),
		all('corrections', 'corrections'),
		{
			sql: 'DELETE FROM follow_told WHERE follow IN (SELECT id FROM follows WHERE server = ?)',
			values: [server],
		},
		{
			sql: `DELETE FROM follow_posts WHERE EXISTS (SELECT 1 FROM follows AS f WHERE f.server = ? AND ${ofPost})
				AND NOT EXISTS (SELECT 1 FROM follows AS f WHERE f.server <> ? AND ${ofPost})`,
			values: [server, server],
		},
		all('follows', 'follows'),
		{ sql: 'DELETE FROM explanations WHERE who = ?', values: [server] },
		all('removed_servers'),
	];
}

/** Where a member's id stands beside something of a server's, it becomes empty, which stores give as null. */
export function memberStatements(member: string): Statement<ForgottenOfMember>[] {
	const nameless = (
		table: string,
		column: string,
		counts?: keyof ForgottenOfMember,
	): Statement<ForgottenOfMember> => ({
		sql: `UPDATE ${table} SET ${column} = '' WHERE ${column} = ?`,
		values: [member],
		...(counts && { counts }),
	});
	return [
		{
			sql: 'DELETE FROM follow_told WHERE follow IN (SELECT id FROM follows WHERE member = ?)',
			values: [member],
		},
		{ sql: 'DELETE FROM follows WHERE member = ?', values: [member], counts: 'follows' },
		{ sql: 'DELETE FROM follow_posts WHERE member = ?', values: [member] },
		nameless('additions', 'member', 'additions'),
		{ sql: 'DELETE FROM additions_today WHERE member = ?', values: [member] },
		nameless('corrections', 'member', 'corrections'),
		nameless('feed_subscriptions', 'added_by', 'feeds'),
		nameless('discussions', 'opened_by', 'discussions'),
		nameless('digest_settings', 'set_by', 'digests'),
		// A role is pinged only as long as whoever chose it could give it: now nobody can.
		{ sql: 'UPDATE digest_settings SET role_set_by = NULL WHERE role_set_by = ?', values: [member] },
		{ sql: 'DELETE FROM explanations WHERE who = ?', values: [`member ${member}`] },
	];
}

/** A query of the servers of which anything is kept, and that are not noted as removed. */
export const serversKept = `SELECT server FROM (
	SELECT server FROM shelves WHERE articles > 0
	UNION SELECT server FROM additions UNION SELECT server FROM adding_rules
	UNION SELECT server FROM feed_subscriptions UNION SELECT server FROM digest_settings
	UNION SELECT server FROM digest_ledger UNION SELECT server FROM discussions
	UNION SELECT server FROM corrections UNION SELECT server FROM follows
) AS kept WHERE server <> '' AND ${hasBot('kept.server')} ORDER BY server`;

export const noneOfServer: ForgottenOfServer = {
	articles: 0,
	additions: 0,
	feeds: 0,
	digests: 0,
	posts: 0,
	discussions: 0,
	corrections: 0,
	follows: 0,
};
export const noneOfMember: ForgottenOfMember = {
	follows: 0,
	additions: 0,
	corrections: 0,
	feeds: 0,
	discussions: 0,
	digests: 0,
};
