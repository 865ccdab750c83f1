import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { sqliteSide } from '../../src/stores/copy/sqlite-side.ts';
import { archiveName } from '../../src/stores/sqlite/open.ts';
import type { ArchiveUnderTest, ArchiveWithClock } from './under-test.ts';

export const newFolder = () => mkdtemp(join(tmpdir(), 'verbatim-archive-'));
export const removed = (folder: string) => rm(folder, { recursive: true, force: true });

let made: Promise<Buffer> | undefined;

/** The file of an archive with nothing in it. */
async function makeArchive(): Promise<Buffer> {
	const folder = await newFolder();
	await (await openArchive(folder)).close();
	const file = await readFile(join(folder, archiveName));
	await removed(folder);
	return file;
}

/** A folder with a new archive. Its tables are copied: making them anew takes seven times as long. */
async function newArchive(): Promise<string> {
	made ??= makeArchive();
	const folder = await newFolder();
	const path = join(folder, archiveName);
	await writeFile(path, await made);
	const file = new DatabaseSync(path);
	// As each archive has its own.
	file.exec(`UPDATE meta SET value = lower(hex(randomblob(8))) WHERE name = 'identity';
		UPDATE meta SET value = lower(hex(randomblob(32))) WHERE name = 'secret'`);
	file.close();
	return folder;
}

/** A SQLite archive in a folder of its own. */
export async function sqliteArchive(): Promise<ArchiveUnderTest> {
	const folder = await newArchive();
	return { open: () => openArchive(folder), discard: () => removed(folder) };
}

/** A SQLite archive in a folder of its own, until the test ends. */
export async function sqliteWithClock(): Promise<ArchiveWithClock> {
	const folder = await newArchive();
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
