import type { Arrival, DigestStore } from '../digests.ts';
import type { Database } from './database.ts';
import { findShelf } from './shelves.ts';

interface Row extends Omit<Arrival, 'shelf' | 'added' | 'topics'> {
	readonly added: string;
	readonly topics: string;
}

/**
 * What was added lately. SQLite has one writer at a time, who gets the next number inside the transaction, so
 * numbers appear in their order.
 */
export function sqliteArrivals(database: Database): Pick<DigestStore, 'arrivals'> {
	return {
		async arrivals({ shelf, addedAfter, before = Number.MAX_SAFE_INTEGER, limit }) {
			const rows = database.all<Row>(
				`SELECT a.arrival AS number, a.id, a.revision, a.added, a.moment AS at, a.quotes, a.speakers, a.comments, (
					SELECT json_group_array(t.name) FROM article_topics AS at JOIN topics AS t ON t.number = at.topic
					WHERE at.article = a.number
				) AS topics
				FROM articles AS a WHERE a.shelf = ? AND a.added > ? AND a.arrival < ? ORDER BY a.arrival DESC LIMIT ?`,
				findShelf(database, shelf)?.shelf ?? -1,
				new Date(addedAfter).toISOString(),
				before,
				Math.min(limit, 5_000),
			);
			return rows.map((row) => ({
				...row,
				shelf,
				added: Date.parse(row.added),
				topics: JSON.parse(row.topics),
			}));
		},
	};
}
