import type { SQLInputValue } from 'node:sqlite';
import type { Database } from './database.ts';
import { matching, mostCandidates } from './match.ts';
import type { ShelfRange } from './shelves.ts';

/** A table with one row per name and shelf, and a count that is kept with every change. */
interface CountedTable<Tuple extends readonly unknown[], Row> {
	readonly name: 'speakers' | 'topics';
	readonly search: 'speaker_search' | 'topic_search';
	/** What is selected of a row `c`. */
	readonly alone: string;
	/** The same with what the row `o` of the same name adds, on the other shelf that is seen. */
	readonly added: string;
	/** A row of `alone` or `added`: there are up to a thousand, and as values they come sooner. */
	readonly rowOf: (tuple: Tuple) => Row;
	/** The columns of `alone` and `added` to sort by. */
	readonly order: string;
	/** The same order for rows of two shelves; of equal ones the first stays first. */
	readonly compare: (a: Row, b: Row) => number;
}

interface CountedNames<Row> {
	/** Those with the highest counts. */
	top(database: Database, shelves: readonly ShelfRange[], limit: number): Row[];
	/** Those with these words in their name; of more than a thousand, those added last. */
	byWords(
		database: Database,
		shelves: readonly ShelfRange[],
		words: readonly string[],
		match: 'all' | 'any',
		limit: number,
	): Row[];
}

/** Questions to a table of counts. Rows of one name on two shelves are given once, under the shared one's name. */
export function countedNames<Tuple extends readonly unknown[], Row extends { readonly key: string }>(
	table: CountedTable<Tuple, Row>,
): CountedNames<Row> {
	const { name, search, alone, added, rowOf, order, compare } = table;
	const select = (database: Database, sql: string, ...values: SQLInputValue[]) =>
		database.tuples<Tuple>(sql, ...values).map(rowOf);
	const withOther = `LEFT JOIN ${name} AS o ON o.key = c.key AND o.shelf = ?`;
	// As a subquery its rows are joined as they come; as a table of its own they would be written down first.
	const found = `FROM (
		SELECT rowid AS place FROM ${search}
		WHERE ${search} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ${mostCandidates}
	) AS found CROSS JOIN ${name} AS c ON c.number = found.place`;
	const sql = {
		topOfOne: `SELECT ${alone} FROM ${name} AS c WHERE c.shelf = ? ORDER BY ${order} LIMIT ?`,
		// In the order of the index, without those that have to be added up.
		topOfShared: `SELECT ${alone} FROM ${name} AS c
			WHERE c.shelf = ? AND NOT EXISTS (SELECT 1 FROM ${name} AS o WHERE o.key = c.key AND o.shelf = ?)
			ORDER BY ${order} LIMIT ?`,
		topOfOwn: `SELECT ${added} FROM ${name} AS c ${withOther} WHERE c.shelf = ? ORDER BY ${order} LIMIT ?`,
		foundOnOne: `SELECT ${alone} ${found} ORDER BY ${order} LIMIT ?`,
		foundOnTwo: `SELECT ${added} ${found} ${withOther} ORDER BY ${order} LIMIT ?`,
	};

	const once = (rows: readonly Row[], limit: number): Row[] => {
		const byKey = new Map<string, Row>();
		for (const row of rows) if (!byKey.has(row.key)) byKey.set(row.key, row);
		return [...byKey.values()].sort(compare).slice(0, limit);
	};

	return {
		top(database, [shared, own], limit) {
			if (!shared) return [];
			if (!own) return select(database, sql.topOfOne, shared.shelf, limit);
			const ownOnes = select(database, sql.topOfOwn, shared.shelf, own.shelf, limit);
			if (ownOnes.length === limit) {
				return once(
					[...select(database, sql.topOfShared, shared.shelf, own.shelf, limit), ...ownOnes],
					limit,
				);
			}
			// These are all that the server's shelf has, so the others are left without asking for each.
			const keys = new Set(ownOnes.map(({ key }) => key));
			const sharedOnes = select(database, sql.topOfOne, shared.shelf, limit + keys.size);
			const others = sharedOnes.filter(({ key }) => !keys.has(key));
			return [...others, ...ownOnes].sort(compare).slice(0, limit);
		},
		byWords(database, shelves, words, match, limit) {
			const query = matching(words, match, match === 'all');
			const on = ({ first, last }: ShelfRange, other?: ShelfRange) =>
				other
					? select(database, sql.foundOnTwo, query, first, last, other.shelf, limit)
					: select(database, sql.foundOnOne, query, first, last, limit);
			const [shared, own] = shelves;
			if (!shared) return [];
			return own ? once([...on(shared, own), ...on(own, shared)], limit) : on(shared);
		},
	};
}
