import type { PairQuery, SharingArticle } from '../articles.ts';
import type { Queries } from './queries.ts';
import type { OfEach } from './remembered.ts';
import { readTotals, type ShelfRange } from './shelves.ts';
import { someOfEach } from './some.ts';
import { matching, wordQuery } from './terms.ts';

const most = {
	/** Pairs looked up: of more, some from all over the text. */
	pairs: 24,
	/** Of fewer pairs all are looked up at once. */
	atOnce: 12,
	/** Articles looked at for one pair; one that more have is common, and says little. */
	articles: 200,
	/** Common pairs that are looked up together, and articles looked at that have all of these. */
	together: 6,
	found: 60,
};

/**
 * Articles on some shelves that share pairs with a text: those with the most and the rarest first.
 * @param remembered taken before the transaction began.
 */
export async function articlesSharing(
	queries: Queries,
	shelves: readonly ShelfRange[],
	{ pairs, article, limit }: PairQuery,
	remembered: OfEach,
): Promise<SharingArticle[]> {
	const asked = spread([...new Set(pairs)], most.pairs);
	if (asked.length === 0) return [];
	const total = Math.max(2, (await readTotals(queries, shelves)).articles);
	const having =
		article === undefined
			? havingOnShelves(queries, shelves, remembered)
			: await havingIn(queries, shelves, article);
	const scores = new Map<number, number>();
	let whole = 0;
	const add = (number: number, score: number) => scores.set(number, (scores.get(number) ?? 0) + score);
	const common: string[] = [];
	const look = async (some: readonly string[]) => {
		const queried = some.map((pair) => wordQuery('pair', pair));
		for (const [index, found] of (await having(queried, most.articles)).entries()) {
			if (found.length >= most.articles) {
				common.push(some[index] ?? '');
				continue;
			}
			const says = Math.log2(1 + total / Math.max(1, found.length));
			whole += says;
			for (const number of found) add(number, says);
		}
	};
	const inOrder = () => [...scores].sort(([a, one], [b, other]) => other - one || b - a);
	// A copy shows itself by a few pairs from all over it.
	await look(asked.filter((_, index) => index % 2 === 0));
	const [[, first = 0] = [], [, second = 0] = []] = inOrder();
	if (asked.length < most.atOnce || first < 0.7 * whole || second > 0.5 * first) {
		await look(asked.filter((_, index) => index % 2 === 1));
		// What common pairs say, they say together: "we have to do it".
		const groups = Array.from({ length: Math.ceil(common.length / most.together) }, (_, index) =>
			common.slice(index * most.together, (index + 1) * most.together),
		);
		const queried = groups.map((some) => matching('pair', some, 'all'));
		for (const [index, found] of (await having(queried, most.found)).entries()) {
			const says = groups[index]?.length ?? 0;
			whole += says;
			for (const number of found) add(number, says);
		}
	}
	const best = inOrder().slice(0, limit);
	const ids = await queries.all<{ number: number; id: string }>(
		'SELECT number, id FROM articles WHERE number = ANY (?::bigint[])',
		best.map(([number]) => number),
	);
	const idOf = new Map(ids.map(({ number, id }) => [number, id]));
	return best.flatMap(([number, score]) => {
		const id = idOf.get(number);
		return id === undefined ? [] : [{ id, shared: score / whole }];
	});
}

/** Up to `limit` articles that match each of some queries: of more any. */
type Find = (asked: readonly string[], limit: number) => Promise<number[][]>;

function havingOnShelves(queries: Queries, shelves: readonly ShelfRange[], remembered: OfEach): Find {
	return async (asked, limit) => {
		const found = asked.map((): number[] => []);
		for (const range of shelves) {
			const ofEach = await remembered(range, `pair ${limit}`, asked, (unknown) =>
				someOfEach(queries, 'pair', unknown, range, limit),
			);
			for (const [index, numbers] of ofEach.entries()) found[index]?.push(...numbers);
		}
		return found;
	};
}

/** The same within one article: it matches, or it does not. */
async function havingIn(queries: Queries, shelves: readonly ShelfRange[], id: string): Promise<Find> {
	const rows = await queries.all<{ number: number }>(
		'SELECT number FROM articles WHERE id = ? AND shelf = ANY (?::bigint[])',
		id,
		shelves.map(({ shelf }) => shelf),
	);
	return async (asked) => {
		const found = await queries.all<{ numbers: string[] }>(
			`SELECT array(
				SELECT number FROM pair_search WHERE number = ANY (?::bigint[]) AND terms @@ asked.query::tsquery
			)::text[] AS numbers FROM unnest(?::text[]) WITH ORDINALITY AS asked (query, at) ORDER BY asked.at`,
			rows.map(({ number }) => number),
			asked,
		);
		return found.map(({ numbers }) => numbers.map(Number));
	};
}

/** At most `count` of a list, from all over it. */
function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
	if (items.length <= count) return items;
	return Array.from(
		{ length: count },
		(_, index) => items[Math.floor((index * items.length) / count)] as Item,
	);
}
