import { LRUCache } from 'lru-cache';
import type { Generations } from './generations.ts';
import { nameOf, type ShelfRange } from './shelves.ts';

/** Numbers that are remembered, of all queries together. */
const most = 200_000;

/** The numbers that matched queries, as long as their shelf stays as it is. */
export interface Remembered {
	/** What matches each query, of which those are asked for that are not known. @param kind what is asked for, and how. */
	ofEach(
		range: ShelfRange,
		kind: string,
		asked: readonly string[],
		ask: (unknown: readonly string[]) => Promise<readonly (readonly number[])[]>,
	): Promise<readonly (readonly number[])[]>;
}

/** One for an archive: the parts of a quote are looked for again and again, and common pairs in most quotes. */
export function remembering(generations: Generations): Remembered {
	const known = new LRUCache<string, readonly number[]>({
		maxSize: most,
		sizeCalculation: (numbers) => numbers.length + 1,
	});
	return {
		async ofEach(range, kind, asked, ask) {
			// Taken before asking: an answer may be newer than it says, never older.
			const generation = generations.shelf(nameOf(range.server))?.generation;
			const keyOf = (query: string) => `${range.shelf} ${generation} ${kind} ${query}`;
			const found = new Map(asked.map((query) => [query, known.get(keyOf(query))]));
			const unknown = asked.filter((query) => found.get(query) === undefined);
			const answers = unknown.length === 0 ? [] : await ask(unknown);
			for (const [index, query] of unknown.entries()) {
				const numbers = answers[index] ?? [];
				found.set(query, numbers);
				known.set(keyOf(query), numbers);
			}
			return asked.map((query) => found.get(query) ?? []);
		},
	};
}
