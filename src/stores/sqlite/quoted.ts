import type { QuotedIn } from '../articles.ts';
import type { Database } from './database.ts';
import { pairOf, type ShelfRange } from './shelves.ts';

/** The latest quotations of a speaker whose articles are looked at, and topics of each that are counted. */
const most = { quotations: 300, topics: 20 };

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
	const counts = new Map<string, { topic: string; articles: number }>();
	for (const { number } of rows) {
		const topics = database.all<{ key: string; topic: string; articles: number }>(
			`SELECT t.key, t.name AS topic, count(*) AS articles FROM (
				SELECT DISTINCT article FROM (
					SELECT article FROM utterances WHERE speaker = ? ORDER BY moment DESC, article DESC, number LIMIT ?
				)
			) AS f CROSS JOIN article_topics AS a ON a.article = f.article CROSS JOIN topics AS t ON t.number = a.topic
			GROUP BY t.key ORDER BY articles DESC, t.key LIMIT ?`,
			number,
			most.quotations,
			most.topics,
		);
		for (const { key, topic, articles } of topics) {
			const known = counts.get(key);
			counts.set(key, { topic: known?.topic ?? topic, articles: (known?.articles ?? 0) + articles });
		}
	}
	return {
		articles: rows.reduce((sum, { articles }) => sum + articles, 0),
		topics: [...counts.values()]
			.sort((a, b) => b.articles - a.articles || (a.topic < b.topic ? -1 : 1))
			.slice(0, limit)
			.map(({ topic }) => topic),
	};
}
