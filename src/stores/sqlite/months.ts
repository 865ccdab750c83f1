import type { MonthCount, MonthOfTopics, TopicCount } from '../articles.ts';
import type { Database } from './database.ts';
import { pairOf, type ShelfRange } from './shelves.ts';

const monthOf = (row: string) => `strftime('%Y-%m', ${row}.moment / 1000, 'unixepoch')`;

/** Adds one to a count of a month with each row of another table, and takes it away with the row. */
const counted = (table: string, of: string, from: string, when = '') => `
	CREATE TRIGGER ${table}_added AFTER INSERT ON ${from} ${when.replaceAll('ROW', 'NEW')} BEGIN
		INSERT INTO ${table} VALUES (${of.replaceAll('ROW', 'NEW')}, ${monthOf('NEW')}, 1)
			ON CONFLICT DO UPDATE SET count = count + 1;
	END;
	CREATE TRIGGER ${table}_removed AFTER DELETE ON ${from} ${when.replaceAll('ROW', 'OLD')} BEGIN
		UPDATE ${table} SET count = count - 1
			WHERE ${table}.of = ${of.replaceAll('ROW', 'OLD')} AND month = ${monthOf('OLD')};
		DELETE FROM ${table}
			WHERE ${table}.of = ${of.replaceAll('ROW', 'OLD')} AND month = ${monthOf('OLD')} AND count = 0;
	END;
	INSERT INTO ${table} SELECT ${of.replaceAll('ROW', 'r')}, ${monthOf('r')}, count(*) FROM ${from} AS r
		${when.replace('WHEN', 'WHERE').replaceAll('ROW', 'r')} GROUP BY 1, 2;
`;

/** Counts by month ("2031-05", in UTC), kept with every change: counting a large archive takes too long. */
export const monthTables = `
	-- "of" is a shelf, a topic or a speaker.
	CREATE TABLE article_months (
		"of" INTEGER NOT NULL, month TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY ("of", month)
	) WITHOUT ROWID;
	CREATE TABLE topic_months (
		"of" INTEGER NOT NULL, month TEXT NOT NULL, count INTEGER NOT NULL,
		shelf INTEGER GENERATED ALWAYS AS ("of" >> 32) VIRTUAL, PRIMARY KEY ("of", month)
	) WITHOUT ROWID;
	CREATE INDEX topics_of_month ON topic_months (shelf, month, count DESC, "of");
	CREATE TABLE speaker_months (
		"of" INTEGER NOT NULL, month TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY ("of", month)
	) WITHOUT ROWID;
	${counted('article_months', 'ROW.number >> 32', 'articles')}
	${counted('topic_months', 'ROW.topic', 'article_topics')}
	${counted('speaker_months', 'ROW.speaker', 'utterances', 'WHEN ROW.speaker IS NOT NULL')}
`;

/** Rows of months that are read for one thing; articles of more months than this are hostile. */
const mostMonths = 1_200;

/** How many articles are on a topic, or quotations by a speaker, each month, the latest first. */
export function monthsOf(
	database: Database,
	shelves: readonly ShelfRange[],
	kind: 'topic' | 'speaker',
	key: string,
): MonthCount[] {
	return database.all<MonthCount>(
		`SELECT month, sum(count) AS count FROM ${kind}_months WHERE "of" IN (
			SELECT number FROM ${kind}s WHERE key = ? AND shelf IN (?, ?)
		) GROUP BY month ORDER BY month DESC LIMIT ${mostMonths}`,
		key,
		...pairOf(shelves),
	);
}

/** The latest months that have articles, each with the topics of most of them. */
export function monthsOfTopics(
	database: Database,
	shelves: readonly ShelfRange[],
	limits: { readonly months: number; readonly topics: number },
): MonthOfTopics[] {
	const months = database.all<MonthCount>(
		`SELECT month, sum(count) AS count FROM (
			${shelves.map(() => `SELECT * FROM (SELECT month, count FROM article_months WHERE "of" = ? ORDER BY month DESC LIMIT ?)`).join(' UNION ALL ')}
		) GROUP BY month ORDER BY month DESC LIMIT ?`,
		...shelves.flatMap(({ shelf }) => [shelf, limits.months]),
		limits.months,
	);
	return months.map(({ month, count }) => ({
		month,
		articles: count,
		topics: topicsOf(database, shelves, month, limits.topics),
	}));
}

/** Those of most articles on any of the shelves; of these, each is counted on all. */
function topicsOf(
	database: Database,
	shelves: readonly ShelfRange[],
	month: string,
	limit: number,
): TopicCount[] {
	const keys = shelves.flatMap(({ shelf }) =>
		database
			.all<{ key: string }>(
				`SELECT t.key FROM topic_months AS m CROSS JOIN topics AS t ON t.number = m."of"
				WHERE m.shelf = ? AND m.month = ? ORDER BY m.count DESC, m."of" LIMIT ?`,
				shelf,
				month,
				limit,
			)
			.map(({ key }) => key),
	);
	return database.all<TopicCount>(
		`SELECT min(t.name) AS topic, sum(m.count) AS articles FROM json_each(?) AS wanted
		CROSS JOIN topics AS t ON t.key = wanted.value AND t.shelf IN (?, ?)
		CROSS JOIN topic_months AS m ON m."of" = t.number AND m.month = ?
		GROUP BY t.key ORDER BY articles DESC, t.key LIMIT ?`,
		JSON.stringify([...new Set(keys)]),
		...pairOf(shelves),
		month,
		limit,
	);
}
