import { ledgerColumns } from '../digest-rows.ts';
import type { DigestStore, LedgerEntry, Settled, Slot } from '../digests.ts';
import { hasBot } from '../removed-servers.ts';
import type { Database } from './database.ts';

type LedgerMethods = Pick<
	DigestStore,
	'lapsed' | 'claim' | 'plan' | 'settle' | 'note' | 'entries' | 'lastDaily' | 'shown' | 'forget'
>;

/**
 * Longer than any lease and any pause between attempts. An end further away than this was written before the
 * clock was set back, and would otherwise wait for as long as it was set back.
 */
const longest = { lease: 10 * 60_000, pause: 2 * 3_600_000 };
const isLapsed = `(
	(state = 'claimed' AND (lease_until <= ? OR lease_until > ?))
	OR (state = 'waiting' AND (retry_at <= ? OR retry_at > ?)))`;
const lapsedAt = (now: number) => [now, now + longest.lease, now, now + longest.pause] as const;

const ofSlot = 'server = ? AND date = ? AND slot = ?';
/** An entry belongs to its holder as long as nobody else has claimed it, even where the lease is over. */
const isHeld = `${ofSlot} AND state = 'claimed' AND holder = ?`;

export function sqliteLedger(database: Database, clock: () => number): LedgerMethods {
	/** Inside a write. */
	const cover = ({ server, date }: Slot, { covered, shown, follow }: Settled, now: number) => {
		if (covered) {
			database.run(
				'UPDATE digest_settings SET covered_number = ?, covered_at = ? WHERE server = ?',
				covered.number,
				covered.at,
				server,
			);
		}
		for (const article of shown ?? []) {
			database.run('INSERT OR IGNORE INTO digest_articles VALUES (?, ?, ?, ?)', server, article, date, now);
		}
		for (const { slot, channel, plan } of follow ?? []) {
			database.run(
				`INSERT OR IGNORE INTO digest_ledger
					(server, date, slot, state, due_at, channel, lease_until, attempts, retry_at, plan)
				VALUES (?, ?, ?, 'waiting', ?, ?, 0, 0, ?, ?)`,
				server,
				date,
				slot,
				now,
				channel,
				now,
				plan,
			);
		}
	};

	return {
		lapsed: async () =>
			database.all<LedgerEntry>(
				`SELECT ${ledgerColumns} FROM digest_ledger
				WHERE state IN ('claimed', 'waiting') AND ${hasBot('digest_ledger.server')}
				AND ${isLapsed} ORDER BY due_at`,
				...lapsedAt(clock()),
			),

		claim: ({ server, date, slot }, { holder, leaseMs, channel, dueAt }) =>
			database.write(() => {
				const now = clock();
				return (
					database.get<LedgerEntry>(
						`INSERT INTO digest_ledger (server, date, slot, state, due_at, channel, holder, lease_until, attempts)
						VALUES (?, ?, ?, 'claimed', ?, ?, ?, ?, 1)
						ON CONFLICT (server, date, slot) DO UPDATE SET state = 'claimed', holder = excluded.holder,
							lease_until = excluded.lease_until, attempts = attempts + 1, retry_at = NULL
						WHERE ${isLapsed}
						RETURNING ${ledgerColumns}`,
						server,
						date,
						slot,
						dueAt,
						channel,
						holder,
						now + leaseMs,
						...lapsedAt(now),
					) ?? null
				);
			}),

		plan: ({ server, date, slot }, plan, { holder, leaseMs, channel }) =>
			database.write(
				() =>
					database.run(
						`UPDATE digest_ledger SET plan = ?, lease_until = ?, channel = ? WHERE ${isHeld}`,
						plan,
						clock() + leaseMs,
						channel,
						server,
						date,
						slot,
						holder,
					).changes > 0,
			),

		settle: (key, holder, settled) =>
			database.write(() => {
				const now = clock();
				const { changes } = database.run(
					`UPDATE digest_ledger SET state = ?, message = coalesce(?, message), settled_at = ?, reason = ?,
						retry_at = ? WHERE ${isHeld}`,
					settled.state,
					settled.message ?? null,
					now,
					settled.reason ?? null,
					settled.retryIn === undefined ? null : now + settled.retryIn,
					key.server,
					key.date,
					key.slot,
					holder,
				);
				if (changes > 0) cover(key, settled, now);
				return changes > 0;
			}),

		note: ({ server, date, slot }, dueAt, { state, reason }) =>
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
						clock(),
						reason ?? null,
					).changes > 0,
			),

		entries: async (server, date) =>
			database.all<LedgerEntry>(
				`SELECT ${ledgerColumns} FROM digest_ledger WHERE server = ? AND date = ? ORDER BY due_at, slot`,
				server,
				date,
			),
		lastDaily: async (server) =>
			database.get<LedgerEntry>(
				`SELECT ${ledgerColumns} FROM digest_ledger WHERE server = ? AND slot = 'daily' ORDER BY date DESC LIMIT 1`,
				server,
			) ?? null,
		async shown(server) {
			const sql = 'SELECT article FROM digest_articles WHERE server = ?';
			return new Set(database.all<{ article: string }>(sql, server).map(({ article }) => article));
		},
		async forget(age) {
			await database.write(() => {
				const before = clock() - age;
				database.run(
					"DELETE FROM digest_ledger WHERE due_at < ? AND state NOT IN ('claimed', 'waiting')",
					before,
				);
				database.run('DELETE FROM digest_articles WHERE at < ?', before);
			});
		},
	};
}
