import type { Shelf } from '../../shelves.ts';
import { sharedShelf } from '../../shelves.ts';
import { roundCount } from '../round-count.ts';
import type { Database } from './database.ts';

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
const nameOf = (shelf: Shelf): string => shelf ?? '';

function rangeOf(shelf: number, server: Shelf): ShelfRange {
	return { shelf, server, first: shelf * numbersEach, last: (shelf + 1) * numbersEach - 1 };
}

const sharedRange = rangeOf(0, sharedShelf);

/** @returns null where nothing was ever put on it. */
export function findShelf(database: Database, shelf: Shelf): ShelfRange | null {
	if (shelf === sharedShelf) return sharedRange;
	const found = database.get<{ number: number }>(
		'SELECT number FROM shelves WHERE server = ?',
		nameOf(shelf),
	);
	return found ? rangeOf(found.number, shelf) : null;
}

/** The same, created where it is missing. Inside a write. */
export function makeShelf(database: Database, shelf: Shelf): ShelfRange {
	const found = findShelf(database, shelf);
	if (found) return found;
	const { last } = database.run('INSERT INTO shelves VALUES (NULL, ?, 0, 0, 0, 0, 0, 0)', nameOf(shelf));
	return rangeOf(last, shelf);
}

/** By its number. */
export function shelfNumbered(database: Database, shelf: number): ShelfRange {
	const found = database.get<{ server: string }>('SELECT server FROM shelves WHERE number = ?', shelf);
	if (!found) throw new Error(`The archive has lost its shelf ${shelf}.`);
	return rangeOf(shelf, shelf === 0 ? sharedShelf : found.server);
}

/** The shelves that a server sees: the shared one first, then its own. Null sees the shared one alone. */
export function shelvesSeenBy(database: Database, server: Shelf): ShelfRange[] {
	const own = server === sharedShelf ? null : findShelf(database, server);
	return own ? [sharedRange, own] : [sharedRange];
}

/** The numbers of the two shelves that are seen, for `IN (?, ?)`; no shelf has the number -1. */
export function pairOf([shared, own]: readonly ShelfRange[]): [number, number] {
	return [shared?.shelf ?? -1, own?.shelf ?? -1];
}

/** Notes that something changed on a shelf. Inside a write. */
export function bumpGeneration(database: Database, { shelf }: Pick<ShelfRange, 'shelf'>): void {
	database.run('UPDATE shelves SET generation = generation + 1 WHERE number = ?', shelf);
}

/** The next arrival number. Inside a write. */
export function nextInSequence(database: Database): number {
	const next = database.get<{ value: number }>(
		"UPDATE meta SET value = value + 1 WHERE name = 'sequence' RETURNING value",
	);
	if (!next) throw new Error('The archive has lost its sequence.');
	return next.value;
}

/** The number of a new row on a shelf. Inside a write. */
export function nextNumber(
	database: Database,
	table: 'articles' | 'speakers' | 'topics' | 'utterances' | 'former_utterances',
	{ first, last }: ShelfRange,
): number {
	const highest = database.get<{ number: number | null }>(
		`SELECT max(number) AS number FROM ${table} WHERE number BETWEEN ? AND ?`,
		first,
		last,
	)?.number;
	return (highest ?? first) + 1;
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
export function addToTotals(
	database: Database,
	{ shelf }: ShelfRange,
	change: Omit<Totals, 'speakers'>,
): void {
	database.run(
		`UPDATE shelves SET articles = articles + ?, quotes = quotes + ?, unattributed = unattributed + ?,
			comments = comments + ? WHERE number = ?`,
		change.articles,
		change.quotes,
		change.unattributed,
		change.comments,
		shelf,
	);
}

/** How many utterances a shelf has. */
export function quotesOn(database: Database, { shelf }: Pick<ShelfRange, 'shelf'>): number {
	return database.get<{ quotes: number }>('SELECT quotes FROM shelves WHERE number = ?', shelf)?.quotes ?? 0;
}

/** About how many articles some shelves have: see `roundCount`. */
export function roundTotal(database: Database, shelves: readonly ShelfRange[]): number {
	return database
		.all<{ articles: number }>('SELECT articles FROM shelves WHERE number IN (?, ?)', ...pairOf(shelves))
		.reduce((sum, { articles }) => sum + roundCount(articles), 0);
}

/** The sum over some shelves: no article is on two that one server sees, and a speaker counts once. */
export function readTotals(database: Database, shelves: readonly ShelfRange[]): Totals {
	const totals = database.get<Totals>(
		`SELECT sum(articles) AS articles, sum(quotes) AS quotes, sum(unattributed) AS unattributed,
			sum(comments) AS comments, sum(speakers) AS speakers
		FROM shelves WHERE number IN (?, ?)`,
		...pairOf(shelves),
	);
	if (!totals) throw new Error('The archive has lost its totals.');
	return totals;
}
