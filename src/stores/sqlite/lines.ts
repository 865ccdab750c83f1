import type { SQLInputValue } from 'node:sqlite';
import type { AddedLines, ArticleLine } from '../articles.ts';
import { type LineRow, lineColumns, lineOf } from '../line-rows.ts';
import type { Database } from './database.ts';
import { mostCandidates } from './match.ts';
import type { ShelfRange } from './shelves.ts';

/** What a line is made of, of articles `a`. */
const columns = `a.number, a.id, a.revision, a.headline, a.site, a.url, a.at, a."atIs", a."changedAt",
	a.paragraphs, a.quotes, a.speakers, a.comments, a.unsure`;

/** A row of `columns`. */
type LineTuple = readonly [
	number: number,
	id: string,
	revision: string,
	headline: string,
	site: string | null,
	url: string | null,
	at: string,
	atIs: ArticleLine['atIs'],
	changedAt: string | null,
	paragraphs: number,
	quotes: number,
	speakers: number,
	comments: number,
	unsure: number,
];

/** The same with what lines of several shelves are put in order by. */
type OrderedTuple = readonly [...LineTuple, moment: number, arrival: number];

/** A line straight from its row: an answer has up to hundreds of them. */
function lineOfTuple(row: LineTuple | OrderedTuple, { server }: ShelfRange): ArticleLine {
	const line = {
		id: row[1],
		revision: row[2],
		shelf: server,
		headline: row[3],
		site: row[4],
		url: row[5],
		at: row[6],
		atIs: row[7],
		changedAt: row[8],
		counts: { paragraphs: row[9], quotes: row[10], speakers: row[11], comments: row[12] },
	};
	return row[13] === 1 ? { ...line, unsure: true } : line;
}

/** Which lines of a shelf, after `SELECT … FROM`: joins on articles `a`, conditions, order and limit. */
interface Picked {
	/** A common table expression to pick from. */
	readonly with?: string;
	/** From the name of the table on. */
	readonly from: string;
	readonly values: readonly SQLInputValue[];
}

/**
 * Lines of several shelves, the newest first; of two of one moment the one that was added last. Each shelf gives
 * its own in that order, at most `limit`.
 */
export function selectNewest(
	database: Database,
	shelves: readonly ShelfRange[],
	limit: number,
	pick: (range: ShelfRange) => Picked,
): ArticleLine[] {
	return shelves
		.flatMap((range) => {
			const { with: expression, from, values } = pick(range);
			const sql = `${expression === undefined ? '' : `WITH ${expression} `}SELECT ${columns}, a.moment, a.arrival FROM ${from}
				ORDER BY a.moment DESC, a.number DESC LIMIT ?`;
			return database.tuples<OrderedTuple>(sql, ...values, limit).map((row) => ({ row, range }));
		})
		.sort(({ row: a }, { row: b }) => b[14] - a[14] || b[15] - a[15])
		.slice(0, limit)
		.map(({ row, range }) => lineOfTuple(row, range));
}

/** The line of an article that one of the shelves shows. */
export function selectLine(
	database: Database,
	shelves: readonly ShelfRange[],
	id: string,
): ArticleLine | null {
	for (const range of shelves) {
		const row = database.get<LineRow>(ofId, id, range.shelf);
		if (row) return lineOf(row, range);
	}
	return null;
}

/** What was added after a moment: a range of an index, of which no more than the last thousand are looked at. */
export function selectAdded(
	database: Database,
	shelves: readonly ShelfRange[],
	since: number,
	limit: number,
): AddedLines {
	const after = new Date(since).toISOString();
	const last = (columns: string, most: number) =>
		`SELECT ${columns} FROM articles AS a INDEXED BY articles_by_added WHERE a.shelf = ? AND a.added > ?
		ORDER BY a.added DESC, a.arrival DESC LIMIT ${most}`;
	const counts = shelves.map(
		({ shelf }) =>
			database.get<{ count: number }>(
				`SELECT count(*) AS count FROM (${last('1', mostCandidates + 1)})`,
				shelf,
				after,
			)?.count ?? 0,
	);
	const lines = selectNewest(database, shelves, limit, ({ shelf }) => ({
		with: `found AS MATERIALIZED (${last('a.number', mostCandidates)})`,
		from: 'found CROSS JOIN articles AS a USING (number)',
		values: [shelf, after],
	}));
	return {
		lines,
		total: counts.reduce((sum, count) => sum + Math.min(count, mostCandidates), 0),
		more: counts.some((count) => count > mostCandidates),
	};
}

const ofId = `SELECT ${lineColumns} FROM articles AS a WHERE a.id = ? AND a.shelf = ?`;

/** The lines of articles on some shelves, by their numbers. */
export function selectLines(
	database: Database,
	shelves: readonly ShelfRange[],
	numbers: ReadonlySet<number>,
): ReadonlyMap<number, ArticleLine> {
	const rows = database.tuples<LineTuple>(ofNumbers, JSON.stringify([...numbers]));
	const lines = new Map<number, ArticleLine>();
	for (const row of rows) {
		const [number] = row;
		const range = shelves.find(({ first, last }) => first <= number && number <= last);
		if (range) lines.set(number, lineOfTuple(row, range));
	}
	return lines;
}

const ofNumbers = `SELECT ${columns} FROM json_each(?) AS wanted
	CROSS JOIN articles AS a ON a.number = wanted.value`;

/** The dates of the first and the last article on some shelves. */
export function datesOf(
	database: Database,
	shelves: readonly ShelfRange[],
): { readonly first: string; readonly last: string } | null {
	const ends = shelves.flatMap(({ shelf }) =>
		['ASC', 'DESC'].flatMap((order) =>
			database.all<{ at: string; moment: number }>(
				`SELECT at, moment FROM articles WHERE shelf = ? ORDER BY moment ${order}, number ${order} LIMIT 1`,
				shelf,
			),
		),
	);
	const [first, last] = [
		ends.toSorted((a, b) => a.moment - b.moment)[0],
		ends.toSorted((a, b) => b.moment - a.moment)[0],
	];
	return first && last ? { first: first.at, last: last.at } : null;
}
