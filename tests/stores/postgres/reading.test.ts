import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/open-library.ts';
import { sharedShelf } from '../../../src/shelves.ts';
import { quietLog } from '../../quiet-log.ts';
import { newDatabase } from './under-test.ts';

it('what the reading thread reads is in the PostgreSQL that the bot answers from', async () => {
	const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-postgres-reading-'));
	const { url, discard } = await newDatabase();
	await copyFile(
		new URL('../../../data/articles/harbour-tunnel-vote.txt', import.meta.url),
		join(dataDir, 'harbour-tunnel-vote.txt'),
	);
	const library = await openLibrary({
		...{ articles: dataDir, dataDir, storeUrl: url, cacheUrl: null, log: quietLog },
	});
	await library.loaded;
	expect((await library.archive.seenBy(sharedShelf).status()).articles).toBe(1);
	await library.close();
	// Nothing was put into a file beside it.
	expect(await readdir(dataDir)).toEqual(['harbour-tunnel-vote.txt']);
	await discard();
	await rm(dataDir, { recursive: true });
});
