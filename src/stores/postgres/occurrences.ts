import { withEach } from './about.ts';
import type { CommonWords } from './common-words.ts';
import type { Queries } from './queries.ts';
import type { CountedShelf } from './shelves.ts';
import { someOfEach } from './some.ts';
import { termOf, wordQuery } from './terms.ts';

/** Of each word, how many utterances of a shelf are looked at. */
export const mostOfEach = 300;
/** In a smaller archive nothing takes long, so no word counts as common; in others one that this part has. */
const isCommon = { ofMoreThan: 20_000, part: 1 / 256 };
/** Where rare words give fewer utterances than this, as many of the others, the rarest, are looked up as well. */
const few = { utterances: 120, others: 3 };

/** What is known of a word. */
export interface Occurrences {
	/** Utterances that have it: all, or where there are too many those added last, or none where other words say enough. */
	readonly numbers: readonly number[];
	readonly isAll: boolean;
	/** About how many have it. */
	readonly having: number;
}

/**
 * The utterances on some shelves that have each of some words. Words that more have than are looked at are looked up
 * only where rarer ones do not give enough; how many have them is reckoned from some.
 */
export async function occurrencesOf(
	queries: Queries,
	words: readonly string[],
	shelves: readonly CountedShelf[],
	common: CommonWords,
): Promise<Occurrences[]> {
	const total = shelves.reduce((sum, { quotes }) => sum + quotes, 0);
	const expected =
		total > isCommon.ofMoreThan
			? await expectedOf(queries, words, shelves, common, total * isCommon.part)
			: new Map<string, number>();
	const known = new Map(
		[...expected].map(([word, having]): [string, Occurrences] => [
			word,
			{ numbers: [], isAll: false, having },
		]),
	);
	const rare = words.filter((word) => !known.has(word));
	for (const [index, one] of (await occurrencesOfRare(queries, rare, shelves)).entries())
		known.set(rare[index] ?? '', one);
	const found = new Set(known.values().flatMap(({ numbers }) => numbers));
	if (found.size < few.utterances) {
		const others = [...known]
			.filter(([, { isAll }]) => !isAll)
			.sort(([, one], [, other]) => one.having - other.having)
			.slice(0, few.others);
		const scopes = shelves.map(({ range }) => ({ shelf: range }));
		const newest = await withEach(
			queries,
			others.map(([word]) => word),
			scopes,
			mostOfEach,
		);
		for (const [index, [word, one]] of others.entries())
			known.set(word, { ...one, numbers: newest[index]?.flat() ?? [] });
	}
	return words.map((word) => known.get(word) ?? { numbers: [], isAll: true, having: 0 });
}

/** The same of words that are not known to be common, from those utterances alone that are found first. */
async function occurrencesOfRare(
	queries: Queries,
	words: readonly string[],
	shelves: readonly CountedShelf[],
): Promise<Occurrences[]> {
	const found = words.map(() => ({ numbers: [] as number[], isAll: true, having: 0 }));
	const asked = words.map((word) => wordQuery('utterance', word));
	for (const { range, quotes } of shelves) {
		const ofEach = await someOfEach(queries, 'utterance', asked, range, mostOfEach);
		for (const [index, numbers] of ofEach.entries()) {
			const one = found[index];
			if (one === undefined) continue;
			one.numbers.push(...numbers);
			if (numbers.length === mostOfEach) one.isAll = false;
			one.having += aboutHowMany(numbers, range.first, quotes);
		}
	}
	return found.map((one) => (one.isAll ? one : { ...one, numbers: [] }));
}

/**
 * How many utterances of a shelf have a word: those found first lie where the shelf begins, so how far they reach tells
 * how many there are.
 * @param quotes how many utterances the shelf has.
 */
function aboutHowMany(numbers: readonly number[], first: number, quotes: number): number {
	if (numbers.length < mostOfEach) return numbers.length;
	const across = Math.max(...numbers) - first;
	return Math.max(numbers.length, (quotes * numbers.length) / across);
}

/** How many utterances are expected to have each of those words that at least so many have. */
async function expectedOf(
	queries: Queries,
	words: readonly string[],
	shelves: readonly CountedShelf[],
	common: CommonWords,
	least: number,
): Promise<Map<string, number>> {
	const expected = new Map<string, number>();
	for (const shelf of shelves) {
		if (shelf.quotes === 0) continue;
		const parts = await common.on(queries, shelf);
		for (const word of words) {
			const part = parts.get(termOf('utterance', word));
			if (part !== undefined) expected.set(word, (expected.get(word) ?? 0) + part * shelf.quotes);
		}
	}
	return new Map([...expected].filter(([, having]) => having >= least));
}
