import { LRUCache } from 'lru-cache';
import { type CommonPairs, commonPairs } from './common-pairs.ts';
import { type CommonWords, commonWords } from './common-words.ts';
import type { Generations } from './generations.ts';
import { nameOf, type ShelfRange } from './shelves.ts';

/** Numbers that are remembered, of all queries together. */
const most = 200_000;

/** What is known of shelves from questions before. */
export interface Remembered {
	readonly commonWords: CommonWords;
	readonly commonPairs: CommonPairs;
	/**
	 * What matches each query on one of some shelves as they are known to be now. To be taken before the transaction
	 * begins that asks: its answers may then be newer than what they are kept under, never older.
	 */
	now(shelves: readonly ShelfRange[]): OfEach;
	/** The families of speakers that were seen to have one name on these shelves as they are known to be now. */
	alone(shelves: readonly ShelfRange[]): Set<string>;
}

/**
 * What matches each query, of which those are asked for that are not known.
 * @param kind what is asked for, and how.
 * @returns of each query its numbers, in the order of the queries.
 */
export type OfEach = (
	range: ShelfRange,
	kind: string,
	asked: readonly string[],
	ask: (unknown: readonly string[]) => Promise<readonly (readonly number[])[]>,
) => Promise<readonly (readonly number[])[]>;

/** Families that are remembered, and of how many different shelves. */
const mostAlone = 5_000;
const mostSeen = 20;

/** One for an archive: the parts of a quote are looked for again and again, and common pairs in most quotes. */
export function remembering(generations: Generations): Remembered {
	const known = new LRUCache<string, readonly number[]>({
		maxSize: most,
		sizeCalculation: (numbers) => numbers.length + 1,
	});
	const alone = new LRUCache<string, Set<string>>({ max: mostSeen });
	const generationOf = ({ server }: ShelfRange) => generations.shelf(nameOf(server))?.generation;
	return {
		commonWords: commonWords(),
		commonPairs: commonPairs(),
		now(shelves) {
			const taken = new Map(shelves.map((range) => [range.shelf, generationOf(range)]));
			return async ({ shelf }, kind, asked, ask) => {
				const keyOf = (query: string) => `${shelf} ${taken.get(shelf)} ${kind} ${query}`;
				const found = new Map(asked.map((query) => [query, known.get(keyOf(query))]));
				const unknown = asked.filter((query) => found.get(query) === undefined);
				const answers = unknown.length === 0 ? [] : await ask(unknown);
				for (const [index, query] of unknown.entries()) {
					const numbers = answers[index] ?? [];
					found.set(query, numbers);
					known.set(keyOf(query), numbers);
				}
				return asked.map((query) => found.get(query) ?? []);
			};
		},
		alone(shelves) {
			const key = shelves.map((range) => `${range.shelf}:${generationOf(range)}`).join();
			const families = alone.get(key) ?? new Set();
			// They are asked for right after they were seen, so that nothing is lost by forgetting them.
			if (families.size > mostAlone) families.clear();
			alone.set(key, families);
			return families;
		},
	};
}
