import type { ShardStore } from '../shards.ts';
import type { Database } from './database.ts';

/** The processes that live, the shards they run, and when the next connection may identify. */
export const shardTables = `
	CREATE TABLE shard_processes (process TEXT PRIMARY KEY, count INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
	CREATE TABLE shard_leases (shard INTEGER PRIMARY KEY, process TEXT NOT NULL, until INTEGER NOT NULL);
	CREATE INDEX shard_leases_by_process ON shard_leases (process);
	CREATE TABLE shard_identifies (bucket INTEGER PRIMARY KEY, next INTEGER NOT NULL);
`;

/** The part of a SQLite archive that shares out shards. */
export function sqliteShards(database: Database, clock: () => number): ShardStore {
	const dropDead = (now: number) => {
		database.run('DELETE FROM shard_processes WHERE until <= ?', now);
		database.run('DELETE FROM shard_leases WHERE until <= ?', now);
	};
	const forget = (process: string) => {
		database.run('DELETE FROM shard_leases WHERE process = ?', process);
		database.run('DELETE FROM shard_processes WHERE process = ?', process);
	};
	return {
		renew: async (process, { count, length }) =>
			database.write(() => {
				const now = clock();
				dropDead(now);
				const other = database.get<{ count: number }>(
					'SELECT count FROM shard_processes WHERE process <> ? LIMIT 1',
					process,
				);
				if (other !== undefined && other.count !== count) {
					forget(process);
					return { count: other.count, held: [], share: 0 };
				}
				database.run(
					'INSERT INTO shard_processes VALUES (?1, ?2, ?3) ON CONFLICT (process) DO UPDATE SET until = ?3, count = ?2',
					...[process, count, now + length],
				);
				database.run('UPDATE shard_leases SET until = ? WHERE process = ?', now + length, process);
				const living = database.get<{ living: number }>('SELECT count(*) AS living FROM shard_processes');
				const share = Math.ceil(count / (living?.living ?? 1));
				const holders = database.all<{ shard: number; process: string }>(
					'SELECT shard, process FROM shard_leases ORDER BY shard',
				);
				const held = holders.filter((one) => one.process === process).map(({ shard }) => shard);
				const taken = new Set(holders.map(({ shard }) => shard));
				for (let shard = 0; shard < count && held.length < share; shard += 1) {
					if (taken.has(shard)) continue;
					database.run('INSERT INTO shard_leases VALUES (?, ?, ?)', shard, process, now + length);
					held.push(shard);
				}
				return { count, held: held.toSorted((left, right) => left - right), share };
			}),
		release: async (process, shards) =>
			database.write(() => {
				for (const shard of shards) {
					database.run('DELETE FROM shard_leases WHERE process = ? AND shard = ?', process, shard);
				}
			}),
		leave: async (process) => database.write(() => forget(process)),
		reserveIdentify: async (bucket, apart) =>
			database.write(() => {
				const now = clock();
				const row = database.get<{ next: number }>(
					`INSERT INTO shard_identifies VALUES (?1, ?2 + ?3)
					ON CONFLICT (bucket) DO UPDATE SET next = max(next, ?2) + ?3 RETURNING next`,
					...[bucket, now, apart],
				);
				return Math.max(0, (row?.next ?? now + apart) - apart - now);
			}),
	};
}
