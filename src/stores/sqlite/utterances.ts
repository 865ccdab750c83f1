import type {
	ArchivedUtterance,
	FoundUtterances,
	LikeQuery,
	LikeUtterances,
	UtteranceQuery,
} from '../articles.ts';
import { inEach, mostFound, withAll, withEach, withSome } from './about.ts';
import type { Database } from './database.ts';
import { utterancesLike } from './like.ts';
import { selectLines } from './lines.ts';
import { articleNumber, latest, newestFirst, scopesOf } from './scopes.ts';
import { pairOf, readTotals, type ShelfRange } from './shelves.ts';
import { countsOfSpeakers } from './speakers.ts';

/** Utterances of an article that are looked at. */
const mostOfArticle = 5_000;

/** As `ofNumbers` selects it. */
type Row = readonly [
	number: number,
	moment: number,
	article: number,
	key: string | null,
	name: string | null,
	role: string | null,
	cue: string | null,
	paragraph: number,
	kind: 'quote' | 'fragment',
	parts: string,
	fragment: string | null,
];

/** Finds utterances on some shelves: newest article first, within an article in reading order. */
export function findUtterances(
	database: Database,
	shelves: readonly ShelfRange[],
	query: UtteranceQuery,
): FoundUtterances {
	const { speakers, article, about, limit } = query;
	if (about !== undefined) return utterancesAbout(database, shelves, query, about);
	if (article !== undefined) {
		const found = database.tuples<Found>(
			`SELECT u.number, s.key FROM utterances AS u ${withSpeaker}
			WHERE u.article = ${articleNumber} ORDER BY u.number LIMIT ${mostOfArticle}`,
			article,
			...pairOf(shelves),
		);
		return counted(database, shelves, ofSpeakers(found, speakers), limit, found.length === mostOfArticle);
	}
	// These counts are kept with every change, so nothing is counted here.
	const utterances = latestUtterances(database, shelves, speakers, limit);
	const keys = speakers ?? utterances.flatMap(({ speakerKey }) => speakerKey ?? []);
	const counts = countsOfSpeakers(database, shelves, keys);
	if (speakers !== undefined) return { utterances, counts, total: sum(counts), more: false, partly: [] };
	const totals = readTotals(database, shelves);
	return {
		utterances,
		counts: counts.set(null, totals.unattributed),
		total: totals.quotes,
		more: false,
		partly: [],
	};
}

/** Finds utterances with some of many words. */
export function findLike(
	database: Database,
	shelves: readonly ShelfRange[],
	query: LikeQuery,
): LikeUtterances {
	const scopes = scopesOf(database, shelves, query.speakers, query.article);
	const like = utterancesLike(database, shelves, query, scopes, (numbers) =>
		readUtterances(database, shelves, numbers),
	);
	const { speakers } = query;
	if (speakers === undefined) return like;
	const isWanted = ({ utterance: { speakerKey: key } }: LikeUtterances['found'][number]) =>
		key !== null && speakers.includes(key);
	return { ...like, found: like.found.filter(isWanted) };
}

/** An utterance that was found, and its speaker. */
type Found = readonly [number: number, key: string | null];

const withSpeaker = 'LEFT JOIN speakers AS s ON s.number = u.speaker';

function ofSpeakers(found: readonly Found[], speakers: readonly string[] | undefined): readonly Found[] {
	if (speakers === undefined) return found;
	const wanted = new Set(speakers);
	return found.filter(([, key]) => key !== null && wanted.has(key));
}

function counted(
	database: Database,
	shelves: readonly ShelfRange[],
	found: readonly Found[],
	limit: number,
	more: boolean,
): FoundUtterances {
	const numbers = found.slice(0, limit).map(([number]) => number);
	const utterances = readUtterances(database, shelves, numbers);
	const counts = countsOf(found.map(([, key]) => key));
	return { utterances, counts, total: found.length, more, partly: [] };
}

function utterancesAbout(
	database: Database,
	shelves: readonly ShelfRange[],
	{ speakers, article, limit, partly = 0 }: UtteranceQuery,
	about: readonly string[],
): FoundUtterances {
	const scopes = scopesOf(database, shelves, speakers, article);
	const isLoose = partly > 0 && about.length > 1;
	const each = isLoose ? withEach(database, about, scopes) : null;
	const { numbers, more } = each
		? { numbers: inEach(each), more: false }
		: withAll(database, about, scopes, limit === 0 ? 1 : mostFound);
	// Of more than are shown, and of some speakers, it is first counted whose they are.
	const isWhole = numbers.length <= limit && speakers === undefined;
	const found = isWhole ? [] : ofSpeakers(foundInOrder(database, numbers), speakers);
	const total = isWhole ? numbers.length : found.length;
	// The search for some of the words costs much more, so only where few have all.
	const some = isLoose && total < partly ? withSome(database, about, scopes, partly, numbers, each) : [];
	const wordsOf = new Map(some.map(({ number, words }) => [number, words]));
	const read = readNumbered(database, shelves, [
		...(isWhole ? numbers : found.slice(0, limit).map(([number]) => number)),
		...wordsOf.keys(),
	]);
	const isWanted = ({ speakerKey: key }: ArchivedUtterance) =>
		speakers === undefined || (key !== null && speakers.includes(key));
	const full = read.filter(({ number }) => !wordsOf.has(number));
	const partlyFound = read.flatMap(({ number, utterance }) => {
		const words = wordsOf.get(number);
		return words && isWanted(utterance) ? [{ utterance, words }] : [];
	});
	const utterances = (isWhole ? full.sort(newestFirst) : full).map(({ utterance }) => utterance);
	const keys = isWhole ? utterances.map(({ speakerKey }) => speakerKey) : found.map(([, key]) => key);
	return { utterances, counts: countsOf(keys), total, more, partly: partlyFound };
}

