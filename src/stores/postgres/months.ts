import type { MonthCount, MonthOfTopics, TopicCount } from '../articles.ts';
import type { Queries } from './queries.ts';
import { pairOf, type ShelfRange } from './shelves.ts';
import type { Writing } from './transactions.ts';

/** Counts by month ("2031-05", in UTC), kept with every change: counting a large archive takes too long. */
export const monthTables = `
	-- "of" is a shelf, a topic or a speaker.
	CREATE TABLE article_months (
		"of" bigint NOT NULL, month text NOT NULL, count bigint NOT NULL, PRIMARY KEY ("of", month)
	);
	CREATE TABLE topic_months (
		"of" bigint NOT NULL, month text NOT NULL, count bigint NOT NULL,
		shelf bigint GENERATED ALWAYS AS ("of" >> 32) STORED, PRIMARY KEY ("of", month)
	);
	CREATE INDEX topics_of_month ON topic_months (shelf, month, count DESC, "of");
	CREATE TABLE speaker_months (
		"of" bigint NOT NULL, month text NOT NULL, count bigint NOT NULL, PRIMARY KEY ("of", month)
	);
`;

/** The month of a moment in milliseconds, as SQLite and PostgreSQL write it. */
export const monthOf = (moment: number) => new Date(moment).toISOString().slice(0, -17);

type Counts = ReadonlyMap<number, number>;

/** Counts more, or fewer, for a month: of each number as many as are given. Inside a write. */
export async function countInMonth(
	writing: Writing,
	table: 'article_months' | 'topic_months' | 'speaker_months',
	month: string,
	counts: Counts,
): Promise<void> {
	if (counts.size === 0) return;
	const counted = writing.run(
		`INSERT INTO ${table} AS m ("of", month, count)
		SELECT "of", ?, count FROM unnest(?::bigint[], ?::bigint[]) AS c ("of", count) ORDER BY "of"
		ON CONFLICT ("of", month) DO UPDATE SET count = m.count + excluded.count`,
		month,
		[...counts.keys()],
		[...counts.values()],
	);
	if ([...counts.values()].every((count) => count > 0)) return void (await counted);
	const cleared = writing.run(
		`DELETE FROM ${table} WHERE "of" = ANY (?::bigint[]) AND month = ? AND count <= 0`,
		[...counts.keys()],
		month,
	);
	await Promise.all([counted, cleared]);
}

/** Rows of months that are read for one thing; articles of more months than this are hostile. */
const mostMonths = 1_200;

/** How many articles are on a topic, or quotations by a speaker, each month, the latest first. */
export function monthsOf(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	kind: 'topic' | 'speaker',
	key: string,
): Promise<MonthCount[]> {
	return queries.all<MonthCount>(
		`SELECT month, sum(count) AS count FROM ${kind}_months WHERE "of" IN (
			SELECT number FROM ${kind}s WHERE key = ? AND shelf IN (?, ?)
		) GROUP BY month ORDER BY month DESC LIMIT ${mostMonths}`,
		key,
		...pairOf(shelves),
	);
}

/** The latest months that have articles, each with the topics of most of them. */
export async function monthsOfTopics(
	queries: Queries,
	shelves: readonly ShelfRange[],
	limits: { readonly months: number; readonly topics: number },
): Promise<MonthOfTopics[]> {
	const ofShelf = '(SELECT month, count FROM article_months WHERE "of" = ? ORDER BY month DESC LIMIT ?)';
	const months = await queries.all<MonthCount>(
		`SELECT month, sum(count) AS count FROM (${shelves.map(() => ofShelf).join(' UNION ALL ')}) AS m
		GROUP BY month ORDER BY month DESC LIMIT ?`,
		...shelves.flatMap(({ shelf }) => [shelf, limits.months]),
		limits.months,
	);
	const found: MonthOfTopics[] = [];
	for (const { month, count } of months) {
		found.push({ month, articles: count, topics: await topicsOf(queries, shelves, month, limits.topics) });
	}
	return found;
}

/** Those of most articles on any of the shelves; of these, each is counted on all. */
function topicsOf(
	queries: Queries,
	shelves: readonly ShelfRange[],
	month: string,
	limit: number,
): Promise<TopicCount[]> {
	const ofShelf = `(SELECT "of" FROM topic_months WHERE shelf = ? AND month = ? ORDER BY count DESC, "of" LIMIT ?)`;
	return queries.all<TopicCount>(
		`WITH wanted AS MATERIALIZED (
			SELECT DISTINCT t.key FROM (${shelves.map(() => ofShelf).join(' UNION ALL ')}) AS m
			JOIN topics AS t ON t.number = m."of"
		)
		SELECT min(t.name) AS topic, sum(m.count) AS articles FROM wanted
		JOIN topics AS t ON t.key = wanted.key AND t.shelf IN (?, ?)
		JOIN topic_months AS m ON m."of" = t.number AND m.month = ?
		GROUP BY t.key ORDER BY articles DESC, t.key LIMIT ?`,
		...shelves.flatMap(({ shelf }) => [shelf, month, limit]),
		...pairOf(shelves),
		month,
		limit,
	);
}
