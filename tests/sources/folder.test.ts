import { mkdir, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { loadFolder } from '../../src/sources/folder/loader.ts';
import { scanFolder } from '../../src/sources/folder/scan.ts';
import { files, soon, testFolder } from './test-folder.ts';

describe('the articles folder', () => {
	const { at, broken, headlines, known, load, log, write } = testFolder();

	it('is read at start, with subfolders', async () => {
		await mkdir(join(at.folder, '2031', 'april'), { recursive: true });
		await write('a.txt', 'Pier closes\nBy noon.');
		await write('2031/april/b.txt', 'Pier opens\nBy night.');
		expect(await load()).toMatchObject({ read: 2, unchanged: 0, removed: 0, broken: 0 });
		expect(await headlines()).toEqual(['Pier closes', 'Pier opens']);
	});

	it('is read again only where it changed', async () => {
		await write('same.txt', 'Same');
		await write('changed.txt', 'Before');
		await write('gone.txt', 'Gone');
		await load();
		await at.loader?.close();
		await write('changed.txt', 'After');
		await write('new.txt', 'New');
		await rm(join(at.folder, 'gone.txt'));
		expect(await load()).toMatchObject({ read: 2, unchanged: 1, removed: 1 });
		expect(await headlines()).toEqual(['After', 'New', 'Same']);
	});

	it('adds every article of a file, and removes those that it no longer holds', async () => {
		await write('many.txt', 'MANY Ferry Pier');
		await load();
		expect(await headlines()).toEqual(['Ferry', 'Pier']);
		await write('many.txt', 'MANY Pier Quay');
		await vi.waitFor(async () => expect(await headlines()).toEqual(['Pier', 'Quay']), soon);
		await write('many.txt', 'MANY');
		await vi.waitFor(async () => expect(await headlines()).toEqual([]), soon);
		expect(await broken()).toEqual(['many.txt holds no article: save the text of one in it.']);
	});

	it('is not read again where only a date changed', async () => {
		await write('a.txt', 'Pier closes');
		await load();
		await at.loader?.close();
		await utimes(join(at.folder, 'a.txt'), 1_700_000_000, 1_700_000_000);
		expect(await load()).toMatchObject({ read: 0, unchanged: 1 });
		await at.loader?.close();
		expect((await known('a.txt'))?.modified).toBe(1_700_000_000_000);
	});

	it('is followed while the bot runs: new, changed, renamed and removed files', async () => {
		await load();
		await write('a.txt', 'First');
		await vi.waitFor(async () => expect(await headlines()).toEqual(['First']), soon);
		await write('a.txt', 'Second');
		await vi.waitFor(async () => expect(await headlines()).toEqual(['Second']), soon);
		await rename(join(at.folder, 'a.txt'), join(at.folder, 'b.txt'));
		await vi.waitFor(
			async () => expect((await at.archive.seenBy(null).latest(9))[0]?.id).toBe('id-b-txt'),
			soon,
		);
		await rm(join(at.folder, 'b.txt'));
		await vi.waitFor(async () => expect(await headlines()).toEqual([]), soon);
	});

	it('is followed into folders that are made or moved in later', async () => {
		await load();
		const outside = join(at.root, 'outside');
		await mkdir(outside);
		await writeFile(join(outside, 'a.txt'), 'Moved in');
		await rename(outside, join(at.folder, 'inside'));
		await vi.waitFor(async () => expect(await headlines()).toEqual(['Moved in']), soon);
		await write('inside/b.txt', 'Made there');
		await vi.waitFor(async () => expect(await headlines()).toEqual(['Made there', 'Moved in']), soon);
		await rm(join(at.folder, 'inside'), { recursive: true });
		await vi.waitFor(async () => expect(await headlines()).toEqual([]), soon);
	});

	it('is read again once by a version that reads in another way, and not again by the one before', async () => {
		await write('a.txt', 'Pier closes');
		await write('b.txt', 'Pier opens');
		const limits = { milliseconds: 10_000, megabytes: 512 };
		await load(limits, 'older');
		const older = at.loader;
		expect(await load(limits, 'newer')).toMatchObject({ read: 2, unchanged: 0 });
		await at.loader?.close();
		// The older one keeps running, and looks again, at all files and at one that was touched.
		const scan = () => scanFolder(at.folder, files(at.archive), 'older');
		expect(await scan()).toMatchObject({ changed: [], unchanged: 2 });
		await utimes(join(at.folder, 'a.txt'), 1_700_000_000, 1_700_000_000);
		await vi.waitFor(async () => expect((await known('a.txt'))?.modified).toBe(1_700_000_000_000), soon);
		expect((await known('a.txt'))?.reader).toBe('newer');
		await older?.close();
	});

	it('is read again by a version that is started again after a newer one', async () => {
		await write('a.txt', 'Pier closes');
		const limits = { milliseconds: 10_000, megabytes: 512 };
		for (const reader of ['older', 'newer', 'older']) {
			expect(await load(limits, reader)).toMatchObject({ read: 1, unchanged: 0 });
			await at.loader?.close();
		}
	});

	it('shows nothing half written, as editors write in steps', async () => {
		await write('a.txt', 'Before');
		await load();
		const seen = new Set<string>();
		const watching = setInterval(async () => {
			for (const headline of await headlines()) seen.add(headline);
			for (const reason of await broken()) seen.add(reason);
		}, 5);
		await truncate(join(at.folder, 'a.txt'), 0);
		await new Promise((resolve) => setTimeout(resolve, 60));
		await write('a.txt', 'Aft');
		await new Promise((resolve) => setTimeout(resolve, 60));
		await write('a.txt', 'After');
		await vi.waitFor(async () => expect(await headlines()).toEqual(['After']), soon);
		await write('.a.txt.swp', 'Temporary');
		await rename(join(at.folder, '.a.txt.swp'), join(at.folder, 'a.txt'));
		await vi.waitFor(async () => expect(await headlines()).toEqual(['Temporary']), soon);
		clearInterval(watching);
		expect([...seen].filter((headline) => !['Before', 'After', 'Temporary'].includes(headline))).toEqual([]);
	});

	it('is added once by two processes that watch it', async () => {
		await write('a.txt', 'Pier closes');
		await load();
		const other = await openArchive(at.dataDir);
		const second = loadFolder({
			folder: at.folder,
			archivePlace: at.dataDir,
			archive: files(other),
			log,
			reader: 'reader-1',
			limits: { milliseconds: 10_000, megabytes: 512 },
			worker: new URL('./worker.ts', import.meta.url),
		});
		expect(await second.loaded).toMatchObject({ read: 0, unchanged: 1 });
		await write('a.txt', 'Pier opens');
		await vi.waitFor(async () => expect(await headlines()).toEqual(['Pier opens']), soon);
		await second.close();
		await other.close();
		expect(await at.archive.seenBy(null).status()).toMatchObject({ articles: 1 });
	});
});
