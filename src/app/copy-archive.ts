import { recordOf } from '../sources/record.ts';
import { copyStore, type TableCount } from '../stores/copy/copy.ts';
import { postgresSide } from '../stores/copy/postgres-side.ts';
import { sqliteSide } from '../stores/copy/sqlite-side.ts';
import { isPostgres } from './open-archive.ts';

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
