import { searchKinds } from '../indexed-text.ts';

/**
 * The words of each row as `terms.ts` gives them. New rows go into the index at once (no "fastupdate"), so that no
 * question has to go through what is not in it yet.
 */
export const searchTables = searchKinds
	.map(
		(kind) => `
	CREATE TABLE ${kind}_search (number bigint PRIMARY KEY, terms tsvector NOT NULL);
	CREATE INDEX ${kind}_search_by_term ON ${kind}_search USING gin (terms) WITH (fastupdate = off);`,
	)
	.join('');
