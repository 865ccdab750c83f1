import { withEach } from './about.ts';
import type { Queries } from './database.ts';
import type { ShelfRange } from './shelves.ts';
import { wordQuery } from './terms.ts';

export const most = {
	/** Of words that more utterances have than are looked at for each, the rarest. */
	common: 8,
	/** Utterances looked at for each, those added last. */
	each: 300,
};

/** The utterances added last, which show what words are common; in a small archive nothing takes long. */
const sample = { size: 256, ofMoreThan: 20_000 };
/** Words that so many of the sample have are common in any archive that has a sample. */
const commonFrom = 3;

/** What is known of a word. */
export interface Sounded {
	/** Utterances that have it, those added last; none of a common word, where rarer ones say enough. */
	readonly numbers: readonly number[];
	/** About how many have it. */
	readonly having: number;
}

/**
 * The utterances on some shelves that have each of some words. Of common words only the rarest are looked up.
 * @param total how many utterances there are.
 */
export async function sound(
	queries: Queries,
	words: readonly string[],
	shelves: readonly ShelfRange[],
	total: number,
): Promise<Sounded[]> {
	const known = new Map<string, Sounded>();
	const look = async (some: readonly string[]) => {
		if (some.length === 0) return;
		const scopes = shelves.map((shelf) => ({ shelf }));
		for (const [index, found] of (await withEach(queries, some, scopes, most.each)).entries()) {
			const having = found.reduce((sum, numbers) => sum + aboutHowMany(numbers, total), 0);
			known.set(some[index] ?? '', { numbers: found.flat(), having });
		}
	};
	const shares = total > sample.ofMoreThan ? await sharesOf(queries, words, shelves) : new Map();
	const shareOf = (word: string): number => shares.get(word) ?? 0;
	const common = words.filter((word) => shareOf(word) >= commonFrom / sample.size);
	await look(words.filter((word) => !common.includes(word)));
	const looked = [...known.values()].filter(({ numbers }) => numbers.length >= most.each).length;
	const rarest = common.toSorted((one, other) => shareOf(one) - shareOf(other));
	await look(rarest.slice(0, Math.max(0, most.common - looked)));
	return words.map((word) => known.get(word) ?? { numbers: [], having: shareOf(word) * total });
}

/** How many have a word: of more than are looked at, how close together they are tells how many there are. */
function aboutHowMany(numbers: readonly number[], total: number): number {
	if (numbers.length < most.each) return numbers.length;
	// Utterances are numbered as they are added, so these stand for the others.
	const across = Math.abs((numbers[0] ?? 0) - (numbers.at(-1) ?? 0)) + 1;
	return Math.max(numbers.length, (total * numbers.length) / across);
}

/** Which part of the sample has each word. */
async function sharesOf(
	queries: Queries,
	words: readonly string[],
	shelves: readonly ShelfRange[],
): Promise<Map<string, number>> {
	const last = shelves.map(
		() =>
			`(SELECT terms FROM utterance_search WHERE number BETWEEN ? AND ? ORDER BY number DESC LIMIT ${sample.size})`,
	);
	const rows = await queries.all<{ at: number; share: number }>(
		`WITH newest AS MATERIALIZED (${last.join(' UNION ALL ')})
		SELECT asked.at::int AS at, (
			SELECT count(*) FILTER (WHERE terms @@ asked.query::tsquery)::float8 / greatest(count(*), 1) FROM newest
		) AS share FROM unnest((SELECT ?::text[])) WITH ORDINALITY AS asked (query, at)`,
		...shelves.flatMap(({ first, last }) => [first, last]),
		words.map((word) => wordQuery('utterance', word)),
	);
	return new Map(rows.map(({ at, share }) => [words[at - 1] ?? '', share]));
}
