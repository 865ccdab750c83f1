import type { ThreadStore } from '../threads.ts';
import type { Database } from './database.ts';

export const threadTables = 'CREATE TABLE article_threads (thread text PRIMARY KEY, article text NOT NULL);';

/** Notes which article a thread is about, in place of what was noted before. */
export const putThread = `INSERT INTO article_threads (thread, article) VALUES (?, ?)
	ON CONFLICT (thread) DO UPDATE SET article = excluded.article`;

/** The part of a PostgreSQL archive that knows which article a thread is about. */
export function postgresThreads(database: Database): ThreadStore {
	return {
		async put(thread, article) {
			await database.change(putThread, thread, article);
		},
		articleOf: async (thread) =>
			(
				await database.get<{ article: string }>(
					'SELECT article FROM article_threads WHERE thread = ?',
					thread,
				)
			)?.article ?? null,
	};
}
