import type { Article } from '../../article.ts';
import type { ArticleRecord, RecordOf } from '../articles.ts';
import type { Database } from './database.ts';
import { indexSearched, putArticle, type Searched } from './put.ts';
import { removeArticle } from './remove.ts';
import { bumpGeneration, type ShelfRange, shelfNumbered } from './shelves.ts';

/** One write's changes to what the shelves show. */
export interface Showing {
	/**
	 * Brings what a shelf shows of an article to what its sources hold now: the one that was taken last.
	 * @param fresh a record that was worked out just now: it is put in even where its revision is shown already.
	 */
	settle(range: ShelfRange, id: string, fresh?: ArticleRecord): void;
	/** Ends it: what was put in can be searched, and the shelves that changed count a generation. */
	finish(): void;
}

/**
 * Changes what the shelves show. An article is shown once to each server: where it lies on the shared shelf, a
 * server's own copy waits until it goes from there, so counts of the two shelves can simply be added. Inside a
 * write.
 */
export function showing(database: Database, recordOf: RecordOf): Showing {
	const searched: Searched[] = [];
	const changed = new Set<number>();
	const now = new Date();

	const shownRevision = (shelf: number, id: string) =>
		database.get<{ number: number; revision: string }>(
			'SELECT number, revision FROM articles WHERE id = ? AND shelf = ?',
			id,
			shelf,
		);
	const wantedRevision = (shelf: number, id: string): string | null => {
		if (shelf !== 0 && shownRevision(0, id)) return null;
		const last = database.get<{ revision: string }>(
			'SELECT revision FROM holdings WHERE article = ? AND shelf = ? ORDER BY taken DESC LIMIT 1',
			id,
			shelf,
		);
		return last?.revision ?? null;
	};

	const settle = (range: ShelfRange, id: string, fresh?: ArticleRecord): void => {
		const { shelf } = range;
		const shown = shownRevision(shelf, id);
		const wanted = wantedRevision(shelf, id);
		if (wanted === null && shown) removeArticle(database, range, shown.number);
		const isFresh = fresh !== undefined && fresh.line.revision === wanted;
		if (wanted !== null && (isFresh || wanted !== shown?.revision)) {
			const record = isFresh ? fresh : recordOf(readText(database, shelf, id, wanted));
			putArticle(database, range, record, now, searched);
		}
		if (wanted !== null || shown) changed.add(shelf);
		dropTexts(database, shelf, id);
		// A server's own copy gives way to a shared one, and comes back when that goes.
		if (shelf === 0 && (wanted === null) !== (shown === undefined)) {
			const others = database.all<{ shelf: number }>(
				'SELECT DISTINCT shelf FROM holdings WHERE article = ? AND shelf > 0',
				id,
			);
			for (const other of others) settle(shelfNumbered(database, other.shelf), id);
		}
	};
	return {
		settle,
		finish() {
			indexSearched(database, searched);
			for (const shelf of changed) bumpGeneration(database, { shelf });
		},
	};
}

/** Keeps the text of an article in a revision. Inside a write. */
export function saveText(database: Database, { shelf }: ShelfRange, article: Article): void {
	const json = JSON.stringify(article);
	const known = database.get<{ body: number }>(
		'SELECT body FROM texts WHERE id = ? AND shelf = ? AND revision = ?',
		article.id,
		shelf,
		article.revision,
	);
	if (known) {
		database.run('UPDATE bodies SET json = ? WHERE number = ?', json, known.body);
		return;
	}
	const { last } = database.run('INSERT INTO bodies VALUES (NULL, ?)', json);
	database.run('INSERT INTO texts VALUES (?, ?, ?, ?)', shelf, article.id, article.revision, last);
}

/** @throws where the archive has lost it. */
export function readText(database: Database, shelf: number, id: string, revision: string): Article {
	const body = database.get<{ json: string }>(
		`SELECT json FROM bodies WHERE number =
			(SELECT body FROM texts WHERE id = ? AND shelf = ? AND revision = ?)`,
		id,
		shelf,
		revision,
	);
	if (!body) throw new Error(`The archive has lost the article ${id} as it was read.`);
	return JSON.parse(body.json) as Article;
}

/** Drops the texts of an article that nothing on the shelf holds any more. Inside a write. */
function dropTexts(database: Database, shelf: number, id: string): void {
	const dropped = database.all<{ revision: string; body: number }>(
		`SELECT revision, body FROM texts WHERE id = ? AND shelf = ?
		AND revision NOT IN (SELECT revision FROM holdings WHERE article = ? AND shelf = ?)`,
		id,
		shelf,
		id,
		shelf,
	);
	for (const { revision, body } of dropped) {
		database.run('DELETE FROM bodies WHERE number = ?', body);
		database.run('DELETE FROM texts WHERE id = ? AND shelf = ? AND revision = ?', id, shelf, revision);
	}
}
