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
 * pairs from all over it, and one with words changed here and there by some more: nothing else is looked up where one
 * article has this part of what those before say, and lacks no more of them in a row. What it lacks in a row may be
 * another article's.
 */
const oneAfterTheOther = [
	{ of: [0], part: 0.95, lacking: 0 },
	{ of: [2], part: 0.5, lacking: 1 },
	{ of: [1, 3], part: 0.25, lacking: 5 },
];
const allAtOnce = [{ of: [0, 1, 2, 3], part: 0.95, lacking: 0 }];
/** For that, others have at most this part of what it has, and so many pairs say something. */
const sure = { others: 0.5, least: 3 };

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
	/** By its place, the articles that a pair has which says something. */
	const telling = new Map<number, readonly number[]>();
	let whole = 0;
	const add = (number: number, score: number) => scores.set(number, (scores.get(number) ?? 0) + score);
	const common: string[] = [];
	const look = async (some: readonly (readonly [place: number, pair: string])[]) => {
		// These do not wait for each other.
		const [ofEach, articles] = await Promise.all([
			having.each(
				some.map(([, pair]) => pair),
				most.articles,
			),
			total,
		]);
		for (const [index, [place, pair]] of some.entries()) {
			const found = ofEach[index] ?? null;
			if (found === null) {
				common.push(pair);
				continue;
			}
			telling.set(place, found);
			const says = Math.log2(1 + Math.max(2, articles) / Math.max(1, found.length));
			whole += says;
			for (const number of found) add(number, says);
		}
	};
	const inOrder = () => [...scores].sort(([a, one], [b, other]) => other - one || b - a);
	/** Of those pairs, in the order of the text, whether an article has each. */
	const havingOf = (number: number) =>
		[...telling].sort(([one], [other]) => one - other).map(([, having]) => having.includes(number));
	const isFound = (part: number, lacking: number) => {
		const [[best = 0, first = 0] = [], [, second = 0] = []] = inOrder();
		if (first === 0 || first < part * whole || second > sure.others * first) return false;
		return telling.size >= sure.least && mostInRow(havingOf(best), false) <= lacking;
	};
	let isSure = false;
	for (const { of, part, lacking } of asked.length < most.atOnce ? allAtOnce : oneAfterTheOther) {
		await look([...asked.entries()].filter(([place]) => of.includes(place % 4)));
		isSure = isFound(part, lacking);
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
	// Beside one that surely is it, another with a single pair has that by chance.
	const isLike = (number: number) => havingOf(number).filter(Boolean).length > 1;
	const best = inOrder()
		.slice(0, limit)
		.filter(([number], at) => at === 0 || !isSure || isLike(number));
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

/** How many of a list are this one, in a row. */
function mostInRow<Item>(items: readonly Item[], wanted: Item): number {
	let most = 0;
	let row = 0;
	for (const item of items) {
		row = item === wanted ? row + 1 : 0;
		most = Math.max(most, row);
	}
	return most;
}

/** At most `count` of a list, from all over it. */
function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
	if (items.length <= count) return items;
	return Array.from(
		{ length: count },
		(_, index) => items[Math.floor((index * items.length) / count)] as Item,
	);
}
