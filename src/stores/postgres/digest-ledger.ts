import { ledgerColumns } from '../digest-rows.ts';
import type { DigestStore, LedgerEntry, Settled, Slot } from '../digests.ts';
import { hasBot } from '../removed-servers.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Writing } from './transactions.ts';

type LedgerMethods = Pick<
	DigestStore,
	'lapsed' | 'claim' | 'plan' | 'settle' | 'note' | 'entries' | 'lastDaily' | 'shown' | 'forget'
>;

/**
 * Longer than any lease and any pause between attempts. An end further away than this was written before the
 * clock was set back, and would otherwise wait for as long as it was set back.
 */
const longest = { lease: 10 * 60_000, pause: 2 * 3_600_000 };
const isLapsed = (table: string, now: string) => `(
	(${table}.state = 'claimed' AND (${table}.lease_until <= ${now} OR ${table}.lease_until > ${now} + ${longest.lease}))
	OR (${table}.state = 'waiting' AND (${table}.retry_at <= ${now} OR ${table}.retry_at > ${now} + ${longest.pause})))`;

const ofSlot = 'server = ? AND date = ? AND slot = ?';
/** An entry belongs to its holder as long as nobody else has claimed it, even where the lease is over. */
const isHeld = `${ofSlot} AND state = 'claimed' AND holder = ?`;

export function postgresLedger(database: Database, clock: Clock): LedgerMethods {
	const cover = async (
		writing: Writing,
		{ server, date }: Slot,
		{ covered, shown, follow }: Settled,
	): Promise<void> => {
		if (covered) {
			await writing.run(
				'UPDATE digest_settings SET covered_number = ?, covered_at = ? WHERE server = ?',
				covered.number,
				covered.at,
				server,
			);
		}
		if (shown !== undefined && shown.length > 0) {
			await writing.run(
				`INSERT INTO digest_articles (server, article, date, at)
				SELECT ?, article, ?, ${clock()} FROM unnest(?::text[]) AS s (article) ON CONFLICT DO NOTHING`,
				server,
				date,
				shown,
			);
		}
		for (const { slot, channel, plan } of follow ?? []) {
			await writing.run(
				`INSERT INTO digest_ledger
					(server, date, slot, state, due_at, channel, lease_until, attempts, retry_at, plan)
				VALUES (?, ?, ?, 'waiting', ${clock()}, ?, 0, 0, ${clock()}, ?) ON CONFLICT DO NOTHING`,
				server,
				date,
				slot,
				channel,
				plan,
			);
		}
	};

	return {
		lapsed: () =>
			database.all<LedgerEntry>(
				`SELECT ${ledgerColumns} FROM digest_ledger AS l
				WHERE state IN ('claimed', 'waiting') AND ${hasBot('l.server')}
				AND ${isLapsed('l', clock())} ORDER BY due_at`,
			),

		claim: ({ server, date, slot }, { holder, leaseMs, channel, dueAt }) =>
			database.write(
				async (writing) =>
					(await writing.get<LedgerEntry>(
						`INSERT INTO digest_ledger AS l
							(server, date, slot, state, due_at, channel, holder, lease_until, attempts)
						VALUES (?, ?, ?, 'claimed', ?, ?, ?, ${clock()} + ?::bigint, 1)
						ON CONFLICT (server, date, slot) DO UPDATE SET state = 'claimed', holder = excluded.holder,
							lease_until = excluded.lease_until, attempts = l.attempts + 1, retry_at = NULL
						WHERE ${isLapsed('l', clock())}
						RETURNING ${ledgerColumns}`,
						server,
						date,
						slot,
						dueAt,
						channel,
						holder,
						leaseMs,
					)) ?? null,
			),

		plan: async ({ server, date, slot }, plan, { holder, leaseMs, channel }) =>
			(await database.change(
				`UPDATE digest_ledger SET plan = ?, lease_until = ${clock()} + ?::bigint, channel = ? WHERE ${isHeld}`,
				plan,
				leaseMs,
				channel,
				server,
				date,
				slot,
				holder,
			)) > 0,

		settle: (key, holder, settled) =>
			database.write(async (writing) => {
				const changes = await writing.run(
					`UPDATE digest_ledger SET state = ?, message = coalesce(?, message), settled_at = ${clock()}, reason = ?,
						retry_at = ${clock()} + ?::bigint WHERE ${isHeld}`,
					settled.state,
					settled.message ?? null,
					settled.reason ?? null,
					settled.retryIn ?? null,
					key.server,
					key.date,
					key.slot,
					holder,
				);
				if (changes > 0) await cover(writing, key, settled);
				return changes > 0;
			}),

		note: async ({ server, date, slot }, dueAt, { state, reason }) =>
			(await database.change(
				`INSERT INTO digest_ledger
					(server, date, slot, state, due_at, channel, lease_until, attempts, settled_at, reason)
				VALUES (?, ?, ?, ?, ?, '', 0, 0, ${clock()}, ?) ON CONFLICT DO NOTHING`,
				server,
				date,
				slot,
				state,
				dueAt,
				reason ?? null,
			)) > 0,

		entries: (server, date) =>
			database.all<LedgerEntry>(
				`SELECT ${ledgerColumns} FROM digest_ledger WHERE server = ? AND date = ? ORDER BY due_at, slot`,
				server,
				date,
			),
		lastDaily: async (server) =>
			(await database.get<LedgerEntry>(
				`SELECT ${ledgerColumns} FROM digest_ledger WHERE server = ? AND slot = 'daily' ORDER BY date DESC LIMIT 1`,
				server,
			)) ?? null,
		async shown(server) {
			const sql = 'SELECT article FROM digest_articles WHERE server = ?';
			return new Set((await database.all<{ article: string }>(sql, server)).map(({ article }) => article));
		},
		async forget(age) {
			await database.change(
				`DELETE FROM digest_ledger WHERE due_at < ${clock()} - ?::bigint AND state NOT IN ('claimed', 'waiting')`,
				age,
			);
			await database.change(`DELETE FROM digest_articles WHERE at < ${clock()} - ?::bigint`, age);
		},
	};
}
