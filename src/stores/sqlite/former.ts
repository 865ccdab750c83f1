import type { FormerQuery, FormerUtterance } from '../articles.ts';
import { nameMark } from '../earlier-texts.ts';
import type { Database } from './database.ts';
import { selectLine } from './lines.ts';
import type { ShelfRange } from './shelves.ts';

interface Row extends Omit<FormerUtterance, 'article' | 'parts'> {
	readonly article: string;
	readonly parts: string;
}

const columns = ['article', 'until', 'speakerKey', 'speaker', 'role', 'cue', 'paragraph', 'kind', 'parts']
	.map((column) => `f.${column}`)
	.join(', ');
const anyOn = 'SELECT 1 FROM former_utterances WHERE number BETWEEN ? AND ? LIMIT 1';
/** An article that is hidden on its shelf, because the shared one has it, shows nothing that it had before. */
const ofShown = 'CROSS JOIN articles AS a ON a.id = f.article AND a.shelf = f.shelf';

/** Utterances that articles on some shelves no longer have: the latest removed first. */
export function formerUtterances(
	database: Database,
	shelves: readonly ShelfRange[],
	query: FormerQuery,
): FormerUtterance[] {
	const rows = shelves.flatMap((range) => rowsOn(database, range, query));
	return rows
		.sort((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0))
		.slice(0, query.limit)
		.flatMap(({ article, parts, ...rest }) => {
			const line = selectLine(database, shelves, article);
			return line ? [{ ...rest, article: line, parts: JSON.parse(parts) }] : [];
		});
}

function rowsOn(
	database: Database,
	{ shelf, first, last }: ShelfRange,
	{ article, speaker = [], about = [], limit }: FormerQuery,
): Row[] {
	// Most shelves have none, and a full-text search that finds nothing still takes time.
	if (!database.get(anyOn, first, last)) return [];
	const match = [
		...new Set([...about.map((word) => `"${word}"`), ...speaker.map((word) => `"${nameMark}${word}"*`)]),
	];
	const inArticle = article === undefined ? '' : 'AND f.article = ?';
	const values = article === undefined ? [] : [article];
	if (match.length === 0) {
		return database.all<Row>(
			`SELECT ${columns} FROM former_utterances AS f ${ofShown}
			WHERE f.shelf = ? ${inArticle} ORDER BY f.number DESC LIMIT ?`,
			shelf,
			...values,
			limit,
		);
	}
	return database.all<Row>(
		`SELECT ${columns} FROM former_search AS s CROSS JOIN former_utterances AS f ON f.number = s.rowid ${ofShown}
		WHERE s.former_search MATCH ? AND s.rowid BETWEEN ? AND ? ${inArticle} ORDER BY s.rowid DESC LIMIT ?`,
		match.join(' AND '),
		first,
		last,
		...values,
		limit,
	);
}
