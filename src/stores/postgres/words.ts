import type { WordKind, WordsLike } from '../articles.ts';
import type { Queries } from './queries.ts';
import { pairOf, type ShelfRange } from './shelves.ts';

/** How many words are given: where there are more, the slip is found in another way or not at all. */
const most = 2_000;

/** Whether one of the shelves has a word. */
export async function hasWord(
	queries: Pick<Queries, 'get'>,
	shelves: readonly ShelfRange[],
	kind: WordKind,
	word: string,
): Promise<boolean> {
	const sql = 'SELECT 1 FROM words WHERE shelf IN (?, ?) AND kind = ? AND word = ? LIMIT 1';
	return (await queries.get(sql, ...pairOf(shelves), kind, word)) !== undefined;
}

/** The words on some shelves that a typed one may have been meant for. */
export async function wordsLike(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	kind: WordKind,
	like: WordsLike,
): Promise<string[]> {
	const found = new Set<string>();
	for (const range of shelves)
		for (const word of await wordsOnShelf(queries, range, kind, like)) found.add(word);
	return [...found].slice(0, most);
}

async function wordsOnShelf(
	queries: Pick<Queries, 'all'>,
	{ shelf }: ShelfRange,
	kind: WordKind,
	{ typed, start, shortest, longest }: WordsLike,
): Promise<string[]> {
	const [first = '', second = ''] = typed;
	const begins = {
		'all letters': typed,
		'two letters': first + second,
		'one letter': first,
		slipped: second,
	}[start];
	const rows = await queries.all<{ word: string }>(
		`SELECT word FROM words WHERE shelf = ? AND kind = ? AND word >= ? AND word < ?
		AND length(word) BETWEEN ? AND ? ORDER BY word LIMIT ${most}`,
		shelf,
		kind,
		begins,
		`${begins}\u{10ffff}`,
		shortest,
		longest,
	);
	if (start === 'slipped') {
		// The first letter is wrong, missing, added, or swapped with the second.
		rows.push(
			...(await queries.all<{ word: string }>(
				`SELECT word FROM words WHERE shelf = ? AND kind = ? AND substr(word, 2, 1) IN (?, ?)
				AND length(word) BETWEEN ? AND ? LIMIT ${most}`,
				shelf,
				kind,
				first,
				second,
				shortest,
				longest,
			)),
		);
	}
	return rows.map(({ word }) => word);
}
