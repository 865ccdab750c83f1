import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { folderFiles, openArchive } from '../../src/app/open-archive.ts';
import { type FolderLoader, loadFolder } from '../../src/sources/folder/loader.ts';
import type { Archive } from '../../src/stores/archive.ts';

export const files = (archive: Archive) => archive.sources(folderFiles);
export const soon = { timeout: 20_000, interval: 20 };

interface Opened {
	root: string;
	folder: string;
	dataDir: string;
	archive: Archive;
	loader?: FolderLoader | undefined;
}

/** A new articles folder and archive before each test of a file, and what its tests do with them. */
export function testFolder() {
	const at = {} as Opened;
	const logged: { level: string; message: string; name?: unknown }[] = [];

	beforeEach(async () => {
		at.root = await mkdtemp(join(tmpdir(), 'verbatim-folder-'));
		at.folder = join(at.root, 'articles');
		at.dataDir = join(at.root, 'data');
		await mkdir(at.folder);
		at.archive = await openArchive(at.dataDir);
		logged.length = 0;
	});
	afterEach(async () => {
		await at.loader?.close();
		at.loader = undefined;
		await at.archive.close();
		await rm(at.root, { recursive: true, force: true });
	});

	const note = (level: string) => (fields: object, message: string) => {
		logged.push({ level, message, ...fields });
	};
	const log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
	return {
		at,
		logged,
		log,
		load(limits = { milliseconds: 10_000, megabytes: 512 }, reader = 'reader-1') {
			at.loader = loadFolder({
				folder: at.folder,
				archivePlace: at.dataDir,
				archive: files(at.archive),
				log,
				limits,
				reader,
				worker: new URL('./worker.ts', import.meta.url),
			});
			return at.loader.loaded;
		},
		known: async (name: string) => (await files(at.archive).named([name]))[0],
		write: (name: string, text: string) => writeFile(join(at.folder, name), text),
		headlines: async () => (await at.archive.seenBy(null).latest(100)).map(({ headline }) => headline).sort(),
		broken: async () => (await at.archive.seenBy(null).status()).broken.map(({ reason }) => reason),
	};
}
