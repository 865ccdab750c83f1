import { withEach } from './about.ts';
import type { Queries } from './queries.ts';
import type { ShelfRange } from './shelves.ts';
import { wordQuery } from './terms.ts';

/** Of each word, how many utterances of a shelf are looked at: those added last. */
export const mostOfEach = 300;
/** Words that more have, of which only the rarest are looked up. */
const mostCommon = 8;

/** The utterances added last, which show what words are common; in a small archive nothing takes long. */
const sample = { size: 256, ofMoreThan: 20_000 };
/** Words that so many of the sample have are common in any archive that has a sample. */
const commonFrom = 3;

/** A shelf, and how many utterances it has. */
export interface CountedShelf {
	readonly range: ShelfRange;
	readonly quotes: number;
}

/** What is known of a word. */
export interface Occurrences {
	/** Utterances that have it, those added last; none of a common word, where rarer ones say enough. */
	readonly numbers: readonly number[];
	/** About how many have it. */
	readonly having: number;
}

/** The utterances on some shelves that have each of some words. Of common words only the rarest are looked up. */
export async function occurrencesOf(
	queries: Queries,
	words: readonly string[],
	shelves: readonly CountedShelf[],
): Promise<Occurrences[]> {
	const known = new Map<string, Occurrences & { readonly isCut: boolean }>();
	const look = async (some: readonly string[]) => {
		if (some.length === 0) return;
		const scopes = shelves.map(({ range }) => ({ shelf: range }));
		for (const [index, found] of (await withEach(queries, some, scopes, mostOfEach)).entries()) {
			const counts = found.map((numbers, shelf) => aboutHowMany(numbers, shelves[shelf]?.quotes ?? 0));
			known.set(some[index] ?? '', {
				numbers: found.flat(),
				having: counts.reduce((sum, count) => sum + count, 0),
				isCut: found.some(({ length }) => length >= mostOfEach),
			});
		}
	};
	const total = shelves.reduce((sum, { quotes }) => sum + quotes, 0);
	const isLarge = total > sample.ofMoreThan;
	const expected = isLarge ? await expectedOf(queries, words, shelves) : new Map<string, number>();
	const expectedHaving = (word: string): number => expected.get(word) ?? 0;
	const leastOfCommon = (total * commonFrom) / sample.size;
	const common = isLarge ? words.filter((word) => expectedHaving(word) >= leastOfCommon) : [];
	await look(words.filter((word) => !common.includes(word)));
	const looked = [...known.values()].filter(({ isCut }) => isCut).length;
	const rarest = common.toSorted((one, other) => expectedHaving(one) - expectedHaving(other));
	await look(rarest.slice(0, Math.max(0, mostCommon - looked)));
	return words.map((word) => known.get(word) ?? { numbers: [], having: expectedHaving(word) });
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

/** How many utterances are expected to have each word, by those of each shelf that were added last. */
async function expectedOf(
	queries: Queries,
	words: readonly string[],
	shelves: readonly CountedShelf[],
): Promise<Map<string, number>> {
	const last = shelves.map(
		(_, shelf) =>
			`(SELECT ${shelf} AS shelf, terms FROM utterance_search WHERE number BETWEEN ? AND ?
			ORDER BY number DESC LIMIT ${sample.size})`,
	);
	const rows = await queries.all<{ at: number; shelf: number; share: number }>(
		`WITH newest AS MATERIALIZED (${last.join(' UNION ALL ')})
		SELECT asked.at::int AS at, shelf, count(*) FILTER (WHERE terms @@ asked.query::tsquery)::float8 / count(*) AS share
		FROM newest CROSS JOIN unnest((SELECT ?::text[])) WITH ORDINALITY AS asked (query, at) GROUP BY asked.at, shelf`,
		...shelves.flatMap(({ range }) => [range.first, range.last]),
		words.map((word) => wordQuery('utterance', word)),
	);
	const expected = new Map<string, number>();
	for (const { at, shelf, share } of rows) {
		const word = words[at - 1] ?? '';
		expected.set(word, (expected.get(word) ?? 0) + share * (shelves[shelf]?.quotes ?? 0));
	}
	return expected;
}
