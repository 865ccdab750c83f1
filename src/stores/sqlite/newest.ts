import type { SearchTerms } from '../search.ts';
import type { Database } from './database.ts';
import { matching, rowsMatching, type SearchTable } from './match.ts';
import type { ShelfRange } from './shelves.ts';

/** Matches in which forbidden words are looked for: at a time, and of one search on one shelf. */
const most = { step: 500, all: 4_000 };

type Ends = Pick<ShelfRange, 'first' | 'last'>;

/** Rows that were found, those added last first. */
export interface Newest {
	readonly numbers: readonly number[];
	/** Whether there may be more. */
	readonly more: boolean;
}

/** The words and pairs of a search as FTS5 takes them, without those that may not be there. */
export function matchOf({ all, pairs }: Pick<SearchTerms, 'all' | 'pairs'>): string {
	const rows = [...all.map((row) => `(${matching(row, 'any', false)})`), ...pairs.map((pair) => `"${pair}"`)];
	return [...new Set(rows)].join(' AND ');
}

/** The numbers of what matches on a shelf, those added last first. */
export const newest = (
	database: Database,
	table: SearchTable,
	match: string,
	{ first, last }: Ends,
	limit: number,
): number[] => rowsMatching(database, table, match, { from: first, to: last }, 'DESC', limit);

/**
 * The same, but for rows with forbidden words. FTS5 would go through all rows for a common word beside a forbidden one
 * that is as common, and nothing can interrupt it: so the matches are taken in steps, at most 4,000 of them.
 */
export function newestWithout(
	database: Database,
	table: SearchTable,
	match: string,
	none: readonly string[],
	{ first, last }: Ends,
	limit: number,
): Newest {
	if (none.length === 0) {
		const numbers = newest(database, table, match, { first, last }, limit);
		return { numbers, more: numbers.length === limit };
	}
	const forbidden = `(${match}) AND (${matching(none, 'any', false)})`;
	const numbers: number[] = [];
	let to = last;
	for (let looked = 0; looked < most.all; looked += most.step) {
		const step = newest(database, table, match, { first, last: to }, most.step);
		const from = step.at(-1);
		if (from === undefined) return { numbers, more: false };
		const left = new Set(newest(database, table, forbidden, { first: from, last: to }, most.step));
		for (const number of step) {
			if (left.has(number)) continue;
			numbers.push(number);
			if (numbers.length === limit) return { numbers, more: true };
		}
		if (step.length < most.step) return { numbers, more: false };
		to = from - 1;
	}
	return { numbers, more: true };
}

/** Of some rows, those added last first, the first without forbidden words, each looked at by itself. */
export function firstWithout(
	database: Database,
	table: SearchTable,
	none: readonly string[],
	numbers: readonly number[],
	limit: number,
): number[] {
	if (none.length === 0) return numbers.slice(0, limit);
	const forbidden = matching(none, 'any', false);
	const left: number[] = [];
	for (const number of numbers) {
		if (left.length === limit) break;
		if (newest(database, table, forbidden, { first: number, last: number }, 1).length === 0)
			left.push(number);
	}
	return left;
}
