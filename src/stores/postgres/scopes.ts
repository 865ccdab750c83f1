import type { Queries } from './queries.ts';
import { pairOf, type ShelfRange } from './shelves.ts';

/** Where utterances are looked for: on a whole shelf, between two numbers, or among those of a list. */
export type Scope =
	| { readonly shelf: ShelfRange }
	| { readonly from: number; readonly to: number }
	| { readonly among: readonly number[] };

/** Of many speakers' utterances, how many are looked at in all, and at least how many of each. */
const mostOfSpeakers = { all: 2_000, each: 80 };

export const articleNumber = '(SELECT number FROM articles WHERE id = ? AND shelf IN (?, ?))';

/** Where to look: on each shelf in what is asked for; nowhere where there is nothing. */
export async function scopesOf(
	queries: Queries,
	shelves: readonly ShelfRange[],
	speakers?: readonly string[],
	article?: string,
): Promise<readonly Scope[]> {
	if (article !== undefined) {
		// An article's utterances were added together, so their numbers are consecutive.
		const ends = await queries.get<{ from: number | null; to: number | null }>(
			`SELECT min(number) AS "from", max(number) AS "to" FROM utterances WHERE article = ${articleNumber}`,
			article,
			...pairOf(shelves),
		);
		return ends?.from == null || ends.to === null ? [] : [{ from: ends.from, to: ends.to }];
	}
	if (speakers === undefined) return shelves.map((shelf) => ({ shelf }));
	const scopes: Scope[] = [];
	for (const range of shelves) {
		const found = await latest(queries, [range], speakers, mostOfSpeakers.all);
		if (found.length > 0) scopes.push({ among: found.map(({ number }) => number) });
	}
	return scopes;
}

interface Latest {
	readonly number: number;
	readonly article: number;
	readonly moment: number;
}

const inOrder = 'ORDER BY moment DESC, article DESC, number';

/** The latest utterances on some shelves, of all or of some speakers. */
export async function latest(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
	speakers: readonly string[] | undefined,
	limit: number,
): Promise<Latest[]> {
	// Speaker by speaker, since an index has each one's in order: all at once would be read and then sorted.
	const each = Math.max(
		mostOfSpeakers.each,
		Math.min(limit, Math.ceil(mostOfSpeakers.all / (speakers?.length ?? 1))),
	);
	const rows =
		speakers === undefined
			? await queries.all<Latest>(
					shelves
						.map(() => `(SELECT number, article, moment FROM utterances WHERE shelf = ? ${inOrder} LIMIT ?)`)
						.join(' UNION ALL '),
					...shelves.flatMap(({ shelf }) => [shelf, limit]),
				)
			: await queries.all<Latest>(
					`SELECT u.number, u.article, u.moment FROM speakers AS s CROSS JOIN LATERAL (
						SELECT number, article, moment FROM utterances WHERE speaker = s.number ${inOrder} LIMIT ?
					) AS u WHERE s.key = ANY (?::text[]) AND s.shelf = ANY (?::bigint[])`,
					each,
					speakers,
					shelves.map(({ shelf }) => shelf),
				);
	return rows
		.sort((a, b) => b.moment - a.moment || b.article - a.article || a.number - b.number)
		.slice(0, limit);
}
