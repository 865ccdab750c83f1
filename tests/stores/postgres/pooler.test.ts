import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { recordOf } from '../../../src/sources/record.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { openDatabase } from '../../../src/stores/postgres/database.ts';
import { inventedRecord } from '../../library/invented.ts';
import { correctionsContract } from '../corrections-contract.ts';
import { searchContract } from '../search-contract.ts';
import { harbour } from '../under-test.ts';
import { freePort, nobody } from './server.ts';
import { emptyArchive } from './under-test.ts';

const isThere = spawnSync('pgbouncer', ['--version']).status === 0;

describe.skipIf(!isThere)('behind PgBouncer, which gives out a connection for each transaction', () => {
	let folder: string;
	let pooler: ChildProcess;
	let port: number;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'verbatim-pooler-'));
		port = await freePort();
		await writeFile(join(folder, 'users.txt'), '"verbatim" ""\n');
		// As it is installed: nothing is set for us.
		const { hostname, port: behind } = new URL(inject('postgresUrl'));
		await writeFile(
			join(folder, 'pgbouncer.ini'),
			`[databases]
* = host=${hostname} port=${behind}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${folder}/users.txt
pool_mode = transaction
default_pool_size = 5
`,
		);
		const user = process.getuid?.() === 0 ? nobody() : null;
		if (user) await chown(folder, user.uid, user.gid);
		pooler = spawn('pgbouncer', [join(folder, 'pgbouncer.ini')], {
			...(user ?? {}),
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		for await (const data of pooler.stderr ?? []) if (String(data).includes('process up')) break;
	});
	afterAll(async () => {
		const ended = once(pooler, 'exit');
		pooler.kill('SIGKILL');
		await ended;
		await rm(folder, { recursive: true, force: true });
	});
	const address = async () => {
		const url = new URL(await emptyArchive());
		url.port = String(port);
		return url.href;
	};
	const prepare = async () => {
		const url = await address();
		return { open: () => openPostgresArchive(url, recordOf), discard: async () => undefined };
	};
	for (const contract of [correctionsContract, searchContract]) {
		contract('PostgreSQL behind PgBouncer', prepare);
	}

	it.each(['read', 'write'] as const)('bounds the statements of a transaction: %s', async (way) => {
		const database = openDatabase(await address());
		const asked = database[way]((queries) =>
			queries.get(
				"SELECT current_setting('statement_timeout') AS most, current_setting('lock_timeout') AS lock",
			),
		);
		expect(await asked).toEqual({ most: '20s', lock: '10s' });
		await database.close();
	});

	it('learns of what others change within a second or two', async () => {
		const url = await address();
		const [one, other] = [await openPostgresArchive(url, recordOf), await openPostgresArchive(url, recordOf)];
		const before = other.seenBy(null).generation();
		await one.put([inventedRecord(harbour)]);
		await vi.waitFor(() => expect(other.seenBy(null).generation()).not.toBe(before), { timeout: 5_000 });
		await one.close();
		await other.close();
	});
});
