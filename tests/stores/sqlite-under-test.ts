import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { sqliteSide } from '../../src/stores/copy/sqlite-side.ts';
import type { ArchiveUnderTest, ArchiveWithClock } from './under-test.ts';

export const newFolder = () => mkdtemp(join(tmpdir(), 'verbatim-archive-'));
export const removed = (folder: string) => rm(folder, { recursive: true, force: true });

/** A SQLite archive in a folder of its own. */
export async function sqliteArchive(): Promise<ArchiveUnderTest> {
	const folder = await newFolder();
	return { open: () => openArchive(folder), discard: () => removed(folder) };
}

/** A SQLite archive in a folder of its own, until the test ends. */
export async function sqliteWithClock(): Promise<ArchiveWithClock> {
	const folder = await newFolder();
	let now = 0;
	const open = async () => {
		const archive = await openArchive(folder, () => now);
		onTestFinished(() => archive.close());
		return archive;
	};
	onTestFinished(() => removed(folder));
	return {
		archive: await open(),
		another: open,
		setClock(to) {
			now = to;
		},
		async dump() {
			const side = sqliteSide(folder, 'from');
			const all = new Map<string, string>();
			for (const { name } of await side.tables())
				all.set(name, JSON.stringify(await side.all(`SELECT * FROM ${name}`)));
			await side.close();
			return all;
		},
	};
}
