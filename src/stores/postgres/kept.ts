import type { KeptStore } from '../kept.ts';
import { keptForDays, keyOfKept } from '../kept-values.ts';
import type { Database } from './database.ts';

export const keptTables = `
	-- What does not fit into a custom id, under a short key.
	CREATE TABLE kept (key text PRIMARY KEY, value text NOT NULL, at bigint NOT NULL);
	CREATE INDEX kept_by_age ON kept (at);
`;

/** The day, counted from 1970. */
const today = 'floor(extract(epoch FROM clock_timestamp()) / 86400)::bigint';

/** The part of a PostgreSQL archive that keeps what does not fit into a custom id. */
export function postgresKept(database: Database): KeptStore {
	return {
		keptForDays,
		async keep(value) {
			const key = keyOfKept(value);
			await database.change(
				`INSERT INTO kept AS k (key, value, at) VALUES (?, ?, ${today})
				ON CONFLICT (key) DO UPDATE SET at = excluded.at WHERE k.at < excluded.at`,
				key,
				value,
			);
			return key;
		},
		find: async (key) =>
			(await database.get<{ value: string }>('SELECT value FROM kept WHERE key = ?', key))?.value ?? null,
	};
}

/** Deletes what has not been kept again for half a year. */
export async function forgetOldKept(database: Database): Promise<void> {
	await database.change(`DELETE FROM kept WHERE at < ${today} - ?::bigint`, keptForDays);
}
