import { UserError } from '../errors.ts';
import { recordOf } from '../sources/record.ts';
import { copyStore, type TableCount } from '../stores/copy/copy.ts';
import { postgresSide } from '../stores/copy/postgres-side.ts';
import { sqliteSide } from '../stores/copy/sqlite-side.ts';
import { isPostgres } from './open-archive.ts';

/**
 * Copies an archive to another place. Each is a folder or the address of a PostgreSQL.
 * @returns how many rows each table has on both sides.
 * @throws UserError where one is neither, or cannot be opened, or the other is not empty.
 */
export async function copyBetween(
	from: string,
	to: string,
	report: (what: string) => void,
): Promise<TableCount[]> {
	const open = async (place: string, use: 'from' | 'to') => {
		if (isPostgres(place)) return postgresSide(place, use);
		// An address with a slip in it would be a folder, and be made.
		if (place.includes('://')) {
			throw new UserError(
				'An address to copy from or to has to begin with postgres://; anything else is a folder.',
			);
		}
		return sqliteSide(place, use);
	};
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
