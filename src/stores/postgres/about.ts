import { rankedWithSome, type WithSome } from '../with-some.ts';
import { among, inRange, newest, newestOfEach } from './newest.ts';
import type { Queries } from './queries.ts';
import type { Scope } from './scopes.ts';
import { someOfEach } from './some.ts';
import { matching, wordQuery } from './terms.ts';

/** Of more matches than this, those added last are taken. */
export const mostFound = 1_000;
/** Of one of several words, how many matches are looked at. */
const mostOfWord = 500;

/** The numbers of the utterances with all words, of each scope those added last first: at most `most` of it. */
export async function withAll(
	queries: Queries,
	words: readonly string[],
	scopes: readonly Scope[],
	most = mostFound,
): Promise<{ readonly numbers: readonly number[]; readonly more: boolean }> {
	const query = matching('utterance', words, 'all');
	const numbers: number[] = [];
	let more = false;
	for (const scope of scopes) {
		// A list is short enough to be looked through whole.
		const found =
			'among' in scope
				? await among(queries, 'utterance', query, scope.among)
				: 'shelf' in scope
					? await newest(queries, 'utterance', query, scope.shelf, most)
					: await inRange(queries, 'utterance', query, scope, most);
		if (!('among' in scope) && found.length === most) more = true;
		numbers.push(...found);
	}
	return { numbers, more };
}

/** For each of several words the numbers of all utterances that have it; null where they are many. */
export type EachWord = readonly (readonly number[] | null)[];

/** Which utterances have each of several words, of words that few have. */
export async function rareOf(
	queries: Queries,
	words: readonly string[],
	scopes: readonly Scope[],
): Promise<EachWord> {
	const asked = words.map((word) => wordQuery('utterance', word));
	const found = words.map((): number[] | null => []);
	for (const scope of scopes) {
		// In fewer than a shelf has, nothing takes long.
		if (!('shelf' in scope)) return words.map(() => null);
		const ofEach = await someOfEach(queries, 'utterance', asked, scope.shelf, mostOfWord);
		for (const [index, numbers] of ofEach.entries()) {
			if (numbers.length === mostOfWord) found[index] = null;
			else found[index]?.push(...numbers);
		}
	}
	return found;
}

/** The numbers of the utterances with all words, where few have one of them; else null. */
export async function withAllOf(
	queries: Queries,
	words: readonly string[],
	each: EachWord,
): Promise<{ readonly numbers: readonly number[]; readonly more: boolean } | null> {
	const known = each
		.filter((numbers) => numbers !== null)
		.toSorted((one, other) => one.length - other.length);
	const [fewest, ...others] = known;
	if (fewest === undefined) return null;
	const sets = others.map((numbers) => new Set(numbers));
	const numbers = fewest.filter((number) => sets.every((set) => set.has(number)));
	const left = words.filter((_, index) => each[index] === null);
	if (left.length === 0 || numbers.length === 0) return { numbers, more: false };
	const having = await among(queries, 'utterance', matching('utterance', left, 'all'), numbers);
	return { numbers: having, more: false };
}

/**
 * The numbers of utterances with some, not all, of several words, as `rankedWithSome` puts them in order. One query per
 * scope, or none.
 * @param withAll the numbers of those with all words: of a common word, these need not be among those looked at.
 * @param each of the same words.
 */
export async function withSome(
	queries: Queries,
	words: readonly string[],
	scopes: readonly Scope[],
	limit: number,
	withAll: readonly number[],
	each: EachWord,
): Promise<readonly WithSome[]> {
	const ranked = (numbersOf: readonly (readonly number[])[]) =>
		rankedWithSome(words, numbersOf, withAll, limit);
	const known = each.filter((numbers) => numbers !== null);
	if (known.length === each.length) return ranked(known);
	// With one of two words there is nothing that has more of them, and what has the rarer one comes first.
	if (words.length === 2) {
		const rarest = ranked(each.map((numbers) => numbers ?? []));
		if (rarest.length === limit) return rarest;
	}
	const numbersOf = await withEach(queries, words, scopes, mostOfWord);
	return ranked(words.map((_, index) => numbersOf[index]?.flat() ?? []));
}

/** Of each word and each scope the numbers of utterances that have it, those added last first. */
export async function withEach(
	queries: Queries,
	words: readonly string[],
	scopes: readonly Scope[],
	limit: number,
): Promise<readonly (readonly number[])[][]> {
	const found = words.map((): (readonly number[])[] => []);
	for (const scope of scopes) {
		const asked = words.map((word) => wordQuery('utterance', word));
		const ofEach =
			'shelf' in scope
				? await newestOfEach(queries, 'utterance', asked, scope.shelf, limit)
				: await withEachOf(queries, asked, scope, limit);
		for (const [index, numbers] of ofEach.entries()) found[index]?.push(numbers);
	}
	return found;
}

/** The same between two numbers, or among those of a list: both are short. */
async function withEachOf(
	queries: Queries,
	asked: readonly string[],
	scope: { readonly from: number; readonly to: number } | { readonly among: readonly number[] },
	limit: number,
): Promise<number[][]> {
	const where = 'among' in scope ? 'number = ANY (?::bigint[])' : 'number BETWEEN ? AND ?';
	const rows = await queries.all<{ at: number; numbers: string[] }>(
		`WITH here AS MATERIALIZED (SELECT number, terms FROM utterance_search WHERE ${where})
		SELECT asked.at::int AS at, array(
			SELECT number FROM here WHERE terms @@ asked.query::tsquery ORDER BY number DESC LIMIT ?
		)::text[] AS numbers
		FROM unnest(?::text[]) WITH ORDINALITY AS asked (query, at)`,
		...('among' in scope ? [scope.among] : [scope.from, scope.to]),
		limit,
		asked,
	);
	const found = asked.map((): number[] => []);
	for (const { at, numbers } of rows) found[at - 1] = numbers.map(Number);
	return found;
}
