import { type ArrivalRow, arrivalOf } from '../arrival-rows.ts';
import type { DigestStore } from '../digests.ts';
import type { Database } from './database.ts';
import { findShelf } from './shelves.ts';

/**
 * What was added lately. Articles have one writer at a time (`articles-lock.ts`), which takes the next number inside the
 * transaction, so numbers appear in their order.
 */
export function postgresArrivals(database: Database): Pick<DigestStore, 'arrivals' | 'lastArrival'> {
	return {
		async lastArrival() {
			const sql = "SELECT value FROM meta WHERE name = 'sequence'";
			return Number((await database.get<{ value: string }>(sql))?.value ?? 0);
		},
		async arrivals({ shelf, addedAfter, upTo = Number.MAX_SAFE_INTEGER, before, limit }) {
			const range = await findShelf(database, shelf);
			if (range === null) return [];
			// A page is a range of the index, however many other articles there are.
			const rows = await database.all<ArrivalRow>(
				`SELECT a.arrival AS number, a.id, a.revision, a.added, a.moment AS at, a.quotes, a.speakers, a.comments, (
					SELECT coalesce(json_agg(t.name ORDER BY t.number), '[]')::text
					FROM article_topics AS x JOIN topics AS t ON t.number = x.topic WHERE x.article = a.number
				) AS topics
				FROM articles AS a
				WHERE a.shelf = ? AND a.added > ? AND (a.added, a.arrival) < (?, ?) AND a.arrival <= ?
				ORDER BY a.added DESC, a.arrival DESC LIMIT ?`,
				range.shelf,
				new Date(addedAfter).toISOString(),
				before === undefined ? '9' : new Date(before.added).toISOString(),
				before?.number ?? 0,
				upTo,
				Math.min(limit, 5_000),
			);
			return rows.map((row) => arrivalOf(row, shelf));
		},
	};
}
