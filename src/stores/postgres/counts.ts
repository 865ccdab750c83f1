import type { Spoken } from '../indexed-text.ts';
import type { ShelfRange } from './shelves.ts';
import type { Writing } from './transactions.ts';

/** Rows whose counts were raised, or that were created, by their keys. */
export interface Counted {
	readonly numbers: ReadonlyMap<string, number>;
	/** Those that are new. */
	readonly fresh: ReadonlySet<string>;
}

export interface CountedSpeakers extends Counted {
	/** The names of those that are not new as the shelf has them: an article may write the same name otherwise. */
	readonly listedAs: readonly string[];
}

/**
 * Counts one more article on some topics. Inside a write of articles.
 * @param next the number of the first that is new.
 */
export async function addTopics(
	writing: Writing,
	range: ShelfRange,
	topics: readonly { readonly key: string; readonly name: string }[],
	next: number,
): Promise<Counted> {
	if (topics.length === 0) return { numbers: new Map(), fresh: new Set() };
	const rows = await writing.all<{ key: string; number: number; fresh: boolean }>(
		`WITH asked AS MATERIALIZED (
			SELECT key, name, at FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS t (key, name, at)
		), known AS (
			UPDATE topics AS t SET articles = t.articles + 1 FROM asked WHERE t.key = asked.key AND t.shelf = ?
			RETURNING t.key, t.number
		), added AS (
			INSERT INTO topics (number, key, name, articles)
			SELECT ?::bigint - 1 + row_number() OVER (ORDER BY at), key, name, 1 FROM asked
			WHERE key NOT IN (SELECT key FROM known) RETURNING key, number
		)
		SELECT key, number, false AS fresh FROM known UNION ALL SELECT key, number, true FROM added`,
		topics.map(({ key }) => key),
		topics.map(({ name }) => name),
		range.shelf,
		next,
	);
	return countedOf(rows);
}

const countedOf = (rows: readonly { key: string; number: number; fresh: boolean }[]): Counted => ({
	numbers: new Map(rows.map(({ key, number }) => [key, number])),
	fresh: new Set(rows.flatMap(({ key, fresh }) => (fresh ? [key] : []))),
});

/** Counts one article less on some topics; one without any goes. Inside a write of articles. */
export async function subtractTopics(writing: Writing, topics: readonly number[]): Promise<void> {
	if (topics.length === 0) return;
	await Promise.all([
		writing.run('UPDATE topics SET articles = articles - 1 WHERE number = ANY (?::bigint[])', topics),
		writing.run(
			`WITH gone AS (DELETE FROM topics WHERE number = ANY (?::bigint[]) AND articles <= 0 RETURNING number)
			DELETE FROM topic_search WHERE number IN (SELECT number FROM gone)`,
			topics,
		),
	]);
}

/**
 * Counts what some speakers said in one more article. Inside a write of articles.
 * @param next the number of the first that is new.
 */
export async function addSpeakers(
	writing: Writing,
	range: ShelfRange,
	spoken: readonly Spoken[],
	next: number,
): Promise<CountedSpeakers> {
	if (spoken.length === 0) return { numbers: new Map(), fresh: new Set(), listedAs: [] };
	const rows = await writing.all<{ key: string; number: number; name: string | null; fresh: boolean }>(
		`WITH asked AS MATERIALIZED (
			SELECT key, name, role, quotes, at
			FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) WITH ORDINALITY AS s (key, name, role, quotes, at)
		), known AS (
			UPDATE speakers AS s SET quotes = s.quotes + asked.quotes, articles = s.articles + 1,
				role = coalesce(asked.role, s.role)
			FROM asked WHERE s.key = asked.key AND s.shelf = ? RETURNING s.key, s.number, s.name
		), added AS (
			INSERT INTO speakers (number, key, name, role, quotes, articles)
			SELECT ?::bigint - 1 + row_number() OVER (ORDER BY at), key, name, role, quotes, 1 FROM asked
			WHERE key NOT IN (SELECT key FROM known) RETURNING key, number
		)
		SELECT key, number, name, false AS fresh FROM known UNION ALL SELECT key, number, NULL, true FROM added`,
		spoken.map(({ key }) => key),
		spoken.map(({ name }) => name),
		spoken.map(({ role }) => role),
		spoken.map(({ quotes }) => quotes),
		range.shelf,
		next,
	);
	const counted = countedOf(rows);
	if (counted.fresh.size > 0) writing.later(countSpeakers(writing, range, [...counted.fresh], 1));
	return { ...counted, listedAs: rows.flatMap(({ name }) => name ?? []) };
}

/** Counts an article's utterances off; a speaker without an article goes. Inside a write of articles. */
export async function subtractSpeakers(
	writing: Writing,
	range: ShelfRange,
	quotes: ReadonlyMap<number, number>,
): Promise<void> {
	if (quotes.size === 0) return;
	const numbers = [...quotes.keys()];
	const counted = writing.run(
		`UPDATE speakers AS s SET quotes = s.quotes - n.quotes, articles = s.articles - 1
		FROM unnest(?::bigint[], ?::bigint[]) AS n (number, quotes) WHERE s.number = n.number`,
		numbers,
		[...quotes.values()],
	);
	const [gone] = await Promise.all([
		writing.all<{ number: number; key: string }>(
			'DELETE FROM speakers WHERE number = ANY (?::bigint[]) AND articles <= 0 RETURNING number, key',
			numbers,
		),
		counted,
	]);
	if (gone.length === 0) return;
	await writing.run(
		'DELETE FROM speaker_search WHERE number = ANY (?::bigint[])',
		gone.map(({ number }) => number),
	);
	await countSpeakers(
		writing,
		range,
		gone.map(({ key }) => key),
		-1,
	);
}

/**
 * Keeps how many speakers each shelf has: a server's counts only those that the shared one lacks, so that the sum
 * is what the server sees.
 */
async function countSpeakers(
	writing: Writing,
	{ shelf }: ShelfRange,
	keys: readonly string[],
	change: 1 | -1,
): Promise<void> {
	if (shelf === 0) {
		await writing.run('UPDATE shelves SET speakers = speakers + ? WHERE number = 0', change * keys.length);
		await writing.run(
			`UPDATE shelves AS h SET speakers = h.speakers + ?::bigint * n.count FROM (
				SELECT shelf, count(*) AS count FROM speakers WHERE key = ANY (?::text[]) AND shelf > 0 GROUP BY shelf
			) AS n WHERE h.number = n.shelf`,
			-change,
			keys,
		);
		return;
	}
	await writing.run(
		`UPDATE shelves SET speakers = speakers + ?::bigint * (
			?::bigint - (SELECT count(*) FROM speakers WHERE key = ANY (?::text[]) AND shelf = 0)
		) WHERE number = ?`,
		change,
		keys.length,
		keys,
		shelf,
	);
}
