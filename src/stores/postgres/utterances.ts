import type { ArchivedUtterance, ArticleLine, FoundUtterances, UtteranceQuery } from '../articles.ts';
import { lineOf, type ShownRow, shownColumns } from '../line-rows.ts';
import { mostFound, rareOf, withAll, withAllOf, withSome } from './about.ts';
import { selectLines } from './lines.ts';
import type { Queries } from './queries.ts';
import { latest, scopesOf } from './scopes.ts';
import { pairOf, readTotals, type ShelfRange } from './shelves.ts';
import { countsOfSpeakers } from './speakers.ts';

/** Utterances of an article that are looked at. */
const mostOfArticle = 5_000;

export interface UtteranceRow {
	readonly article: number;
	readonly key: string | null;
	/** Whether the speaker's family has other names, on any shelf; null where nobody is known. */
	readonly several: boolean | null;
	readonly name: string | null;
	readonly role: string | null;
	readonly cue: string | null;
	readonly paragraph: number;
	readonly kind: 'quote' | 'fragment';
	readonly parts: string;
	readonly fragment: string | null;
}

export const utteranceColumns =
	'u.article, s.key, s.several, u.name, u.role, u.cue, u.paragraph, u.kind, u.parts, u.fragment';

/** Adds the families of those speakers that have no other name. */
export function noteAlone(rows: readonly UtteranceRow[], alone: Set<string>): void {
	for (const { key, several } of rows) {
		// A family ends with the first slash of a key; a name without letters has none.
		const [family, rest] = key?.split('/', 2) ?? [];
		if (several === false && family !== undefined && rest !== undefined) alone.add(family);
	}
}

/**
 * Finds utterances on some shelves: newest article first, within an article in reading order.
 * @param query of one article only with words to look for; without them `utterancesOfArticle` has all.
 * @param alone is given the families of the speakers that have no other name.
 */
export async function findUtterances(
	queries: Queries,
	shelves: readonly ShelfRange[],
	query: UtteranceQuery,
	alone: Set<string> = new Set(),
): Promise<FoundUtterances> {
	const { speakers, about, limit } = query;
	if (about !== undefined) return utterancesAbout(queries, shelves, query, about, alone);
	const wanted = await latest(queries, shelves, speakers, limit);
	// These counts are kept with every change, so nothing is counted here.
	const totalsOf = speakers === undefined ? readTotals(queries, shelves) : null;
	const [utterances, totals] = await Promise.all([readPlaced(queries, shelves, wanted, alone), totalsOf]);
	const keys = speakers ?? utterances.flatMap(({ speakerKey }) => speakerKey ?? []);
	const counts = await countsOfSpeakers(queries, shelves, keys);
	if (totals === null) return { utterances, counts, total: sum(counts), more: false, partly: [] };
	return {
		utterances,
		counts: counts.set(null, totals.unattributed),
		total: totals.quotes,
		more: false,
		partly: [],
	};
}

/**
 * Those of one article. One statement gives all, so that they belong together without a transaction;
 * its bounds are those of the connection (pool.ts).
 * @param query without words.
 */
export async function utterancesOfArticle(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	{ article, speakers, limit }: UtteranceQuery & { readonly article: string },
): Promise<FoundUtterances> {
	const rows = await queries.all<UtteranceRow & ShownRow & { shelf: number }>(
		`SELECT ${utteranceColumns}, a.shelf, ${shownColumns}
		FROM articles AS a JOIN utterances AS u ON u.article = a.number ${withSpeaker}
		WHERE a.id = ? AND a.shelf IN (?, ?) ORDER BY u.number LIMIT ${mostOfArticle}`,
		article,
		...pairOf(shelves),
	);
	const range = shelves.find(({ shelf }) => shelf === rows[0]?.shelf);
	const line = rows[0] === undefined || range === undefined ? null : lineOf(rows[0], range);
	const found = ofSpeakers(rows, speakers);
	return {
		utterances: line === null ? [] : found.slice(0, limit).map((row) => utteranceOf(row, line)),
		counts: countsOf(found),
		total: found.length,
		more: rows.length === mostOfArticle,
		partly: [],
	};
}

/** Where an utterance is: its number, and that of its article. */
export interface Placed {
	readonly number: number;
	readonly article: number;
}

interface Found extends Placed {
	readonly key: string | null;
}

export const withSpeaker = 'LEFT JOIN speakers AS s ON s.number = u.speaker';

