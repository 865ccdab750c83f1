import type { Article } from '../article.ts';
import { sharedShelf } from '../shelves.ts';
import type { Archive } from '../stores/archive.ts';

/** Where the archive is, in one word that a reading thread can be given: a PostgreSQL's address, or a folder. */
export const placeOf = (store: { readonly dataDir: string; readonly storeUrl: string | null }): string =>
	store.storeUrl ?? store.dataDir;

/** Opens the archive at such a place. @throws UserError where it cannot be opened. */
export async function openAt(place: string): Promise<Archive> {
	if (!isPostgres(place)) return openArchive(place);
	// Each is loaded only where it is used: with its client this one takes as much memory as all of the commands.
	const { openPostgresArchive } = await import('../stores/postgres/archive.ts');
	return openPostgresArchive(place, recordSoon);
}

/** Opens the archive that the configuration names. @throws UserError where it cannot be opened. */
export const openStore = (store: Parameters<typeof placeOf>[0]): Promise<Archive> => openAt(placeOf(store));

/** Whether a place is the address of a PostgreSQL, and no folder. */
export const isPostgres = (place: string) => /^postgres(?:ql)?:/u.test(place);

/** Opens the archive in a folder. @throws UserError where it cannot be opened. */
export async function openArchive(dataDir: string, clock?: () => number): Promise<Archive> {
	const [{ openSqliteArchive }, { recordOf }] = await Promise.all([
		import('../stores/sqlite/archive.ts'),
		import('../sources/record.ts'),
	]);
	return openSqliteArchive(dataDir, recordOf, clock);
}

/** Those of the sources that are files of the articles folder. */
export const folderFiles = { shelf: sharedShelf, kind: 'folder' } as const;

/** This process seldom works out a record; its reading threads do. */
async function recordSoon(article: Article) {
	const { recordOf } = await import('../sources/record.ts');
	return recordOf(article);
}
