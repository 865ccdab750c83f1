import type { PairQuery, SharingArticle } from '../articles.ts';
import type { CommonPairs } from './common-pairs.ts';
import { selectLines } from './lines.ts';
import type { Queries } from './queries.ts';
import type { OfEach } from './remembered.ts';
import { readTotals, type ShelfRange } from './shelves.ts';
import { someOfEach } from './some.ts';
import { matching } from './terms.ts';

const most = {
	/** Pairs looked up: of more, some from all over the text. */
	pairs: 24,
	/** Of fewer pairs all are looked up at once. */
	atOnce: 12,
	/** Articles looked at for one pair; one that more have is common, and says little. */
	articles: 200,
	/** What statistics tell of as many is not looked up. */
	surely: 400,
	/** Common pairs that are looked up together, and articles looked at that have all of these. */
	together: 6,
	found: 60,
};

/**
 * The pairs that are looked up together, by what is left of their place divided by four. A copy shows itself by a few
 * pairs from all over it: no others are looked up where one article has this part of what those before say.
 */
const oneAfterTheOther = [
	{ of: [0], part: 0.95 },
	{ of: [2], part: 0.7 },
	{ of: [1, 3], part: Number.POSITIVE_INFINITY },
];
const allAtOnce = [{ of: [0, 1, 2, 3], part: Number.POSITIVE_INFINITY }];

/**
 * Articles on some shelves that share pairs with a text: those with the most and the rarest first.
 * @param remembered taken before the transaction began.
 */
export async function articlesSharing(
	queries: Queries,
	shelves: readonly ShelfRange[],
	{ pairs, article, limit }: PairQuery,
	remembered: OfEach,
	commonPairs: CommonPairs,
): Promise<SharingArticle[]> {
	const asked = spread([...new Set(pairs)], most.pairs);
	if (asked.length === 0) return [];
	const total = articlesOn(queries, shelves, remembered);
	const having =
		article === undefined
			? havingOnShelves(queries, shelves, remembered, commonPairs)
			: havingIn(queries, shelves, article);
	const scores = new Map<number, number>();
	let whole = 0;
	const add = (number: number, score: number) => scores.set(number, (scores.get(number) ?? 0) + score);
	const common: string[] = [];
	const look = async (some: readonly string[]) => {
		// These do not wait for each other.
		const [ofEach, articles] = await Promise.all([having.each(some, most.articles), total]);
		for (const [index, found] of ofEach.entries()) {
			if (found === null) {
				common.push(some[index] ?? '');
				continue;
			}
			const says = Math.log2(1 + Math.max(2, articles) / Math.max(1, found.length));
			whole += says;
			for (const number of found) add(number, says);
		}
	};
	const inOrder = () => [...scores].sort(([a, one], [b, other]) => other - one || b - a);
	const isFound = (part: number) => {
		const [[, first = 0] = [], [, second = 0] = []] = inOrder();
		return first > 0 && first >= part * whole && second <= 0.5 * first;
	};
	let isSure = false;
	for (const { of, part } of asked.length < most.atOnce ? allAtOnce : oneAfterTheOther) {
		await look(asked.filter((_, index) => of.includes(index % 4)));
		isSure = isFound(part);
		if (isSure) break;
	}
	if (!isSure) {
		// What common pairs say, they say together: "we have to do it".
		const groups = Array.from({ length: Math.ceil(common.length / most.together) }, (_, index) =>
			common.slice(index * most.together, (index + 1) * most.together),
		);
		for (const [index, found] of (await having.all(groups, most.found)).entries()) {
			const says = groups[index]?.length ?? 0;
			whole += says;
			for (const number of found) add(number, says);
		}
	}
	const best = inOrder().slice(0, limit);
	const lines = await selectLines(queries, shelves, new Set(best.map(([number]) => number)));
	return best.flatMap(([number, score]) => {
		const line = lines.get(number);
		return line === undefined ? [] : [{ line, shared: score / whole }];
	});
}

/** How many articles there are in all. */
async function articlesOn(
	queries: Queries,
	shelves: readonly ShelfRange[],
	remembered: OfEach,
): Promise<number> {
	const counted = await Promise.all(
		shelves.map((range) =>
			remembered(range, 'articles', ['all'], async () => [[(await readTotals(queries, [range])).articles]]),
		),
	);
	return counted.flat(2).reduce((sum, articles) => sum + articles, 0);
}

interface Having {
	/** The articles with each of some pairs; null for a pair that `limit` articles have. */
	each(pairs: readonly string[], limit: number): Promise<(readonly number[] | null)[]>;
	/** Up to `limit` articles that have all pairs, for each of some groups. */
	all(groups: readonly (readonly string[])[], limit: number): Promise<(readonly number[])[]>;
}

const queryOf = (pairs: readonly string[]) => matching('pair', pairs, 'all');

function havingOnShelves(
	queries: Queries,
	shelves: readonly ShelfRange[],
	remembered: OfEach,
	commonPairs: CommonPairs,
): Having {
	/** Where there are more than `limit`, any. */
	const find = async (asked: readonly string[], limit: number) => {
		const found = asked.map((): number[] => []);
		for (const range of shelves) {
			const ofEach = await remembered(range, `pair ${limit}`, asked, (unknown) =>
				someOfEach(queries, 'pair', unknown, range, limit),
			);
			for (const [index, numbers] of ofEach.entries()) found[index]?.push(...numbers);
		}
		return found;
	};
	return {
		async each(pairs, limit) {
			const common = commonPairs.now() ?? (await commonPairs.read(queries, most.surely));
			const others = pairs.filter((pair) => !common.has(pair));
			const found = await find(
				others.map((pair) => queryOf([pair])),
				limit,
			);
			const known = new Map(others.map((pair, index) => [pair, found[index] ?? []]));
			return pairs.map((pair) => {
				const numbers = known.get(pair);
				return numbers === undefined || numbers.length >= limit ? null : numbers;
			});
		},
		all: (groups, limit) => find(groups.map(queryOf), limit),
	};
}

/** The same within one article: it matches, or it does not. */
function havingIn(queries: Queries, shelves: readonly ShelfRange[], id: string): Having {
	const find = async (asked: readonly string[]) => {
		const found = await queries.all<{ numbers: string[] }>(
			`SELECT array(
				SELECT s.number FROM articles AS a JOIN pair_search AS s USING (number)
				WHERE a.id = ? AND a.shelf = ANY (?::bigint[]) AND s.terms @@ asked.query::tsquery
			)::text[] AS numbers FROM unnest(?::text[]) WITH ORDINALITY AS asked (query, at) ORDER BY asked.at`,
			id,
			shelves.map(({ shelf }) => shelf),
			asked,
		);
		return found.map(({ numbers }) => numbers.map(Number));
	};
	return {
		each: (pairs) => find(pairs.map((pair) => queryOf([pair]))),
		all: (groups) => find(groups.map(queryOf)),
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
