import { expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { digestStoreContract } from './digests-contract.ts';
import { newFolder, removed, sqliteArchive } from './sqlite-under-test.ts';

digestStoreContract('SQLite', sqliteArchive);

it('a clock that was set back holds up neither a dead claim nor an attempt that waits', async () => {
	const dataDir = await newFolder();
	const hour = 3_600_000;
	let clock = 100 * hour;
	const archive = await openArchive(dataDir, () => clock);
	onTestFinished(async () => {
		await archive.close();
		await removed(dataDir);
	});
	const store = archive.digests;
	const claim = { leaseMs: 180_000, channel: '2', dueAt: clock };
	const dead = { server: '1', date: '2031-05-03', slot: 'daily' };
	const waiting = { ...dead, server: '2' };
	await store.claim(dead, { ...claim, holder: 'dead' });
	await store.claim(waiting, { ...claim, holder: 'one' });
	await store.settle(waiting, 'one', { state: 'waiting', retryIn: 60_000 });
	clock -= 5 * hour;
	expect((await store.lapsed()).map(({ server }) => server).sort()).toEqual(['1', '2']);
	expect(await store.claim(dead, { ...claim, holder: 'next' })).toMatchObject({ attempts: 2 });
	expect(await store.claim(waiting, { ...claim, holder: 'next' })).toMatchObject({ attempts: 2 });
});
