import type { SQLInputValue } from 'node:sqlite';
import type { ArticleLine } from '../articles.ts';
import type { Database } from './database.ts';

interface LineRow {
	readonly number: number;
	readonly id: string;
	readonly revision: string;
	readonly headline: string;
	readonly site: string | null;
	readonly url: string | null;
	readonly at: string;
	readonly atIs: ArticleLine['atIs'];
	readonly paragraphs: number;
	readonly quotes: number;
	readonly speakers: number;
	readonly comments: number;
}

const columns = ['number', 'id', 'revision', 'headline', 'site', 'url', 'at', 'atIs']
	.concat(['paragraphs', 'quotes', 'speakers', 'comments'])
	.map((column) => `a.${column}`)
	.join(', ');

function lineOf(row: LineRow): ArticleLine {
	const { id, revision, headline, site, url, at, atIs, paragraphs, quotes, speakers, comments } = row;
	return { id, revision, headline, site, url, at, atIs, counts: { paragraphs, quotes, speakers, comments } };
}

/** The lines of articles `a` that the rest of a query, from its joins on, picks and puts in order. */
export function selectLines(database: Database, rest: string, ...values: SQLInputValue[]): ArticleLine[] {
	return database.all<LineRow>(`SELECT ${columns} FROM articles AS a ${rest}`, ...values).map(lineOf);
}

/** The same after a common table expression that picks them. */
export function selectLinesWith(
	database: Database,
	expression: string,
	rest: string,
	...values: SQLInputValue[]
): ArticleLine[] {
	return database.all<LineRow>(`WITH ${expression} SELECT ${columns} ${rest}`, ...values).map(lineOf);
}

/** The newest article comes first; of two of one moment the one that was taken in last. */
export const newestFirst = 'ORDER BY a.moment DESC, a.number DESC LIMIT ?';
