import { subtractSpeaker, subtractTopic } from './counts.ts';
import type { Database } from './database.ts';
import { addToTotals, type ShelfRange } from './shelves.ts';

/** Takes a shown article off its shelf: its rows go, and its speakers and topics count less. Inside a write. */
export function removeArticle(database: Database, range: ShelfRange, article: number): void {
	const spoken = database.all<{ speaker: number | null; quotes: number }>(
		'SELECT speaker, count(*) AS quotes FROM utterances WHERE article = ? GROUP BY speaker',
		article,
	);
	const comments = database.get<{ comments: number }>(
		'SELECT comments FROM articles WHERE number = ?',
		article,
	);
	addToTotals(database, range, {
		articles: -1,
		quotes: -spoken.reduce((total, { quotes }) => total + quotes, 0),
		unattributed: -(spoken.find(({ speaker }) => speaker === null)?.quotes ?? 0),
		comments: -(comments?.comments ?? 0),
	});
	for (const { speaker, quotes } of spoken) {
		if (speaker !== null) subtractSpeaker(database, range, speaker, quotes);
	}
	const topics = database.all<{ topic: number }>(
		'SELECT topic FROM article_topics WHERE article = ?',
		article,
	);
	for (const { topic } of topics) subtractTopic(database, topic);
	database.run('DELETE FROM article_topics WHERE article = ?', article);
	database.run(
		'DELETE FROM utterance_search WHERE rowid IN (SELECT number FROM utterances WHERE article = ?)',
		article,
	);
	database.run('DELETE FROM utterances WHERE article = ?', article);
	database.run('DELETE FROM headline_search WHERE rowid = ?', article);
	for (const table of ['pair_search', 'text_search', 'comment_search'])
		database.run(`DELETE FROM ${table} WHERE rowid = ?`, article);
	database.run('DELETE FROM articles WHERE number = ?', article);
}
