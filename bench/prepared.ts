// A PostgreSQL with invented articles for measurements. Filling one takes many minutes, so it can be kept in a folder.
import { unsummarised } from '../src/sources/record.ts';
import { openPostgresArchive } from '../src/stores/postgres/archive.ts';
import { type PostgresServer, startPostgres } from '../tests/stores/postgres/server.ts';
import { fillInBulk } from './prepared/bulk.ts';
import { onDatabase } from './prepared/on-database.ts';

/** As a server is run that must not lose what it acknowledged, with some more memory than it has by default. */
export const durable = {
	...{ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
	...{ shared_buffers: '3GB', max_wal_size: '4GB', wal_level: 'replica' },
} as const;
/** While it is filled, it may be lost. */
const filling = {
	...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' },
	...{ shared_buffers: '1GB', maintenance_work_mem: '1GB', max_wal_size: '16GB' },
} as const;

export interface Prepared {
	readonly server: PostgresServer;
	/** Of the database with the articles. */
	readonly url: string;
	/** Zero where it was filled before. */
	readonly fillSeconds: number;
}

/**
 * A server with a database that has so many articles on the shared shelf.
 * @param folder where it is kept for the next time: one that is there is used; null keeps nothing.
 * @param more settings of the server.
 */
export async function preparedPostgres(
	articles: number,
	folder: string | null,
	more: Readonly<Record<string, string>> = {},
): Promise<Prepared> {
	const began = performance.now();
	const name = `articles_${articles}`;
	if (folder === null) {
		const server = await startPostgres({ ...durable, ...more });
		await fill(server.url, name, articles);
		return { server, url: urlOf(server.url, name), fillSeconds: secondsSince(began) };
	}
	const filler = await startPostgres(filling, folder);
	const isNew = await fill(filler.url, name, articles);
	await filler.close();
	const server = await startPostgres({ ...durable, ...more }, folder);
	return { server, url: urlOf(server.url, name), fillSeconds: isNew ? secondsSince(began) : 0 };
}

const secondsSince = (moment: number) => Math.round((performance.now() - moment) / 1000);

function urlOf(url: string, database: string): string {
	const made = new URL(url);
	made.pathname = `/${database}`;
	return made.href;
}

/** Makes a database with so many articles, beginning with a smaller one that is there. @returns false if it was there. */
async function fill(server: string, name: string, articles: number): Promise<boolean> {
	const rows = await onDatabase<{ datname: string }>(server, 'SELECT datname FROM pg_database');
	const names = rows.map(({ datname }) => datname);
	if (names.includes(name)) return false;
	const sizes = names.flatMap((one) => /^articles_(?<size>\d+)$/u.exec(one)?.groups?.size ?? []).map(Number);
	const there = Math.max(0, ...sizes.filter((size) => size < articles));
	const template = there === 0 ? '' : `TEMPLATE articles_${there} STRATEGY file_copy`;
	// One that was broken off is of no use.
	await onDatabase(server, 'DROP DATABASE IF EXISTS unfinished', `CREATE DATABASE unfinished ${template}`);
	const unfinished = urlOf(server, 'unfinished');
	await (await openPostgresArchive(unfinished, unsummarised)).close();
	await fillInBulk(unfinished, there, articles);
	await onDatabase(unfinished, 'VACUUM ANALYZE', 'CHECKPOINT');
	// The server is ended as by a crash, and this one forgets what it has not written out.
	await onDatabase(server, `ALTER DATABASE unfinished RENAME TO ${name}`, 'CHECKPOINT');
	return true;
}