function ofSpeakers<One extends Pick<Found, 'key'>>(
	found: readonly One[],
	speakers: readonly string[] | undefined,
): readonly One[] {
	if (speakers === undefined) return found;
	const wanted = new Set(speakers);
	return found.filter(({ key }) => key !== null && wanted.has(key));
}

function countsOf(found: readonly Pick<Found, 'key'>[]): Map<string | null, number> {
	const counts = new Map<string | null, number>();
	for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

async function utterancesAbout(
	queries: Queries,
	shelves: readonly ShelfRange[],
	{ speakers, article, limit, partly = 0 }: UtteranceQuery,
	about: readonly string[],
	alone: Set<string>,
): Promise<FoundUtterances> {
	const scopes = await scopesOf(queries, shelves, speakers, article);
	const each = partly > 0 && about.length > 1 ? await rareOf(queries, about, scopes) : null;
	const most = limit === 0 ? 1 : mostFound;
	const { numbers, more } =
		(each && (await withAllOf(queries, about, each))) ?? (await withAll(queries, about, scopes, most));
	const found =
		numbers.length === 0
			? []
			: await queries.all<Found>(
					`SELECT u.number, u.article, s.key FROM utterances AS u ${withSpeaker} WHERE u.number = ANY (?::bigint[])
					ORDER BY u.moment DESC, u.article DESC, u.number`,
					numbers,
				);
	const full = ofSpeakers(found, speakers);
	// The search for some of the words costs much more, so only where few have all.
	const some =
		each && full.length < partly ? await withSome(queries, about, scopes, partly, numbers, each) : [];
	const [utterances, others] = await Promise.all([
		readPlaced(queries, shelves, full.slice(0, limit), alone),
		readUtterances(
			queries,
			shelves,
			some.map(({ number }) => number),
			alone,
		),
	]);
	const isWanted = ({ speakerKey: key }: ArchivedUtterance) =>
		speakers === undefined || (key !== null && speakers.includes(key));
	return {
		utterances,
		counts: countsOf(full),
		total: full.length,
		more,
		partly: others.flatMap((utterance, index) =>
			isWanted(utterance) ? [{ utterance, words: some[index]?.words ?? [] }] : [],
		),
	};
}

/** Utterances by their numbers, in the same order. */
export async function readUtterances(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	numbers: readonly number[],
	alone: Set<string> = new Set(),
): Promise<ArchivedUtterance[]> {
	const rows = await readRows(queries, numbers);
	noteAlone(rows, alone);
	return withLines(rows, await selectLines(queries, shelves, new Set(rows.map(({ article }) => article))));
}

/** The same where their articles are known: then both are asked for at the same time. */
export async function readPlaced(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	placed: readonly Placed[],
	alone: Set<string> = new Set(),
): Promise<ArchivedUtterance[]> {
	const [rows, lines] = await Promise.all([
		readRows(
			queries,
			placed.map(({ number }) => number),
		),
		selectLines(queries, shelves, new Set(placed.map(({ article }) => article))),
	]);
	noteAlone(rows, alone);
	return withLines(rows, lines);
}

async function readRows(queries: Pick<Queries, 'all'>, numbers: readonly number[]): Promise<UtteranceRow[]> {
	if (numbers.length === 0) return [];
	return queries.all<UtteranceRow>(
		`SELECT ${utteranceColumns}
		FROM unnest(?::bigint[]) WITH ORDINALITY AS wanted (number, at) JOIN utterances AS u USING (number)
		${withSpeaker} ORDER BY wanted.at`,
		numbers,
	);
}

function withLines(
	rows: readonly UtteranceRow[],
	lines: ReadonlyMap<number, ArticleLine>,
): ArchivedUtterance[] {
	return rows.map((row) => {
		const line = lines.get(row.article);
		if (!line) throw new Error(`The archive holds utterances of an article ${row.article} that it lacks.`);
		return utteranceOf(row, line);
	});
}

export function utteranceOf(
	{ key, name, role, cue, paragraph, kind, parts, fragment }: UtteranceRow,
	article: ArticleLine,
): ArchivedUtterance {
	return {
		...{ article, speaker: name, speakerKey: key, role, cue, paragraph, kind, parts: JSON.parse(parts) },
		...(fragment === null ? {} : { fragment }),
	};
}

function sum(counts: ReadonlyMap<unknown, number>): number {
	return counts.values().reduce((total, count) => total + count, 0);
}
