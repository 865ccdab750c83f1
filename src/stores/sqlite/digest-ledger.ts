import type { DigestStore, LedgerEntry, Settled, Slot } from '../../library/digests.ts';
import type { Database } from './database.ts';

type LedgerPart = Pick<
	DigestStore,
	| 'lapsed'
	| 'claim'
	| 'plan'
	| 'settle'
	| 'note'
	| 'entries'
	| 'lastDaily'
	| 'lastPosted'
	| 'shown'
	| 'forget'
>;

const columns = ['server', 'date', 'slot', 'state', 'due_at AS dueAt', 'channel', 'attempts']
	.concat(['lease_until AS leaseUntil', 'retry_at AS retryAt', 'message', 'settled_at AS settledAt'])
	.concat(['reason', 'plan'])
	.join(', ');

const isLapsed = `((state = 'claimed' AND lease_until <= ?) OR (state = 'waiting' AND retry_at <= ?))`;
const ofSlot = 'server = ? AND date = ? AND slot = ?';
/** An entry is its holder's as long as nobody else has claimed it, even where the lease is over. */
const isHeld = `${ofSlot} AND state = 'claimed' AND holder = ?`;

export function sqliteLedger(database: Database): LedgerPart {
	/** Inside a write. */
	const cover = ({ server, date }: Slot, { covered, shown, follow, at }: Settled) => {
		if (covered) {
			database.run(
				'UPDATE digest_settings SET covered_number = ?, covered_at = ? WHERE server = ?',
				covered.number,
				covered.at,
				server,
			);
		}
		for (const article of shown ?? []) {
			database.run('INSERT OR IGNORE INTO digest_articles VALUES (?, ?, ?, ?)', server, article, date, at);
		}
		for (const { slot, channel, plan } of follow ?? []) {
			database.run(
				`INSERT OR IGNORE INTO digest_ledger
					(server, date, slot, state, due_at, channel, lease_until, attempts, retry_at, plan)
				VALUES (?, ?, ?, 'waiting', ?, ?, 0, 0, ?, ?)`,
				server,
				date,
				slot,
				at,
				channel,
				at,
				plan,
			);
		}
	};

	return {
		lapsed: async (now) =>
			database.all<LedgerEntry>(
				`SELECT ${columns} FROM digest_ledger
				WHERE state IN ('claimed', 'waiting') AND ${isLapsed} ORDER BY due_at`,
				now,
				now,
			),

		claim: ({ server, date, slot }, { holder, now, leaseUntil, channel, dueAt }) =>
			database.write(
				() =>
					database.get<LedgerEntry>(
						`INSERT INTO digest_ledger (server, date, slot, state, due_at, channel, holder, lease_until, attempts)
						VALUES (?, ?, ?, 'claimed', ?, ?, ?, ?, 1)
						ON CONFLICT (server, date, slot) DO UPDATE SET state = 'claimed', holder = excluded.holder,
							lease_until = excluded.lease_until, attempts = attempts + 1, retry_at = NULL
						WHERE ${isLapsed}
						RETURNING ${columns}`,
						server,
						date,
						slot,
						dueAt,
						channel,
						holder,
						leaseUntil,
						now,
						now,
					) ?? null,
			),

		plan: ({ server, date, slot }, plan, { holder, leaseUntil, channel }) =>
			database.write(
				() =>
					database.run(
						`UPDATE digest_ledger SET plan = ?, lease_until = ?, channel = ? WHERE ${isHeld}`,
						plan,
						leaseUntil,
						channel,
						server,
						date,
						slot,
						holder,
					).changes > 0,
			),

		settle: (key, holder, settled) =>
			database.write(() => {
				const { changes } = database.run(
					`UPDATE digest_ledger SET state = ?, message = coalesce(?, message), settled_at = ?, reason = ?,
						retry_at = ? WHERE ${isHeld}`,
					settled.state,
					settled.message ?? null,
					settled.at,
					settled.reason ?? null,
					settled.retryAt ?? null,
					key.server,
					key.date,
					key.slot,
					holder,
				);
				if (changes > 0) cover(key, settled);
				return changes > 0;
			}),

		note: ({ server, date, slot }, dueAt, { state, at, reason }) =>
			database.write(
				() =>
					database.run(
						`INSERT OR IGNORE INTO digest_ledger
							(server, date, slot, state, due_at, channel, lease_until, attempts, settled_at, reason)
						VALUES (?, ?, ?, ?, ?, '', 0, 0, ?, ?)`,
						server,
						date,
						slot,
						state,
						dueAt,
						at,
						reason ?? null,
					).changes > 0,
			),

		entries: async (server, date) =>
			database.all<LedgerEntry>(
				`SELECT ${columns} FROM digest_ledger WHERE server = ? AND date = ? ORDER BY slot`,
				server,
				date,
			),
		lastDaily: async (server) =>
			database.get<LedgerEntry>(
				`SELECT ${columns} FROM digest_ledger WHERE server = ? AND slot = 'daily' ORDER BY date DESC LIMIT 1`,
				server,
			) ?? null,
		lastPosted: async (server, count) =>
			database.all<LedgerEntry>(
				`SELECT ${columns} FROM digest_ledger WHERE server = ? AND state = 'posted' ORDER BY date DESC, slot DESC LIMIT ?`,
				server,
				count,
			),
		async shown(server, articles) {
			const rows = database.all<{ article: string; date: string }>(
				`SELECT article, date FROM digest_articles
				WHERE server = ? AND article IN (SELECT value FROM json_each(?))`,
				server,
				JSON.stringify(articles),
			);
			return new Map(rows.map(({ article, date }) => [article, date]));
		},
		async forget(before) {
			await database.write(() => {
				database.run(
					"DELETE FROM digest_ledger WHERE due_at < ? AND state NOT IN ('claimed', 'waiting')",
					before,
				);
				database.run('DELETE FROM digest_articles WHERE at < ?', before);
			});
		},
	};
}
