import type { KnownSpeaker } from '../articles.ts';
import { countedNames } from './counted.ts';
import type { Queries } from './queries.ts';
import { pairOf, type ShelfRange } from './shelves.ts';

/** The speakers quoted most, and those found by words: most quoted first, then those added first. */
export const speakers = countedNames<KnownSpeaker>({
	name: 'speakers',
	kind: 'speaker',
	alone: 'c.key, c.name AS speaker, c.role AS role, c.quotes AS quotes',
	added: `c.key, c.name AS speaker, coalesce(c.role, o.role) AS role,
		c.quotes + coalesce(o.quotes, 0) AS quotes`,
	order: 'quotes DESC, c.number',
	compare: (a, b) => b.quotes - a.quotes,
});

/** The speakers of one article, as it names them. Most quoted first. */
export function speakersOfArticle(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	article: string,
): Promise<KnownSpeaker[]> {
	return queries.all<KnownSpeaker>(
		`SELECT s.key, max(u.name) AS speaker, max(u.role) AS role, count(*) AS quotes
		FROM utterances AS u JOIN speakers AS s ON s.number = u.speaker
		WHERE u.article = (SELECT number FROM articles WHERE id = ? AND shelf IN (?, ?))
		GROUP BY u.speaker, s.key ORDER BY quotes DESC, min(u.number)`,
		article,
		...pairOf(shelves),
	);
}

/** More names of one first name and surname than this are hostile: they are not told apart. */
const largestFamily = 100;

interface Member extends KnownSpeaker {
	readonly family: number;
}

const wanted = 'unnest(?::text[]) WITH ORDINALITY';

/** Those that have a second row: an index tells, and most have only one. */
const withSeveral = `(
	SELECT key, at FROM ${wanted} AS each (key, at) WHERE EXISTS (
		SELECT 1 FROM speakers AS s WHERE s.key > each.key || '/' AND s.key < each.key || '0' AND s.shelf IN (?, ?) OFFSET 1
	) OFFSET 0
)`;

/** The speakers whose keys begin with one of these and a slash, family by family. */
export async function speakersOfFamilies(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	families: readonly string[],
	alone: 'given' | 'left out' = 'given',
): Promise<KnownSpeaker[]> {
	// After the slash comes a zero, so all keys of a family are between the two. Two shelves may have each name twice.
	const rows = await queries.all<Member>(
		`SELECT wanted.at AS family, s.key, s.name AS speaker, s.role, s.quotes
		FROM ${alone === 'given' ? wanted : withSeveral} AS wanted (key, at) CROSS JOIN LATERAL (
			SELECT key, name, role, quotes FROM speakers
			WHERE key > wanted.key || '/' AND key < wanted.key || '0' AND shelf IN (?, ?)
			ORDER BY key, shelf LIMIT ${2 * largestFamily + 2}
		) AS s ORDER BY wanted.at`,
		[...new Set(families)],
		...(alone === 'given' ? [] : pairOf(shelves)),
		...pairOf(shelves),
	);
	return [...Map.groupBy(rows, ({ family }) => family).values()].flatMap((family) => {
		const names = [...Map.groupBy(family, ({ key }) => key).values()].map(addedUp);
		return names.length > largestFamily ? [] : names.sort((a, b) => (a.key < b.key ? -1 : 1));
	});
}

/** One speaker of the rows that two shelves have of it. */
function addedUp(rows: readonly KnownSpeaker[]): KnownSpeaker {
	const [first] = rows;
	if (first && rows.length === 1) {
		const { key, speaker, role, quotes } = first;
		return { key, speaker, role, quotes };
	}
	const last = (texts: readonly string[]) => texts.toSorted().at(-1);
	return {
		key: first?.key ?? '',
		speaker: last(rows.map(({ speaker }) => speaker)) ?? '',
		role: last(rows.flatMap(({ role }) => role ?? [])) ?? null,
		quotes: rows.reduce((sum, { quotes }) => sum + quotes, 0),
	};
}

/** How many utterances there are of each of these speakers. */
export async function countsOfSpeakers(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	keys: readonly string[],
): Promise<Map<string | null, number>> {
	const rows = await queries.all<{ key: string; quotes: number }>(
		`SELECT key, sum(quotes) AS quotes FROM speakers WHERE key = ANY (?::text[]) AND shelf IN (?, ?) GROUP BY key`,
		[...new Set(keys)],
		...pairOf(shelves),
	);
	return new Map(rows.map(({ key, quotes }) => [key, quotes]));
}
