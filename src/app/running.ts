import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Log } from '../logger.ts';
import type { Config } from './config.ts';

/** A bot that runs on an archive: the number of its process, and the machine or container that this is on. */
export interface Running {
	readonly process: number;
	readonly host: string;
}

/**
 * Notes in the archive's folder that this process runs a bot on it. The note counts as long as the process holds a lock
 * on its file, which ends with the process, however that ends; the archive itself is not locked, and other programs use
 * it as before.
 * @returns another bot that runs there, or null; and what ends the note.
 * @throws SQLite's own errors where the folder cannot be written to.
 */
export function noteRunning(dataDir: string): { readonly other: Running | null; end(): void } {
	const file = new DatabaseSync(join(dataDir, 'running.sqlite'), { timeout: 0 });
	const end = () => file.close();
	try {
		// It is of no use after a power cut.
		file.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN IMMEDIATE');
		file.exec('CREATE TABLE IF NOT EXISTS running (process INTEGER NOT NULL, host TEXT NOT NULL) STRICT');
		file.exec('DELETE FROM running');
		file.prepare('INSERT INTO running VALUES (?, ?)').run(process.pid, hostname());
		// What is committed can be read by others, and this lock keeps them from writing.
		file.exec('COMMIT; BEGIN IMMEDIATE');
		return { other: null, end };
	} catch (error) {
		const other = isLocked(error) ? whoRuns(file) : undefined;
		end();
		if (other === undefined) throw error;
		return { other, end: () => {} };
	}
}

/** SQLite's result code for what another process has locked. */
const isLocked = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === 5;

const whoRuns = (file: DatabaseSync) =>
	file.prepare('SELECT process, host FROM running').get() as Running | undefined;

/**
 * Says in the log where another bot runs on the same archive: with one token, both would answer everything. Not where
 * bots share the shards of a token, or have no gateway: several are meant to run then.
 * @returns what ends the note of this process.
 */
export function warnOfOther(
	{ dataDir, storeUrl, shards }: Pick<Config, 'dataDir' | 'storeUrl' | 'shards'>,
	log: Log,
): () => void {
	if (storeUrl !== null || shards !== null) return () => {};
	try {
		const { other, end } = noteRunning(dataDir);
		if (other !== null) {
			log.warn(
				{ ...other, dataDir },
				`the archive is in use by process ${other.process}, another bot: two bots on one token answer everything twice. Stop one of them, or give this one a DATA_DIR and a token of its own`,
			);
		}
		return end;
	} catch (err) {
		// Some network file systems have no locks.
		log.debug({ err }, 'it cannot be seen whether another bot uses the archive');
		return () => {};
	}
}
