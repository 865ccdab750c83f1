import type { QuotedIn } from '../articles.ts';
import { type CountedTopic, mostQuoted, topicsOfMost } from '../quoted-topics.ts';
import type { Database } from './database.ts';
import { pairOf, type ShelfRange } from './shelves.ts';

/** In how many articles speakers are quoted together, and the topics of most of the latest of these. */
export function quotedIn(
	database: Database,
	shelves: readonly ShelfRange[],
	keys: readonly string[],
	limit: number,
): QuotedIn {
	const rows = keys.flatMap((key) =>
		database.all<{ number: number; articles: number }>(
			'SELECT number, articles FROM speakers WHERE key = ? AND shelf IN (?, ?)',
			key,
			...pairOf(shelves),
		),
	);
	const found: CountedTopic[] = [];
	for (const { number } of rows) {
		const topics = database.all<CountedTopic>(
			`SELECT t.key, t.name AS topic, count(*) AS articles FROM (
				SELECT DISTINCT article FROM (
					SELECT article FROM utterances WHERE speaker = ? ORDER BY moment DESC, article DESC, number LIMIT ?
				)
			) AS f CROSS JOIN article_topics AS a ON a.article = f.article CROSS JOIN topics AS t ON t.number = a.topic
			GROUP BY t.key ORDER BY articles DESC, t.key LIMIT ?`,
			number,
			mostQuoted.quotations,
			mostQuoted.topics,
		);
		found.push(...topics);
	}
	return {
		articles: rows.reduce((sum, { articles }) => sum + articles, 0),
		topics: topicsOfMost(found, limit),
	};
}
