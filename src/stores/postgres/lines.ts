import type { AddedLines, ArticleLine } from '../articles.ts';
import { type LineRow, lineColumns, lineOf, type ShownRow, shownColumns } from '../line-rows.ts';
import type { Queries, Value } from './queries.ts';
import type { ShelfRange } from './shelves.ts';
import { mostCandidates } from './terms.ts';

/** Which lines of a shelf, after `SELECT … FROM`: joins on articles `a`, conditions, order and limit. */
interface Picked {
	/** A common table expression to pick from. */
	readonly with?: string;
	/** From the name of the table on. */
	readonly from: string;
	readonly values: readonly Value[];
}

/**
 * Lines of several shelves, the newest first; of two of one moment the one that was added last. Each shelf gives
 * its own in that order, at most `limit`.
 */
export async function selectNewest(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	limit: number,
	pick: (range: ShelfRange) => Picked | Promise<Picked>,
): Promise<ArticleLine[]> {
	const rows: { row: LineRow; range: ShelfRange }[] = [];
	for (const range of shelves) {
		const { with: expression, from, values } = await pick(range);
		const sql = `${expression === undefined ? '' : `WITH ${expression} `}SELECT ${lineColumns} FROM ${from}
			ORDER BY a.moment DESC, a.number DESC LIMIT ?`;
		for (const row of await queries.all<LineRow>(sql, ...values, limit)) rows.push({ row, range });
	}
	return rows
		.sort((a, b) => b.row.moment - a.row.moment || b.row.arrival - a.row.arrival)
		.slice(0, limit)
		.map(({ row, range }) => lineOf(row, range));
}

/** The same of articles by their numbers. */
export function selectNewestOf(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	limit: number,
	numbersOn: (range: ShelfRange) => Promise<readonly number[]>,
): Promise<ArticleLine[]> {
	return selectNewest(queries, shelves, limit, async (range) => ({
		from: 'articles AS a WHERE a.number = ANY (?::bigint[])',
		values: [await numbersOn(range)],
	}));
}

/** The line of an article that one of the shelves shows. */
export async function selectLine(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	id: string,
): Promise<ArticleLine | null> {
	const rows = await queries.all<ShownRow & { shelf: number }>(
		`SELECT a.shelf, ${shownColumns} FROM articles AS a WHERE a.id = ? AND a.shelf = ANY (?::bigint[])`,
		id,
		shelves.map(({ shelf }) => shelf),
	);
	for (const range of shelves) {
		const row = rows.find(({ shelf }) => shelf === range.shelf);
		if (row) return lineOf(row, range);
	}
	return null;
}

/** What was added after a moment: a range of an index, of which no more than the last thousand are looked at. */
export async function selectAdded(
	queries: Queries,
	shelves: readonly ShelfRange[],
	since: number,
	limit: number,
): Promise<AddedLines> {
	const after = new Date(since).toISOString();
	const last = (columns: string, most: number) =>
		`SELECT ${columns} FROM articles AS a WHERE a.shelf = ? AND a.added > ?
		ORDER BY a.added DESC, a.arrival DESC LIMIT ${most}`;
	const counts: number[] = [];
	for (const { shelf } of shelves) {
		const row = await queries.get<{ count: number }>(
			`SELECT count(*) AS count FROM (${last('1', mostCandidates + 1)}) AS added`,
			shelf,
			after,
		);
		counts.push(row?.count ?? 0);
	}
	const lines = await selectNewest(queries, shelves, limit, ({ shelf }) => ({
		with: `found AS MATERIALIZED (${last('a.number', mostCandidates)})`,
		from: 'found JOIN articles AS a USING (number)',
		values: [shelf, after],
	}));
	return {
		lines,
		total: counts.reduce((sum, count) => sum + Math.min(count, mostCandidates), 0),
		more: counts.some((count) => count > mostCandidates),
	};
}

/** The lines of articles on some shelves, by their numbers. */
export async function selectLines(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	numbers: ReadonlySet<number>,
): Promise<ReadonlyMap<number, ArticleLine>> {
	if (numbers.size === 0) return new Map();
	const rows = await queries.all<ShownRow & { number: number }>(
		`SELECT a.number, ${shownColumns} FROM articles AS a WHERE a.number = ANY (?::bigint[])`,
		[...numbers],
	);
	return new Map(
		rows.flatMap((row) => {
			const range = shelves.find(({ first, last }) => first <= row.number && row.number <= last);
			return range ? [[row.number, lineOf(row, range)] as const] : [];
		}),
	);
}

/** The dates of the first and the last article on some shelves. */
export async function datesOf(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
): Promise<{ readonly first: string; readonly last: string } | null> {
	const end = (order: 'ASC' | 'DESC') =>
		`(SELECT at, moment FROM articles WHERE shelf = ? ORDER BY moment ${order}, number ${order} LIMIT 1)`;
	const ends = await queries.all<{ at: string; moment: number }>(
		shelves.map(() => `${end('ASC')} UNION ALL ${end('DESC')}`).join(' UNION ALL '),
		...shelves.flatMap(({ shelf }) => [shelf, shelf]),
	);
	const [first, last] = [
		ends.toSorted((a, b) => a.moment - b.moment)[0],
		ends.toSorted((a, b) => b.moment - a.moment)[0],
	];
	return first && last ? { first: first.at, last: last.at } : null;
}
