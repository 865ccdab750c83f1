import { foldedKey } from '../../language/fold.ts';
import type { ArticleRecord } from '../articles.ts';
import type { ShelfRange } from './shelves.ts';
import type { Writing } from './transactions.ts';

/** The numbers of the next rows on a shelf, and of the next arrival, which is taken where one comes. */
export async function nextNumbers(
	writing: Writing,
	{ first, last }: ShelfRange,
	arrivals: 0 | 1,
): Promise<Record<'arrival' | 'articles' | 'speakers' | 'topics' | 'utterances', number>> {
	const next = (table: string) =>
		`(SELECT coalesce(max(number), ?) + 1 FROM ${table} WHERE number BETWEEN ? AND ?) AS ${table}`;
	const tables = ['articles', 'speakers', 'topics', 'utterances'];
	const row = await writing.get<Awaited<ReturnType<typeof nextNumbers>>>(
		`WITH sequence AS (
			UPDATE meta SET value = (value::bigint + ?)::text WHERE name = 'sequence' RETURNING value::bigint
		)
		SELECT (SELECT value FROM sequence) AS arrival, ${tables.map(next).join(', ')}`,
		arrivals,
		...tables.flatMap(() => [first, first, last]),
	);
	if (!row) throw new Error('The archive has lost its sequence.');
	return row;
}

/**
 * Puts in the line of an article as lists show it. Inside a write of articles.
 * @param found `moment` is `at` in milliseconds since 1970; `at`, `added` and `changedAt` are ISO 8601, and `arrival`
 *   counts all articles in the order in which they came.
 * @throws what the database throws, also where the number or the shelf's id is there already; the write has then failed.
 */
export async function putLine(
	writing: Writing,
	{ line }: ArticleRecord,
	found: {
		readonly number: number;
		readonly arrival: number;
		readonly at: string;
		readonly atIs: 'published' | 'captured' | 'added';
		readonly moment: number;
		readonly added: string;
		readonly changedAt: string | null;
	},
): Promise<void> {
	await writing.run(
		`INSERT INTO articles (number, id, arrival, revision, headline, folded, site, url, at, "atIs", moment, added,
			paragraphs, quotes, speakers, comments, "changedAt", unsure)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		found.number,
		line.id,
		found.arrival,
		line.revision,
		line.headline,
		foldedKey(line.headline),
		line.site,
		line.url,
		found.at,
		found.atIs,
		found.moment,
		found.added,
		line.counts.paragraphs,
		line.counts.quotes,
		line.counts.speakers,
		line.counts.comments,
		found.changedAt,
		line.unsure ? 1 : 0,
	);
}

/**
 * Puts in which topics an article has. Inside a write of articles.
 * @param article its number.
 * @param moment its date in milliseconds since 1970, by which a topic's articles are in order.
 * @param topics their numbers, each once.
 * @throws what the database throws; the write has then failed.
 */
export async function putTopics(
	writing: Writing,
	article: number,
	moment: number,
	topics: readonly number[],
): Promise<void> {
	if (topics.length === 0) return;
	await writing.run(
		'INSERT INTO article_topics (article, topic, moment) SELECT ?, topic, ? FROM unnest(?::bigint[]) AS t (topic)',
		article,
		moment,
		topics,
	);
}

/**
 * Puts in an article's utterances, in reading order. Inside a write of articles.
 * @param found `first` is the number of the first utterance, those after it have the numbers that follow; `article` is
 *   the article's number, `moment` its date in milliseconds since 1970; `speakers` gives the number of each key.
 * @throws what the database throws; the write has then failed.
 */
export async function putUtterances(
	writing: Writing,
	{ utterances }: ArticleRecord,
	found: {
		readonly first: number;
		readonly article: number;
		readonly moment: number;
		readonly speakers: ReadonlyMap<string, number>;
	},
): Promise<void> {
	if (utterances.length === 0) return;
	const { first, article, moment, speakers } = found;
	await writing.run(
		`INSERT INTO utterances (article, moment, number, speaker, name, role, cue, paragraph, kind, parts, fragment, begins)
		SELECT ?, ?, u.* FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
			?::text[], ?::text[], ?::text[]) AS u`,
		article,
		moment,
		utterances.map((_, index) => first + index),
		utterances.map(({ speakerKey }) => (speakerKey === null ? null : (speakers.get(speakerKey) ?? null))),
		utterances.map(({ speaker }) => speaker),
		utterances.map(({ role }) => role),
		utterances.map(({ cue }) => cue),
		utterances.map(({ paragraph }) => paragraph),
		utterances.map(({ kind }) => kind),
		utterances.map(({ parts }) => JSON.stringify(parts)),
		utterances.map(({ fragment }) => fragment ?? null),
		utterances.map(({ begins }) => begins),
	);
}
