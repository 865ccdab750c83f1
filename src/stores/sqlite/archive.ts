import { UserError } from '../../errors.ts';
import { sharedShelf } from '../../shelves.ts';
import type { Archive } from '../archive.ts';
import type { RecordOf } from '../articles.ts';
import { progressTable, unfinished } from '../copy/side.ts';
import { sqliteAdditions } from './additions.ts';
import { sqliteCorrections } from './corrections.ts';
import type { Database } from './database.ts';
import { sqliteDigests } from './digests.ts';
import { sqliteDiscussions } from './discussions.ts';
import { sqliteExplanations } from './explanations.ts';
import { sqliteFeeds } from './feeds.ts';
import { sqliteFollows } from './follows.ts';
import { forgetOldKept, sqliteKept } from './kept.ts';
import { openOrExplain } from './open.ts';
import { sqliteRemoval } from './removal.ts';
import { sqliteShards } from './shards.ts';
import { makeShelf } from './shelves.ts';
import { showing } from './shown.ts';
import { holdArticles, sqliteSources } from './sources.ts';
import { sqliteThreads } from './threads.ts';
import { sqliteView } from './view.ts';

/**
 * Opens the archive in a folder, creating both where they are missing.
 * @param recordOf works out what is kept of an article.
 * @param clock in milliseconds since 1970: SQLite runs in this process, so it is this machine's unless a test gives
 *   another.
 * @throws UserError where that fails: what is wrong with the folder or the file, and what to do.
 */
export async function openSqliteArchive(
	dataDir: string,
	recordOf: RecordOf,
	clock: () => number = Date.now,
): Promise<Archive> {
	const database = openOrExplain(dataDir);
	try {
		if (database.get('SELECT 1 FROM sqlite_schema WHERE name = ?', progressTable))
			throw new UserError(unfinished(`"${dataDir}"`));
		database.hurry();
		await forgetOldKept(database);
		return sqliteArchive(database, recordOf, clock);
	} catch (error) {
		database.close();
		throw error;
	}
}

/** If it differs after opening, another archive was copied over the file. */
function identityOf(database: Database): string | undefined {
	return database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'identity'")?.value;
}

function sqliteArchive(database: Database, recordOf: RecordOf, clock: () => number): Archive {
	const identity = identityOf(database);
	const secret = database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'secret'")?.value;
	if (identity === undefined || secret === undefined) throw new Error('The archive has lost its identity.');
	return {
		...sqliteKept(database),
		identity,
		secret,
		digests: sqliteDigests(database, clock),
		corrections: sqliteCorrections(database, clock),
		threads: sqliteThreads(database),
		discussions: sqliteDiscussions(database, clock),
		follows: sqliteFollows(database, clock),
		feeds: sqliteFeeds(database, clock),
		explanations: sqliteExplanations(database, clock),
		additions: sqliteAdditions(database, clock),
		shards: sqliteShards(database, clock),
		removal: sqliteRemoval(database, clock),
		isLost: async () => database.isLost() || identityOf(database) !== identity,
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
