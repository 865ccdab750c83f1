import type { Spoken } from '../indexed-text.ts';
import type { Database } from './database.ts';
import { nextNumber, type ShelfRange } from './shelves.ts';

/** A row whose count was raised, or that was created. */
interface Counted {
	readonly number: number;
	readonly isNew: boolean;
}

/** Counts one more article on a topic. Inside a write. */
export function addTopic(database: Database, range: ShelfRange, key: string, name: string): Counted {
	const known = database.get<{ number: number }>(
		'UPDATE topics SET articles = articles + 1 WHERE key = ? AND shelf = ? RETURNING number',
		key,
		range.shelf,
	);
	if (known) return { number: known.number, isNew: false };
	const number = nextNumber(database, 'topics', range);
	database.run('INSERT INTO topics VALUES (?, ?, ?, 1)', number, key, name);
	return { number, isNew: true };
}

/** Counts one article less; a topic without any goes. Inside a write. */
export function subtractTopic(database: Database, topic: number): void {
	const left = database.get<{ articles: number }>(
		'UPDATE topics SET articles = articles - 1 WHERE number = ? RETURNING articles',
		topic,
	);
	if (left?.articles === 0) remove(database, 'topic', topic);
}

/** Counts what a speaker said in one more article. Inside a write. */
export function addSpeaker(
	database: Database,
	range: ShelfRange,
	{ key, name, role, quotes }: Spoken,
): Counted {
	const known = database.get<{ number: number }>(
		`UPDATE speakers SET quotes = quotes + ?, articles = articles + 1, role = coalesce(?, role)
		WHERE key = ? AND shelf = ? RETURNING number`,
		quotes,
		role,
		key,
		range.shelf,
	);
	if (known) return { number: known.number, isNew: false };
	const number = nextNumber(database, 'speakers', range);
	countSpeakers(database, range, key, 1);
	database.run('INSERT INTO speakers VALUES (?, ?, ?, ?, ?, 1)', number, key, name, role, quotes);
	return { number, isNew: true };
}

/** Counts an article's utterances off; a speaker without an article goes. Inside a write. */
export function subtractSpeaker(
	database: Database,
	range: ShelfRange,
	speaker: number,
	quotes: number,
): void {
	const left = database.get<{ articles: number; key: string }>(
		'UPDATE speakers SET quotes = quotes - ?, articles = articles - 1 WHERE number = ? RETURNING articles, key',
		quotes,
		speaker,
	);
	if (left?.articles !== 0) return;
	remove(database, 'speaker', speaker);
	countSpeakers(database, range, left.key, -1);
}

/**
 * Keeps how many speakers each shelf has: a server's counts only those that the shared one lacks, so that the sum
 * is what the server sees. Called while the shelf itself does not have the speaker's row.
 */
function countSpeakers(database: Database, { shelf }: ShelfRange, key: string, change: 1 | -1): void {
	const count = 'UPDATE shelves SET speakers = speakers + ? WHERE number';
	if (shelf === 0) {
		database.run(`${count} = 0`, change);
		database.run(`${count} IN (SELECT shelf FROM speakers WHERE key = ? AND shelf > 0)`, -change, key);
		return;
	}
	const shared = database.get('SELECT 1 FROM speakers WHERE key = ? AND shelf = 0', key);
	if (!shared) database.run(`${count} = ?`, change, shelf);
}

function remove(database: Database, kind: 'speaker' | 'topic', number: number): void {
	database.run(`DELETE FROM ${kind}s WHERE number = ?`, number);
	database.run(`DELETE FROM ${kind}_search WHERE rowid = ?`, number);
}
