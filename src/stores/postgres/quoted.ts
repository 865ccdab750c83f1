import type { QuotedIn } from '../articles.ts';
import type { Queries } from './database.ts';
import { pairOf, type ShelfRange } from './shelves.ts';

/** The latest quotations of a speaker whose articles are looked at, and topics of each that are counted. */
const most = { quotations: 300, topics: 20 };

/** In how many articles speakers are quoted together, and the topics of most of the latest of these. */
export async function quotedIn(
	queries: Queries,
	shelves: readonly ShelfRange[],
	keys: readonly string[],
	limit: number,
): Promise<QuotedIn> {
	const rows = await queries.all<{ number: number; articles: number }>(
		`SELECT s.number, s.articles FROM unnest(?::text[]) WITH ORDINALITY AS k (key, at)
		JOIN speakers AS s ON s.key = k.key AND s.shelf IN (?, ?) ORDER BY k.at, s.shelf`,
		keys,
		...pairOf(shelves),
	);
	const counts = new Map<string, { topic: string; articles: number }>();
	for (const { number } of rows) {
		const topics = await queries.all<{ key: string; topic: string; articles: number }>(
			`SELECT t.key, min(t.name) AS topic, count(*) AS articles FROM (
				SELECT DISTINCT article FROM (
					SELECT article FROM utterances WHERE speaker = ? ORDER BY moment DESC, article DESC, number LIMIT ?
				) AS said
			) AS f JOIN article_topics AS a ON a.article = f.article JOIN topics AS t ON t.number = a.topic
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
