import { sharedShelf } from '../shelves.ts';
import { recordOf } from '../sources/record.ts';
import type { Archive } from '../stores/archive.ts';
import { openSqliteArchive } from '../stores/sqlite/archive.ts';

/** Opens the archive: here it is decided which store there is. @throws UserError where that cannot be. */
export const openArchive = (dataDir: string, clock?: () => number): Promise<Archive> =>
	openSqliteArchive(dataDir, recordOf, clock);

/** Of all sources those that are files of the articles folder. */
export const folderFiles = { shelf: sharedShelf, kind: 'folder' } as const;
