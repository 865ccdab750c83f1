import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenLibrary, openLibrary } from '../../src/app/open-library.ts';
import { quietLog } from '../quiet-log.ts';

/** A library without articles in a folder of its own, which is removed when the library is closed. */
export async function openEmptyLibrary(): Promise<OpenLibrary> {
	const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-library-'));
	const open = await openLibrary({
		articles: join(dataDir, 'none'),
		dataDir,
		cacheUrl: null,
		log: quietLog,
	});
	return {
		...open,
		async close() {
			await open.close();
			await rm(dataDir, { recursive: true, force: true });
		},
	};
}
