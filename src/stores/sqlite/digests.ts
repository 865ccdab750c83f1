import type { DigestSettings, DigestStore } from '../../library/digests.ts';
import type { Database } from './database.ts';
import { sqliteArrivals } from './digest-arrivals.ts';
import { sqliteLedger } from './digest-ledger.ts';

interface SettingsRow extends Omit<DigestSettings, 'follow' | 'leaveOut' | 'apart' | 'covered'> {
	readonly follow: string;
	readonly leaveOut: string;
	readonly apart: number;
	readonly coveredNumber: number | null;
	readonly coveredAt: number | null;
}

const columns = ['server', 'channel', 'time', 'zone', 'days', 'follow', 'leave_out AS leaveOut', 'length']
	.concat(['role', 'apart', 'quiet', 'first', 'set_by AS setBy', 'set_at AS setAt', 'paused'])
	.concat(['paused_at AS pausedAt', 'covered_number AS coveredNumber', 'covered_at AS coveredAt'])
	.map((column) => `s.${column}`)
	.join(', ');

function settingsOf({ coveredNumber, coveredAt, ...row }: SettingsRow): DigestSettings {
	return {
		...row,
		follow: JSON.parse(row.follow),
		leaveOut: JSON.parse(row.leaveOut),
		apart: row.apart !== 0,
		covered: coveredNumber === null || coveredAt === null ? null : { number: coveredNumber, at: coveredAt },
	};
}

/** The digests' part of a SQLite archive: in its file, so that a claim and what it is about lie together. */
export function sqliteDigests(database: Database): DigestStore {
	const change = (sql: string, ...values: (string | number | null)[]) =>
		database.write(() => database.run(sql, ...values).changes);
	return {
		...sqliteLedger(database),
		...sqliteArrivals(database),

		async settings(server) {
			const row = database.get<SettingsRow>(
				`SELECT ${columns} FROM digest_settings AS s WHERE s.server = ?`,
				server,
			);
			return row ? settingsOf(row) : null;
		},

		async putSettings(to) {
			await change(
				`INSERT INTO digest_settings (server, channel, time, zone, days, follow, leave_out, length, role, apart,
					quiet, first, set_by, set_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				ON CONFLICT (server) DO UPDATE SET channel = excluded.channel, time = excluded.time,
					zone = excluded.zone, days = excluded.days, follow = excluded.follow,
					leave_out = excluded.leave_out, length = excluded.length, role = excluded.role,
					apart = excluded.apart, quiet = excluded.quiet, first = excluded.first,
					set_by = excluded.set_by, set_at = excluded.set_at, paused = NULL, paused_at = NULL`,
				to.server,
				to.channel,
				to.time,
				to.zone,
				to.days,
				JSON.stringify(to.follow),
				JSON.stringify(to.leaveOut),
				to.length,
				to.role,
				to.apart ? 1 : 0,
				to.quiet,
				to.first,
				to.setBy,
				to.setAt,
			);
		},

		async pause(server, why, now) {
			const sql = 'UPDATE digest_settings SET paused = ?, paused_at = ? WHERE server = ? AND paused IS NULL';
			return (await change(sql, why, now, server)) > 0;
		},
		async resume(server, first) {
			const sql = 'UPDATE digest_settings SET paused = NULL, paused_at = NULL, first = ? WHERE server = ?';
			await change(sql, first, server);
		},
		async removeSettings(server) {
			await change('DELETE FROM digest_settings WHERE server = ?', server);
		},
		async counts() {
			const row = database.get<{ active: number; paused: number }>(
				'SELECT count(*) - count(paused) AS active, count(paused) AS paused FROM digest_settings',
			);
			return row ?? { active: 0, paused: 0 };
		},

		clocks: async () => database.all('SELECT DISTINCT zone, time FROM digest_settings WHERE paused IS NULL'),
		unclaimed: async ({ zone, time }, date, dayBit) =>
			database
				.all<SettingsRow>(
					`SELECT ${columns} FROM digest_settings AS s
					WHERE s.zone = ? AND s.time = ? AND s.paused IS NULL AND s.first <= ? AND (s.days & ?) <> 0
					AND NOT EXISTS (
						SELECT 1 FROM digest_ledger AS l WHERE l.server = s.server AND l.date = ? AND l.slot = 'daily'
					)`,
					zone,
					time,
					date,
					dayBit,
					date,
				)
				.map(settingsOf),
	};
}
