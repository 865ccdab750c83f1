import type { ExplanationStore } from '../explanations.ts';
import type { Database } from './database.ts';

/** How often a language model was asked by somebody on the last day they asked. */
export const explanationTables = `
	CREATE TABLE explanations (who TEXT PRIMARY KEY, day TEXT NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
`;

/** The part of a SQLite archive that counts questions to a language model. */
export function sqliteExplanations(database: Database, clock: () => number): ExplanationStore {
	const today = () => new Date(clock()).toISOString().slice(0, 10);
	return {
		spend: async (who, most) =>
			database.write(() => {
				if (most < 1) return false;
				const { changes } = database.run(
					`INSERT INTO explanations VALUES (?, ?, 1) ON CONFLICT (who) DO UPDATE
					SET used = CASE WHEN day = excluded.day THEN used + 1 ELSE 1 END, day = excluded.day
					WHERE day <> excluded.day OR used < ?`,
					who,
					today(),
					most,
				);
				return changes === 1;
			}),
		giveBack: async (who) =>
			database.write(() => {
				database.run(
					'UPDATE explanations SET used = used - 1 WHERE who = ? AND day = ? AND used > 0',
					who,
					today(),
				);
			}),
	};
}
