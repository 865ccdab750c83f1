import type { KnownSpeaker } from '../articles.ts';
import { countedNames } from './counted.ts';
import type { Database } from './database.ts';
import { pairOf, type ShelfRange } from './shelves.ts';

/** The speakers quoted most, and those found by words: most quoted first, then those added first. */
export const speakers = countedNames({
	name: 'speakers',
	search: 'speaker_search',
	alone: 'c.key, c.name AS speaker, c.role AS role, c.quotes AS quotes',
	added: `c.key, c.name AS speaker, coalesce(c.role, o.role) AS role,
		c.quotes + coalesce(o.quotes, 0) AS quotes`,
	rowOf: ([key, speaker, role, quotes]: readonly [string, string, string | null, number]): KnownSpeaker => {
		return { key, speaker, role, quotes };
	},
	order: 'quotes DESC, c.number',
	compare: (a, b) => b.quotes - a.quotes,
});

/** The speakers of one article, as it names them. Most quoted first. */
export function speakersOfArticle(
	database: Database,
	shelves: readonly ShelfRange[],
	article: string,
): KnownSpeaker[] {
	return database.all<KnownSpeaker>(
		`SELECT s.key, max(u.name) AS speaker, max(u.role) AS role, count(*) AS quotes
		FROM utterances AS u JOIN speakers AS s ON s.number = u.speaker
		WHERE u.article = (SELECT number FROM articles WHERE id = ? AND shelf IN (?, ?))
		GROUP BY u.speaker ORDER BY quotes DESC, min(u.number)`,
		article,
		...pairOf(shelves),
	);
}

/** More names of one first name and surname than this are hostile: they are not told apart. */
const largestFamily = 100;

/** A question about as many names as an answer has gives fewer rows than this, unless one family is large. */
const fewRows = 1_000;

/** The speakers whose keys begin with one of these and a slash, family by family. */
export function speakersOfFamilies(
	database: Database,
	shelves: readonly ShelfRange[],
	families: readonly string[],
	alone: 'given' | 'left out' = 'given',
): KnownSpeaker[] {
	const seen = pairOf(shelves);
	const asked = JSON.stringify([...new Set(families)]);
	const wanted =
		alone === 'given'
			? asked
			: (database.get<{ several: string }>(withSeveral, asked, ...seen)?.several ?? '[]');
	if (wanted === '[]') return [];
	const few = database.all<Member>(`${members} LIMIT ${fewRows}`, wanted, ...seen);
	const rows =
		few.length < fewRows ? few : database.all<Member>(membersOfSmallOnes, wanted, ...seen, ...seen);
	return [...Map.groupBy(rows, ({ family }) => family).values()].flatMap((family) => {
		// Most names have nobody to be joined with.
		if (family.length === 1) return addedUp(family);
		const names = [...Map.groupBy(family, ({ key }) => key).values()].map(addedUp);
		return names.length > largestFamily ? [] : names.sort((a, b) => (a.key < b.key ? -1 : 1));
	});
}

interface Member extends KnownSpeaker {
	readonly family: number;
}

/**
 * After the slash comes a zero, so all keys of a family are between the two. The plus keeps SQLite from scanning all
 * speakers of a shelf instead.
 */
const members = `SELECT wanted.key AS family, s.key, s.name AS speaker, s.role, s.quotes
	FROM json_each(?) AS wanted
	CROSS JOIN speakers AS s ON s.key > wanted.value || '/' AND s.key < wanted.value || '0'
	WHERE +s.shelf IN (?, ?)`;
/** The same without families that are too large on both shelves together. */
const membersOfSmallOnes = `${members} AND (
	SELECT 1 FROM speakers AS o WHERE o.key > wanted.value || '/' AND o.key < wanted.value || '0'
		AND +o.shelf IN (?, ?) LIMIT 1 OFFSET ${2 * largestFamily}
) IS NULL`;

/** Those of some families that have a second row, as JSON: an index tells, and most have only one. */
const withSeveral = `SELECT json_group_array(wanted.value) AS several FROM json_each(?) AS wanted
	WHERE (
		SELECT 1 FROM speakers AS s WHERE s.key > wanted.value || '/' AND s.key < wanted.value || '0'
			AND +s.shelf IN (?, ?) LIMIT 1 OFFSET 1
	) IS NOT NULL`;

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
export function countsOfSpeakers(
	database: Database,
	shelves: readonly ShelfRange[],
	keys: readonly string[],
): Map<string | null, number> {
	const rows = database.all<{ key: string; quotes: number }>(
		`SELECT key, sum(quotes) AS quotes FROM speakers
		WHERE key IN (SELECT value FROM json_each(?)) AND shelf IN (?, ?) GROUP BY key`,
		JSON.stringify([...new Set(keys)]),
		...pairOf(shelves),
	);
	return new Map(rows.map(({ key, quotes }) => [key, quotes]));
}
