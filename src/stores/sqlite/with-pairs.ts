import type { ArticleLine } from '../articles.ts';
import type { Database } from './database.ts';
import { selectNewest } from './lines.ts';
import { matching } from './match.ts';
import type { ShelfRange } from './shelves.ts';

/** Pairs of one phrase; of a longer one the first are enough. */
const mostPairs = 4;

/** The articles that have all pairs of a phrase: of more than `limit` on a shelf those added last, newest first. */
export function linesWithPairs(
	database: Database,
	shelves: readonly ShelfRange[],
	pairs: readonly string[],
	limit: number,
): ArticleLine[] {
	const wanted = [...new Set(pairs)].slice(0, mostPairs);
	if (wanted.length === 0) return [];
	return selectNewest(database, shelves, limit, ({ first, last }) => ({
		with: `found AS MATERIALIZED (
			SELECT rowid AS number FROM pair_search
			WHERE pair_search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?
		)`,
		from: 'found CROSS JOIN articles AS a USING (number)',
		values: [matching(wanted, 'all', false), first, last, limit],
	}));
}
