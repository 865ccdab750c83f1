import type { WordKind, WordsLike } from '../articles.ts';
import type { Database } from './database.ts';

/** The words that a typed one could have been meant for. */
export function wordsLike(
	database: Database,
	kind: WordKind,
	{ typed, initial, shortest, longest }: WordsLike,
): string[] {
	const [first = '', second = ''] = typed;
	const rows =
		initial === 'same'
			? database.all<{ word: string }>(
					`SELECT word FROM words WHERE kind = ? AND word >= ? AND word < ? AND length(word) BETWEEN ? AND ?`,
					kind,
					first,
					`${first}\u{10ffff}`,
					shortest,
					longest,
				)
			: // The first letter is another one, left out, one too many, or has changed places with the second.
				database.all<{ word: string }>(
					`SELECT word FROM words WHERE kind = ? AND length(word) BETWEEN ? AND ?
					AND (substr(word, 2, 1) IN (?, ?) OR substr(word, 1, 1) = ?)`,
					kind,
					shortest,
					longest,
					first,
					second,
					second,
				);
	return rows.map(({ word }) => word);
}
