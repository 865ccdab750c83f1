import type { WordKind, WordsLike } from '../articles.ts';
import type { Database } from './database.ts';

/** So many words are given: where there are more, the slip is found in another way or not at all. */
const most = 2_000;

export function hasWord(database: Database, kind: WordKind, word: string): boolean {
	return database.get('SELECT 1 FROM words WHERE kind = ? AND word = ?', kind, word) !== undefined;
}

/** The words that a typed one could have been meant for. */
export function wordsLike(
	database: Database,
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
	const rows = database.all<{ word: string }>(
		`SELECT word FROM words WHERE kind = ? AND word >= ? AND word < ? AND length(word) BETWEEN ? AND ?
		LIMIT ${most}`,
		kind,
		begins,
		`${begins}\u{10ffff}`,
		shortest,
		longest,
	);
	if (start === 'slipped') {
		// The first letter is another one, left out, one too many, or has changed places with the second.
		rows.push(
			...database.all<{ word: string }>(
				`SELECT word FROM words WHERE kind = ? AND substr(word, 2, 1) IN (?, ?)
				AND length(word) BETWEEN ? AND ? LIMIT ${most}`,
				kind,
				first,
				second,
				shortest,
				longest,
			),
		);
	}
	return rows.map(({ word }) => word);
}
