import type { Database } from './database.ts';

/** What the archive holds in all. */
interface Totals {
	readonly articles: number;
	/** Utterances. */
	readonly quotes: number;
	/** Utterances whose speaker is not known. */
	readonly unattributed: number;
	readonly comments: number;
}

/** Inside a write. */
export function addToTotals(database: Database, change: Totals): void {
	database.run(
		`UPDATE totals SET articles = articles + ?, quotes = quotes + ?, unattributed = unattributed + ?,
			comments = comments + ? WHERE rowid = 1`,
		change.articles,
		change.quotes,
		change.unattributed,
		change.comments,
	);
}

export function readTotals(database: Database): Totals {
	const totals = database.get<Totals>('SELECT articles, quotes, unattributed, comments FROM totals');
	if (!totals) throw new Error('The archive has lost its totals.');
	return totals;
}
