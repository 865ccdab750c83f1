import type { Article } from '../../article.ts';
import type { Database } from './database.ts';
import type { ShelfRange } from './shelves.ts';

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

/**
 * Deletes the texts of an article that nothing on the shelf holds any more, and that were never shown. Inside a
 * write.
 */
export function dropTexts(database: Database, shelf: number, id: string): void {
	// The plus keeps SQLite from scanning all holdings of the shelf.
	const dropped = database.all<{ revision: string; body: number }>(
		`SELECT revision, body FROM texts WHERE id = ? AND shelf = ?
		AND revision NOT IN (SELECT revision FROM holdings WHERE article = ? AND +shelf = ?)
		AND revision NOT IN (SELECT revision FROM revisions WHERE article = ? AND shelf = ?)`,
		id,
		shelf,
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
