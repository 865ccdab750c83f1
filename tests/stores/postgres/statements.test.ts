import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/stores/postgres/database.ts';
import { emptyArchive } from './under-test.ts';

let database: Database;
beforeEach(async () => {
	database = openDatabase(await emptyArchive());
});
afterEach(() => database.close());

it('the server keeps how to run a statement that comes often, and no other', async () => {
	const ask = (value: number) => database.get<{ doubled: number }>('SELECT ?::int * 2 AS doubled', value);
	for (let value = 0; value < 10; value++) expect(await ask(value)).toEqual({ doubled: value * 2 });
	await database.get('SELECT ?::int AS once', 1);
	const kept = await database.all<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
	expect(kept).toEqual([{ statement: 'SELECT $1::int * 2 AS doubled' }]);
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
