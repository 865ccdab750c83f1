import type { Scope } from './about.ts';
import type { Database } from './database.ts';
import { pairOf, type ShelfRange } from './shelves.ts';

/** Of many speakers' utterances, how many are looked at in all, and at least how many of each. */
const mostOfSpeakers = { all: 2_000, each: 80 };

export const articleNumber = '(SELECT number FROM articles WHERE id = ? AND shelf IN (?, ?))';

/** Where to look: on each shelf in what is asked for; nowhere where there is nothing. */
export function scopesOf(
	database: Database,
	shelves: readonly ShelfRange[],
	speakers?: readonly string[],
	article?: string,
): readonly Scope[] {
	if (article !== undefined) {
		// An article's utterances were added together, so their numbers are consecutive.
		const ends = database.get<{ from: number | null; to: number | null }>(
			`SELECT min(number) AS "from", max(number) AS "to" FROM utterances WHERE article = ${articleNumber}`,
			article,
			...pairOf(shelves),
		);
		return ends?.from == null || ends.to === null ? [] : [{ from: ends.from, to: ends.to, small: true }];
	}
	if (speakers === undefined)
		return shelves.map(({ shelf, first, last }) => ({ from: first, to: last, small: shelf > 0 }));
	return shelves.flatMap((range) => {
		const numbers = latest(database, [range], speakers, mostOfSpeakers.all);
		if (numbers.length === 0) return [];
		const from = numbers.reduce((least, number) => Math.min(least, number));
		const to = numbers.reduce((most, number) => Math.max(most, number));
		return [{ from, to, among: JSON.stringify(numbers) }];
	});
}

/** What the order of utterances is made of: the moment of the article, and the numbers of both. */
interface Latest {
	readonly number: number;
	readonly article: number;
	readonly moment: number;
}

/** The numbers of the latest utterances on some shelves, of all or of some speakers. */
export function latest(
	database: Database,
	shelves: readonly ShelfRange[],
	speakers: readonly string[] | undefined,
	limit: number,
): number[] {
	const inOrder = 'ORDER BY moment DESC, article DESC, number LIMIT ?';
	// Speaker by speaker, since an index has each one's in order: all at once would be read and then sorted.
	const each = Math.max(
		mostOfSpeakers.each,
		Math.min(limit, Math.ceil(mostOfSpeakers.all / (speakers?.length ?? 1))),
	);
	const of = ({ shelf }: ShelfRange) =>
		speakers === undefined
			? database.all<Latest>(
					`SELECT number, article, moment FROM utterances WHERE shelf = ? ${inOrder}`,
					shelf,
					limit,
				)
			: speakers.flatMap((key) =>
					database.all<Latest>(
						`SELECT number, article, moment FROM utterances
						WHERE speaker = (SELECT number FROM speakers WHERE key = ? AND shelf = ?) ${inOrder}`,
						key,
						shelf,
						each,
					),
				);
	return shelves
		.flatMap(of)
		.sort(newestFirst)
		.slice(0, limit)
		.map(({ number }) => number);
}

/** The latest article first, within one in reading order. */
export const newestFirst = (a: Latest, b: Latest) =>
	b.moment - a.moment || b.article - a.article || a.number - b.number;
