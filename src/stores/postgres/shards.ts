import type { ShardStore } from '../shards.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Writing } from './transactions.ts';

/** The processes that live, the shards they run, and when the next connection may identify. */
export const shardTables = `
	CREATE TABLE shard_processes (process text PRIMARY KEY, count bigint NOT NULL, until bigint NOT NULL);
	CREATE TABLE shard_leases (shard bigint PRIMARY KEY, process text NOT NULL, until bigint NOT NULL);
	CREATE INDEX shard_leases_by_process ON shard_leases (process);
	CREATE TABLE shard_identifies (bucket bigint PRIMARY KEY, next bigint NOT NULL);
`;

/** The part of a PostgreSQL archive that shares out shards. */
export function postgresShards(database: Database, clock: Clock): ShardStore {
	/** One at a time, so that each sees what the one before took. */
	const writing = <Result>(work: (writing: Writing) => Promise<Result>) =>
		database.write(async (writing) => {
			await writing.lock('shards');
			return work(writing);
		});
	const forget = async (writing: Writing, process: string): Promise<void> => {
		await writing.run('DELETE FROM shard_leases WHERE process = ?', process);
		await writing.run('DELETE FROM shard_processes WHERE process = ?', process);
	};
	return {
		renew: (process, { count, length }) =>
			writing(async (writing) => {
				await writing.run(`DELETE FROM shard_processes WHERE until <= ${clock()}`);
				await writing.run(`DELETE FROM shard_leases WHERE until <= ${clock()}`);
				const other = await writing.get<{ count: number }>(
					'SELECT count FROM shard_processes WHERE process <> ? LIMIT 1',
					process,
				);
				if (other !== undefined && other.count !== count) {
					await forget(writing, process);
					return { count: other.count, held: [], share: 0 };
				}
				await writing.run(
					`INSERT INTO shard_processes VALUES (?, ?, ${clock()} + ?::bigint)
					ON CONFLICT (process) DO UPDATE SET until = excluded.until, count = excluded.count`,
					...[process, count, length],
				);
				await writing.run(
					`UPDATE shard_leases SET until = ${clock()} + ?::bigint WHERE process = ?`,
					length,
					process,
				);
				const living = await writing.get<{ living: number }>(
					'SELECT count(*) AS living FROM shard_processes',
				);
				const share = Math.ceil(count / (living?.living ?? 1));
				const holders = await writing.all<{ shard: number; process: string }>(
					'SELECT shard, process FROM shard_leases ORDER BY shard',
				);
				const held = holders.filter((one) => one.process === process).map(({ shard }) => shard);
				const taken = new Set(holders.map(({ shard }) => shard));
				const free = Array.from({ length: count }, (_, shard) => shard).filter((shard) => !taken.has(shard));
				const more = free.slice(0, Math.max(0, share - held.length));
				await writing.run(
					`INSERT INTO shard_leases SELECT shard, ?, ${clock()} + ?::bigint FROM unnest(?::bigint[]) AS s (shard)`,
					process,
					length,
					more,
				);
				return { count, held: [...held, ...more].toSorted((left, right) => left - right), share };
			}),
		release: async (process, shards) => {
			await database.change(
				'DELETE FROM shard_leases WHERE process = ? AND shard = ANY (?::bigint[])',
				process,
				shards,
			);
		},
		leave: (process) => writing((writing) => forget(writing, process)),
		async reserveIdentify(bucket, apart) {
			const row = await database.write((writing) =>
				writing.get<{ wait: number }>(
					`WITH moment AS MATERIALIZED (SELECT ${clock()}::bigint AS now)
					INSERT INTO shard_identifies AS i SELECT ?::bigint, now + ?::bigint FROM moment
					ON CONFLICT (bucket) DO UPDATE SET next = greatest(i.next + ?::bigint, excluded.next)
					RETURNING next - ?::bigint - (SELECT now FROM moment) AS wait`,
					bucket,
					apart,
					apart,
					apart,
				),
			);
			return Math.max(0, row?.wait ?? 0);
		},
	};
}
