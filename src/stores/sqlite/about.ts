import type { Database } from './database.ts';
import { matching } from './match.ts';

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

/**
 * The numbers of utterances with some, not all, of several words, each with its words: those with most of them
 * first, of as many those with rarer ones, then those added last. One query per word and scope.
 */
export function withSome(
	database: Database,
	words: readonly string[],
	scopes: readonly Scope[],
	limit: number,
): readonly { readonly number: number; readonly words: readonly string[] }[] {
	const found = new Map<number, { words: string[]; rarity: number }>();
	for (const word of words) {
		const one = matching([word], 'all', false);
		const numbers = scopes.flatMap((scope) =>
			scope.among === undefined
				? matches(database, one, { ...scope, limit: mostOfWord })
				: matchesAmong(database, one, { ...scope, among: scope.among, steps: stepped.one }),
		);
		for (const number of numbers) {
			const entry = found.get(number) ?? { words: [], rarity: 0 };
			entry.words.push(word);
			entry.rarity += 1 / numbers.length;
			found.set(number, entry);
		}
	}
	return [...found]
		.filter(([, entry]) => entry.words.length < words.length)
		.sort(([a, one], [b, other]) => {
			return other.words.length - one.words.length || other.rarity - one.rarity || b - a;
		})
		.slice(0, limit)
		.map(([number, entry]) => ({ number, words: entry.words }));
}

const inRange = (limit: string, order: 'ASC' | 'DESC') =>
	`SELECT rowid AS number FROM utterance_search
	WHERE utterance_search MATCH ? AND rowid >= ? AND rowid <= ? ORDER BY rowid ${order} LIMIT ${limit}`;
const newest = inRange('?', 'DESC');
const oldest = inRange('?', 'ASC');

function matches(
	database: Database,
	match: string,
	{ from, to, small, limit }: Scope & { readonly limit: number },
): readonly number[] {
	const read = (sql: string) =>
		database.all<{ number: number }>(sql, match, from, to, limit).map(({ number }) => number);
	if (small) {
		// Backwards, SQLite would read all matches behind the range one by one; forwards it skips those before it.
		const all = read(oldest);
		if (all.length < limit) return all.reverse();
	}
	return read(newest);
}

function matchesAmong(
	database: Database,
	match: string,
	{ from, to, among, steps }: Scope & { among: string; steps: number },
): readonly number[] {
	return database
		.all<{ number: number }>(
			`SELECT number FROM (${newest}) WHERE number IN (SELECT value FROM json_each(?)) LIMIT ${mostFound}`,
			match,
			from,
			to,
			steps,
			among,
		)
		.map(({ number }) => number);
}
