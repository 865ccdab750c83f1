import type { Correction, CorrectionStore } from '../corrections.ts';
import type { Database } from './database.ts';

export const correctionTables = `
	CREATE TABLE corrections (
		server TEXT NOT NULL,
		article TEXT NOT NULL,
		key TEXT NOT NULL,
		change TEXT NOT NULL,
		speaker TEXT,
		words TEXT NOT NULL,
		was TEXT,
		member TEXT NOT NULL,
		at INTEGER NOT NULL,
		PRIMARY KEY (server, article, key)
	) WITHOUT ROWID;
	-- How often a server's corrections were changed.
	CREATE TABLE corrected_servers (server TEXT PRIMARY KEY, generation INTEGER NOT NULL) WITHOUT ROWID;
`;

/** More than anybody corrects by hand: every view of the server looks through them. */
const most = 200;

/** The part of a SQLite archive that keeps what servers have corrected. */
export function sqliteCorrections(database: Database, clock: () => number): CorrectionStore {
	const changed = (server: string) =>
		database.run(
			`INSERT INTO corrected_servers VALUES (?, 1)
			ON CONFLICT (server) DO UPDATE SET generation = generation + 1`,
			server,
		);
	return {
		most,
		of: async (server) =>
			database.all<Correction>(
				`SELECT article, key, change, speaker, words, was, nullif(member, '') AS member, at FROM corrections
				WHERE server = ? ORDER BY at DESC, article, key`,
				server,
			),
		generation: (server) =>
			database.get<{ generation: number }>(
				'SELECT generation FROM corrected_servers WHERE server = ?',
				server,
			)?.generation ?? 0,
		put: (server, { article, key, change, speaker, words, was, member }) =>
			database.write(() => {
				const others = database.get<{ count: number }>(
					'SELECT count(*) AS count FROM corrections WHERE server = ? AND NOT (article = ? AND key = ?)',
					server,
					article,
					key,
				);
				if ((others?.count ?? 0) >= most) return false;
				database.run(
					'INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
					...[server, article, key, change, speaker, words, was, member ?? '', clock()],
				);
				changed(server);
				return true;
			}),
		remove: (server, { article, key }) =>
			database.write(() => {
				const { changes } = database.run(
					'DELETE FROM corrections WHERE server = ? AND article = ? AND key = ?',
					server,
					article,
					key,
				);
				if (changes > 0) changed(server);
				return changes > 0;
			}),
	};
}
