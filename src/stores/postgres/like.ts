import type { LikeQuery, LikeUtterances } from '../articles.ts';
import { withEach } from './about.ts';
import { mostOfEach, occurrencesOf } from './occurrences.ts';
import type { Queries } from './queries.ts';
import { scopesOf } from './scopes.ts';
import { quotesOfEach, type ShelfRange } from './shelves.ts';
import { readUtterances } from './utterances.ts';

/** Words looked up. */
const mostWords = 24;

const isWord = (word: string) => /^[\p{L}\p{N}]+$/u.test(word);

/** Utterances with some of many words, those with the most and the rarest of them first. A few queries. */
export async function utterancesLike(
	queries: Queries,
	shelves: readonly ShelfRange[],
	{ words, limit, speakers, article }: LikeQuery,
): Promise<LikeUtterances> {
	const counted = await quotesOfEach(queries, shelves);
	const total = Math.max(
		2,
		counted.reduce((sum, { quotes }) => sum + quotes, 0),
	);
	const asked = [...new Set(words.filter(isWord).slice(0, mostWords))];
	// Among the utterances of some speakers, a word says as much as it does among those of all.
	const ofAll = article === undefined ? await occurrencesOf(queries, asked, counted) : null;
	const numbersOf =
		ofAll !== null && speakers === undefined
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
	const best = [...scores].sort(([a, one], [b, other]) => other - one || b - a).slice(0, limit);
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
