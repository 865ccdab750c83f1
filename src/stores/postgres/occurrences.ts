import { withEach } from './about.ts';
import type { CommonWords } from './common-words.ts';
import type { Queries } from './queries.ts';
import type { CountedShelf } from './shelves.ts';
import { termOf } from './terms.ts';

/** Of each word, how many utterances of a shelf are looked at: those added last. */
export const mostOfEach = 300;
/** In a smaller archive nothing takes long, so no word counts as common; in others one that this part has. */
const isCommon = { ofMoreThan: 20_000, part: 1 / 256 };
/** Where rare words give fewer utterances than this, as many of the common ones, the rarest, are looked up as well. */
const few = { utterances: 120, common: 8 };

/** What is known of a word. */
export interface Occurrences {
	/** Utterances that have it, those added last; none of a common word where rarer ones say enough. */
	readonly numbers: readonly number[];
	/** Whether these are all that have it. */
	readonly isAll: boolean;
	/** About how many have it. */
	readonly having: number;
}

/**
 * The utterances on some shelves that have each of some words. Common words are looked up only where rarer ones do not
 * give enough; how many have them is reckoned from those added last.
 */
export async function occurrencesOf(
	queries: Queries,
	words: readonly string[],
	shelves: readonly CountedShelf[],
	common: CommonWords,
): Promise<Occurrences[]> {
	const known = new Map<string, Occurrences>();
	const look = async (some: readonly string[]) => {
		if (some.length === 0) return;
		const scopes = shelves.map(({ range }) => ({ shelf: range }));
		for (const [index, found] of (await withEach(queries, some, scopes, mostOfEach)).entries()) {
			const counts = found.map((numbers, shelf) => aboutHowMany(numbers, shelves[shelf]?.quotes ?? 0));
			known.set(some[index] ?? '', {
				numbers: found.flat(),
				isAll: found.every(({ length }) => length < mostOfEach),
				having: counts.reduce((sum, count) => sum + count, 0),
			});
		}
	};
	const total = shelves.reduce((sum, { quotes }) => sum + quotes, 0);
	const expected =
		total > isCommon.ofMoreThan
			? await expectedOf(queries, words, shelves, common, total * isCommon.part)
			: new Map<string, number>();
	await look(words.filter((word) => !expected.has(word)));
	const rarest = [...expected].toSorted(([, one], [, other]) => one - other).map(([word]) => word);
	const found = new Set(known.values().flatMap(({ numbers }) => numbers));
	if (found.size < few.utterances) await look(rarest.slice(0, few.common));
	return words.map(
		(word) => known.get(word) ?? { numbers: [], isAll: false, having: expected.get(word) ?? 0 },
	);
}

/**
 * How many utterances of a shelf have a word: of more than are looked at, how close together they are tells how many
 * there are.
 * @param quotes how many utterances the shelf has.
 */
function aboutHowMany(numbers: readonly number[], quotes: number): number {
	if (numbers.length < mostOfEach) return numbers.length;
	// Utterances are numbered as they are added, so these stand for the others.
	const across = Math.abs((numbers[0] ?? 0) - (numbers.at(-1) ?? 0)) + 1;
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
