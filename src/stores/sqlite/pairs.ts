import type { PairQuery, SharingArticle } from '../articles.ts';
import type { Database } from './database.ts';
import { selectLines } from './lines.ts';
import { matching, rowsMatching } from './match.ts';
import { readTotals, type ShelfRange } from './shelves.ts';

/** The pairs of neighbouring words of each article that is shown: `pairsOf` in language/compare/pairs.ts. */
export const pairTables = `
	-- One row an article, under its number. The tokens are letters and digits only.
	CREATE VIRTUAL TABLE pair_search USING fts5 (
		text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
	);
`;

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

/** Articles on some shelves that share pairs with a text: those with the most and the rarest first. */
export function articlesSharing(
	database: Database,
	shelves: readonly ShelfRange[],
	{ pairs, article, limit }: PairQuery,
): SharingArticle[] {
	const asked = spread([...new Set(pairs)], most.pairs);
	if (asked.length === 0) return [];
	const scopes =
		article === undefined
			? shelves.map(({ first, last }) => ({ from: first, to: last }))
			: numbersOf(database, shelves, article).map((number) => ({ from: number, to: number }));
	const total = Math.max(2, readTotals(database, shelves).articles);
	const scores = new Map<number, number>();
	let whole = 0;
	const add = (number: number, score: number) => scores.set(number, (scores.get(number) ?? 0) + score);
	const common: string[] = [];
	const look = (some: readonly string[]) => {
		for (const pair of some) {
			const found = scopes.flatMap((scope) =>
				rowsMatching(database, 'pair', matching([pair], 'all', false), scope, 'ASC', most.articles),
			);
			if (found.length >= most.articles) {
				common.push(pair);
				continue;
			}
			const says = Math.log2(1 + total / Math.max(1, found.length));
			whole += says;
			for (const number of found) add(number, says);
		}
	};
	const inOrder = () => [...scores].sort(([a, one], [b, other]) => other - one || b - a);
	// A copy shows itself by a few pairs from all over it.
	look(asked.filter((_, index) => index % 2 === 0));
	const [[, first = 0] = [], [, second = 0] = []] = inOrder();
	if (asked.length < most.atOnce || first < 0.7 * whole || second > 0.5 * first) {
		look(asked.filter((_, index) => index % 2 === 1));
		// What common pairs say, they say together: "we have to do it".
		for (let from = 0; from < common.length; from += most.together) {
			const some = common.slice(from, from + most.together);
			whole += some.length;
			for (const scope of scopes) {
				for (const number of rowsMatching(
					database,
					'pair',
					matching(some, 'all', false),
					scope,
					'ASC',
					most.found,
				))
					add(number, some.length);
			}
		}
	}
	const best = inOrder().slice(0, limit);
	const lines = selectLines(database, shelves, new Set(best.map(([number]) => number)));
	return best.flatMap(([number, score]) => {
		const line = lines.get(number);
		return line === undefined ? [] : [{ line, shared: score / whole }];
	});
}

function numbersOf(database: Database, shelves: readonly ShelfRange[], id: string): readonly number[] {
	return shelves.flatMap(({ shelf }) => {
		const sql = 'SELECT number FROM articles WHERE id = ? AND shelf = ?';
		const row = database.get<{ number: number }>(sql, id, shelf);
		return row ? [row.number] : [];
	});
}

/** At most `count` of a list, from all over it. */
function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
	if (items.length <= count) return items;
	return Array.from(
		{ length: count },
		(_, index) => items[Math.floor((index * items.length) / count)] as Item,
	);
}
