import type { Queries } from './database.ts';
import type { SearchKind } from './search-tables.ts';
import type { ShelfRange } from './shelves.ts';
import { blocks } from './terms.ts';

type Level = 'a' | 'b' | 'c';

/** The two newest blocks of a size, up to the row numbered `top`, as a tsquery. */
const lastBlocks = (level: Level) => {
	const block = `((SELECT top FROM newest) >> ${blocks[level]})`;
	return `('''/${level}' || ${block} || '''|''/${level}' || (${block} - 1) || '''')::tsquery`;
};
/** The first number in them. */
const beginOf = (level: Level) =>
	`((((SELECT top FROM newest) >> ${blocks[level]}) - 1) << ${blocks[level]})`;

/**
 * The part of a statement that finds the newest rows of a shelf which match: first in the newest blocks, then in
 * larger ones, then in all; each is only looked into where those before it had fewer than the limit. `shelf` and
 * `query` are expressions.
 */
function ladder(kind: SearchKind, query: string, shelf: string, limit: string): string {
	const table = `${kind}_search`;
	const step = (within: string, numbers: string) =>
		`(SELECT number FROM ${table} WHERE terms @@ (${query} && ('''/s' || ${shelf} || '''')::tsquery${within}) ${numbers}
		ORDER BY number DESC LIMIT ${limit})`;
	return `SELECT number FROM (
		${step(` && ${lastBlocks('a')}`, '')} UNION ALL
		${step(` && ${lastBlocks('b')}`, `AND number < ${beginOf('a')}`)} UNION ALL
		${step(` && ${lastBlocks('c')}`, `AND number < ${beginOf('b')}`)} UNION ALL
		${step('', `AND number < ${beginOf('c')}`)}
	) AS found LIMIT ${limit}`;
}

/** The greatest number of a shelf. */
const newestOf = (kind: SearchKind) =>
	`newest AS MATERIALIZED (SELECT max(number) AS top FROM ${kind}_search WHERE number BETWEEN ? AND ?)`;

/** The numbers of the rows of a shelf that match a tsquery, those added last first. */
export async function newest(
	queries: Pick<Queries, 'all'>,
	kind: SearchKind,
	query: string,
	{ shelf, first, last }: ShelfRange,
	limit: number,
): Promise<number[]> {
	if (query === '') return [];
	const rows = await queries.all<{ number: number }>(
		`WITH asked AS MATERIALIZED (SELECT ?::tsquery AS query, ?::bigint AS shelf, ?::bigint AS most), ${newestOf(kind)}
		${ladder(kind, '(SELECT query FROM asked)', '(SELECT shelf FROM asked)', '(SELECT most FROM asked)')}`,
		query,
		shelf,
		limit,
		first,
		last,
	);
	return rows.map(({ number }) => number).sort((a, b) => b - a);
}

/** The same for each of several queries, in one question. */
export async function newestOfEach(
	queries: Pick<Queries, 'all'>,
	kind: SearchKind,
	asked: readonly string[],
	{ shelf, first, last }: ShelfRange,
	limit: number,
): Promise<number[][]> {
	const rows = await queries.all<{ at: number; numbers: number[] }>(
		`WITH ${newestOf(kind)}
		SELECT asked.at::int AS at, array(${ladder(kind, 'asked.query::tsquery', '?::bigint', '?::bigint')})::text[] AS numbers
		FROM unnest(?::text[]) WITH ORDINALITY AS asked (query, at)`,
		first,
		last,
		...[1, 2, 3, 4].flatMap(() => [shelf, limit]),
		limit,
		asked,
	);
	const found = asked.map((): number[] => []);
	for (const { at, numbers } of rows) found[at - 1] = numbers.map(Number).sort((a, b) => b - a);
	return found;
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
