import { newest } from './newest.ts';
import type { Queries } from './queries.ts';
import type { ShelfRange } from './shelves.ts';
import { matching, mostCandidates } from './terms.ts';

/** A table with one row per name and shelf, and a count that is kept with every change. */
interface CountedTable<Row> {
	readonly name: 'speakers' | 'topics';
	readonly kind: 'speaker' | 'topic';
	/** What is selected of a row `c`. */
	readonly alone: string;
	/** The same with what the row `o` of the same name adds, on the other shelf that is seen. */
	readonly added: string;
	/** The columns of `alone` and `added` to sort by. */
	readonly order: string;
	/** The same order for rows of two shelves; of equal ones the first stays first. */
	readonly compare: (a: Row, b: Row) => number;
}

interface CountedNames<Row> {
	/** Those with the highest counts. */
	top(queries: Queries, shelves: readonly ShelfRange[], limit: number): Promise<Row[]>;
	/** Those with these words in their name; of more than a thousand, those added last. */
	byWords(
		queries: Queries,
		shelves: readonly ShelfRange[],
		words: readonly string[],
		match: 'all' | 'any',
		limit: number,
	): Promise<Row[]>;
}

/** Questions to a table of counts. Rows of one name on two shelves are given once, under the shared one's name. */
export function countedNames<Row extends { readonly key: string }>(
	table: CountedTable<Row>,
): CountedNames<Row> {
	const { name, kind, alone, added, order, compare } = table;
	const withOther = `LEFT JOIN ${name} AS o ON o.key = c.key AND o.shelf = ?`;
	const sql = {
		topOfOne: `SELECT ${alone} FROM ${name} AS c WHERE c.shelf = ? ORDER BY ${order} LIMIT ?`,
		// In the order of the index, without those that have to be added up.
		topOfShared: `SELECT ${alone} FROM ${name} AS c
			WHERE c.shelf = ? AND NOT EXISTS (SELECT 1 FROM ${name} AS o WHERE o.key = c.key AND o.shelf = ?)
			ORDER BY ${order} LIMIT ?`,
		topOfOwn: `SELECT ${added} FROM ${name} AS c ${withOther} WHERE c.shelf = ? ORDER BY ${order} LIMIT ?`,
		foundOnOne: `SELECT ${alone} FROM ${name} AS c WHERE c.number = ANY (?::bigint[]) ORDER BY ${order} LIMIT ?`,
		foundOnTwo: `SELECT ${added} FROM ${name} AS c ${withOther} WHERE c.number = ANY (?::bigint[])
			ORDER BY ${order} LIMIT ?`,
	};

	const once = (rows: readonly Row[], limit: number): Row[] => {
		const byKey = new Map<string, Row>();
		for (const row of rows) if (!byKey.has(row.key)) byKey.set(row.key, row);
		return [...byKey.values()].sort(compare).slice(0, limit);
	};

	return {
		async top(queries, [shared, own], limit) {
			if (!shared) return [];
			if (!own) return queries.all<Row>(sql.topOfOne, shared.shelf, limit);
			const ownOnes = await queries.all<Row>(sql.topOfOwn, shared.shelf, own.shelf, limit);
			if (ownOnes.length === limit) {
				const others = await queries.all<Row>(sql.topOfShared, shared.shelf, own.shelf, limit);
				return once([...others, ...ownOnes], limit);
			}
			// These are all that the server's shelf has, so the others are left without asking for each.
			const keys = new Set(ownOnes.map(({ key }) => key));
			const sharedOnes = await queries.all<Row>(sql.topOfOne, shared.shelf, limit + keys.size);
			const others = sharedOnes.filter(({ key }) => !keys.has(key));
			return [...others, ...ownOnes].sort(compare).slice(0, limit);
		},
		async byWords(queries, [shared, own], words, match, limit) {
			if (!shared) return [];
			const query = matching(kind, words, match, match === 'all');
			const on = async (range: ShelfRange, other?: ShelfRange) => {
				const numbers = await newest(queries, kind, query, range, mostCandidates);
				if (numbers.length === 0) return [];
				return other
					? queries.all<Row>(sql.foundOnTwo, other.shelf, numbers, limit)
					: queries.all<Row>(sql.foundOnOne, numbers, limit);
			};
			return own ? once([...(await on(shared, own)), ...(await on(own, shared))], limit) : on(shared);
		},
	};
}
