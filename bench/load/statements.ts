import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onDatabase } from '../prepared/on-database.ts';

/** Settings of a server that counts what it is asked. It takes some time of its own for each statement. */
export const counting = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track': 'all' };

/** Counts from now on. */
export async function countStatements(url: string): Promise<void> {
	await onDatabase(
		url,
		'CREATE EXTENSION IF NOT EXISTS pg_stat_statements',
		'SELECT pg_stat_statements_reset()',
	);
}

/** Writes what the database was asked since then: how often, and how long it took in all and on average, in ms. */
export async function writeStatements(url: string, folder: string): Promise<void> {
	const rows = await onDatabase(
		url,
		`SELECT calls::int, round(total_exec_time) AS total, round(mean_exec_time::numeric, 3)::float AS mean,
			(rows / greatest(calls, 1))::int AS "rowsEach", query
		FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT 200`,
	);
	await writeFile(join(folder, 'statements.json'), JSON.stringify(rows, null, '\t'));
}
