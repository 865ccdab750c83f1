import { rankedWithSome, type WithSome } from '../with-some.ts';
import type { Database } from './database.ts';
import { inRange, matching, rowsMatching } from './match.ts';

/** Where utterances are looked for: between two numbers, and perhaps only among those of a list. */
export interface Scope {
	readonly from: number;
	readonly to: number;
	/** As JSON. */
	readonly among?: string;
	/** A part of the numbers that probably has fewer matches than are asked for. */
	readonly small?: boolean;
}

/** Of more matches than this, those added last are taken. */
export const mostFound = 1_000;
/** Where a word is common, how many of its matches are checked against a list, for all words and for one of several. */
const stepped = { all: 15_000, one: 5_000 };
/** Of one of several words, how many matches are looked at. */
const mostOfWord = 500;

/** The numbers of the utterances with all words, of each scope those added last first: at most `most` of it. */
export function withAll(
	database: Database,
	words: readonly string[],
	scopes: readonly Scope[],
	most = mostFound,
): { readonly numbers: readonly number[]; readonly more: boolean } {
	const found = scopes.map((scope) => withAllIn(database, words, scope, most));
	return { numbers: found.flatMap(({ numbers }) => numbers), more: found.some(({ more }) => more) };
}

function withAllIn(
	database: Database,
	words: readonly string[],
	scope: Scope,
	most: number,
): { readonly numbers: readonly number[]; readonly more: boolean } {
	const all = matching(words, 'all', false);
	const { among } = scope;
	const limit = among === undefined ? most : mostFound;
	const numbers = matches(database, all, { ...scope, limit });
	if (among === undefined) return { numbers, more: numbers.length === limit };
	if (numbers.length < mostFound) {
		const wanted = new Set<unknown>(JSON.parse(among));
		return { numbers: numbers.filter((number) => wanted.has(number)), more: false };
	}
	return { numbers: matchesAmong(database, all, { ...scope, among, steps: stepped.all }), more: true };
}

/** For each word the numbers of all utterances that have it. */
export type EachWord = ReadonlyMap<string, readonly number[]>;

/**
 * The numbers of all utterances with each of several words, where every one of them is rare: those with all words, and
 * those with some, are then known without looking again. Null where one is common or a list has to be looked through.
 */
export function withEach(
	database: Database,
	words: readonly string[],
	scopes: readonly Scope[],
): EachWord | null {
	if (scopes.some(({ among }) => among !== undefined)) return null;
	const found = new Map<string, readonly number[]>();
	for (const word of words) {
		const one = matching([word], 'all', false);
		const lists = scopes.map((scope) => rowsMatching(database, 'utterance', one, scope, 'ASC', mostOfWord));
		if (lists.some(({ length }) => length === mostOfWord)) return null;
		found.set(word, lists.flat());
	}
	return found;
}

/** The numbers that are in the list of each word. */
export function inEach(each: EachWord): number[] {
	const [shortest = [], ...others] = [...each.values()].sort((one, other) => one.length - other.length);
	const sets = others.map((list) => new Set(list));
	return shortest.filter((number) => sets.every((set) => set.has(number)));
}

/**
 * The numbers of utterances with some, not all, of several words, as `rankedWithSome` puts them in order. One query per
 * word and scope.
 * @param withAll the numbers of those with all words: of a common word, these need not be among those looked at.
 * @param each of all words, where that is known already.
 */
export function withSome(
	database: Database,
	words: readonly string[],
	scopes: readonly Scope[],
	limit: number,
	withAll: readonly number[],
	each: EachWord | null,
): readonly WithSome[] {
	const numbersOf = words.map((word) => {
		const known = each?.get(word);
		if (known !== undefined) return known;
		const one = matching([word], 'all', false);
		return scopes.flatMap((scope) =>
			scope.among === undefined
				? matches(database, one, { ...scope, limit: mostOfWord })
				: matchesAmong(database, one, { ...scope, among: scope.among, steps: stepped.one }),
		);
	});
	return rankedWithSome(words, numbersOf, withAll, limit);
}

function matches(
	database: Database,
	match: string,
	{ from, to, small, limit }: Scope & { readonly limit: number },
): readonly number[] {
	if (small) {
		// Backwards, SQLite would read all matches behind the range one by one; forwards it skips those before it.
		const all = rowsMatching(database, 'utterance', match, { from, to }, 'ASC', limit);
		if (all.length < limit) return all.reverse();
	}
	return rowsMatching(database, 'utterance', match, { from, to }, 'DESC', limit);
}

function matchesAmong(
	database: Database,
	match: string,
	{ from, to, among, steps }: Scope & { among: string; steps: number },
): readonly number[] {
	return database
		.all<{ number: number }>(
			`SELECT number FROM (${inRange('utterance', 'DESC')}) WHERE number IN (SELECT value FROM json_each(?)) LIMIT ${mostFound}`,
			match,
			from,
			to,
			steps,
			among,
		)
		.map(({ number }) => number);
}
