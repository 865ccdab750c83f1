import { sharedShelf } from '../shelves.ts';
import { recordOf } from '../sources/record.ts';
import type { Archive } from '../stores/archive.ts';
import { copyStore, type TableCount } from '../stores/copy/copy.ts';
import { postgresSide } from '../stores/copy/postgres-side.ts';
import { sqliteSide } from '../stores/copy/sqlite-side.ts';
import { openPostgresArchive } from '../stores/postgres/archive.ts';
import { openSqliteArchive } from '../stores/sqlite/archive.ts';

/** Where the archive is, in one word that a reading thread can be given: a PostgreSQL's address, or a folder. */
export const placeOf = (store: { readonly dataDir: string; readonly storeUrl: string | null }): string =>
	store.storeUrl ?? store.dataDir;

/** Opens the archive at such a place. @throws UserError where it cannot be opened. */
export const openAt = (place: string): Promise<Archive> =>
	isPostgres(place) ? openPostgresArchive(place, recordOf) : openArchive(place);

/** Opens the archive that the configuration names. @throws UserError where it cannot be opened. */
export const openStore = (store: Parameters<typeof placeOf>[0]): Promise<Archive> => openAt(placeOf(store));

const isPostgres = (place: string) => /^postgres(?:ql)?:/u.test(place);

/** Opens the archive in a folder. @throws UserError where it cannot be opened. */
export const openArchive = (dataDir: string, clock?: () => number): Promise<Archive> =>
	openSqliteArchive(dataDir, recordOf, clock);

/** Those of the sources that are files of the articles folder. */
export const folderFiles = { shelf: sharedShelf, kind: 'folder' } as const;

/**
 * Copies an archive to another place. Each is a folder or the address of a PostgreSQL.
 * @returns how many rows each table has on both sides.
 * @throws UserError where one cannot be opened, or the other is not empty.
 */
export async function copyBetween(
	from: string,
	to: string,
	report: (what: string) => void,
): Promise<TableCount[]> {
	const open = async (place: string, use: 'from' | 'to') =>
		isPostgres(place) ? postgresSide(place, use) : sqliteSide(place, use);
	const source = await open(from, 'from');
	try {
		const target = await open(to, 'to');
		try {
			return await copyStore(source, target, recordOf, report);
		} finally {
			await target.close();
		}
	} finally {
		await source.close();
	}
}
