import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openLibrary } from '../src/app/open-library.ts';
import { quietLog } from './quiet-log.ts';

/**
 * Puts an archive into a folder that holds the articles that ship, as the bot has read them. They are read once for all
 * test files; a bot that is started on the folder finds them unchanged.
 */
export async function copyShippedArchive(dataDir: string): Promise<void> {
	const shared = join(inject('runFolder'), 'shipped');
	const copy = () => cp(shared, dataDir, { recursive: true });
	await copy().catch(async (error: NodeJS.ErrnoException) => {
		if (error.code !== 'ENOENT') throw error;
		const own = await mkdtemp(`${shared}-`);
		const opened = await openLibrary({
			articles: 'data/articles',
			dataDir: own,
			cacheUrl: null,
			log: quietLog,
		});
		await opened.loaded;
		await opened.close();
		// Another process may have been first.
		await rename(own, shared).catch(() => rm(own, { recursive: true, force: true }));
		await copy();
	});
}
