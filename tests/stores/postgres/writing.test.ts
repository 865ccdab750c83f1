import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/stores/postgres/database.ts';
import { newDatabase, onServer } from './under-test.ts';

it('names what failed first where nobody waited for it, and keeps nothing of the transaction', async () => {
	const { url, discard } = await newDatabase();
	await onServer('CREATE TABLE numbers (number bigint)', url);
	const database = openDatabase(url);
	const fails = database.write(async (writing) => {
		writing.later(writing.run('INSERT INTO numbers VALUES (?)', 1));
		writing.later(writing.run('INSERT INTO numbers SELECT 1 / ?::bigint', 0));
		writing.later(writing.run('INSERT INTO numbers VALUES (?)', 2));
		await writing.run('INSERT INTO numbers VALUES (?)', 3);
	});
	await expect(fails).rejects.toThrow('division by zero');
	// The same where nothing is waited for at all.
	const unwatched = database.write(async (writing) => {
		writing.later(writing.run('INSERT INTO numbers SELECT 1 / ?::bigint', 0));
		writing.later(writing.run('INSERT INTO numbers VALUES (?)', 2));
	});
	await expect(unwatched).rejects.toThrow('division by zero');
	expect(await database.all('SELECT number FROM numbers')).toEqual([]);
	await database.write(async (writing) => writing.later(writing.run('INSERT INTO numbers VALUES (?)', 4)));
	expect(await database.all('SELECT number FROM numbers')).toEqual([{ number: 4 }]);
	await database.close();
	await discard();
});
