import type { SearchKind } from '../indexed-text.ts';
import { askedOfShelf, askedRows, isMost, ofShelf } from './asked.ts';
import type { Queries } from './queries.ts';
import type { ShelfRange } from './shelves.ts';

/**
 * The numbers of up to `limit` rows of a shelf that match a tsquery, for each of several: where there are more, any of
 * them, which costs no more than those that are given. Fewer than the limit are all.
 */
export async function someOfEach(
	queries: Pick<Queries, 'all'>,
	kind: SearchKind,
	asked: readonly string[],
	{ shelf, first, last }: ShelfRange,
	limit: number,
): Promise<number[][]> {
	const found = asked.map((): number[] => []);
	if (asked.length === 0) return found;
	// PostgreSQL plans what is materialized as if all of it were read, and then reads no more than the limit: else it
	// would go through all rows until enough of them match. "+ 0" keeps it from going through a range of numbers.
	const rows = await queries.all<{ at: number; numbers: string }>(
		`WITH shelf AS MATERIALIZED (
			SELECT ${ofShelf}, ${isMost(kind, 'coalesce(max(number), ?)')}
			FROM ${kind}_search WHERE number BETWEEN ? AND ?
		)
		SELECT asked.at::int AS at, array_to_string(array(
			WITH matching AS MATERIALIZED (
				SELECT number FROM ${kind}_search
				WHERE terms @@ ${askedOfShelf} AND number + 0 BETWEEN ? AND ?
			)
			SELECT number FROM matching LIMIT ${limit}
		), ' ') AS numbers
		FROM shelf CROSS JOIN ${askedRows}`,
		...[shelf, first, first, first, last, first, last, asked],
	);
	for (const { at, numbers } of rows) if (numbers !== '') found[at - 1] = numbers.split(' ').map(Number);
	return found;
}
