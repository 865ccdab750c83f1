import type { Database } from './database.ts';

/**
 * A full-text query for folded words. They hold letters and digits only, and the quotation marks take the
 * meaning out of words like NOT.
 * @param begun whether the last word may be the beginning of a longer one.
 */
export function matching(words: readonly string[], match: 'all' | 'any', begun: boolean): string {
	const terms = words.map((word, index) =>
		begun && index === words.length - 1 ? `"${word}"*` : `"${word}"`,
	);
	return [...new Set(terms)].join(match === 'all' ? ' AND ' : ' OR ');
}

/** Of more matches than this, those added last are looked at, so that a common word costs no more than a rare one. */
export const mostCandidates = 1_000;

/** The full-text indexes. */
export type SearchTable = 'utterance' | 'text' | 'comment' | 'pair';

/** The numbers between two that match, both ends included, as a query that takes the match, the ends and how many. */
export const inRange = (table: SearchTable, order: 'ASC' | 'DESC') =>
	`SELECT rowid AS number FROM ${table}_search
	WHERE ${table}_search MATCH ? AND rowid >= ? AND rowid <= ? ORDER BY rowid ${order} LIMIT ?`;

/** The numbers of rows that match, at most `limit` of them; upwards is faster than downwards. */
export function rowsMatching(
	database: Database,
	table: SearchTable,
	match: string,
	{ from, to }: { readonly from: number; readonly to: number },
	order: 'ASC' | 'DESC',
	limit: number,
): number[] {
	// As one value, since a row for each costs far more than finding them.
	const row = database.get<{ numbers: string }>(
		`SELECT json_group_array(number) AS numbers FROM (${inRange(table, order)})`,
		match,
		from,
		to,
		limit,
	);
	return JSON.parse(row?.numbers ?? '[]') as number[];
}
