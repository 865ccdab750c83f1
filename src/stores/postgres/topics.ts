import type { KnownTopic } from '../articles.ts';
import { countedNames } from './counted.ts';
import type { Queries } from './queries.ts';
import { pairOf, type ShelfRange } from './shelves.ts';

/** The topics with most articles, and those found by words: most articles first, then by folded name. */
export const topics = countedNames<KnownTopic>({
	name: 'topics',
	kind: 'topic',
	alone: 'c.key, c.name AS topic, c.articles AS articles',
	added: 'c.key, c.name AS topic, c.articles + coalesce(o.articles, 0) AS articles',
	order: 'articles DESC, c.key',
	compare: (a, b) => b.articles - a.articles || (a.key < b.key ? -1 : 1),
});

/** One topic, counted over the shelves. */
export async function topicOfKey(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	key: string,
): Promise<KnownTopic | null> {
	const rows = await queries.all<KnownTopic>(
		'SELECT key, name AS topic, articles FROM topics WHERE key = ? AND shelf IN (?, ?) ORDER BY shelf',
		key,
		...pairOf(shelves),
	);
	const [first] = rows;
	return first ? { ...first, articles: rows.reduce((sum, { articles }) => sum + articles, 0) } : null;
}
