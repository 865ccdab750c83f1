import type { WordKind } from '../articles.ts';
import type { ShelfRange } from './shelves.ts';
import type { Writing } from './transactions.ts';

/** Longer words of names and headlines are no words that anybody types. */
const longestWord = 100;

/** Words against which slips are corrected, of each kind. */
export type Vocabulary = Map<WordKind, Set<string>>;

/**
 * Adds the words of an article to those of a shelf; those that are there stay once. Words of more than 100 characters
 * are left out. Inside a write of articles.
 * @throws what the database throws; the write has then failed.
 */
export async function addWords(
	writing: Writing,
	{ shelf }: ShelfRange,
	vocabulary: Vocabulary,
): Promise<void> {
	const all = [...vocabulary].flatMap(([kind, words]) =>
		[...words].filter((word) => word.length <= longestWord).map((word) => ({ kind, word })),
	);
	if (all.length === 0) return;
	await writing.run(
		`INSERT INTO words (shelf, kind, word) SELECT ?, kind, word FROM unnest(?::text[], ?::text[]) AS w (kind, word)
		ON CONFLICT DO NOTHING`,
		shelf,
		all.map(({ kind }) => kind),
		all.map(({ word }) => word),
	);
}
