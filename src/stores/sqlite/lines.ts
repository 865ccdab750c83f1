import type { SQLInputValue } from 'node:sqlite';
import type { ArticleLine } from '../articles.ts';
import type { Database } from './database.ts';
import type { ShelfRange } from './shelves.ts';

interface LineRow {
	readonly id: string;
	readonly revision: string;
	readonly headline: string;
	readonly site: string | null;
	readonly url: string | null;
	readonly at: string;
	readonly atIs: ArticleLine['atIs'];
	readonly changedAt: string | null;
	readonly moment: number;
	readonly arrival: number;
	readonly paragraphs: number;
	readonly quotes: number;
	readonly speakers: number;
	readonly comments: number;
	readonly unsure: number;
}

const columns = ['id', 'revision', 'headline', 'site', 'url', 'at', 'atIs', 'changedAt', 'moment', 'arrival']
	.concat(['paragraphs', 'quotes', 'speakers', 'comments', 'unsure'])
	.map((column) => `a.${column}`)
	.join(', ');

function lineOf(row: LineRow, { server }: ShelfRange): ArticleLine {
	const { id, revision, headline, site, url, at, atIs, changedAt } = row;
	const { paragraphs, quotes, speakers, comments } = row;
	const counts = { paragraphs, quotes, speakers, comments };
	const line = { id, revision, shelf: server, headline, site, url, at, atIs, changedAt, counts };
	return row.unsure === 1 ? { ...line, unsure: true } : line;
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
			const sql = `${expression === undefined ? '' : `WITH ${expression} `}SELECT ${columns} FROM ${from}
				ORDER BY a.moment DESC, a.number DESC LIMIT ?`;
			return database.all<LineRow>(sql, ...values, limit).map((row) => ({ row, range }));
		})
		.sort((a, b) => b.row.moment - a.row.moment || b.row.arrival - a.row.arrival)
		.slice(0, limit)
		.map(({ row, range }) => lineOf(row, range));
}

/** The line of an article that one of the shelves shows: of its id, or of its number. */
export function selectLine(
	database: Database,
	shelves: readonly ShelfRange[],
	by: 'id' | 'number',
	value: SQLInputValue,
): ArticleLine | null {
	for (const range of shelves) {
		const row = database.get<LineRow>(
			`SELECT ${columns} FROM articles AS a WHERE a.${by} = ? AND a.shelf = ?`,
			value,
			range.shelf,
		);
		if (row) return lineOf(row, range);
	}
	return null;
}
