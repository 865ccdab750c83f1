import type { KnownTopic } from '../articles.ts';
import type { Database } from './database.ts';
import { matching, mostCandidates } from './match.ts';
import type { ShelfRange } from './shelves.ts';

/** A topic `t` of one shelf, with the articles on the same one on the other shelf `o` that is seen. */
const joined = 't.key, t.name AS topic, t.articles + coalesce(o.articles, 0) AS articles';
const withOther = 'LEFT JOIN topics AS o ON o.key = t.key AND o.shelf = ?';
const commonest = 'ORDER BY articles DESC, t.key';
/** No shelf has this number. */
const none = -1;

/** The topics with most articles. */
export function topTopics(
	database: Database,
	[shared, own]: readonly ShelfRange[],
	limit: number,
): KnownTopic[] {
	const sharedOnes = database.all<KnownTopic>(
		// Those of the shared shelf in order, without the ones that have to be added up.
		`SELECT t.key, t.name AS topic, t.articles FROM topics AS t
		WHERE t.shelf = ? AND NOT EXISTS (SELECT 1 FROM topics AS o WHERE o.key = t.key AND o.shelf = ?)
		ORDER BY t.articles DESC, t.key LIMIT ?`,
		shared?.shelf ?? none,
		own?.shelf ?? none,
		limit,
	);
	const ownOnes = own
		? database.all<KnownTopic>(
				`SELECT ${joined} FROM topics AS t ${withOther} WHERE t.shelf = ? ${commonest} LIMIT ?`,
				shared?.shelf ?? none,
				own.shelf,
				limit,
			)
		: [];
	return inOrder([...sharedOnes, ...ownOnes], limit);
}

/** Topics with these words in their name; of more than a thousand, those added last. */
export function topicsByWords(
	database: Database,
	shelves: readonly ShelfRange[],
	words: readonly string[],
	match: 'all' | 'any',
	limit: number,
): KnownTopic[] {
	const rows = shelves.flatMap((range) =>
		database.all<KnownTopic>(
			`WITH found AS MATERIALIZED (
				SELECT rowid AS place FROM topic_search
				WHERE topic_search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ${mostCandidates}
			)
			SELECT ${joined} FROM found CROSS JOIN topics AS t ON t.number = found.place ${withOther} ${commonest} LIMIT ?`,
			matching(words, match, match === 'all'),
			range.first,
			range.last,
			shelves.find((other) => other !== range)?.shelf ?? none,
			limit,
		),
	);
	return inOrder(rows, limit);
}

/** One topic, counted over the shelves. */
export function topicOfKey(
	database: Database,
	shelves: readonly ShelfRange[],
	key: string,
): KnownTopic | null {
	const rows = shelves.flatMap(({ shelf }) =>
		database.all<KnownTopic>(
			'SELECT key, name AS topic, articles FROM topics WHERE key = ? AND shelf = ?',
			key,
			shelf,
		),
	);
	const [first] = rows;
	return first ? { ...first, articles: rows.reduce((sum, { articles }) => sum + articles, 0) } : null;
}

/** Each topic once, under the name of the shared shelf; most articles first, then by folded name. */
function inOrder(rows: readonly KnownTopic[], limit: number): KnownTopic[] {
	return [...new Map(rows.toReversed().map((row) => [row.key, row])).values()]
		.sort((a, b) => b.articles - a.articles || (a.key < b.key ? -1 : 1))
		.slice(0, limit);
}
