import type { DigestSettings, SettingsChange } from './digests.ts';

/** The column of each setting; "server" is the key. */
export const columnOf = {
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
export const settingNames = Object.keys(columnOf) as readonly (keyof typeof columnOf)[];

/** A row as both databases give it, with the columns under the names of the settings. */
export interface SettingsRow extends Omit<DigestSettings, 'follow' | 'leaveOut' | 'apart' | 'covered'> {
	readonly follow: string;
	readonly leaveOut: string;
	readonly apart: number;
	readonly coveredNumber: number | null;
	readonly coveredAt: number | null;
}

/** Its columns, of digest_settings `s`. */
export const settingsColumns = settingNames
	.map((name) => `${name === 'setBy' ? "nullif(s.set_by, '')" : `s.${columnOf[name]}`} AS "${name}"`)
	.concat(['s.server', 's.set_at AS "setAt"', 's.paused', 's.paused_at AS "pausedAt"'])
	.concat(['s.covered_number AS "coveredNumber"', 's.covered_at AS "coveredAt"'])
	.join(', ');

export function settingsOf({ coveredNumber, coveredAt, ...row }: SettingsRow): DigestSettings {
	return {
		...row,
		follow: JSON.parse(row.follow),
		leaveOut: JSON.parse(row.leaveOut),
		apart: row.apart !== 0,
		covered: coveredNumber === null || coveredAt === null ? null : { number: coveredNumber, at: coveredAt },
	};
}

/** A setting as its column has it. */
export function cell(value: SettingsChange[keyof SettingsChange]): string | number | null {
	if (typeof value === 'boolean') return value ? 1 : 0;
	return typeof value === 'string' || typeof value === 'number'
		? value
		: value
			? JSON.stringify(value)
			: null;
}

/** The columns of an entry of the ledger. */
export const ledgerColumns = ['server', 'date', 'slot', 'state', 'due_at AS "dueAt"', 'channel', 'attempts']
	.concat(['lease_until AS "leaseUntil"', 'retry_at AS "retryAt"', 'message', 'settled_at AS "settledAt"'])
	.concat(['reason', 'plan'])
	.join(', ');
