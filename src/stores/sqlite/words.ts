import type { WordKind, WordsLike } from '../articles.ts';
import type { Database } from './database.ts';
import type { ShelfRange } from './shelves.ts';

/** How many words are given: where there are more, the slip is found in another way or not at all. */
const most = 2_000;

/** Whether one of the shelves has a word. */
export function hasWord(
	database: Database,
	shelves: readonly ShelfRange[],
	kind: WordKind,
	word: string,
): boolean {
	const sql = 'SELECT 1 FROM words WHERE shelf = ? AND kind = ? AND word = ?';
	return shelves.some(({ shelf }) => database.get(sql, shelf, kind, word) !== undefined);
}

/** The words on some shelves that a typed one may have been meant for. */
export function wordsLike(
	database: Database,
	shelves: readonly ShelfRange[],
	kind: WordKind,
	like: WordsLike,
): string[] {
	return [...new Set(shelves.flatMap((range) => wordsOnShelf(database, range, kind, like)))].slice(0, most);
}

function wordsOnShelf(
	database: Database,
	{ shelf }: ShelfRange,
	kind: WordKind,
	{ typed, start, shortest, longest }: WordsLike,
): string[] {
	const [first = '', second = ''] = typed;
	const begins = {
		'all letters': typed,
		'two letters': first + second,
		'one letter': first,
		slipped: second,
	}[start];
	const words = wordsOf(
		database,
		`SELECT word FROM words WHERE shelf = ? AND kind = ? AND word >= ? AND word < ?
		AND length(word) BETWEEN ? AND ? LIMIT ${most}`,
		shelf,
		kind,
		begins,
		`${begins}\u{10ffff}`,
		shortest,
		longest,
	);
	if (start === 'slipped') {
		// The first letter is wrong, missing, added, or swapped with the second.
		words.push(
			...wordsOf(
				database,
				`SELECT word FROM words WHERE shelf = ? AND kind = ? AND substr(word, 2, 1) IN (?, ?)
				AND length(word) BETWEEN ? AND ? LIMIT ${most}`,
				shelf,
				kind,
				first,
				second,
				shortest,
				longest,
			),
		);
	}
	return words;
}

/** As one value: a row for each of thousands costs more than finding them. */
function wordsOf(database: Database, sql: string, ...values: (string | number)[]): string[] {
	const row = database.get<{ words: string }>(
		`SELECT json_group_array(word) AS words FROM (${sql})`,
		...values,
	);
	return JSON.parse(row?.words ?? '[]') as string[];
}
