import type { ArchivedUtterance } from '../articles.ts';
import type { Queries } from './queries.ts';
import { pairOf, type ShelfRange } from './shelves.ts';
import { type Placed, readPlaced } from './utterances.ts';

/** Of so many, in the order of their first words, the newest are given. */
const mostLooked = 200;

/** Utterances that begin with a folded text, newest article first. */
export async function utterancesBeginning(
	queries: Queries,
	shelves: readonly ShelfRange[],
	begun: string,
	limit: number,
): Promise<ArchivedUtterance[]> {
	const found = await queries.all<Placed & { readonly moment: number }>(
		`SELECT number, article, moment FROM utterances WHERE begins IS NOT NULL AND begins >= ? AND begins < ?
		AND shelf IN (?, ?) ORDER BY begins, shelf LIMIT ${mostLooked}`,
		begun,
		`${begun}\u{10ffff}`,
		...pairOf(shelves),
	);
	const newest = found.sort((a, b) => b.moment - a.moment || a.number - b.number).slice(0, limit);
	return readPlaced(queries, shelves, newest);
}
