// Where the archive of bench:digest is: in a folder, or in a PostgreSQL that is restarted while it is used.
import { join } from 'node:path';
import pg from 'pg';
import { openArchive } from '../../src/app/open-archive.ts';
import { recordOf } from '../../src/sources/record.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { openPostgresArchive } from '../../src/stores/postgres/archive.ts';
import { databaseClock } from '../../src/stores/postgres/clock.ts';
import { openDatabase } from '../../src/stores/sqlite/database.ts';
import { archiveName } from '../../src/stores/sqlite/open.ts';

export interface Place {
	readonly dataDir: string;
	/** Of a PostgreSQL; null keeps everything in the folder. */
	readonly storeUrl: string | null;
}

/**
 * @param fast lets the archive's clock run as that of the processes does: SQLite takes the process's own, PostgreSQL
 * has one of its own.
 */
export function openPlace(
	{ dataDir, storeUrl }: Place,
	fast: { readonly since: number; readonly speed: number } | null = null,
): Promise<Archive> {
	if (storeUrl === null) return openArchive(dataDir);
	if (fast === null) return openPostgresArchive(storeUrl, recordOf);
	const { since, speed } = fast;
	return openPostgresArchive(
		storeUrl,
		recordOf,
		() => `(${since}::bigint + (${databaseClock()} - ${since}::bigint) * ${speed})`,
	);
}

/** How many digests the ledger has as posted; null where the database does not answer. */
export async function postedIn({ dataDir, storeUrl }: Place): Promise<number | null> {
	const sql = "SELECT count(*) AS posted FROM digest_ledger WHERE state = 'posted'";
	if (storeUrl === null) {
		const database = openDatabase(join(dataDir, archiveName));
		const row = database.get<{ posted: number }>(sql);
		database.close();
		return row?.posted ?? 0;
	}
	const client = new pg.Client({ connectionString: storeUrl, connectionTimeoutMillis: 2_000 });
	// A connection that breaks also fails what was asked over it.
	client.on('error', () => undefined);
	try {
		await client.connect();
		const { rows } = await client.query<{ posted: string }>(sql);
		return Number(rows[0]?.posted ?? 0);
	} catch {
		return null;
	} finally {
		await client.end().catch(() => undefined);
	}
}
