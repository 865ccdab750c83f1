import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { recordOf } from '../../../src/sources/record.ts';
import type { Archive } from '../../../src/stores/archive.ts';
import { postgresSide } from '../../../src/stores/copy/postgres-side.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import type { ArchiveUnderTest, ArchiveWithClock } from '../under-test.ts';

/** Runs statements on the server as its owner. */
export async function onServer(sql: string, url = inject('postgresUrl')): Promise<Record<string, unknown>[]> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		return (await client.query<Record<string, unknown>>(sql)).rows;
	} finally {
		await client.end();
	}
}

const urlOf = (name: string, server: string) => {
	const url = new URL(server);
	url.pathname = `/${name}`;
	return url.href;
};

/** An empty database, without tables. */
export async function newDatabase(
	server = inject('postgresUrl'),
): Promise<{ url: string; discard(): Promise<void> }> {
	const name = `verbatim_${randomUUID().replaceAll('-', '')}`;
	await onServer(`CREATE DATABASE ${name}`, server);
	return {
		url: urlOf(name, server),
		discard: async () => {
			await onServer(`DROP DATABASE ${name} WITH (FORCE)`, server);
		},
	};
}

interface TestDatabase {
	readonly url: string;
	/** Takes everything out of it. */
	empty(): Promise<unknown>;
}

/** The database of this test file. Making one for each test would take longer than all of them. */
let ofFile: Promise<TestDatabase> | undefined;

async function makeDatabase(): Promise<TestDatabase> {
	const { url } = await newDatabase();
	await (await openPostgresArchive(url, recordOf)).close();
	const tables = await onServer("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", url);
	const emptied = tables
		.map(({ tablename }) => `${tablename}`)
		.filter((name) => name !== 'meta' && name !== 'shelves')
		.map((name) => `DELETE FROM ${name};`);
	const empty = `${emptied.join(' ')} DELETE FROM meta WHERE name = 'reader'; DELETE FROM shelves WHERE number > 0;
		UPDATE meta SET value = '0' WHERE name = 'sequence';
		UPDATE shelves SET generation = 0, articles = 0, quotes = 0, unattributed = 0, comments = 0, speakers = 0`;
	// One connection for all tests, which keeps no process alive: the server takes longer to make one than to delete.
	const connection = new pg.Pool({
		connectionString: url,
		max: 1,
		idleTimeoutMillis: 0,
		allowExitOnIdle: true,
	});
	// The server ends before the test process.
	connection.on('error', () => undefined);
	return { url, empty: () => connection.query(empty) };
}

/** The address of a database with nothing but empty tables, for one test at a time. */
export async function emptyArchive(): Promise<string> {
	ofFile ??= makeDatabase();
	const { url, empty } = await ofFile;
	await empty();
	return url;
}

/** A PostgreSQL archive. */
export async function postgresArchive(): Promise<ArchiveUnderTest> {
	const url = await emptyArchive();
	return { open: () => openPostgresArchive(url, recordOf), discard: async () => undefined };
}

/** The same, until the test ends, with a clock that the test sets. */
export async function postgresWithClock(): Promise<ArchiveWithClock> {
	const url = await emptyArchive();
	let now = 0;
	const opened: Archive[] = [];
	const open = async () => {
		const archive = await openPostgresArchive(url, recordOf, () => `${now}::bigint`);
		opened.push(archive);
		return archive;
	};
	onTestFinished(async () => {
		for (const archive of opened) await archive.close();
	});
	return {
		archive: await open(),
		another: open,
		setClock(to) {
			now = to;
		},
		async dump() {
			const side = await postgresSide(url, 'from');
			const all = new Map<string, string>();
			for (const { name } of await side.tables())
				all.set(name, JSON.stringify(await side.all(`SELECT * FROM ${name}`)));
			await side.close();
			return all;
		},
	};
}
