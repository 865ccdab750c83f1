import type { ArchivedUtterance, FoundUtterances, UtteranceQuery } from '../articles.ts';
import { mostFound, withAll, withSome } from './about.ts';
import type { Queries } from './database.ts';
import { selectLines } from './lines.ts';
import { articleNumber, latest, scopesOf } from './scopes.ts';
import { pairOf, readTotals, type ShelfRange } from './shelves.ts';
import { countsOfSpeakers } from './speakers.ts';

/** Utterances of an article that are looked at. */
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
	readonly fragment: string | null;
}

/** Finds utterances on some shelves: newest article first, within an article in reading order. */
export async function findUtterances(
	queries: Queries,
	shelves: readonly ShelfRange[],
	query: UtteranceQuery,
): Promise<FoundUtterances> {
	const { speakers, article, about, limit } = query;
	if (about !== undefined) return utterancesAbout(queries, shelves, query, about);
	if (article !== undefined) {
		const found = await queries.all<Found>(
			`SELECT u.number, s.key FROM utterances AS u ${withSpeaker}
			WHERE u.article = ${articleNumber} ORDER BY u.number LIMIT ${mostOfArticle}`,
			article,
			...pairOf(shelves),
		);
		return counted(queries, shelves, ofSpeakers(found, speakers), limit, found.length === mostOfArticle);
	}
	// These counts are kept with every change, so nothing is counted here.
	const utterances = await readUtterances(queries, shelves, await latest(queries, shelves, speakers, limit));
	const keys = speakers ?? utterances.flatMap(({ speakerKey }) => speakerKey ?? []);
	const counts = await countsOfSpeakers(queries, shelves, keys);
	if (speakers !== undefined) return { utterances, counts, total: sum(counts), more: false, partly: [] };
	const totals = await readTotals(queries, shelves);
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

function ofSpeakers(found: readonly Found[], speakers: readonly string[] | undefined): readonly Found[] {
	if (speakers === undefined) return found;
	const wanted = new Set(speakers);
	return found.filter(({ key }) => key !== null && wanted.has(key));
}

async function counted(
	queries: Queries,
	shelves: readonly ShelfRange[],
	found: readonly Found[],
	limit: number,
	more: boolean,
): Promise<FoundUtterances> {
	const counts = new Map<string | null, number>();
	for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
	const numbers = found.slice(0, limit).map(({ number }) => number);
	const utterances = await readUtterances(queries, shelves, numbers);
	return { utterances, counts, total: found.length, more, partly: [] };
}

async function utterancesAbout(
	queries: Queries,
	shelves: readonly ShelfRange[],
	{ speakers, article, limit, partly = 0 }: UtteranceQuery,
	about: readonly string[],
): Promise<FoundUtterances> {
	const scopes = await scopesOf(queries, shelves, speakers, article);
	const { numbers, more } = await withAll(queries, about, scopes, limit === 0 ? 1 : mostFound);
	const found = await queries.all<Found>(
		`SELECT u.number, s.key FROM utterances AS u ${withSpeaker} WHERE u.number = ANY (?::bigint[])
		ORDER BY u.moment DESC, u.article DESC, u.number`,
		numbers,
	);
	const full = ofSpeakers(found, speakers);
	// The search for some of the words costs much more, so only where few have all.
	const some =
		full.length < partly && about.length > 1 ? await withSome(queries, about, scopes, partly, numbers) : [];
	const others = await readUtterances(
		queries,
		shelves,
		some.map(({ number }) => number),
	);
	const isWanted = ({ speakerKey: key }: ArchivedUtterance) =>
		speakers === undefined || (key !== null && speakers.includes(key));
	return {
		...(await counted(queries, shelves, full, limit, more)),
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
): Promise<ArchivedUtterance[]> {
	if (numbers.length === 0) return [];
	const rows = await queries.all<Row>(
		`SELECT u.article, s.key, u.name, u.role, u.cue, u.paragraph, u.kind, u.parts, u.fragment
		FROM unnest(?::bigint[]) WITH ORDINALITY AS wanted (number, at) JOIN utterances AS u USING (number)
		LEFT JOIN speakers AS s ON s.number = u.speaker ORDER BY wanted.at`,
		numbers,
	);
	const lines = await selectLines(queries, shelves, new Set(rows.map(({ article }) => article)));
	return rows.map(({ article, key, name, parts, fragment, ...rest }) => {
		const line = lines.get(article);
		if (!line) throw new Error(`The archive holds utterances of an article ${article} that it lacks.`);
		return {
			...{ ...rest, article: line, speaker: name, speakerKey: key, parts: JSON.parse(parts) },
			...(fragment === null ? {} : { fragment }),
		};
	});
}

function sum(counts: ReadonlyMap<unknown, number>): number {
	return counts.values().reduce((total, count) => total + count, 0);
}
