import type { Shelf } from '../../shelves.ts';
import { sharedShelf } from '../../shelves.ts';
import { roundCount } from '../round-count.ts';
import type { Generations } from './generations.ts';
import type { Queries } from './queries.ts';
import type { Writing } from './transactions.ts';

/** A shelf in the tables: the numbers of all its rows are in this range, both ends included. */
export interface ShelfRange {
	readonly shelf: number;
	readonly first: number;
	readonly last: number;
	readonly server: Shelf;
}

/** How many numbers a shelf has: two million shelves fit into the integers that JavaScript holds. */
const numbersEach = 2 ** 32;

/** A shelf's name in the tables. */
export const nameOf = (shelf: Shelf): string => shelf ?? '';

export function rangeOf(shelf: number, server: Shelf): ShelfRange {
	return { shelf, server, first: shelf * numbersEach, last: (shelf + 1) * numbersEach - 1 };
}

const sharedRange = rangeOf(0, sharedShelf);

/** @returns null where nothing was ever put on it. */
export async function findShelf(queries: Pick<Queries, 'get'>, shelf: Shelf): Promise<ShelfRange | null> {
	if (shelf === sharedShelf) return sharedRange;
	const found = await queries.get<{ number: number }>(
		'SELECT number FROM shelves WHERE server = ?',
		nameOf(shelf),
	);
	return found ? rangeOf(found.number, shelf) : null;
}

/** The same, created where it is missing. Inside a write of articles, of which there is one at a time. */
export async function makeShelf(writing: Writing, shelf: Shelf): Promise<ShelfRange> {
	const found = await findShelf(writing, shelf);
	if (found) return found;
	const made = await writing.get<{ number: number }>(
		`INSERT INTO shelves (number, server, generation, articles, quotes, unattributed, comments, speakers)
		SELECT max(number) + 1, ?, 0, 0, 0, 0, 0, 0 FROM shelves RETURNING number`,
		nameOf(shelf),
	);
	if (!made) throw new Error('The archive has lost its shelves.');
	return rangeOf(made.number, shelf);
}

/** By its number. */
export async function shelfNumbered(queries: Queries, shelf: number): Promise<ShelfRange> {
	const found = await queries.get<{ server: string }>('SELECT server FROM shelves WHERE number = ?', shelf);
	if (!found) throw new Error(`The archive has lost its shelf ${shelf}.`);
	return rangeOf(shelf, shelf === 0 ? sharedShelf : found.server);
}

/** The shelves that a server sees: the shared one first, then its own. Null sees the shared one alone. */
export function shelvesSeenBy(generations: Generations, server: Shelf): ShelfRange[] {
	const own = server === null ? undefined : generations.shelf(server);
	return own === undefined || server === null || server === ''
		? [sharedRange]
		: [sharedRange, rangeOf(own.number, server)];
}

/** The numbers of the two shelves that are seen, for `IN (?, ?)`; no shelf has the number -1. */
export function pairOf([shared, own]: readonly ShelfRange[]): [number, number] {
	return [shared?.shelf ?? -1, own?.shelf ?? -1];
}

/** The next arrival number. Inside a write of articles, so that numbers appear in their order. */
export async function nextInSequence(writing: Writing, count = 1): Promise<number> {
	const next = await writing.get<{ value: string }>(
		`UPDATE meta SET value = (value::bigint + ?)::text WHERE name = 'sequence' RETURNING value`,
		count,
	);
	if (!next) throw new Error('The archive has lost its sequence.');
	return Number(next.value) - count + 1;
}

type NumberedTable = 'articles' | 'speakers' | 'topics' | 'utterances' | 'former_utterances';

/** The number of a new row on a shelf. Inside a write of articles. */
export async function nextNumber(
	writing: Writing,
	table: NumberedTable,
	{ first, last }: ShelfRange,
): Promise<number> {
	const highest = await writing.get<{ number: number | null }>(
		`SELECT max(number) AS number FROM ${table} WHERE number BETWEEN ? AND ?`,
		first,
		last,
	);
	return (highest?.number ?? first) + 1;
}

/** What a shelf holds in all. */
export interface Totals {
	readonly articles: number;
	/** Utterances. */
	readonly quotes: number;
	/** Utterances whose speaker is not known. */
	readonly unattributed: number;
	readonly comments: number;
	/** Of a server's shelf: those that the shared one does not have. */
	readonly speakers: number;
}

/** Inside a write. */
export async function addToTotals(
	writing: Writing,
	{ shelf }: ShelfRange,
	change: Omit<Totals, 'speakers'>,
): Promise<void> {
	await writing.run(
		`UPDATE shelves SET articles = articles + ?, quotes = quotes + ?, unattributed = unattributed + ?,
			comments = comments + ? WHERE number = ?`,
		change.articles,
		change.quotes,
		change.unattributed,
		change.comments,
		shelf,
	);
}

/** A shelf, and how many utterances it has. */
export interface CountedShelf {
	readonly range: ShelfRange;
	readonly quotes: number;
}

/** Some shelves, each with the number of its utterances. */
export async function quotesOfEach(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
): Promise<CountedShelf[]> {
	const rows = await queries.all<{ shelf: number; quotes: number }>(
		'SELECT number AS shelf, quotes FROM shelves WHERE number IN (?, ?)',
		...pairOf(shelves),
	);
	const quotesOf = new Map(rows.map(({ shelf, quotes }) => [shelf, quotes]));
	return shelves.map((range) => ({ range, quotes: quotesOf.get(range.shelf) ?? 0 }));
}

/** About how many articles some shelves have: see `roundCount`. */
export async function roundTotal(
	queries: Pick<Queries, 'all'>,
	shelves: readonly ShelfRange[],
): Promise<number> {
	const rows = await queries.all<{ articles: number }>(
		'SELECT articles FROM shelves WHERE number IN (?, ?)',
		...pairOf(shelves),
	);
	return rows.reduce((sum, { articles }) => sum + roundCount(articles), 0);
}

/** The sum over some shelves: no article is on two that one server sees, and a speaker counts once. */
export async function readTotals(
	queries: Pick<Queries, 'get'>,
	shelves: readonly ShelfRange[],
): Promise<Totals> {
	const totals = await queries.get<Totals>(
		`SELECT sum(articles) AS articles, sum(quotes) AS quotes, sum(unattributed) AS unattributed,
			sum(comments) AS comments, sum(speakers) AS speakers
		FROM shelves WHERE number IN (?, ?)`,
		...pairOf(shelves),
	);
	if (!totals) throw new Error('The archive has lost its totals.');
	return totals;
}
