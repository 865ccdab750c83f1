import type { Queries } from './database.ts';
import type { SearchKind } from './search-tables.ts';
import type { ShelfRange } from './shelves.ts';
import { blocks } from './terms.ts';

type Level = 'a' | 'b' | 'c';

/** The two newest blocks of a size, up to the row numbered `top`, as a tsquery, and the first number in them. */
const lastBlocks = (level: Level) => {
	const block = `(top >> ${blocks[level]})`;
	return `('''/${level}' || ${block} || '''|''/${level}' || (${block} - 1) || '''')::tsquery AS ${level},
		(${block} - 1) << ${blocks[level]} AS from_${level}`;
};

/**
 * The numbers of the rows of a shelf that match a tsquery, for each of several, those added last first. The newest
 * blocks are looked into first, then larger ones, then all; each only where those before it had fewer than the limit.
 */
export async function newestOfEach(
	queries: Pick<Queries, 'all'>,
	kind: SearchKind,
	asked: readonly string[],
	{ shelf, first, last }: ShelfRange,
	limit: number,
): Promise<number[][]> {
	const found = asked.map((): number[] => []);
	if (asked.length === 0) return found;
	// "+ 0" keeps PostgreSQL from going through all rows in their order instead of the index of terms.
	const step = (query: Level | 's', before?: Level) =>
		`(SELECT number FROM ${kind}_search
		WHERE terms @@ asked.${query} ${before === undefined ? '' : `AND number + 0 < asked.from_${before}`}
		ORDER BY number + 0 DESC LIMIT ?)`;
	const rows = await queries.all<{ at: number; numbers: string[] }>(
		`WITH newest AS MATERIALIZED (SELECT max(number) AS top FROM ${kind}_search WHERE number BETWEEN ? AND ?),
		blocks AS MATERIALIZED (
			SELECT ${lastBlocks('a')}, ${lastBlocks('b')}, ${lastBlocks('c')} FROM newest
		),
		asked AS MATERIALIZED (
			SELECT at, query && a AS a, query && b AS b, query && c AS c, query AS s, from_a, from_b, from_c FROM blocks, (
				SELECT at, query::tsquery && ('''/s' || ?::bigint || '''')::tsquery AS query
				FROM unnest(?::text[]) WITH ORDINALITY AS t (query, at)
			) AS wanted
		)
		SELECT at::int AS at, array(SELECT number FROM (
			${step('a')} UNION ALL ${step('b', 'a')} UNION ALL ${step('c', 'b')} UNION ALL ${step('s', 'c')}
		) AS found LIMIT ?)::text[] AS numbers FROM asked`,
		first,
		last,
		shelf,
		asked,
		...[limit, limit, limit, limit, limit],
	);
	for (const { at, numbers } of rows) found[at - 1] = numbers.map(Number).sort((a, b) => b - a);
	return found;
}

/** The same for one tsquery. */
export async function newest(
	queries: Pick<Queries, 'all'>,
	kind: SearchKind,
	query: string,
	range: ShelfRange,
	limit: number,
): Promise<number[]> {
	if (query === '') return [];
	const [numbers] = await newestOfEach(queries, kind, [query], range, limit);
	return numbers ?? [];
}

/** The numbers of those in a range of numbers, a few hundred or thousand, that match. */
export async function inRange(
	queries: Pick<Queries, 'all'>,
	kind: SearchKind,
	query: string,
	{ from, to }: { readonly from: number; readonly to: number },
	limit: number,
): Promise<number[]> {
	const rows = await queries.all<{ number: number }>(
		`SELECT number FROM ${kind}_search WHERE number BETWEEN ? AND ? AND terms @@ ?::tsquery
		ORDER BY number DESC LIMIT ?`,
		from,
		to,
		query,
		limit,
	);
	return rows.map(({ number }) => number);
}

/** The numbers of those in a list that match. */
export async function among(
	queries: Pick<Queries, 'all'>,
	kind: SearchKind,
	query: string,
	numbers: readonly number[],
): Promise<number[]> {
	const rows = await queries.all<{ number: number }>(
		`SELECT number FROM ${kind}_search WHERE number = ANY (?::bigint[]) AND terms @@ ?::tsquery
		ORDER BY number DESC`,
		numbers,
		query,
	);
	return rows.map(({ number }) => number);
}
