import type { DigestSettings, DigestStore, NewDigestSettings, SettingsChange } from '../digests.ts';
import type { Database } from './database.ts';
import { sqliteArrivals } from './digest-arrivals.ts';
import { sqliteLedger } from './digest-ledger.ts';

/** The column of each setting; "server" is the key. */
const columnOf = {
	channel: 'channel',
	time: 'time',
	zone: 'zone',
	days: 'days',
	follow: 'follow',
	leaveOut: 'leave_out',
	length: 'length',
	role: 'role',
	roleSetBy: 'role_set_by',
	apart: 'apart',
	quiet: 'quiet',
	first: 'first',
	setBy: 'set_by',
} as const satisfies Record<keyof SettingsChange, string>;
const names = Object.keys(columnOf) as readonly (keyof typeof columnOf)[];

interface SettingsRow extends Omit<DigestSettings, 'follow' | 'leaveOut' | 'apart' | 'covered'> {
	readonly follow: string;
	readonly leaveOut: string;
	readonly apart: number;
	readonly coveredNumber: number | null;
	readonly coveredAt: number | null;
}

const selected = names
	.map((name) => `${name === 'setBy' ? "nullif(s.set_by, '')" : `s.${columnOf[name]}`} AS ${name}`)
	.concat(['s.server', 's.set_at AS setAt', 's.paused', 's.paused_at AS pausedAt'])
	.concat(['s.covered_number AS coveredNumber', 's.covered_at AS coveredAt'])
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

function cell(value: SettingsChange[keyof SettingsChange]): string | number | null {
	if (typeof value === 'boolean') return value ? 1 : 0;
	return typeof value === 'string' || typeof value === 'number'
		? value
		: value
			? JSON.stringify(value)
			: null;
}

/** The digests' part of a SQLite archive: in the same file, so that a claim and its articles are kept together. */
export function sqliteDigests(database: Database, clock: () => number): DigestStore {
	const change = (sql: string, ...values: (string | number | null)[]) =>
		database.write(() => database.run(sql, ...values).changes);
	const settings = (server: string) =>
		database.get<SettingsRow>(`SELECT ${selected} FROM digest_settings AS s WHERE s.server = ?`, server);
	const put = `INSERT INTO digest_settings (server, set_at, ${names.map((name) => columnOf[name]).join(', ')})
		VALUES (?, ?, ${names.map(() => '?').join(', ')})
		ON CONFLICT (server) DO UPDATE SET set_at = excluded.set_at, paused = NULL, paused_at = NULL,
			${names.map((name) => `${columnOf[name]} = excluded.${columnOf[name]}`).join(', ')}`;
	return {
		...sqliteLedger(database, clock),
		...sqliteArrivals(database),
		now: async () => clock(),

		async settings(server) {
			const row = settings(server);
			return row ? settingsOf(row) : null;
		},
		async putSettings(to: NewDigestSettings) {
			await change(put, to.server, clock(), ...names.map((name) => cell(to[name])));
		},
		async changeSettings(server, changes) {
			const given = names.filter((name) => changes[name] !== undefined);
			const set = ['set_at = ?', ...given.map((name) => `${columnOf[name]} = ?`)].join(', ');
			const values = given.map((name) => cell(changes[name]));
			return (
				(await change(`UPDATE digest_settings SET ${set} WHERE server = ?`, clock(), ...values, server)) > 0
			);
		},
		async pause(server, why) {
			const sql = 'UPDATE digest_settings SET paused = ?, paused_at = ? WHERE server = ? AND paused IS NULL';
			return (await change(sql, why, clock(), server)) > 0;
		},
		async resume(server, first) {
			const sql = 'UPDATE digest_settings SET paused = NULL, paused_at = NULL, first = ? WHERE server = ?';
			await change(sql, first, server);
		},
		async removeSettings(server) {
			await change('DELETE FROM digest_settings WHERE server = ?', server);
		},

		clocks: async () => database.all('SELECT DISTINCT zone, time FROM digest_settings WHERE paused IS NULL'),
		unclaimed: async ({ zone, time }, date, dayBit) =>
			database
				.all<SettingsRow>(
					`SELECT ${selected} FROM digest_settings AS s
					WHERE s.zone = ? AND s.time = ? AND s.paused IS NULL AND s.server NOT IN (SELECT server FROM removed_servers)
					AND s.first <= ? AND (s.days & ?) <> 0
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
