import { expect, it } from 'vitest';
import { recordOf } from '../../src/sources/record.ts';
import { openSqliteArchive } from '../../src/stores/sqlite/archive.ts';
import { explanationsContract } from './explanations-contract.ts';
import { newFolder, removed, sqliteArchive } from './sqlite-under-test.ts';

explanationsContract('SQLite', sqliteArchive);

it('a new day begins at midnight in UTC', async () => {
	const dataDir = await newFolder();
	let now = Date.parse('2031-05-03T23:59:59Z');
	const archive = await openSqliteArchive(dataDir, recordOf, () => now);
	expect(await archive.explanations.spend('100', 1)).toBe(true);
	expect(await archive.explanations.spend('100', 1)).toBe(false);
	now += 1_000;
	expect(await archive.explanations.spend('100', 1)).toBe(true);
	expect(await archive.explanations.spend('100', 1)).toBe(false);
	await archive.close();
	await removed(dataDir);
});
