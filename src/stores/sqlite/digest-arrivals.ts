import type { Arrival, DigestStore } from '../../library/digests.ts';
import type { Database } from './database.ts';
import { selectLine } from './lines.ts';
import { shelvesSeenBy } from './shelves.ts';

interface Row {
	readonly number: number;
	readonly id: string;
	readonly added: string;
	readonly topics: string | null;
}

/** What was taken in last. The numbers of articles grow, and a list by number reads no more than it gives. */
export function sqliteArrivals(database: Database): Pick<DigestStore, 'arrivals'> {
	return {
		async arrivals(limit) {
			const rows = database.all<Row>(
				`SELECT a.arrival AS number, a.id, a.added, (
					SELECT json_group_array(t.name) FROM article_topics AS at JOIN topics AS t ON t.number = at.topic
					WHERE at.article = a.number
				) AS topics
				FROM articles AS a WHERE a.shelf = 0 ORDER BY a.arrival DESC LIMIT ?`,
				limit,
			);
			return rows.flatMap(({ id, number, added, topics }): Arrival[] => {
				const line = selectLine(database, shelvesSeenBy(database, null), 'id', id);
				if (!line) return [];
				return [{ line, number, added: Date.parse(added), topics: JSON.parse(topics ?? '[]') }];
			});
		},
	};
}
