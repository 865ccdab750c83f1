import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/stores/postgres/database.ts';
import { run } from '../../process.ts';
import { openProxy } from './proxy.ts';
import { emptyArchive } from './under-test.ts';

let database: Database;
beforeEach(async () => {
	database = openDatabase(await emptyArchive());
});
afterEach(() => database.close());

it('the server keeps how to run a statement that comes often, and no other', async () => {
	// In a process of its own: a process names only so many, and other tests may have used them up.
	const script = fileURLToPath(new URL('./named-statements.ts', import.meta.url));
	const { stdout, stderr } = await run(script, [await emptyArchive()], {}).ended;
	expect(stderr).toBe('');
	expect(JSON.parse(stdout)).toEqual({
		answers: [...Array(10).keys()].map((value) => ({ doubled: value * 2 })),
		kept: [{ statement: 'SELECT $1::int * 2 AS doubled' }],
	});
});

it('questions that fail leave the connection as it was', async () => {
	const asked = () =>
		database.read(async (queries) => {
			await queries.get('SELECT ?::int AS one', 1);
			return queries.get('SELECT ?::int / 0 AS none', 1);
		});
	for (let time = 0; time < 5; time++) await expect(asked()).rejects.toThrow('division by zero');
	const level = await database.read((queries) =>
		queries.get("SELECT current_setting('transaction_isolation') AS level"),
	);
	expect(level).toEqual({ level: 'repeatable read' });
	const outside = await database.get("SELECT current_setting('transaction_isolation') AS level");
	expect(outside).toEqual({ level: 'read committed' });
});

it('a question that fails at once leaves the connection usable', async () => {
	const one = openDatabase(await emptyArchive(), 1);
	const failing = () =>
		one.read(() => {
			throw new Error('Failed at once.');
		});
	for (let time = 0; time < 2; time++) await expect(failing()).rejects.toThrow('Failed at once.');
	expect(await one.get('SELECT 1 AS one')).toEqual({ one: 1 });
	await one.close();
});

it.each(['read', 'write'] as const)('sends nothing more of a transaction that has ended: %s', async (way) => {
	const one = openDatabase(await emptyArchive(), 1);
	const { promise: late, resolve } = Promise.withResolvers<unknown>();
	const asked = one[way](async (queries) => {
		const slow = async () => {
			await pause(100);
			await queries.get('SELECT 1 AS late');
		};
		await Promise.all([queries.get('SELECT 1 / 0'), slow().then(resolve, resolve)]);
	});
	await expect(asked).rejects.toThrow('division by zero');
	expect(await late).toMatchObject({ message: 'A statement came after the end of its transaction.' });
	await one.close();
});

it('a transaction whose beginning fails is over only when its questions are', async () => {
	const url = new URL(await emptyArchive());
	// The server does not understand the beginning.
	const proxy = await openProxy(Number(url.port), ({ client, server }) => {
		client.on('data', (data) => {
			server.write(Buffer.from(data.toString('latin1').replace('READ ONLY', 'READ ONLX'), 'latin1'));
		});
		server.on('data', (data) => client.write(data));
	});
	url.port = `${proxy.port}`;
	const one = openDatabase(url.href, 1);
	let isDone = false;
	const asked = one.read(async (queries) => {
		await queries.get('SELECT 1 AS first');
		await pause(100);
		await queries.get('SELECT 2 AS second');
		isDone = true;
	});
	await expect(asked).rejects.toThrow('syntax error');
	expect(isDone).toBe(true);
	await one.close();
	proxy.close();
});

it('asks over another connection where another statement has the name already', async () => {
	const one = openDatabase(await emptyArchive(), 1);
	const text = 'SELECT $1::int * 3 AS tripled';
	const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
	await one.change(`PREPARE "${name}" AS SELECT 1`);
	for (let value = 0; value < 4; value++)
		expect(await one.get('SELECT ?::int * 3 AS tripled', value)).toEqual({ tripled: value * 3 });
	await one.close();
});

it('bounds statements without a transaction as well', async () => {
	const one = openDatabase(await emptyArchive(), 1);
	const asked = () =>
		one.get(`SELECT current_setting('statement_timeout') AS most, current_setting('jit') AS compiled`);
	expect(await asked()).toEqual({ most: '20s', compiled: 'off' });
	await one.close();
});

it.each(['read', 'write'] as const)('bounds those of a transaction: %s', async (way) => {
	const asked = database[way]((queries) =>
		queries.get(
			"SELECT current_setting('statement_timeout') AS most, current_setting('lock_timeout') AS lock",
		),
	);
	expect(await asked).toEqual({ most: '20s', lock: '10s' });
});

it.each(['read', 'write'] as const)(
	'bounds them also where the first transaction failed: %s',
	async (way) => {
		const one = openDatabase(await emptyArchive(), 1);
		await expect(one[way]((queries) => queries.get('SELECT 1 / 0'))).rejects.toThrow('division by zero');
		expect(
			await one.get(
				`SELECT current_setting('statement_timeout') AS most, current_setting('jit') AS compiled`,
			),
		).toEqual({ most: '20s', compiled: 'off' });
		await one.close();
	},
);
