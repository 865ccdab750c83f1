import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { followsContract } from './follows-contract.ts';

followsContract('SQLite', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'verbatim-follows-'));
	let now = 0;
	const open = async () => {
		const archive = await openArchive(folder, () => now);
		onTestFinished(() => archive.close());
		return archive;
	};
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return {
		archive: await open(),
		another: open,
		setClock(to) {
			now = to;
		},
	};
});
