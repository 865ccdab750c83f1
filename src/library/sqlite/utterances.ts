import type { SQLInputValue } from 'node:sqlite';
import type { ArchivedUtterance, FoundUtterances, UtteranceQuery } from '../archive.ts';
import type { ArticleLine } from '../library.ts';
import type { Database } from './database.ts';
import { selectLines } from './lines.ts';
import { matching } from './match.ts';
import { readTotals } from './totals.ts';

/** Of more matches than this for words, those taken in last are put in order and counted by speaker. */
const mostFound = 5_000;

interface Row {
	readonly article: number;
	readonly key: string | null;
	readonly name: string | null;
	readonly role: string | null;
	readonly cue: string | null;
	readonly paragraph: number;
	readonly kind: 'quote' | 'fragment';
	readonly parts: string;
}

/** Finds utterances: newest article first, within an article in reading order. */
export function findUtterances(database: Database, query: UtteranceQuery): FoundUtterances {
	const picked = picking(query);
	const rows = database.all<Row>(
		`WITH ${picked.tables} picked AS MATERIALIZED (
			SELECT u.number ${picked.from} ORDER BY u.moment DESC, u.article DESC, u.number LIMIT ?
		)
		SELECT u.article, s.key, u.name, u.role, u.cue, u.paragraph, u.kind, u.parts
		FROM picked CROSS JOIN utterances AS u USING (number) LEFT JOIN speakers AS s ON s.number = u.speaker
		ORDER BY u.moment DESC, u.article DESC, u.number`,
		...picked.values,
		query.limit,
	);
	const lines = new Map<number, ArticleLine>();
	const lineOf = (article: number): ArticleLine => {
		let line = lines.get(article);
		if (!line) {
			[line] = selectLines(database, 'WHERE a.number = ?', article);
			if (!line) throw new Error(`The archive holds utterances of an article ${article} that it lacks.`);
			lines.set(article, line);
		}
		return line;
	};
	const utterances = rows.map(
		({ article, key, name, parts, ...rest }): ArchivedUtterance => ({
			...rest,
			article: lineOf(article),
			speaker: name,
			speakerKey: key,
			parts: JSON.parse(parts),
		}),
	);
	const shown = new Set(utterances.map(({ speakerKey }) => speakerKey));
	return { utterances, ...count(database, query, picked, shown) };
}

interface Picking {
	/** Common table expressions, each with a comma after it. */
	readonly tables: string;
	/** From "FROM" on, the utterances as `u`. */
	readonly from: string;
	readonly values: readonly SQLInputValue[];
}

function picking({ article, speakers, about }: UtteranceQuery): Picking {
	const inArticle = '(SELECT number FROM articles WHERE id = ?)';
	const bySpeaker = '(SELECT number FROM speakers WHERE key IN (SELECT value FROM json_each(?)))';
	const where: string[] = [];
	const values: SQLInputValue[] = [];
	let tables = '';
	let from = 'FROM utterances AS u';
	if (about !== undefined && article === undefined && speakers === undefined) {
		tables = `found AS MATERIALIZED (
			SELECT rowid AS number FROM utterance_search WHERE utterance_search MATCH ?
			ORDER BY rowid DESC LIMIT ${mostFound}
		), `;
		from = 'FROM found CROSS JOIN utterances AS u USING (number)';
		values.push(matching(about, 'all', false));
	} else if (about !== undefined) {
		// An article's utterances were taken in together, so their numbers are neighbours.
		const among =
			article === undefined
				? ''
				: `AND rowid >= (SELECT min(number) FROM utterances WHERE article = ${inArticle})
				AND rowid <= (SELECT max(number) FROM utterances WHERE article = ${inArticle})`;
		where.push(`u.number IN (SELECT rowid FROM utterance_search WHERE utterance_search MATCH ? ${among})`);
		values.push(matching(about, 'all', false));
		if (article !== undefined) values.push(article, article);
	}
	if (article !== undefined) {
		where.push(`u.article = ${inArticle}`);
		values.push(article);
	}
	if (speakers !== undefined) {
		where.push(`u.speaker IN ${bySpeaker}`);
		values.push(JSON.stringify(speakers));
	}
	if (where.length > 0) from = `${from} WHERE ${where.join(' AND ')}`;
	return { tables, from, values };
}

interface Counted {
	readonly key: string | null;
	readonly count: number;
}

function count(
	database: Database,
	{ article, speakers, about }: UtteranceQuery,
	picked: Picking,
	shown: ReadonlySet<string | null>,
): Pick<FoundUtterances, 'counts' | 'total'> {
	const countsOf = (rows: readonly Counted[]) => new Map(rows.map((row) => [row.key, row.count]));
	if (article === undefined && about === undefined) {
		// These counts are kept with every change, so nothing is counted here.
		const known = countsOf(
			database.all<Counted>(
				'SELECT key, quotes AS count FROM speakers WHERE key IN (SELECT value FROM json_each(?))',
				JSON.stringify(speakers ?? [...shown].filter((key) => key !== null)),
			),
		);
		if (speakers !== undefined) return { counts: known, total: sum(known) };
		const totals = readTotals(database);
		return { counts: known.set(null, totals.unattributed), total: totals.quotes };
	}
	const counts = countsOf(
		database.all<Counted>(
			`WITH ${picked.tables} counted AS (
				SELECT u.speaker, count(*) AS count ${picked.from} GROUP BY u.speaker
			)
			SELECT s.key, c.count FROM counted AS c LEFT JOIN speakers AS s ON s.number = c.speaker`,
			...picked.values,
		),
	);
	if (about === undefined || picked.tables === '' || sum(counts) < mostFound) {
		return { counts, total: sum(counts) };
	}
	const all = database.get<{ total: number }>(
		'SELECT count(*) AS total FROM utterance_search WHERE utterance_search MATCH ?',
		matching(about, 'all', false),
	);
	return { counts, total: all?.total ?? 0 };
}

function sum(counts: ReadonlyMap<unknown, number>): number {
	return counts.values().reduce((total, count) => total + count, 0);
}
