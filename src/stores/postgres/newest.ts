import type { SearchKind } from '../indexed-text.ts';
import { askedOfShelf, askedRows, isMost, ofShelf } from './asked.ts';
import type { Queries, Value } from './queries.ts';
import type { ShelfRange } from './shelves.ts';
import { blocks } from './terms.ts';

/** The two newest blocks of a size, up to the row numbered `top`, as a tsquery, and the first number in them. */
const lastBlocks = (level: 'a' | 'b') => {
	const block = `(top >> ${blocks[level]})`;
	return `('''/${level}' || ${block} || '''|''/${level}' || (${block} - 1) || '''')::tsquery AS ${level},
		(${block} - 1) << ${blocks[level]} AS from_${level}`;
};

/** When blocks are looked into, and when all rows. */
const when = {
	/** A row that is found in blocks costs several times as much as one that is found in all: they are this part at most. */
	part: 1 / 3,
	/** Where there seem to be so many times the limit at most, all are looked at. */
	few: 4,
	/** Fewer than this do not say how far back the others are. */
	telling: 10,
	/** How much further than it seems to be enough; and so many blocks of one size are looked into together. */
	spare: 1.5,
	together: 8,
};

/**
 * A statement that gives the numbers of the rows of a shelf that match a tsquery, for each of several, as rows `(at,
 * numbers)`, `at` from 1: those added last first, at least `limit` where there are so many. The newest blocks are
 * looked into first, then larger ones, then as many as should do by what was found, then all; each only where those
 * before had fewer than the limit, and where it costs less than to look at all.
 */
export function newestSql(kind: SearchKind, limit: number): string {
	// "+ 0" keeps PostgreSQL from going through all rows in their order instead of the index of terms, and "OFFSET 0"
	// from working out a step each time it is named.
	const step = (query: string, where: string) =>
		`(SELECT array(
			SELECT number FROM ${kind}_search WHERE terms @@ ${query} AND ${where} ORDER BY number + 0 DESC LIMIT ${limit}
		) AS numbers OFFSET 0)`;
	return `WITH newest AS MATERIALIZED (
		SELECT coalesce(max(number), ?) AS top FROM ${kind}_search WHERE number BETWEEN ? AND ?
	), blocks AS MATERIALIZED (
		SELECT ${lastBlocks('a')}, ${lastBlocks('b')}, top, ?::bigint AS first,
			(top - ?) * ${when.part} AS part, ${ofShelf}, ${isMost(kind, 'top')}
		FROM newest
	)
	SELECT asked.at::int AS at, a.numbers || b.numbers || c.numbers || s.numbers AS numbers
	FROM blocks CROSS JOIN ${askedRows}
	CROSS JOIN LATERAL ${step('(asked.query && blocks.a)', 'true')} AS a
	CROSS JOIN LATERAL (
		SELECT cardinality(a.numbers) < ${limit} AND top - from_b < part
			AND cardinality(a.numbers) * (top - first) > ${limit * when.few} * (top - from_a) AS is_asked OFFSET 0
	) AS of_b
	CROSS JOIN LATERAL ${step('(asked.query && blocks.b)', 'of_b.is_asked AND number + 0 < from_a')} AS b
	CROSS JOIN LATERAL (
		SELECT cardinality(a.numbers) + cardinality(b.numbers) AS count,
			CASE WHEN of_b.is_asked THEN from_b ELSE from_a END AS since OFFSET 0
	) AS known
	CROSS JOIN LATERAL (
		SELECT CASE WHEN of_b.is_asked AND known.count BETWEEN ${when.telling} AND ${limit - 1}
			THEN (${limit} - known.count) * ${when.spare} * (top - known.since) / known.count END AS numbers OFFSET 0
	) AS wanted
	CROSS JOIN LATERAL (
		SELECT coalesce(wanted.numbers < part AND known.since > first, false) AS is_asked,
			CASE WHEN wanted.numbers < ${when.together * 2 ** blocks.b} THEN ${blocks.b} ELSE ${blocks.c} END AS bits OFFSET 0
	) AS of_c
	CROSS JOIN LATERAL (
		SELECT min(block) << of_c.bits AS since,
			string_agg('''/' || CASE of_c.bits WHEN ${blocks.b} THEN 'b' ELSE 'c' END || block || '''', '|')::tsquery AS c
		FROM generate_series(
			greatest(first, known.since - 1 - wanted.numbers::bigint) >> of_c.bits, (known.since - 1) >> of_c.bits
		) AS block WHERE of_c.is_asked OFFSET 0
	) AS older
	CROSS JOIN LATERAL ${step('(asked.query && older.c)', 'of_c.is_asked AND number + 0 < known.since')} AS c
	CROSS JOIN LATERAL ${step(
		askedOfShelf,
		`known.count + cardinality(c.numbers) < ${limit} AND coalesce(older.since, known.since) > first
			AND number + 0 >= first AND number + 0 < coalesce(older.since, known.since)`,
	)} AS s`;
}

/** The values of that statement. */
export const newestValues = ({ shelf, first, last }: ShelfRange, asked: readonly string[]): Value[] => [
	...[first, first, last, first, first, shelf, first],
	asked,
];

/** The numbers of the rows of a shelf that match a tsquery, for each of several, those added last first. */
export async function newestOfEach(
	queries: Pick<Queries, 'all'>,
	kind: SearchKind,
	asked: readonly string[],
	range: ShelfRange,
	limit: number,
): Promise<number[][]> {
	const found = asked.map((): number[] => []);
	if (asked.length === 0) return found;
	const rows = await queries.all<{ at: number; numbers: string }>(
		`SELECT at, array_to_string(numbers[1:${limit}], ' ') AS numbers FROM (${newestSql(kind, limit)}) AS newest`,
		...newestValues(range, asked),
	);
	for (const { at, numbers } of rows) if (numbers !== '') found[at - 1] = numbers.split(' ').map(Number);
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
