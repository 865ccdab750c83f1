import type { ArticleLine } from '../articles.ts';
import { selectNewestOf } from './lines.ts';
import { newest } from './newest.ts';
import type { Queries } from './queries.ts';
import type { ShelfRange } from './shelves.ts';
import { matching } from './terms.ts';

/** Pairs of one phrase; of a longer one the first are enough. */
const mostPairs = 4;

/** The articles that have all pairs of a phrase: of more than `limit` on a shelf those added last, newest first. */
export async function linesWithPairs(
	queries: Queries,
	shelves: readonly ShelfRange[],
	pairs: readonly string[],
	limit: number,
): Promise<ArticleLine[]> {
	const wanted = [...new Set(pairs)].slice(0, mostPairs);
	if (wanted.length === 0) return [];
	const query = matching('pair', wanted, 'all');
	return selectNewestOf(queries, shelves, limit, (range) => newest(queries, 'pair', query, range, limit));
}
