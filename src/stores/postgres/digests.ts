import {
	cell,
	columnOf,
	type SettingsRow,
	settingNames,
	settingsColumns,
	settingsOf,
} from '../digest-rows.ts';
import type { DigestStore, NewDigestSettings } from '../digests.ts';
import { hasBot } from '../removed-servers.ts';
import { type Clock, timeOf } from './clock.ts';
import type { Database } from './database.ts';
import { postgresArrivals } from './digest-arrivals.ts';
import { postgresLedger } from './digest-ledger.ts';

/** The digests' part of a PostgreSQL archive. */
export function postgresDigests(database: Database, clock: Clock): DigestStore {
	const { change } = database;
	const put =
		() => `INSERT INTO digest_settings (server, set_at, ${settingNames.map((name) => columnOf[name]).join(', ')})
		VALUES (?, ${clock()}, ${settingNames.map(() => '?').join(', ')})
		ON CONFLICT (server) DO UPDATE SET set_at = excluded.set_at, paused = NULL, paused_at = NULL,
			${settingNames.map((name) => `${columnOf[name]} = excluded.${columnOf[name]}`).join(', ')}`;
	return {
		...postgresLedger(database, clock),
		...postgresArrivals(database),
		now: () => timeOf(database, clock),

		async settings(server) {
			const row = await database.get<SettingsRow>(
				`SELECT ${settingsColumns} FROM digest_settings AS s WHERE s.server = ?`,
				server,
			);
			return row ? settingsOf(row) : null;
		},
		async putSettings(to: NewDigestSettings) {
			await change(put(), to.server, ...settingNames.map((name) => cell(to[name])));
		},
		async changeSettings(server, changes) {
			const given = settingNames.filter((name) => changes[name] !== undefined);
			const set = [`set_at = ${clock()}`, ...given.map((name) => `${columnOf[name]} = ?`)].join(', ');
			const values = given.map((name) => cell(changes[name]));
			return (await change(`UPDATE digest_settings SET ${set} WHERE server = ?`, ...values, server)) > 0;
		},
		async pause(server, why) {
			const sql = `UPDATE digest_settings SET paused = ?, paused_at = ${clock()} WHERE server = ? AND paused IS NULL`;
			return (await change(sql, why, server)) > 0;
		},
		async resume(server, first) {
			const sql = 'UPDATE digest_settings SET paused = NULL, paused_at = NULL, first = ? WHERE server = ?';
			await change(sql, first, server);
		},
		async removeSettings(server) {
			await change('DELETE FROM digest_settings WHERE server = ?', server);
		},

		clocks: () => database.all('SELECT DISTINCT zone, time FROM digest_settings WHERE paused IS NULL'),
		async unclaimed({ zone, time }, date, dayBit) {
			const rows = await database.all<SettingsRow>(
				`SELECT ${settingsColumns} FROM digest_settings AS s
				WHERE s.zone = ? AND s.time = ? AND s.paused IS NULL AND ${hasBot('s.server')}
				AND s.first <= ? AND (s.days & ?::bigint) <> 0
				AND NOT EXISTS (
					SELECT 1 FROM digest_ledger AS l WHERE l.server = s.server AND l.date = ? AND l.slot = 'daily'
				)`,
				zone,
				time,
				date,
				dayBit,
				date,
			);
			return rows.map(settingsOf);
		},
	};
}
