import type { Read } from './read.ts';

/** Tells whether the headline, the deck or one of the sentences shown before has a word, given as a key. */
export function createTold({ all, announced }: Read): (key: string, before: readonly number[]) => boolean {
	const sets = all.map(({ keys }) => new Set(keys));
	return (key, before) => announced.has(key) || before.some((at) => sets[at]?.has(key));
}
