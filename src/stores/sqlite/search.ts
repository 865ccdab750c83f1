import type { ArchivedUtterance, ArticleLine } from '../articles.ts';
import { pairMark } from '../indexed-text.ts';
import type { Searched, SearchQuery } from '../search.ts';
import type { Database } from './database.ts';
import { selectLines } from './lines.ts';
import { matching, type SearchTable } from './match.ts';
import { firstWithout, matchOf, newest, newestWithout } from './newest.ts';
import { roundTotal, type ShelfRange } from './shelves.ts';
import { readUtterances } from './utterances.ts';

/** The words of each article that is shown, one row an article under its number: of its text, and of its comments. */
export const searchTables = `
	CREATE VIRTUAL TABLE text_search USING fts5 (
		text, content = '', contentless_delete = 1, detail = none,
		tokenize = 'porter unicode61 remove_diacritics 2'
	);
	CREATE VIRTUAL TABLE comment_search USING fts5 (
		text, content = '', contentless_delete = 1, detail = none,
		tokenize = 'porter unicode61 remove_diacritics 2'
	);
`;

/** Matches that are looked at, those added last: of all, and of those that a topic or a date may leave out. */
const most = { all: 400, picked: 4_000, ofWord: 300, words: 12 };

/** Utterances with what is looked for in them or in the text around them. */
export function searchUtterances(
	database: Database,
	shelves: readonly ShelfRange[],
	query: SearchQuery,
): Searched<ArchivedUtterance> {
	const match = matchOf({ ...query, pairs: query.pairs.map((pair) => pairMark + pair) });
	const { numbers, total, more } = search(database, shelves, query, 'utterance', match, query.limit);
	return { found: readUtterances(database, shelves, numbers), total, more };
}

/** Articles with what is looked for in their text, or in their comments. */
export function searchArticles(
	database: Database,
	shelves: readonly ShelfRange[],
	part: 'text' | 'comment',
	query: SearchQuery,
): Searched<ArticleLine> {
	const { all, none, pairs } = query;
	// Where something is left out afterwards, more are needed than are shown.
	const isWhole = all.length > 0 ? pairs.length === 0 : none.length === 0;
	const wanted = isWhole ? query.limit : most.picked;
	const found =
		all.length > 0
			? search(database, shelves, query, part, matchOf({ all, pairs: [] }), wanted)
			: search(database, shelves, { ...query, none: [] }, 'pair', matching(pairs, 'all', false), wanted);
	const paired =
		all.length === 0 || pairs.length === 0
			? null
			: new Set(
					shelves.flatMap((shelf) =>
						newest(database, 'pair', matching(pairs, 'all', false), shelf, most.picked),
					),
				);
	const left = paired === null ? found.numbers : found.numbers.filter((number) => paired.has(number));
	// An article's pairs are of its text and comments together, so the part has to be asked for forbidden words.
	const isChecked = all.length === 0 && none.length > 0;
	const first = firstWithout(database, part, isChecked ? none : [], left, query.limit);
	const lines = selectLines(database, shelves, new Set(first));
	return {
		found: first.flatMap((number) => lines.get(number) ?? []),
		total: isWhole ? found.total : isChecked ? first.length : left.length,
		more: found.more || (isChecked && first.length === query.limit),
	};
}

/** Articles with some of the words in their text: those with the most and the rarest first. */
export function articlesLike(
	database: Database,
	shelves: readonly ShelfRange[],
	words: readonly string[],
	limit: number,
): ArticleLine[] {
	const total = roundTotal(database, shelves);
	const scores = new Map<number, number>();
	for (const word of [...new Set(words)].slice(0, most.words)) {
		const found = shelves.flatMap((shelf) =>
			newest(database, 'text', matching([word], 'all', false), shelf, most.ofWord),
		);
		const score = Math.log2(1 + total / Math.max(1, found.length));
		for (const number of found) scores.set(number, (scores.get(number) ?? 0) + score);
	}
	const best = [...scores].sort(([a, one], [b, other]) => other - one || b - a).slice(0, limit);
	const lines = selectLines(database, shelves, new Set(best.map(([number]) => number)));
	return best.flatMap(([number]) => lines.get(number) ?? []);
}

/** The numbers of what matches, that of the newest articles first, at most `wanted`; and how many there are. */
function search(
	database: Database,
	shelves: readonly ShelfRange[],
	{ none, topic, since, until, limit }: SearchQuery,
	table: SearchTable,
	match: string,
	wanted: number,
): { readonly numbers: readonly number[]; readonly total: number; readonly more: boolean } {
	const isPicked = topic !== undefined || since !== undefined || until !== undefined;
	const steps = limit === 0 ? 1 : isPicked ? most.picked : most.all;
	let total = 0;
	let more = false;
	const rows = shelves.flatMap(({ shelf, first, last }) => {
		const { numbers, more: isCut } = newestWithout(database, table, match, none, { first, last }, steps);
		total += numbers.length;
		more ||= isCut;
		return database.tuples<readonly [number: number, article: number, moment: number]>(
			inOrder[table === 'utterance' ? 'utterance' : 'article'],
			JSON.stringify(numbers),
			since ?? Number.MIN_SAFE_INTEGER,
			until ?? Number.MAX_SAFE_INTEGER,
			topic ?? null,
			topic ?? null,
			shelf,
			isPicked ? steps : wanted,
		);
	});
	if (shelves.length > 1)
		rows.sort(
			([number, article, moment], [other, otherArticle, otherMoment]) =>
				otherMoment - moment || otherArticle - article || number - other,
		);
	const numbers = rows.slice(0, wanted).map(([number]) => number);
	return { numbers, total: isPicked ? rows.length : total, more };
}

const picked = (
	moment: string,
	article: string,
) => `${moment} >= ? AND ${moment} < ? AND (? IS NULL OR ${article} IN (
	SELECT article FROM article_topics WHERE topic = (SELECT number FROM topics WHERE key = ? AND shelf = ?)
))`;
const inOrder = {
	utterance: `SELECT u.number, u.article, u.moment FROM json_each(?) AS f
		CROSS JOIN utterances AS u ON u.number = f.value WHERE ${picked('u.moment', 'u.article')}
		ORDER BY u.moment DESC, u.article DESC, u.number LIMIT ?`,
	article: `SELECT a.number, a.number AS article, a.moment FROM json_each(?) AS f
		CROSS JOIN articles AS a ON a.number = f.value WHERE ${picked('a.moment', 'a.number')}
		ORDER BY a.moment DESC, a.number DESC LIMIT ?`,
};