function foundInOrder(database: Database, numbers: readonly number[]): Found[] {
	return database.tuples<Found>(
		`SELECT u.number, s.key FROM json_each(?) AS f CROSS JOIN utterances AS u ON u.number = f.value
		${withSpeaker} ORDER BY u.moment DESC, u.article DESC, u.number`,
		JSON.stringify(numbers),
	);
}

function countsOf(keys: readonly (string | null)[]): Map<string | null, number> {
	const counts = new Map<string | null, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

/** Utterances by their numbers, in the same order. */
export function readUtterances(
	database: Database,
	shelves: readonly ShelfRange[],
	numbers: readonly number[],
): ArchivedUtterance[] {
	return readNumbered(database, shelves, numbers).map(({ utterance }) => utterance);
}

interface Numbered {
	readonly number: number;
	/** The number and the moment of its article. */
	readonly article: number;
	readonly moment: number;
	readonly utterance: ArchivedUtterance;
}

function readNumbered(
	database: Database,
	shelves: readonly ShelfRange[],
	numbers: readonly number[],
): Numbered[] {
	if (numbers.length === 0) return [];
	return withLines(database, shelves, database.tuples<Row>(ofNumbers, JSON.stringify(numbers)));
}

/** What the rows say, with the lines of their articles. */
function withLines(database: Database, shelves: readonly ShelfRange[], rows: readonly Row[]): Numbered[] {
	const lines = selectLines(database, shelves, new Set(rows.map((row) => row[2])));
	return rows.map(
		([number, moment, article, key, name, role, cue, paragraph, kind, parts, fragment]): Numbered => {
			const line = lines.get(article);
			if (!line) throw new Error(`The archive holds utterances of an article ${article} that it lacks.`);
			const utterance: ArchivedUtterance = {
				article: line,
				speaker: name,
				speakerKey: key,
				role,
				cue,
				paragraph,
				kind,
				parts: JSON.parse(parts),
				...(fragment === null ? {} : { fragment }),
			};
			return { number, moment, article, utterance };
		},
	);
}

/** The latest utterances on some shelves, of all or of some speakers. */
function latestUtterances(
	database: Database,
	shelves: readonly ShelfRange[],
	speakers: readonly string[] | undefined,
	limit: number,
): ArchivedUtterance[] {
	// Of several, most of what each said last is not among the latest of all.
	if (speakers !== undefined && speakers.length !== 1)
		return readUtterances(database, shelves, latest(database, shelves, speakers, limit));
	const [speaker] = speakers ?? [];
	const rows = shelves.flatMap(({ shelf }) =>
		speaker === undefined
			? database.tuples<Row>(latestOnShelf, shelf, limit)
			: database.tuples<Row>(latestOfSpeaker, speaker, shelf, limit),
	);
	const found = withLines(database, shelves, rows);
	if (shelves.length > 1) found.sort(newestFirst);
	return found.slice(0, limit).map(({ utterance }) => utterance);
}

const columns = `u.number, u.moment, u.article, s.key, u.name, u.role, u.cue, u.paragraph, u.kind, u.parts,
	u.fragment`;
const ofNumbers = `SELECT ${columns} FROM json_each(?) AS wanted CROSS JOIN utterances AS u ON u.number = wanted.value
	${withSpeaker} ORDER BY wanted.key`;
const latestOnShelf = `SELECT ${columns} FROM utterances AS u ${withSpeaker}
	WHERE u.shelf = ? ORDER BY u.moment DESC, u.article DESC, u.number LIMIT ?`;
const latestOfSpeaker = `SELECT ${columns} FROM utterances AS u ${withSpeaker}
	WHERE u.speaker = (SELECT number FROM speakers WHERE key = ? AND shelf = ?)
	ORDER BY u.moment DESC, u.article DESC, u.number LIMIT ?`;

function sum(counts: ReadonlyMap<unknown, number>): number {
	return counts.values().reduce((total, count) => total + count, 0);
}
