/** What some, not all, of several words were found in. */
export interface WithSome {
	readonly number: number;
	readonly words: readonly string[];
}

/**
 * Of the numbers of what has each of several words, those that have some of them and not all, each with its words:
 * those with most of them first, of as many those with rarer ones, then the highest numbers, which were added last.
 * @param words a few: no more than an integer has bits.
 * @param numbersOf for each word the numbers of what has it, each once.
 * @param withAll the numbers of what has all: of a common word, these need not be among those given.
 */
export function rankedWithSome(
	words: readonly string[],
	numbersOf: readonly (readonly number[])[],
	withAll: readonly number[],
	limit: number,
): WithSome[] {
	// A bit for each word: there are hundreds of numbers, and few sets of words.
	const had = new Map<number, number>();
	for (const [index, numbers] of numbersOf.entries()) {
		for (const number of numbers) had.set(number, (had.get(number) ?? 0) | (1 << index));
	}
	for (const number of withAll) had.delete(number);
	const sets = [...Map.groupBy(had.keys(), (number) => had.get(number) ?? 0)]
		.map(([bits, numbers]) => {
			const isHad = (_: unknown, index: number) => (bits & (1 << index)) !== 0;
			const rarity = numbersOf.filter(isHad).reduce((sum, { length }) => sum + 1 / length, 0);
			return { numbers, words: words.filter(isHad), rarity };
		})
		.filter((set) => set.words.length < words.length)
		.sort(byRank);
	// Only the sets that are needed are put in order.
	const needed: typeof sets = [];
	let enough = 0;
	for (const set of sets) {
		const last = needed.at(-1);
		if (last !== undefined && enough >= limit && byRank(last, set) !== 0) break;
		needed.push(set);
		enough += set.numbers.length;
	}
	return needed
		.flatMap((set) => set.numbers.map((number) => ({ number, set })))
		.sort((a, b) => byRank(a.set, b.set) || b.number - a.number)
		.slice(0, limit)
		.map(({ number, set }) => ({ number, words: set.words }));
}

interface Ranked {
	readonly words: readonly string[];
	readonly rarity: number;
}

const byRank = (a: Ranked, b: Ranked) => b.words.length - a.words.length || b.rarity - a.rarity;
