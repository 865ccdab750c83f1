import type { LikeQuery, LikeUtterances } from '../articles.ts';
import { withEach } from './about.ts';
import type { Queries } from './database.ts';
import { scopesOf } from './scopes.ts';
import { readTotals, type ShelfRange } from './shelves.ts';
import { readUtterances } from './utterances.ts';

const most = {
	/** Words looked up. */
	words: 24,
	/** Utterances looked at for each, those added last. */
	each: 300,
};

const isWord = (word: string) => /^[\p{L}\p{N}]+$/u.test(word);

/** How many have a word: of more than are looked at, how close together they are tells how many there are. */
function aboutHowMany(numbers: readonly number[], total: number): number {
	if (numbers.length < most.each) return numbers.length;
	// Utterances are numbered as they are added, so these stand for the others.
	const across = Math.abs((numbers[0] ?? 0) - (numbers.at(-1) ?? 0)) + 1;
	return Math.max(numbers.length, (total * numbers.length) / across);
}

/** Utterances with some of many words, those with the most and the rarest of them first. One query for a scope. */
export async function utterancesLike(
	queries: Queries,
	shelves: readonly ShelfRange[],
	{ words, limit, speakers, article }: LikeQuery,
): Promise<LikeUtterances> {
	const total = Math.max(2, (await readTotals(queries, shelves)).quotes);
	const scopes = await scopesOf(queries, shelves, speakers, article);
	const asked = [...new Set(words.filter(isWord).slice(0, most.words))];
	const numbersOf = await withEach(queries, asked, scopes, most.each);
	// Among the utterances of some speakers, a word says as much as it does among those of all.
	const isAmong = scopes.some((scope) => 'among' in scope);
	const ofAll = isAmong
		? await withEach(
				queries,
				asked,
				shelves.map((shelf) => ({ shelf })),
				most.each,
			)
		: numbersOf;
	const scores = new Map<number, number>();
	const rarity = new Map<string, number>();
	for (const [index, word] of asked.entries()) {
		const found = numbersOf[index]?.flat() ?? [];
		if (found.length === 0) continue;
		const having = (ofAll[index] ?? []).reduce((sum, numbers) => sum + aboutHowMany(numbers, total), 0);
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
