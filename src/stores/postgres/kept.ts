import { createHash } from 'node:crypto';
import type { KeptStore } from '../kept.ts';
import type { Database } from './database.ts';

export const keptTables = `
	-- What does not fit into a custom id, under a short key.
	CREATE TABLE kept (key text PRIMARY KEY, value text NOT NULL, at bigint NOT NULL);
	CREATE INDEX kept_by_age ON kept (at);
`;

/** A value that has not been kept again for this long is deleted when the archive is opened. */
const keptForDays = 180;
const mostCharacters = 8_000;
/** 72 bits of a key: a hundred million values collide with a probability under one in a million. */
const keyLength = 12;
/** The day, counted from 1970. */
const today = 'floor(extract(epoch FROM clock_timestamp()) / 86400)::bigint';

/** The part of a PostgreSQL archive that keeps what does not fit into a custom id. */
export function postgresKept(database: Database): KeptStore {
	return {
		keptForDays,
		async keep(value) {
			if (value.length > mostCharacters) {
				throw new RangeError(`A kept value has at most ${mostCharacters} characters, not ${value.length}.`);
			}
			const key = createHash('sha256').update(value).digest('base64url').slice(0, keyLength);
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
