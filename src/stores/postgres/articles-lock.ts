import type { Database } from './database.ts';
import type { Writing } from './transactions.ts';

/**
 * A write of articles. There is one at a time, as in SQLite: the counts of a shelf depend on what other shelves show,
 * arrivals are numbered in the order in which they appear, and writers that wait in one queue cannot block each other.
 * Everything that takes long, as reading an article does, is done before.
 */
export function writingArticles<Result>(
	database: Database,
	work: (writing: Writing) => Promise<Result>,
): Promise<Result> {
	return database.write(async (writing) => {
		await writing.lock('articles');
		return work(writing);
	});
}
