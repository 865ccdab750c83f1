import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { sharedShelf } from '../../shelves.ts';
import type { Archive } from '../archive.ts';
import type { RecordOf } from '../articles.ts';
import { type Database, openDatabase, resultCode } from './database.ts';
import { forgetOldKept, sqliteKept } from './kept.ts';
import { migrate } from './migrations.ts';
import { makeShelf } from './shelves.ts';
import { showing } from './shown.ts';
import { holdArticles, sqliteSources } from './sources.ts';
import { sqliteView } from './view.ts';

/** The archive's name in the folder that the bot writes to. */
export const archiveName = 'verbatim.sqlite';

/**
 * Opens the archive in a folder, both of which are made where they are missing.
 * @param recordOf works out what is kept of an article.
 * @throws UserError where that cannot be: what is wrong with the folder or the file, and what to do.
 */
export async function openSqliteArchive(
	dataDir: string,
	recordOf: RecordOf,
): Promise<Archive & { readonly database: Database }> {
	const database = openOrExplain(dataDir);
	try {
		database.hurry();
		await forgetOldKept(database);
		return sqliteArchive(database, recordOf);
	} catch (error) {
		database.close();
		throw error;
	}
}

function openOrExplain(dataDir: string): Database {
	const file = join(dataDir, archiveName);
	try {
		mkdirSync(dataDir, { recursive: true });
	} catch (error) {
		throw new UserError(
			`DATA_DIR is "${dataDir}", where no folder can be made: set it to a folder that the bot may write to.`,
			{ cause: error },
		);
	}
	let database: Database | undefined;
	try {
		database = openDatabase(file);
		const refused = migrate(database);
		// The smallest write: a file system that is full or read-only shows here and not at a member's question.
		if (!refused)
			database.writeNow(() => database?.run('UPDATE shelves SET generation = generation WHERE number = 0'));
		if (refused === null) return database;
		throw new UserError(
			refused === 'foreign'
				? `"${file}" is a database of another program: move it away, or set DATA_DIR to another folder.`
				: `"${file}" was written by a newer Verbatim: start that one, or move the file away and the articles are read afresh.`,
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
				`"${file}" is damaged or no archive: move it away and start again, and the articles are read afresh.`,
				{ cause: error },
			);
		case 3: // no permission
		case 8: // read-only
		case 10: // the disk gives an error
		case 14: // cannot be opened
			return new UserError(
				`"${file}" cannot be written to: let the bot write to that folder, or set DATA_DIR to another one.`,
				{ cause: error },
			);
		case 13:
			return new UserError(
				`The disk is full, so "${file}" cannot be written to: make room and start again.`,
				{
					cause: error,
				},
			);
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

function sqliteArchive(database: Database, recordOf: RecordOf): Archive & { readonly database: Database } {
	const identity = database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'identity'")?.value;
	const secret = database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'secret'")?.value;
	if (identity === undefined || secret === undefined) throw new Error('The archive has lost its identity.');
	return {
		...sqliteKept(database),
		database,
		identity,
		secret,
		seenBy: (server) => sqliteView(database, server),
		sources: (set) => sqliteSources(database, recordOf, set),
		async put(records, shelf = sharedShelf) {
			await database.write(() => {
				const range = makeShelf(database, shelf);
				const shown = showing(database, recordOf);
				for (const record of new Map(records.map((one) => [one.line.id, one])).values()) {
					holdArticles(database, shown, range, { kind: 'put', name: record.line.id }, [record]);
				}
				shown.finish();
			});
		},
		close: async () => database.close(),
	};
}
