import type { ArchivedUtterance } from '../articles.ts';
import type { Database } from './database.ts';
import { pairOf, type ShelfRange } from './shelves.ts';
import { readUtterances } from './utterances.ts';

/**
 * What leads to an utterance on its page, and its first words. What was put in before has neither until its source is
 * read again, as every one is after a change of the reader.
 */
export const quotationColumns = `
	ALTER TABLE utterances ADD COLUMN fragment TEXT;
	ALTER TABLE utterances ADD COLUMN begins TEXT;
	CREATE INDEX utterances_by_beginning ON utterances (begins, shelf) WHERE begins IS NOT NULL;
`;

/** Of so many, in the order of their first words, the newest are given. */
const mostLooked = 200;

/** Utterances that begin with a folded text, newest article first. */
export function utterancesBeginning(
	database: Database,
	shelves: readonly ShelfRange[],
	begun: string,
	limit: number,
): ArchivedUtterance[] {
	const found = database.all<{ number: number; moment: number }>(
		`SELECT number, moment FROM utterances INDEXED BY utterances_by_beginning
		WHERE begins >= ? AND begins < ? AND shelf IN (?, ?) LIMIT ${mostLooked}`,
		begun,
		`${begun}\u{10ffff}`,
		...pairOf(shelves),
	);
	const newest = found.sort((a, b) => b.moment - a.moment || a.number - b.number).slice(0, limit);
	return readUtterances(
		database,
		shelves,
		newest.map(({ number }) => number),
	);
}
