import type { Correction, CorrectionStore } from '../corrections.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Generations } from './generations.ts';

export const correctionTables = `
	CREATE TABLE corrections (
		server text NOT NULL,
		article text NOT NULL,
		key text NOT NULL,
		change text NOT NULL,
		speaker text,
		words text NOT NULL,
		was text,
		member text NOT NULL,
		at bigint NOT NULL,
		PRIMARY KEY (server, article, key)
	);
	-- How often a server's corrections were changed.
	CREATE TABLE corrected_servers (
		server text PRIMARY KEY,
		generation bigint NOT NULL,
		changed timestamptz NOT NULL DEFAULT clock_timestamp()
	);
	CREATE INDEX corrected_servers_by_change ON corrected_servers (changed);
`;

/** More than anybody corrects by hand: every view of the server looks through them. */
const most = 200;

/** The part of a PostgreSQL archive that keeps what servers have corrected. */
export function postgresCorrections(
	database: Database,
	generations: Generations,
	clock: Clock,
): CorrectionStore {
	return {
		most,
		of: (server) =>
			database.all<Correction>(
				`SELECT article, key, change, speaker, words, was, nullif(member, '') AS member, at FROM corrections
				WHERE server = ? ORDER BY at DESC, article, key`,
				server,
			),
		generation: (server) => generations.corrections(server),
		put: (server, { article, key, change, speaker, words, was, member }) =>
			database.write(async (writing) => {
				await writing.lock(`corrections ${server}`);
				const others = await writing.get<{ count: number }>(
					'SELECT count(*) AS count FROM corrections WHERE server = ? AND NOT (article = ? AND key = ?)',
					server,
					article,
					key,
				);
				if ((others?.count ?? 0) >= most) return false;
				await writing.run(
					`INSERT INTO corrections (server, article, key, change, speaker, words, was, member, at)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?, ${clock()})
					ON CONFLICT (server, article, key) DO UPDATE SET change = excluded.change,
						speaker = excluded.speaker, words = excluded.words, was = excluded.was,
						member = excluded.member, at = excluded.at`,
					...[server, article, key, change, speaker, words, was, member ?? ''],
				);
				await generations.raise(writing, { corrections: server });
				return true;
			}),
		remove: (server, { article, key }) =>
			database.write(async (writing) => {
				await writing.lock(`corrections ${server}`);
				const changes = await writing.run(
					'DELETE FROM corrections WHERE server = ? AND article = ? AND key = ?',
					server,
					article,
					key,
				);
				if (changes > 0) await generations.raise(writing, { corrections: server });
				return changes > 0;
			}),
	};
}
