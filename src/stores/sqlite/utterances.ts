import type { ArchivedUtterance, ArticleLine, FoundUtterances, UtteranceQuery } from '../articles.ts';
import type { Database } from './database.ts';
import { selectLines } from './lines.ts';
import { matching } from './match.ts';
import { readTotals } from './totals.ts';

/** Of more matches than this for words, those taken in last are put in order and counted by speaker. */
const mostFound = 2_000;
/** Where a word is as common as that, it is looked for among so many of a speaker's latest utterances. */
const mostOfSpeaker = 2_000;

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
	const { speakers, article, about } = query;
	if (about === undefined && article === undefined) {
		// These counts are kept with every change, so nothing is counted here.
		const utterances = readUtterances(database, latest(database, speakers, query.limit));
		const keys = speakers ?? utterances.flatMap(({ speakerKey }) => speakerKey ?? []);
		const counts = countsKept(database, keys);
		if (speakers !== undefined) return { utterances, counts, total: sum(counts) };
		const totals = readTotals(database);
		return { utterances, counts: counts.set(null, totals.unattributed), total: totals.quotes };
	}
	const matches = about === undefined ? undefined : matching(about, 'all', false);
	const found =
		article !== undefined
			? inArticle(database, article, matches)
			: matches === undefined
				? []
				: speakers === undefined
					? latestMatches(database, matches)
					: matchesOf(database, matches, speakers);
	const wanted = speakers && new Set(speakers);
	const kept = wanted ? found.filter(({ key }) => key !== null && wanted.has(key)) : found;
	const counts = new Map<string | null, number>();
	for (const { key } of kept) counts.set(key, (counts.get(key) ?? 0) + 1);
	const isCut = matches !== undefined && article === undefined && found.length >= mostFound && !speakers;
	return {
		utterances: readUtterances(
			database,
			kept.slice(0, query.limit).map(({ number }) => number),
		),
		counts,
		total: isCut ? countMatches(database, matches) : kept.length,
	};
}

const inOrder = 'ORDER BY u.moment DESC, u.article DESC, u.number';
const ofSpeakers = 'u.speaker IN (SELECT number FROM speakers WHERE key IN (SELECT value FROM json_each(?)))';

function latest(database: Database, speakers: readonly string[] | undefined, limit: number): number[] {
	const rows =
		speakers === undefined
			? database.all<Found>(`SELECT u.number FROM utterances AS u ${inOrder} LIMIT ?`, limit)
			: database.all<Found>(
					`SELECT u.number FROM utterances AS u WHERE ${ofSpeakers} ${inOrder} LIMIT ?`,
					JSON.stringify(speakers),
					limit,
				);
	return rows.map(({ number }) => number);
}

interface Found {
	readonly number: number;
	readonly key: string | null;
}

const columns = 'SELECT u.number, s.key FROM';
const withSpeaker = 'LEFT JOIN speakers AS s ON s.number = u.speaker';

function inArticle(database: Database, article: string, matches: string | undefined): Found[] {
	const number = database.get<{ number: number }>(
		'SELECT number FROM articles WHERE id = ?',
		article,
	)?.number;
	if (number === undefined) return [];
	if (matches === undefined) {
		return database.all<Found>(
			`${columns} utterances AS u ${withSpeaker} WHERE u.article = ? ORDER BY u.number`,
			number,
		);
	}
	// An article's utterances were taken in together, so their numbers are neighbours.
	return database.all<Found>(
		`${columns} utterance_search AS f CROSS JOIN utterances AS u ON u.number = f.rowid ${withSpeaker}
		WHERE f.utterance_search MATCH ?
			AND f.rowid >= (SELECT min(number) FROM utterances WHERE article = ?)
			AND f.rowid <= (SELECT max(number) FROM utterances WHERE article = ?)
		ORDER BY u.number`,
		matches,
		number,
		number,
	);
}

function latestMatches(database: Database, matches: string): Found[] {
	return database.all<Found>(
		`WITH f AS MATERIALIZED (
			SELECT rowid AS number FROM utterance_search WHERE utterance_search MATCH ?
			ORDER BY rowid DESC LIMIT ${mostFound}
		)
		${columns} f CROSS JOIN utterances AS u USING (number) ${withSpeaker} ${inOrder}`,
		matches,
	);
}

function matchesOf(database: Database, matches: string, speakers: readonly string[]): Found[] {
	const found = latestMatches(database, matches);
	if (found.length < mostFound) return found;
	// The word is common: looking for it in what these speakers said is quicker than the other way round.
	return database.all<Found>(
		`WITH said AS MATERIALIZED (
			SELECT u.number FROM utterances AS u WHERE ${ofSpeakers} ${inOrder} LIMIT ${mostOfSpeaker}
		)
		${columns} said CROSS JOIN utterances AS u USING (number) ${withSpeaker}
		WHERE EXISTS (SELECT 1 FROM utterance_search WHERE utterance_search MATCH ? AND rowid = u.number)
		${inOrder}`,
		JSON.stringify(speakers),
		matches,
	);
}

function countMatches(database: Database, matches: string): number {
	const counted = database.get<{ count: number }>(
		'SELECT count(*) AS count FROM utterance_search WHERE utterance_search MATCH ?',
		matches,
	);
	return counted?.count ?? 0;
}

function countsKept(database: Database, keys: readonly string[]): Map<string | null, number> {
	const rows = database.all<{ key: string; quotes: number }>(
		'SELECT key, quotes FROM speakers WHERE key IN (SELECT value FROM json_each(?))',
		JSON.stringify([...new Set(keys)]),
	);
	return new Map(rows.map(({ key, quotes }) => [key, quotes]));
}

/** Utterances by their numbers, in the same order. */
function readUtterances(database: Database, numbers: readonly number[]): ArchivedUtterance[] {
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
	return database
		.all<Row>(
			`SELECT u.article, s.key, u.name, u.role, u.cue, u.paragraph, u.kind, u.parts
			FROM json_each(?) AS wanted CROSS JOIN utterances AS u ON u.number = wanted.value
			LEFT JOIN speakers AS s ON s.number = u.speaker ORDER BY wanted.key`,
			JSON.stringify(numbers),
		)
		.map(({ article, key, name, parts, ...rest }) => ({
			...rest,
			article: lineOf(article),
			speaker: name,
			speakerKey: key,
			parts: JSON.parse(parts),
		}));
}

function sum(counts: ReadonlyMap<unknown, number>): number {
	return counts.values().reduce((total, count) => total + count, 0);
}
