import type { KnownSpeaker } from '../articles.ts';
import type { Database } from './database.ts';
import { matching, mostCandidates } from './match.ts';
import type { ShelfRange } from './shelves.ts';

interface Row extends KnownSpeaker {
	readonly number: number;
}

/** A speaker `s` of one shelf, with what the same one said on the other shelf `o` that is seen. */
const joined = `s.key, s.name AS speaker, coalesce(s.role, o.role) AS role,
	s.quotes + coalesce(o.quotes, 0) AS quotes, s.number AS number`;
const withOther = 'LEFT JOIN speakers AS o ON o.key = s.key AND o.shelf = ?';
const mostQuoted = 'ORDER BY quotes DESC, number';
/** No shelf has this number. */
const none = -1;

/** The speakers quoted most. */
export function topSpeakers(
	database: Database,
	[shared, own]: readonly ShelfRange[],
	limit: number,
): KnownSpeaker[] {
	const sharedOnes = database.all<Row>(
		// Those of the shared shelf in order, without the ones that have to be added up.
		`SELECT s.key, s.name AS speaker, s.role, s.quotes, s.number AS number FROM speakers AS s
		WHERE s.shelf = ? AND NOT EXISTS (SELECT 1 FROM speakers AS o WHERE o.key = s.key AND o.shelf = ?)
		ORDER BY s.quotes DESC, s.number LIMIT ?`,
		shared?.shelf ?? none,
		own?.shelf ?? none,
		limit,
	);
	const ownOnes = own
		? database.all<Row>(
				`SELECT ${joined} FROM speakers AS s ${withOther} WHERE s.shelf = ? ${mostQuoted} LIMIT ?`,
				shared?.shelf ?? none,
				own.shelf,
				limit,
			)
		: [];
	return inOrder([...sharedOnes, ...ownOnes], limit);
}

/** Speakers with these words in their name; of more than a thousand, those added last. */
export function speakersByWords(
	database: Database,
	shelves: readonly ShelfRange[],
	words: readonly string[],
	match: 'all' | 'any',
	limit: number,
): KnownSpeaker[] {
	const rows = shelves.flatMap((range) =>
		database.all<Row>(
			`WITH found AS MATERIALIZED (
				SELECT rowid AS place FROM speaker_search
				WHERE speaker_search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ${mostCandidates}
			)
			SELECT ${joined} FROM found CROSS JOIN speakers AS s ON s.number = found.place ${withOther} ${mostQuoted} LIMIT ?`,
			matching(words, match, match === 'all'),
			range.first,
			range.last,
			shelves.find((other) => other !== range)?.shelf ?? none,
			limit,
		),
	);
	return inOrder(rows, limit);
}

/** Each speaker once, most quoted first. */
function inOrder(rows: readonly Row[], limit: number): KnownSpeaker[] {
	return [...new Map(rows.toReversed().map((row) => [row.key, row])).values()]
		.sort((a, b) => b.quotes - a.quotes || a.number - b.number)
		.slice(0, limit)
		.map(({ number: _, ...speaker }) => speaker);
}

/** The speakers of one article, by its number, as it names them. Most quoted first. */
export function speakersOfArticle(database: Database, article: number): KnownSpeaker[] {
	return database.all<KnownSpeaker>(
		`SELECT s.key, max(u.name) AS speaker, max(u.role) AS role, count(*) AS quotes
		FROM utterances AS u JOIN speakers AS s ON s.number = u.speaker
		WHERE u.article = ? GROUP BY u.speaker ORDER BY quotes DESC, min(u.number)`,
		article,
	);
}

/** More names of one first name and surname than this are hostile: they are not told apart. */
const largestFamily = 100;

/** The speakers whose keys begin with one of these and a slash, family by family. */
export function speakersOfFamilies(
	database: Database,
	shelves: readonly ShelfRange[],
	families: readonly string[],
): KnownSpeaker[] {
	const among = JSON.stringify(shelves.map(({ shelf }) => shelf));
	return [...new Set(families)].flatMap((family) => {
		// After the slash comes a zero: all keys of the family are in between. The plus keeps SQLite from scanning
		// all speakers of a shelf instead.
		const rows = database.all<KnownSpeaker>(
			`SELECT key, max(name) AS speaker, max(role) AS role, sum(quotes) AS quotes FROM speakers
			WHERE key > ? AND key < ? AND +shelf IN (SELECT value FROM json_each(?)) GROUP BY key LIMIT ?`,
			`${family}/`,
			`${family}0`,
			among,
			largestFamily + 1,
		);
		return rows.length > largestFamily ? [] : rows;
	});
}

/** How many utterances there are of each of these speakers. */
export function countsOfSpeakers(
	database: Database,
	shelves: readonly ShelfRange[],
	keys: readonly string[],
): Map<string | null, number> {
	const rows = database.all<{ key: string; quotes: number }>(
		`SELECT key, sum(quotes) AS quotes FROM speakers
		WHERE key IN (SELECT value FROM json_each(?)) AND shelf IN (SELECT value FROM json_each(?)) GROUP BY key`,
		JSON.stringify([...new Set(keys)]),
		JSON.stringify(shelves.map(({ shelf }) => shelf)),
	);
	return new Map(rows.map(({ key, quotes }) => [key, quotes]));
}
