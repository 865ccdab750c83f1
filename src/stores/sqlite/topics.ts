import type { KnownTopic } from '../articles.ts';
import { countedNames } from './counted.ts';
import type { Database } from './database.ts';
import type { ShelfRange } from './shelves.ts';

/** The topics with most articles, and those found by words: most articles first, then by folded name. */
export const topics = countedNames({
	name: 'topics',
	search: 'topic_search',
	alone: 'c.key, c.name AS topic, c.articles AS articles',
	added: 'c.key, c.name AS topic, c.articles + coalesce(o.articles, 0) AS articles',
	// By their places: to take a thousand rows apart as lists costs more while the code is cold.
	rowOf: (row: readonly [key: string, topic: string, articles: number]): KnownTopic => {
		return { key: row[0], topic: row[1], articles: row[2] };
	},
	order: 'articles DESC, c.key',
	compare: (a, b) => b.articles - a.articles || (a.key < b.key ? -1 : 1),
});

/** One topic, counted over the shelves. */
export function topicOfKey(
	database: Database,
	shelves: readonly ShelfRange[],
	key: string,
): KnownTopic | null {
	const rows = shelves.flatMap(({ shelf }) =>
		database.all<KnownTopic>(
			'SELECT key, name AS topic, articles FROM topics WHERE key = ? AND shelf = ?',
			key,
			shelf,
		),
	);
	const [first] = rows;
	return first ? { ...first, articles: rows.reduce((sum, { articles }) => sum + articles, 0) } : null;
}
