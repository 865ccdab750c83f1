import type { ArchivedUtterance, LikeQuery, LikeUtterances } from '../articles.ts';
import type { Scope } from './about.ts';
import type { Database } from './database.ts';
import { matching } from './match.ts';
import { readTotals, type ShelfRange } from './shelves.ts';

/** Words looked up; utterances looked at for each, those added last. */
const most = { words: 24, each: 300 };

/**
 * Utterances with some of many words, those with the most and the rarest of them first. The cost is one bounded
 * query for each word.
 */
export function utterancesLike(
	database: Database,
	shelves: readonly ShelfRange[],
	{ words, limit }: LikeQuery,
	scopes: readonly Scope[],
	read: (numbers: readonly number[]) => readonly ArchivedUtterance[],
): LikeUtterances {
	const total = Math.max(2, readTotals(database, shelves).quotes);
	const scores = new Map<number, number>();
	const rarity = new Map<string, number>();
	const asked = words.filter((word) => /^[\p{L}\p{N}]+$/u.test(word));
	for (const word of new Set(asked.slice(0, most.words))) {
		const found = scopes.flatMap(({ from, to, among, small }) => {
			const wanted = among === undefined ? null : new Set<unknown>(JSON.parse(among));
			const rows = database.all<{ number: number }>(
				`SELECT rowid AS number FROM utterance_search
				WHERE utterance_search MATCH ? AND rowid >= ? AND rowid <= ? ORDER BY rowid ${small ? 'ASC' : 'DESC'} LIMIT ?`,
				matching([word], 'all', false),
				from,
				to,
				wanted ? 10 * most.each : most.each,
			);
			const numbers = rows.map(({ number }) => number);
			return wanted ? numbers.filter((number) => wanted.has(number)) : numbers;
		});
		if (found.length === 0) continue;
		const score = Math.log2(1 + total / found.length);
		rarity.set(word, score);
		for (const number of found) scores.set(number, (scores.get(number) ?? 0) + score);
	}
	const best = [...scores].sort(([a, one], [b, other]) => other - one || b - a).slice(0, limit);
	const utterances = read(best.map(([number]) => number));
	const found = utterances.map((utterance, index) => ({ utterance, shared: best[index]?.[1] ?? 0 }));
	return { found, rarity };
}
