import type { ThreadStore } from '../threads.ts';
import type { Database } from './database.ts';

/** The table, filled with the threads and posts that digests have opened so far. */
export const threadTables = `
	CREATE TABLE article_threads (thread TEXT PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID;
	INSERT OR IGNORE INTO article_threads
		SELECT message, plan FROM digest_ledger
		WHERE slot LIKE '%/%' AND state = 'posted' AND message IS NOT NULL AND plan IS NOT NULL;
`;

/** The part of a SQLite archive that knows which article a thread is about. */
export function sqliteThreads(database: Database): ThreadStore {
	return {
		async put(thread, article) {
			await database.write(() =>
				database.run('INSERT OR REPLACE INTO article_threads VALUES (?, ?)', thread, article),
			);
		},
		articleOf: async (thread) =>
			database.get<{ article: string }>('SELECT article FROM article_threads WHERE thread = ?', thread)
				?.article ?? null,
	};
}
