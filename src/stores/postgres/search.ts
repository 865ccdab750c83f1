import type { ArchivedUtterance, ArticleLine } from '../articles.ts';
import { pairMark, type SearchKind } from '../indexed-text.ts';
import type { Searched, SearchQuery, SearchTerms } from '../search.ts';
import { selectLines } from './lines.ts';
import { among, newest, newestOfEach } from './newest.ts';
import type { Queries } from './queries.ts';
import { roundTotal, type ShelfRange } from './shelves.ts';
import { matching, wordQuery } from './terms.ts';
import { type Placed, readPlaced } from './utterances.ts';

/** Matches that are looked at, those added last: of all, and of those that a topic or a date may leave out. */
const most = { all: 400, picked: 4_000, ofWord: 300, words: 12 };

/** The words and pairs of a search as a tsquery. */
function matchOf(kind: SearchKind, { all, none, pairs }: SearchTerms): string {
	const rows = [
		...all.map((row) => `(${matching(kind, row, 'any')})`),
		...pairs.map((pair) => wordQuery(kind, pair)),
	];
	const wanted = [...new Set(rows)].join(' & ');
	return none.length === 0 ? wanted : `(${wanted}) & !(${matching(kind, none, 'any')})`;
}

/** Utterances with what is looked for in them or in the text around them. */
export async function searchUtterances(
	queries: Queries,
	shelves: readonly ShelfRange[],
	query: SearchQuery,
): Promise<Searched<ArchivedUtterance>> {
	const match = matchOf('utterance', { ...query, pairs: query.pairs.map((pair) => pairMark + pair) });
	const { found, more } = await search(queries, shelves, query, 'utterance', match);
	return {
		found: await readPlaced(queries, shelves, found.slice(0, query.limit)),
		total: found.length,
		more,
	};
}

/** Articles with what is looked for in their text, or in their comments. */
export async function searchArticles(
	queries: Queries,
	shelves: readonly ShelfRange[],
	part: 'text' | 'comment',
	query: SearchQuery,
): Promise<Searched<ArticleLine>> {
	const { all, none, pairs } = query;
	const { found, more } =
		all.length > 0
			? await search(queries, shelves, query, part, matchOf(part, { all, none, pairs: [] }))
			: await search(queries, shelves, query, 'pair', matching('pair', pairs, 'all'));
	const numbers = found.map(({ number }) => number);
	// Those that were found are few, so each is looked at.
	const having = async (kind: SearchKind, match: string) =>
		new Set(await among(queries, kind, match, numbers));
	const paired =
		all.length === 0 || pairs.length === 0 ? null : await having('pair', matching('pair', pairs, 'all'));
	const forbidden =
		all.length > 0 || none.length === 0 ? null : await having(part, matching(part, none, 'any'));
	const wanted = numbers.filter(
		(number) => (paired?.has(number) ?? true) && !(forbidden?.has(number) ?? false),
	);
	const first = wanted.slice(0, query.limit);
	const lines = await selectLines(queries, shelves, new Set(first));
	return { found: first.flatMap((number) => lines.get(number) ?? []), total: wanted.length, more };
}

/** Articles with some of the words in their text: those with the most and the rarest first. */
export async function articlesLike(
	queries: Queries,
	shelves: readonly ShelfRange[],
	words: readonly string[],
	limit: number,
): Promise<ArticleLine[]> {
	const scores = new Map<number, number>();
	const asked = [...new Set(words)].slice(0, most.words);
	const numbersOf = asked.map((): number[] => []);
	const queried = asked.map((word) => wordQuery('text', word));
	// Asked together with the beginning of the transaction: nothing here waits for anything else.
	const [total, ...found] = await Promise.all([
		roundTotal(queries, shelves),
		...shelves.map((range) => newestOfEach(queries, 'text', queried, range, most.ofWord)),
	]);
	for (const ofEach of found)
		for (const [index, numbers] of ofEach.entries()) numbersOf[index]?.push(...numbers);
	for (const numbers of numbersOf) {
		const score = Math.log2(1 + total / Math.max(1, numbers.length));
		for (const number of numbers) scores.set(number, (scores.get(number) ?? 0) + score);
	}
	const best = [...scores].sort(([a, one], [b, other]) => other - one || b - a).slice(0, limit);
	const lines = await selectLines(queries, shelves, new Set(best.map(([number]) => number)));
	return best.flatMap(([number]) => lines.get(number) ?? []);
}

/** What matches, that of the newest articles first. */
async function search(
	queries: Queries,
	shelves: readonly ShelfRange[],
	{ topic, since, until, limit }: SearchQuery,
	kind: 'utterance' | 'text' | 'comment' | 'pair',
	match: string,
): Promise<{ readonly found: readonly Placed[]; readonly more: boolean }> {
	const isPicked = topic !== undefined || since !== undefined || until !== undefined;
	const steps = limit === 0 ? 1 : isPicked ? most.picked : most.all;
	let more = false;
	const rows: (Placed & { readonly moment: number })[] = [];
	for (const range of shelves) {
		const numbers = await newest(queries, kind, match, range, steps);
		if (numbers.length === steps) more = true;
		if (numbers.length === 0) continue;
		rows.push(
			...(await queries.all<(typeof rows)[number]>(
				inOrder[kind === 'utterance' ? 'utterance' : 'article'],
				numbers,
				since ?? Number.MIN_SAFE_INTEGER,
				until ?? Number.MAX_SAFE_INTEGER,
				topic ?? null,
				topic ?? null,
				range.shelf,
			)),
		);
	}
	if (shelves.length > 1)
		rows.sort((a, b) => b.moment - a.moment || b.article - a.article || a.number - b.number);
	return { found: rows, more };
}

const picked = (
	moment: string,
	article: string,
) => `${moment} >= ? AND ${moment} < ? AND (?::text IS NULL OR EXISTS (
	SELECT 1 FROM article_topics AS x JOIN topics AS t ON t.number = x.topic
	WHERE x.article = ${article} AND t.key = ? AND t.shelf = ?
))`;
const inOrder = {
	utterance: `SELECT u.number, u.article, u.moment FROM utterances AS u
		WHERE u.number = ANY (?::bigint[]) AND ${picked('u.moment', 'u.article')}
		ORDER BY u.moment DESC, u.article DESC, u.number`,
	article: `SELECT a.number, a.number AS article, a.moment FROM articles AS a
		WHERE a.number = ANY (?::bigint[]) AND ${picked('a.moment', 'a.number')}
		ORDER BY a.moment DESC, a.number DESC`,
};
