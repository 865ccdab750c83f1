import { rankedWithSome, type WithSome } from '../with-some.ts';
import { among, inRange, newest, newestOfEach } from './newest.ts';
import type { Queries } from './queries.ts';
import type { Scope } from './scopes.ts';
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

/**
 * The numbers of utterances with some, not all, of several words, as `rankedWithSome` puts them in order. One query per
 * scope.
 * @param withAll the numbers of those with all words: of a common word, these need not be among those looked at.
 */
export async function withSome(
	queries: Queries,
	words: readonly string[],
	scopes: readonly Scope[],
	limit: number,
	withAll: readonly number[],
): Promise<readonly WithSome[]> {
	const numbersOf = await withEach(queries, words, scopes, mostOfWord);
	return rankedWithSome(
		words,
		words.map((_, index) => numbersOf[index]?.flat() ?? []),
		withAll,
		limit,
	);
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
