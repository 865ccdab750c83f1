import type { ExplanationStore } from '../explanations.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';

/** How often a language model was asked by somebody on the last day they asked. */
export const explanationTables =
	'CREATE TABLE explanations (who text PRIMARY KEY, day text NOT NULL, used bigint NOT NULL);';

/** The part of a PostgreSQL archive that counts questions to a language model. */
export function postgresExplanations(database: Database, clock: Clock): ExplanationStore {
	const today = () => `to_char(to_timestamp(${clock()} / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
	return {
		async spend(who, most) {
			if (most < 1) return false;
			const changes = await database.change(
				`INSERT INTO explanations AS e VALUES (?, ${today()}, 1) ON CONFLICT (who) DO UPDATE
				SET used = CASE WHEN e.day = excluded.day THEN e.used + 1 ELSE 1 END, day = excluded.day
				WHERE e.day <> excluded.day OR e.used < ?`,
				who,
				most,
			);
			return changes === 1;
		},
		async giveBack(who) {
			await database.change(
				`UPDATE explanations SET used = used - 1 WHERE who = ? AND day = ${today()} AND used > 0`,
				who,
			);
		},
	};
}
