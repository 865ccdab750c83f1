import type { ArticleLine } from '../articles.ts';
import { type LineRow, lineColumns, lineOf } from '../line-rows.ts';
import { newestOfEach } from './newest.ts';
import type { Queries } from './queries.ts';
import type { ShelfRange } from './shelves.ts';
import { matching } from './terms.ts';

/** Pairs of one phrase; of a longer one the first are enough. */
const mostPairs = 4;

/**
 * The articles that have all pairs of a phrase, for each of several: of more than `limit` on a shelf those added last,
 * newest first. All phrases are looked for in one statement for each shelf.
 */
export async function linesWithEach(
	queries: Queries,
	shelves: readonly ShelfRange[],
	phrases: readonly (readonly string[])[],
	limit: number,
): Promise<ArticleLine[][]> {
	const asked = phrases.flatMap((pairs, at) => {
		const query = matching('pair', [...new Set(pairs)].slice(0, mostPairs), 'all');
		return query === '' ? [] : [{ at, query }];
	});
	const found = phrases.map((): number[] => []);
	for (const range of shelves) {
		const ofEach = await newestOfEach(
			queries,
			'pair',
			asked.map(({ query }) => query),
			range,
			limit,
		);
		for (const [index, { at }] of asked.entries()) found[at]?.push(...(ofEach[index] ?? []));
	}
	const rows = await rowsOf(queries, new Set(found.flat()));
	return found.map((numbers) =>
		numbers
			.flatMap((number) => rows.get(number) ?? [])
			.sort((a, b) => b.moment - a.moment || b.arrival - a.arrival)
			.slice(0, limit)
			.flatMap((row) => {
				const range = shelves.find(({ first, last }) => first <= row.number && row.number <= last);
				return range ? [lineOf(row, range)] : [];
			}),
	);
}

interface NumberedRow extends LineRow {
	readonly number: number;
}

async function rowsOf(
	queries: Pick<Queries, 'all'>,
	numbers: ReadonlySet<number>,
): Promise<ReadonlyMap<number, NumberedRow>> {
	if (numbers.size === 0) return new Map();
	const rows = await queries.all<NumberedRow>(
		`SELECT a.number, ${lineColumns} FROM articles AS a WHERE a.number = ANY (?::bigint[])`,
		[...numbers],
	);
	return new Map(rows.map((row) => [row.number, row]));
}
