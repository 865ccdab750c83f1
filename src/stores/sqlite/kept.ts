import type { KeptStore } from '../kept.ts';
import { keptForDays, keyOfKept } from '../kept-values.ts';
import type { Database } from './database.ts';

const dayMs = 86_400_000;

/** The part of a SQLite archive that keeps what does not fit into a custom id. */
export function sqliteKept(database: Database): KeptStore {
	return {
		keptForDays,
		async keep(value) {
			const key = keyOfKept(value);
			const today = Math.floor(Date.now() / dayMs);
			const known = database.get<{ at: number }>('SELECT at FROM kept WHERE key = ?', key);
			if (known?.at !== today) {
				await database.write(() =>
					database.run('INSERT OR REPLACE INTO kept VALUES (?, ?, ?)', key, value, today),
				);
			}
			return key;
		},
		find: async (key) =>
			database.get<{ value: string }>('SELECT value FROM kept WHERE key = ?', key)?.value ?? null,
	};
}

/** Deletes what has not been kept again for half a year. */
export async function forgetOldKept(database: Database): Promise<void> {
	const last = Math.floor(Date.now() / dayMs) - keptForDays;
	const old = database.get('SELECT 1 FROM kept WHERE at < ? LIMIT 1', last);
	if (old) await database.write(() => database.run('DELETE FROM kept WHERE at < ?', last));
}
