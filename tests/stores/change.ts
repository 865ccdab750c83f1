import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { archiveName } from '../../src/stores/sqlite/open.ts';

/** Changes an archive's file from outside, for what no store lets anybody do: to set back when something was added. */
export function changeArchive(dataDir: string, sql: string, ...values: SQLInputValue[]): void {
	const database = new DatabaseSync(join(dataDir, archiveName), { timeout: 5_000 });
	try {
		database.prepare(sql).run(...values);
	} finally {
		database.close();
	}
}
