import type { Article } from '../../article.ts';
import type { Queries } from './queries.ts';
import type { ShelfRange } from './shelves.ts';
import type { Writing } from './transactions.ts';

/** Keeps the text of an article in a revision. Inside a write of articles. */
export async function saveText(writing: Writing, { shelf }: ShelfRange, article: Article): Promise<void> {
	const json = JSON.stringify(article);
	await writing.run(
		`WITH known AS (
			UPDATE bodies SET json = ? WHERE number =
				(SELECT body FROM texts WHERE id = ? AND shelf = ? AND revision = ?) RETURNING number
		), body AS (
			INSERT INTO bodies SELECT coalesce(max(number), 0) + 1, ? FROM bodies
			HAVING NOT EXISTS (SELECT 1 FROM known) RETURNING number
		)
		INSERT INTO texts (shelf, id, revision, body) SELECT ?, ?, ?, number FROM body`,
		...[json, article.id, shelf, article.revision],
		...[json, shelf, article.id, article.revision],
	);
}

/** @throws where the archive has lost it. */
export async function readText(
	queries: Pick<Queries, 'get'>,
	shelf: number,
	id: string,
	revision: string,
): Promise<Article> {
	const body = await queries.get<{ json: string }>(
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
export async function dropTexts(writing: Writing, shelf: number, id: string): Promise<void> {
	await writing.run(
		`WITH dropped AS (
			DELETE FROM texts WHERE id = ? AND shelf = ?
			AND revision NOT IN (SELECT revision FROM holdings WHERE article = ? AND shelf = ?)
			AND revision NOT IN (SELECT revision FROM revisions WHERE article = ? AND shelf = ?)
			RETURNING body
		)
		DELETE FROM bodies WHERE number IN (SELECT body FROM dropped)`,
		id,
		shelf,
		id,
		shelf,
		id,
		shelf,
	);
}
