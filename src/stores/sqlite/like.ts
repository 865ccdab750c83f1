import type { ArchivedUtterance, LikeQuery, LikeUtterances } from '../articles.ts';
import type { Scope } from './about.ts';
import type { Database } from './database.ts';
import { matching } from './match.ts';
import { readTotals, type ShelfRange } from './shelves.ts';

const most = {
	/** Words looked up. */
	words: 24,
	/** Utterances looked at for each, those added last. */
	each: 300,
	/** Of these, where only some speakers' count. */
	eachOfSpeakers: 3_000,
};

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
	const asked = words.filter(isWord);
	for (const word of new Set(asked.slice(0, most.words))) {
		const rows = scopes.map((scope) => having(database, word, scope, total));
		const found = rows.flatMap(({ numbers }) => numbers);
		if (found.length === 0) continue;
		const score = says(total, rows);
		rarity.set(word, score);
		for (const number of found) scores.set(number, (scores.get(number) ?? 0) + score);
	}
	const best = [...scores].sort(([a, one], [b, other]) => other - one || b - a).slice(0, limit);
	const utterances = read(best.map(([number]) => number));
	const found = utterances.map((utterance, index) => ({ utterance, shared: best[index]?.[1] ?? 0 }));
	return { found, rarity };
}

interface Having {
	/** Some of those that have a word. */
	readonly numbers: readonly number[];
	/** About how many have it. */
	readonly about: number;
}

const isWord = (word: string) => /^[\p{L}\p{N}]+$/u.test(word);

/** In bits, what a word says. */
function says(total: number, rows: readonly Having[]): number {
	const having = rows.reduce((sum, { about }) => sum + about, 0);
	return Math.log2(1 + total / Math.max(1, having));
}

/** Those of a scope that have a word. Of more than are looked at, how close together they are tells how many there are. */
function having(database: Database, word: string, scope: Scope, total: number): Having {
	const { from, to, among, small } = scope;
	const limit = among === undefined ? most.each : most.eachOfSpeakers;
	// As one value, since a row for each costs far more than finding them.
	const row = database.get<{ numbers: string }>(
		`SELECT json_group_array(number) AS numbers FROM (SELECT rowid AS number FROM utterance_search
		WHERE utterance_search MATCH ? AND rowid >= ? AND rowid <= ? ORDER BY rowid ${small ? 'ASC' : 'DESC'} LIMIT ?)`,
		matching([word], 'all', false),
		from,
		to,
		limit,
	);
	const all = JSON.parse(row?.numbers ?? '[]') as number[];
	if (all.length === 0) return { numbers: [], about: 0 };
	// Utterances are numbered as they are added, so these stand for the others where there are more.
	const across = Math.abs((all[0] ?? 0) - (all.at(-1) ?? 0)) + 1;
	const about = all.length < limit ? all.length : Math.max(all.length, (total * all.length) / across);
	if (among === undefined) return { numbers: all, about };
	const wanted = new Set<unknown>(JSON.parse(among));
	return { numbers: all.filter((number) => wanted.has(number)), about };
}
