import { existsSync, mkdirSync, readdirSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { type Database, openDatabase, resultCode } from './database.ts';
import { migrate } from './migrations.ts';

/** The archive's name in the folder that the bot writes to. */
export const archiveName = 'verbatim.sqlite';

/** The database of an archive, ready for writing. @throws UserError what is wrong, and what to do. */
export function openOrExplain(dataDir: string): Database {
	const file = join(dataDir, archiveName);
	makeFolder(dataDir);
	let database: Database | undefined;
	try {
		database = openDatabase(file);
		const refused = migrate(database);
		// The smallest write: a file system that is full or read-only fails here and not at a member's question.
		if (!refused)
			database.writeNow(() => database?.run('UPDATE shelves SET generation = generation WHERE number = 0'));
		if (refused === null) return database;
		throw new UserError(
			refused === 'foreign'
				? `"${file}" is a database of another program: move it away, or set DATA_DIR to another folder.`
				: `"${file}" was written by a newer Verbatim: start that one, or move the file away and the articles are read again.`,
		);
	} catch (error) {
		database?.close();
		throw error instanceof UserError ? error : (explain(file, error) ?? error);
	}
}

function explain(file: string, error: unknown): UserError | null {
	switch (resultCode(error)) {
		case 11: // corrupt
		case 26: // not a database
		case 1: // a table that should be there is not
			return new UserError(
				`"${file}" is damaged or no archive: move it away and start again, and the articles are read again.`,
				{ cause: error },
			);
		case 3: // no permission
		case 8: // read-only
		case 10: // the disk gives an error
		case 14: // cannot be opened
			if (isFull(dirname(file))) return full(file, error);
			return new UserError(
				`"${file}" cannot be written to: let the bot write to that folder, or set DATA_DIR to another one.`,
				{ cause: error },
			);
		case 13:
			return full(file, error);
		case 5:
		case 6:
			return new UserError(
				`"${file}" is kept locked by another program: stop that one, or set DATA_DIR to another folder.`,
				{ cause: error },
			);
		default:
			return null;
	}
}

function full(file: string, cause: unknown): UserError {
	return new UserError(`The disk is full, so "${file}" cannot be written to: make room and start again.`, {
		cause,
	});
}

/** Of a full disk, SQLite only says that it cannot open or write a file. */
function isFull(folder: string): boolean {
	try {
		const { blocks, bavail, bsize } = statfsSync(folder);
		// A file system that stores nothing, as /proc, has no blocks at all.
		return blocks > 0 && bavail * bsize < leastBytes;
	} catch {
		return false;
	}
}

/** What a transaction on an empty archive needs, and some more. */
const leastBytes = 200_000;

/**
 * Makes a folder and its missing parents. Node's own recursive mkdir never ends where the system says
 * that what it has just looked up is not there, as below /proc.
 */
function makeFolder(folder: string): void {
	const missing: string[] = [];
	for (let at = resolve(folder); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
	try {
		for (const one of missing.reverse()) if (!existsSync(one)) makeOne(one);
		readdirSync(folder);
	} catch (error) {
		if (isFull(dirname(missing[0] ?? folder))) throw full(folder, error);
		throw new UserError(
			`DATA_DIR is "${folder}", where no folder can be made: set it to a folder that the bot may write to.`,
			{ cause: error },
		);
	}
}

function makeOne(folder: string): void {
	try {
		mkdirSync(folder);
	} catch (error) {
		// Another process may have been faster.
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
}
