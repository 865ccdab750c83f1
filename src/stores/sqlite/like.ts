import type { ArchivedUtterance, LikeQuery, LikeUtterances } from '../articles.ts';
import type { Scope } from './about.ts';
import type { Database } from './database.ts';
import { matching, rowsMatching } from './match.ts';
import { quotesOn, type ShelfRange } from './shelves.ts';

const most = {
	/** Words looked up. */
	words: 24,
	/** Of words that more utterances have than are looked at for each, the rarest. */
	common: 8,
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
	const counted = shelves.map((range) => ({ range, quotes: quotesOn(database, range) }));
	const total = Math.max(
		2,
		counted.reduce((sum, { quotes }) => sum + quotes, 0),
	);
	const sized = scopes.map((scope) => ({ scope, size: sizeOf(scope, counted) }));
	const scores = new Map<number, number>();
	const rarity = new Map<string, number>();
	const asked = words.filter(isWord).slice(0, most.words);
	const known = [...new Set(asked)].flatMap((word) => {
		const rows = sized.map(({ scope, size }) => occurrencesOf(database, word, scope, size));
		if (rows.every(({ numbers }) => numbers.length === 0)) return [];
		const score = says(total, rows);
		rarity.set(word, score);
		return [{ word, rows, score, isCommon: rows.some(({ hasMore }) => hasMore) }];
	});
	known.sort((one, other) => other.score - one.score);
	const common = known.filter(({ isCommon }) => isCommon).slice(0, most.common);
	for (const { word, rows, score, isCommon } of [...known.filter((one) => !one.isCommon), ...common]) {
		const match = matching([word], 'all', false);
		for (const { scope, numbers, hasMore } of rows) {
			const limit = scope.among === undefined ? most.each : most.eachOfSpeakers;
			const latest =
				isCommon && hasMore ? rowsMatching(database, 'utterance', match, scope, 'DESC', limit) : numbers;
			for (const number of among(scope, latest)) scores.set(number, (scores.get(number) ?? 0) + score);
		}
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

function among({ among: wanted }: Scope, numbers: readonly number[]): readonly number[] {
	if (wanted === undefined) return numbers;
	const all = new Set<unknown>(JSON.parse(wanted));
	return numbers.filter((number) => all.has(number));
}

/** What is known of a word from those of a scope that were added first and have it. */
interface Occurrences extends Having {
	readonly scope: Scope;
	/** Whether there are more, of which those added last count. */
	readonly hasMore: boolean;
}

/** How many utterances a scope has: its shelf's, or fewer where it has fewer numbers. Speakers stand for their shelf. */
function sizeOf(
	{ from, to, among }: Scope,
	counted: readonly { readonly range: ShelfRange; readonly quotes: number }[],
): number {
	const quotes = counted.find(({ range }) => range.first <= from && to <= range.last)?.quotes ?? 0;
	return among === undefined ? Math.min(quotes, to - from + 1) : quotes;
}

/**
 * Those of a scope that have a word. Of more than are looked at, how close together they are tells how many there are.
 * @param size how many utterances the scope has.
 */
function occurrencesOf(database: Database, word: string, scope: Scope, size: number): Occurrences {
	const limit = scope.among === undefined ? most.each : most.eachOfSpeakers;
	// Upwards, which the index gives several times as fast as downwards.
	const numbers = rowsMatching(database, 'utterance', matching([word], 'all', false), scope, 'ASC', limit);
	const across = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) + 1;
	const hasMore = numbers.length === limit;
	// Utterances are numbered as they are added, so these stand for the others where there are more.
	const about = hasMore ? Math.max(numbers.length, (size * numbers.length) / across) : numbers.length;
	return { scope, numbers, about, hasMore: hasMore && scope.small !== true };
}
