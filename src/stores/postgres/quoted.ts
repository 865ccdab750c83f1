import type { QuotedIn } from '../articles.ts';
import { type CountedTopic, mostQuoted, topicsOfMost } from '../quoted-topics.ts';
import type { Queries } from './queries.ts';
import { pairOf, type ShelfRange } from './shelves.ts';

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
	const found: CountedTopic[] = [];
	for (const { number } of rows) {
		const topics = await queries.all<CountedTopic>(
			`SELECT t.key, min(t.name) AS topic, count(*) AS articles FROM (
				SELECT DISTINCT article FROM (
					SELECT article FROM utterances WHERE speaker = ? ORDER BY moment DESC, article DESC, number LIMIT ?
				) AS said
			) AS f JOIN article_topics AS a ON a.article = f.article JOIN topics AS t ON t.number = a.topic
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
