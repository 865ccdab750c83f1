import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { recordOf } from '../../src/sources/record.ts';
import { openSqliteArchive } from '../../src/stores/sqlite/archive.ts';
import { explanationsContract } from './explanations-contract.ts';

explanationsContract('SQLite', async () => {
	const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-explanations-'));
	return {
		open: () => openArchive(dataDir),
		discard: () => rm(dataDir, { recursive: true, force: true }),
	};
});

it('a new day begins at midnight in UTC', async () => {
	const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-explanations-'));
	let now = Date.parse('2031-05-03T23:59:59Z');
	const archive = await openSqliteArchive(dataDir, recordOf, () => now);
	expect(await archive.explanations.spend('100', 1)).toBe(true);
	expect(await archive.explanations.spend('100', 1)).toBe(false);
	now += 1_000;
	expect(await archive.explanations.spend('100', 1)).toBe(true);
	expect(await archive.explanations.spend('100', 1)).toBe(false);
	await archive.close();
	await rm(dataDir, { recursive: true, force: true });
});
