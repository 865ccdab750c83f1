import { sharedShelf } from '../shelves.ts';
import { recordOf } from '../sources/record.ts';
import { openSqliteArchive } from '../stores/sqlite/archive.ts';

/** Opens the archive: here it is decided which store there is. @throws UserError where that cannot be. */
export const openArchive = (dataDir: string) => openSqliteArchive(dataDir, recordOf);

/** Of all sources those that are files of the articles folder. */
export const folderFiles = { shelf: sharedShelf, kind: 'folder' } as const;
