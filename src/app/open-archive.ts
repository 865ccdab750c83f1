import { sharedShelf } from '../shelves.ts';
import { recordOf } from '../sources/record.ts';
import type { Archive } from '../stores/archive.ts';
import { openPostgresArchive } from '../stores/postgres/archive.ts';
import { openSqliteArchive } from '../stores/sqlite/archive.ts';

/** Opens the archive; this is where the store is chosen. @throws UserError where it cannot be opened. */
export const openStore = (store: {
	readonly dataDir: string;
	readonly storeUrl: string | null;
}): Promise<Archive> =>
	store.storeUrl === null ? openArchive(store.dataDir) : openPostgresArchive(store.storeUrl, recordOf);

/** Opens the archive in a folder. @throws UserError where it cannot be opened. */
export const openArchive = (dataDir: string, clock?: () => number): Promise<Archive> =>
	openSqliteArchive(dataDir, recordOf, clock);

/** Those of the sources that are files of the articles folder. */
export const folderFiles = { shelf: sharedShelf, kind: 'folder' } as const;
