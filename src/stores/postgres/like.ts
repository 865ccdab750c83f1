import type { LikeQuery, LikeUtterances } from '../articles.ts';
import { withEach } from './about.ts';
import type { CommonWords } from './common-words.ts';
import { mostOfEach, type Occurrences, occurrencesOf } from './occurrences.ts';
import type { Queries } from './queries.ts';
import { scopesOf } from './scopes.ts';
import { quotesOfEach, type ShelfRange } from './shelves.ts';
import { wordQuery } from './terms.ts';
import { readUtterances } from './utterances.ts';

const most = {
	/** Words looked up. */
	words: 24,
	/** Utterances of which it is seen whether they have the words that too many have to look all of them up. */
	seen: 240,
};

const isWord = (word: string) => /^[\p{L}\p{N}]+$/u.test(word);

/** Utterances with some of many words, those with the most and the rarest of them first. A few queries. */
export async function utterancesLike(
	queries: Queries,
	shelves: readonly ShelfRange[],
	{ words, limit, speakers, article }: LikeQuery,
	common: CommonWords,
): Promise<LikeUtterances> {
	const counted = await quotesOfEach(queries, shelves);
	const total = Math.max(
		2,
		counted.reduce((sum, { quotes }) => sum + quotes, 0),
	);
	const asked = [...new Set(words.filter(isWord).slice(0, most.words))];
	// Among the utterances of some speakers, a word says as much as it does among those of all.
	const ofAll = article === undefined ? await occurrencesOf(queries, asked, counted, common) : null;
	const isOfAll = ofAll !== null && speakers === undefined;
	const numbersOf = isOfAll
		? ofAll.map(({ numbers }) => numbers)
		: (await withEach(queries, asked, await scopesOf(queries, shelves, speakers, article), mostOfEach)).map(
				(found) => found.flat(),
			);
	const scores = new Map<number, number>();
	const rarity = new Map<string, number>();
	for (const [index, word] of asked.entries()) {
		const found = numbersOf[index] ?? [];
		const having = ofAll?.[index]?.having ?? found.length;
		// A common word has none where rarer ones say enough.
		const isThere = speakers === undefined ? having > 0 : found.length > 0;
		if (!isThere) continue;
		const score = Math.log2(1 + total / Math.max(1, having));
		rarity.set(word, score);
		for (const number of found) scores.set(number, (scores.get(number) ?? 0) + score);
	}
	if (isOfAll) await addTheOthers(queries, scores, asked, ofAll, rarity);
	const best = inOrder(scores).slice(0, limit);
	const utterances = await readUtterances(
		queries,
		shelves,
		best.map(([number]) => number),
	);
	const found = utterances
		.map((utterance, index) => ({ utterance, shared: best[index]?.[1] ?? 0 }))
		.filter(
			({ utterance: { speakerKey: key } }) =>
				speakers === undefined || (key !== null && speakers.includes(key)),
		);
	return { found, rarity };
}

const inOrder = (scores: ReadonlyMap<number, number>) =>
	[...scores].sort(([a, one], [b, other]) => other - one || b - a);

/** Adds what the words say that more utterances have than were looked up, for those that were found by other words. */
async function addTheOthers(
	queries: Queries,
	scores: Map<number, number>,
	words: readonly string[],
	occurrences: readonly Occurrences[],
	rarity: ReadonlyMap<string, number>,
): Promise<void> {
	const others = words.flatMap((word, index) => {
		const { isAll = true, numbers = [] } = occurrences[index] ?? {};
		return isAll ? [] : [{ word, says: rarity.get(word) ?? 0, known: new Set(numbers) }];
	});
	if (others.length === 0 || scores.size === 0) return;
	const rows = await queries.all<{ number: number; has: string }>(
		`WITH asked AS MATERIALIZED (
			SELECT query::tsquery AS query, at FROM unnest((SELECT ?::text[])) WITH ORDINALITY AS t (query, at)
		)
		SELECT number, (
			SELECT string_agg(CASE WHEN s.terms @@ asked.query THEN '1' ELSE '0' END, '' ORDER BY at) FROM asked
		) AS has FROM utterance_search AS s WHERE number = ANY (?::bigint[])`,
		others.map(({ word }) => wordQuery('utterance', word)),
		inOrder(scores)
			.slice(0, most.seen)
			.map(([number]) => number),
	);
	for (const { number, has } of rows) {
		const more = others.filter(({ known }, at) => has[at] === '1' && !known.has(number));
		const says = more.reduce((sum, { says }) => sum + says, scores.get(number) ?? 0);
		scores.set(number, says);
	}
}
