import type { FormerQuery, FormerUtterance } from '../articles.ts';
import { nameMark } from '../earlier-texts.ts';
import { selectLine } from './lines.ts';
import { newest } from './newest.ts';
import type { Queries, Value } from './queries.ts';
import type { OfEach } from './remembered.ts';
import { pairOf, type ShelfRange } from './shelves.ts';
import { mostCandidates, wordQuery } from './terms.ts';

interface Row extends Omit<FormerUtterance, 'article' | 'parts'> {
	readonly article: string;
	readonly parts: string;
}

const columns = ['article', 'until', '"speakerKey"', 'speaker', 'role', 'cue', 'paragraph', 'kind', 'parts']
	.map((column) => `f.${column}`)
	.join(', ');
/** An article that is hidden on its shelf, because the shared one has it, shows nothing that it had before. */
const ofShown = 'JOIN articles AS a ON a.id = f.article AND a.shelf = f.shelf';

/** Utterances that articles on some shelves no longer have: the latest removed first. */
export async function formerUtterances(
	queries: Queries,
	shelves: readonly ShelfRange[],
	query: FormerQuery,
): Promise<FormerUtterance[]> {
	const rows: Row[] = [];
	for (const range of shelves) rows.push(...(await rowsOn(queries, range, query)));
	const found: FormerUtterance[] = [];
	rows.sort((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0));
	for (const { article, parts, ...rest } of rows.slice(0, query.limit)) {
		const line = await selectLine(queries, shelves, article);
		if (line) found.push({ ...rest, article: line, parts: JSON.parse(parts) });
	}
	return found;
}

/**
 * Whether there are any: most shelves have none, which is remembered, and the article that is asked about has none.
 * @param remembered taken before.
 */
export async function areFormer(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	{ article }: FormerQuery,
	remembered: OfEach,
): Promise<boolean> {
	if (article !== undefined) {
		const sql = 'SELECT 1 AS one FROM former_utterances WHERE article = ? AND shelf IN (?, ?) LIMIT 1';
		return (await queries.all(sql, article, ...pairOf(shelves))).length > 0;
	}
	for (const range of shelves) {
		const [found = []] = await remembered(range, 'former', ['any'], async () => {
			const sql = 'SELECT number FROM former_utterances WHERE number BETWEEN ? AND ? LIMIT 1';
			const rows = await queries.all<{ number: number }>(sql, range.first, range.last);
			return [rows.map(({ number }) => number)];
		});
		if (found.length > 0) return true;
	}
	return false;
}

async function rowsOn(
	queries: Queries,
	range: ShelfRange,
	{ article, speaker = [], about = [], limit }: FormerQuery,
): Promise<Row[]> {
	const terms = [
		...about.map((word) => wordQuery('former', word)),
		...speaker.map((word) => wordQuery('former', `${nameMark}${word}`, true)),
	];
	const conditions = ['f.shelf = ?'];
	const values: Value[] = [range.shelf];
	if (article !== undefined) {
		conditions.push('f.article = ?');
		values.push(article);
	}
	if (terms.length > 0) {
		const query = [...new Set(terms)].join(' & ');
		conditions.push('f.number = ANY (?::bigint[])');
		values.push(
			await newest(queries, 'former', query, range, article === undefined ? mostCandidates : mostOfAll),
		);
	}
	return queries.all<Row>(
		`SELECT ${columns} FROM former_utterances AS f ${ofShown}
		WHERE ${conditions.join(' AND ')} ORDER BY f.number DESC LIMIT ?`,
		...values,
		limit,
	);
}

/** Of one article those that have the words may be anywhere among all that have them. */
const mostOfAll = 20_000;
