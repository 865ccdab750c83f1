import type { ArchivedUtterance, ArticleLine, FoundUtterances, UtteranceQuery } from '../articles.ts';
import { type Scope, withAll, withSome } from './about.ts';
import type { Database } from './database.ts';
import { selectLines } from './lines.ts';
import { readTotals } from './totals.ts';

/** Of many speakers' utterances, so many are looked at in all, and at least so many of each. */
const mostOfSpeakers = { all: 2_000, each: 80 };
/** Of an article. */
const mostOfArticle = 5_000;

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
	const { speakers, article, about, limit } = query;
	if (about !== undefined) return utterancesAbout(database, query, about);
	if (article !== undefined) {
		const found = database.all<Found>(
			`SELECT u.number, s.key FROM utterances AS u ${withSpeaker}
			WHERE u.article = ${articleNumber} ORDER BY u.number LIMIT ${mostOfArticle}`,
			article,
		);
		return counted(database, ofSpeakers(found, speakers), limit, found.length === mostOfArticle);
	}
	// These counts are kept with every change, so nothing is counted here.
	const utterances = readUtterances(database, latest(database, speakers, limit));
	const keys = speakers ?? utterances.flatMap(({ speakerKey }) => speakerKey ?? []);
	const counts = countsKept(database, keys);
	if (speakers !== undefined) return { utterances, counts, total: sum(counts), more: false, partly: [] };
	const totals = readTotals(database);
	return {
		utterances,
		counts: counts.set(null, totals.unattributed),
		total: totals.quotes,
		more: false,
		partly: [],
	};
}

interface Found {
	readonly number: number;
	readonly key: string | null;
}

const withSpeaker = 'LEFT JOIN speakers AS s ON s.number = u.speaker';
const articleNumber = '(SELECT number FROM articles WHERE id = ?)';

function ofSpeakers(found: readonly Found[], speakers: readonly string[] | undefined): readonly Found[] {
	if (speakers === undefined) return found;
	const wanted = new Set(speakers);
	return found.filter(({ key }) => key !== null && wanted.has(key));
}

function counted(database: Database, found: readonly Found[], limit: number, more: boolean): FoundUtterances {
	const counts = new Map<string | null, number>();
	for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
	const numbers = found.slice(0, limit).map(({ number }) => number);
	const utterances = readUtterances(database, numbers);
	return { utterances, counts, total: found.length, more, partly: [] };
}

function utterancesAbout(
	database: Database,
	{ speakers, article, limit, partly = 0 }: UtteranceQuery,
	about: readonly string[],
): FoundUtterances {
	const scope = scopeOf(database, speakers, article);
	if (scope === null) return { utterances: [], counts: new Map(), total: 0, more: false, partly: [] };
	const { numbers, more } = withAll(database, about, scope);
	const found = database.all<Found>(
		`SELECT u.number, s.key FROM json_each(?) AS f CROSS JOIN utterances AS u ON u.number = f.value
		${withSpeaker} ORDER BY u.moment DESC, u.article DESC, u.number`,
		JSON.stringify(numbers),
	);
	const some = partly > 0 && about.length > 1 ? withSome(database, about, scope, partly) : [];
	const others = readUtterances(
		database,
		some.map(({ number }) => number),
	);
	const isWanted = ({ speakerKey: key }: ArchivedUtterance) =>
		speakers === undefined || (key !== null && speakers.includes(key));
	return {
		...counted(database, ofSpeakers(found, speakers), limit, more),
		partly: others.flatMap((utterance, index) =>
			isWanted(utterance) ? [{ utterance, words: some[index]?.words ?? [] }] : [],
		),
	};
}

/** Where to look; null where there is nothing. */
function scopeOf(database: Database, speakers?: readonly string[], article?: string): Scope | null {
	if (article !== undefined) {
		// An article's utterances were taken in together, so their numbers are neighbours.
		const ends = database.get<{ from: number | null; to: number | null }>(
			`SELECT min(number) AS "from", max(number) AS "to" FROM utterances WHERE article = ${articleNumber}`,
			article,
		);
		return ends?.from == null || ends.to === null ? null : { from: ends.from, to: ends.to };
	}
	if (speakers === undefined) return {};
	const numbers = latest(database, speakers, mostOfSpeakers.all);
	if (numbers.length === 0) return null;
	const from = numbers.reduce((least, number) => Math.min(least, number));
	const to = numbers.reduce((most, number) => Math.max(most, number));
	return { from, to, among: JSON.stringify(numbers) };
}

interface Latest {
	readonly number: number;
	readonly article: number;
	readonly moment: number;
}

/** The numbers of the latest utterances, of all or of some speakers. */
function latest(database: Database, speakers: readonly string[] | undefined, limit: number): number[] {
	const inOrder = 'ORDER BY moment DESC, article DESC, number LIMIT ?';
	if (speakers === undefined) {
		return database
			.all<Latest>(`SELECT number FROM utterances ${inOrder}`, limit)
			.map(({ number }) => number);
	}
	// Speaker by speaker, since an index has each one's in order: all at once would be read and put in order first.
	const each = Math.max(
		mostOfSpeakers.each,
		Math.min(limit, Math.ceil(mostOfSpeakers.all / speakers.length)),
	);
	return speakers
		.flatMap((key) =>
			database.all<Latest>(
				`SELECT number, article, moment FROM utterances
				WHERE speaker = (SELECT number FROM speakers WHERE key = ?) ${inOrder}`,
				key,
				each,
			),
		)
		.sort((a, b) => b.moment - a.moment || b.article - a.article || a.number - b.number)
		.slice(0, limit)
		.map(({ number }) => number);
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
