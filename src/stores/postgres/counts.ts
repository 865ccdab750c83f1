import type { Writing } from './database.ts';
import { nextNumber, type ShelfRange } from './shelves.ts';

/** Rows whose counts were raised, or that were created, by their keys. */
export interface Counted {
	readonly numbers: ReadonlyMap<string, number>;
	/** Those that are new. */
	readonly fresh: ReadonlySet<string>;
}

/** Counts one more article on some topics. Inside a write of articles. */
export async function addTopics(
	writing: Writing,
	range: ShelfRange,
	topics: readonly { readonly key: string; readonly name: string }[],
): Promise<Counted> {
	if (topics.length === 0) return { numbers: new Map(), fresh: new Set() };
	const known = await writing.all<{ key: string; number: number }>(
		'UPDATE topics SET articles = articles + 1 WHERE key = ANY (?::text[]) AND shelf = ? RETURNING key, number',
		topics.map(({ key }) => key),
		range.shelf,
	);
	const numbers = new Map(known.map(({ key, number }) => [key, number]));
	const fresh = topics.filter(({ key }) => !numbers.has(key));
	if (fresh.length > 0) {
		const first = await nextNumber(writing, 'topics', range);
		for (const [index, { key }] of fresh.entries()) numbers.set(key, first + index);
		await writing.run(
			`INSERT INTO topics (number, key, name, articles)
			SELECT number, key, name, 1 FROM unnest(?::bigint[], ?::text[], ?::text[]) AS t (number, key, name)`,
			fresh.map((_, index) => first + index),
			fresh.map(({ key }) => key),
			fresh.map(({ name }) => name),
		);
	}
	return { numbers, fresh: new Set(fresh.map(({ key }) => key)) };
}

/** Counts one article less on some topics; one without any goes. Inside a write of articles. */
export async function subtractTopics(writing: Writing, topics: readonly number[]): Promise<void> {
	if (topics.length === 0) return;
	await writing.run('UPDATE topics SET articles = articles - 1 WHERE number = ANY (?::bigint[])', topics);
	await writing.run(
		`WITH gone AS (DELETE FROM topics WHERE number = ANY (?::bigint[]) AND articles <= 0 RETURNING number)
		DELETE FROM topic_search WHERE number IN (SELECT number FROM gone)`,
		topics,
	);
}

export interface Spoken {
	readonly key: string;
	readonly name: string;
	readonly role: string | null;
	readonly quotes: number;
}

/** Counts what some speakers said in one more article. Inside a write of articles. */
export async function addSpeakers(
	writing: Writing,
	range: ShelfRange,
	spoken: readonly Spoken[],
): Promise<Counted> {
	if (spoken.length === 0) return { numbers: new Map(), fresh: new Set() };
	const known = await writing.all<{ key: string; number: number }>(
		`UPDATE speakers AS s SET quotes = s.quotes + n.quotes, articles = s.articles + 1, role = coalesce(n.role, s.role)
		FROM unnest(?::text[], ?::bigint[], ?::text[]) AS n (key, quotes, role)
		WHERE s.key = n.key AND s.shelf = ? RETURNING s.key, s.number`,
		spoken.map(({ key }) => key),
		spoken.map(({ quotes }) => quotes),
		spoken.map(({ role }) => role),
		range.shelf,
	);
	const numbers = new Map(known.map(({ key, number }) => [key, number]));
	const fresh = spoken.filter(({ key }) => !numbers.has(key));
	if (fresh.length > 0) {
		const first = await nextNumber(writing, 'speakers', range);
		for (const [index, { key }] of fresh.entries()) numbers.set(key, first + index);
		await countSpeakers(
			writing,
			range,
			fresh.map(({ key }) => key),
			1,
		);
		await writing.run(
			`INSERT INTO speakers (number, key, name, role, quotes, articles)
			SELECT number, key, name, role, quotes, 1
			FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[]) AS s (number, key, name, role, quotes)`,
			fresh.map((_, index) => first + index),
			fresh.map(({ key }) => key),
			fresh.map(({ name }) => name),
			fresh.map(({ role }) => role),
			fresh.map(({ quotes }) => quotes),
		);
	}
	return { numbers, fresh: new Set(fresh.map(({ key }) => key)) };
}

/** Counts an article's utterances off; a speaker without an article goes. Inside a write of articles. */
export async function subtractSpeakers(
	writing: Writing,
	range: ShelfRange,
	quotes: ReadonlyMap<number, number>,
): Promise<void> {
	if (quotes.size === 0) return;
	const numbers = [...quotes.keys()];
	await writing.run(
		`UPDATE speakers AS s SET quotes = s.quotes - n.quotes, articles = s.articles - 1
		FROM unnest(?::bigint[], ?::bigint[]) AS n (number, quotes) WHERE s.number = n.number`,
		numbers,
		[...quotes.values()],
	);
	const gone = await writing.all<{ number: number; key: string }>(
		'DELETE FROM speakers WHERE number = ANY (?::bigint[]) AND articles <= 0 RETURNING number, key',
		numbers,
	);
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
 * is what the server sees. Called while the shelf itself does not have the speakers' rows.
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
