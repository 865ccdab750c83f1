import { spawnSync } from 'node:child_process';
import {
	chmod,
	mkdir,
	mkdtemp,
	rename,
	rm,
	statfs,
	symlink,
	truncate,
	utimes,
	writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { folderFiles, openArchive } from '../../src/app/open-archive.ts';
import { type FolderLoader, loadFolder } from '../../src/sources/folder/loader.ts';
import { scanFolder } from '../../src/sources/folder/scan.ts';
import type { Archive } from '../../src/stores/archive.ts';

const files = (archive: Archive) => archive.sources(folderFiles);
const soon = { timeout: 20_000, interval: 20 };

describe('the articles folder', () => {
	let root: string;
	let folder: string;
	let dataDir: string;
	let archive: Archive;
	let loader: FolderLoader | undefined;
	const logged: { level: string; message: string; name?: unknown }[] = [];

	beforeEach(async () => {
		root = await mkdtemp(join(tmpdir(), 'verbatim-folder-'));
		folder = join(root, 'articles');
		dataDir = join(root, 'data');
		await mkdir(folder);
		archive = await openArchive(dataDir);
		logged.length = 0;
	});
	afterEach(async () => {
		await loader?.close();
		loader = undefined;
		await archive.close();
		await rm(root, { recursive: true, force: true });
	});

	const note = (level: string) => (fields: object, message: string) => {
		logged.push({ level, message, ...fields });
	};
	const log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
	const load = (limits = { milliseconds: 10_000, megabytes: 512 }, reader = 'reader-1') => {
		loader = loadFolder({
			folder,
			dataDir,
			archive: files(archive),
			log,
			limits,
			reader,
			worker: new URL('./worker.ts', import.meta.url),
		});
		return loader.loaded;
	};
	const known = async (name: string) => (await files(archive).named([name]))[0];
	const write = (name: string, text: string) => writeFile(join(folder, name), text);
	const headlines = async () =>
		(await archive.seenBy(null).latest(100)).map(({ headline }) => headline).sort();
	const broken = async () => (await archive.seenBy(null).status()).broken.map(({ reason }) => reason);

	it('is read at start, with subfolders', async () => {
		await mkdir(join(folder, '2031', 'april'), { recursive: true });
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
		await loader?.close();
		await write('changed.txt', 'After');
		await write('new.txt', 'New');
		await rm(join(folder, 'gone.txt'));
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
		expect(await broken()).toEqual([]);
	});

	it('is not read again where only a date changed', async () => {
		await write('a.txt', 'Pier closes');
		await load();
		await loader?.close();
		await utimes(join(folder, 'a.txt'), 1_700_000_000, 1_700_000_000);
		expect(await load()).toMatchObject({ read: 0, unchanged: 1 });
		await loader?.close();
		expect((await known('a.txt'))?.modified).toBe(1_700_000_000_000);
	});

	it('is followed while the bot runs: new, changed, renamed and removed files', async () => {
		await load();
		await write('a.txt', 'First');
		await vi.waitFor(async () => expect(await headlines()).toEqual(['First']), soon);
		await write('a.txt', 'Second');
		await vi.waitFor(async () => expect(await headlines()).toEqual(['Second']), soon);
		await rename(join(folder, 'a.txt'), join(folder, 'b.txt'));
		await vi.waitFor(
			async () => expect((await archive.seenBy(null).latest(9))[0]?.id).toBe('id-b-txt'),
			soon,
		);
		await rm(join(folder, 'b.txt'));
		await vi.waitFor(async () => expect(await headlines()).toEqual([]), soon);
	});

	it('is followed into folders that are made or moved in later', async () => {
		await load();
		const outside = join(root, 'outside');
		await mkdir(outside);
		await writeFile(join(outside, 'a.txt'), 'Moved in');
		await rename(outside, join(folder, 'inside'));
		await vi.waitFor(async () => expect(await headlines()).toEqual(['Moved in']), soon);
		await write('inside/b.txt', 'Made there');
		await vi.waitFor(async () => expect(await headlines()).toEqual(['Made there', 'Moved in']), soon);
		await rm(join(folder, 'inside'), { recursive: true });
		await vi.waitFor(async () => expect(await headlines()).toEqual([]), soon);
	});

	it('is read again once by a version that reads in another way, and not again by the one before', async () => {
		await write('a.txt', 'Pier closes');
		await write('b.txt', 'Pier opens');
		const limits = { milliseconds: 10_000, megabytes: 512 };
		await load(limits, 'older');
		const older = loader;
		expect(await load(limits, 'newer')).toMatchObject({ read: 2, unchanged: 0 });
		await loader?.close();
		// The older one goes on beside it: it looks again, at all files and at one that was touched.
		const scan = () => scanFolder(folder, files(archive), 'older');
		expect(await scan()).toMatchObject({ changed: [], unchanged: 2 });
		await utimes(join(folder, 'a.txt'), 1_700_000_000, 1_700_000_000);
		await vi.waitFor(async () => expect((await known('a.txt'))?.modified).toBe(1_700_000_000_000), soon);
		expect((await known('a.txt'))?.reader).toBe('newer');
		await older?.close();
	});

	it('is read again by a version that is started again after a newer one', async () => {
		await write('a.txt', 'Pier closes');
		const limits = { milliseconds: 10_000, megabytes: 512 };
		for (const reader of ['older', 'newer', 'older']) {
			expect(await load(limits, reader)).toMatchObject({ read: 1, unchanged: 0 });
			await loader?.close();
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
		await truncate(join(folder, 'a.txt'), 0);
		await new Promise((resolve) => setTimeout(resolve, 60));
		await write('a.txt', 'Aft');
		await new Promise((resolve) => setTimeout(resolve, 60));
		await write('a.txt', 'After');
		await vi.waitFor(async () => expect(await headlines()).toEqual(['After']), soon);
		await write('.a.txt.swp', 'Temporary');
		await rename(join(folder, '.a.txt.swp'), join(folder, 'a.txt'));
		await vi.waitFor(async () => expect(await headlines()).toEqual(['Temporary']), soon);
		clearInterval(watching);
		expect([...seen].filter((headline) => !['Before', 'After', 'Temporary'].includes(headline))).toEqual([]);
	});

	it('names a file that is no article, keeps running, and drops the name when it is fixed', async () => {
		await write('a.txt', '\n');
		await write('b.txt', 'Pier closes');
		await write('c.txt', 'FAIL');
		expect(await load()).toMatchObject({ read: 1, broken: 2 });
		expect(await broken()).toEqual(['a.txt is empty.', 'c.txt could not be read: the reader failed on it.']);
		expect(logged).toContainEqual(expect.objectContaining({ level: 'warn', name: 'a.txt' }));
		await write('a.txt', 'Mended');
		await rm(join(folder, 'c.txt'));
		await vi.waitFor(async () => expect(await broken()).toEqual([]), soon);
		expect(await headlines()).toEqual(['Mended', 'Pier closes']);
	});

	it('is not held up by a file that hangs or kills the reader', async () => {
		await write('a.txt', 'HANG');
		await write('b.txt', 'DIE');
		await write('c.txt', 'Pier closes');
		expect(await load({ milliseconds: 2_000, megabytes: 512 })).toMatchObject({ read: 1, broken: 2 });
		expect(await broken()).toEqual([
			'a.txt took longer than 2 seconds to read.',
			'b.txt stopped the reader.',
		]);
		expect(await headlines()).toEqual(['Pier closes']);
		await loader?.close();
		expect(await load()).toMatchObject({ read: 0, unchanged: 3 });
	});

	it('is not held up by a file that starves the reader', async () => {
		await write('a.txt', 'EAT');
		await write('b.txt', 'Pier closes');
		expect(await load({ milliseconds: 25_000, megabytes: 96 })).toMatchObject({ read: 1, broken: 1 });
		expect(await broken()).toEqual(['a.txt needs more memory to read than there is.']);
	});

	it('does not read a file that is too large', async () => {
		await write('a.txt', 'x'.repeat(10_001));
		await load();
		expect(await broken()).toEqual(['a.txt is too large.']);
	});

	it('passes over what is hidden, temporary or no text', async () => {
		for (const name of ['.hidden.txt', 'a.txt~', '#a.txt#', '~a.txt', 'notes.md', 'picture.png', 'a.tmp']) {
			await write(name, 'Not an article');
		}
		await mkdir(join(folder, '.git'));
		await write('.git/a.txt', 'Not an article');
		expect(await load()).toMatchObject({ read: 0, broken: 0 });
		expect(await headlines()).toEqual([]);
	});

	it('follows a link within the folder and refuses one that leads out', async () => {
		await write('a.txt', 'Inside');
		await writeFile(join(root, 'secret.txt'), 'Secret');
		await symlink(join(folder, 'a.txt'), join(folder, 'link.txt'));
		await symlink(join(root, 'secret.txt'), join(folder, 'out.txt'));
		await symlink(root, join(folder, 'up'));
		await load();
		expect(await headlines()).toEqual(['Inside', 'Inside']);
		expect(await broken()).toEqual([
			expect.stringContaining('out.txt is a link that leads out of the articles folder'),
		]);
		await loader?.close();
		expect(await load()).toMatchObject({ read: 0, broken: 0, unchanged: 3 });
	});

	it('names a file and a folder with names that are not UTF-8, until they are renamed', async () => {
		const latin = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
		await writeFile(latin('caf\u00e9.txt'), 'Pier closes');
		await mkdir(latin('\u00fcbersee'));
		await write('b.txt', 'Pier opens');
		expect(await load()).toMatchObject({ read: 1 });
		expect(await broken()).toEqual([
			'caf\ufffd.txt has a name that is not UTF-8: rename it.',
			'\ufffdbersee has a name that is not UTF-8: rename it.',
		]);
		await loader?.close();
		expect(await load()).toMatchObject({ read: 0, unchanged: 1, removed: 0 });
		expect(await broken()).toHaveLength(2);
		await rename(latin('caf\u00e9.txt'), join(folder, 'café.txt'));
		await rename(latin('\u00fcbersee'), join(folder, 'übersee'));
		await vi.waitFor(async () => expect(await broken()).toEqual([]), soon);
		expect(await headlines()).toEqual(['Pier closes', 'Pier opens']);
	});

	it('names a folder that may not be opened, keeps what it held, and continues when it may', async () => {
		await mkdir(join(folder, 'sub'));
		await write('sub/a.txt', 'Pier closes');
		await load();
		await loader?.close();
		await chmod(join(folder, 'sub'), 0);
		// Root may open everything.
		const isRoot = process.getuid?.() === 0;
		if (isRoot) {
			spawnSync('chown', ['-R', '65534', root]);
			process.seteuid?.(65_534);
		}
		try {
			await load();
			expect(await broken()).toEqual(['The folder sub cannot be opened: the bot lacks the permission.']);
			expect(await headlines()).toEqual(['Pier closes']);
			await chmod(join(folder, 'sub'), 0o755);
			await vi.waitFor(async () => expect(await broken()).toEqual([]), soon);
			expect(await headlines()).toEqual(['Pier closes']);
			await loader?.close();
		} finally {
			if (isRoot) process.seteuid?.(0);
		}
	});

	it('says that files wait while the disk is full, and adds them when there is room', async (context) => {
		const disk = join(root, 'disk');
		await mkdir(disk);
		if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status !== 0) context.skip();
		try {
			await archive.close();
			dataDir = join(disk, 'data');
			archive = await openArchive(dataDir);
			const { bavail, bsize } = await statfs(disk);
			await load();
			await writeFile(join(disk, 'filler'), Buffer.alloc(bavail * bsize)).catch(() => {});
			await write('a.txt', `Pier closes\n${'By noon. '.repeat(1_000)}`);
			await vi.waitFor(
				() => expect(loader?.waiting()).toEqual({ files: 1, reason: 'the disk is full' }),
				soon,
			);
			await loader?.close();
			await load();
			expect(loader?.waiting()).toEqual({ files: expect.any(Number), reason: 'the disk is full' });
			expect(await headlines()).toEqual([]);
			await rm(join(disk, 'filler'));
			await vi.waitFor(async () => expect(await headlines()).toEqual(['Pier closes']), soon);
			expect(loader?.waiting()).toBeNull();
		} finally {
			await loader?.close();
			await archive.close();
			spawnSync('umount', [disk]);
			dataDir = join(root, 'data');
			archive = await openArchive(dataDir);
		}
	});

	it('keeps what it held while the whole folder is away', async () => {
		await write('a.txt', 'Pier closes');
		await load();
		await loader?.close();
		await rename(folder, `${folder}-away`);
		expect(await load()).toMatchObject({ removed: 0 });
		expect(await headlines()).toEqual(['Pier closes']);
		expect(logged).toContainEqual(expect.objectContaining({ level: 'warn', folder }));
	});

	it('has hostile names and many files', async () => {
		const names = Array.from({ length: 60 }, (_, index) => `${index}.txt`);
		names.push("'; DROP TABLE files; --.txt", '<@everyone>.txt', 'new\nline.txt', 'Ünï©ødé 🗞️.txt', '-rf.txt');
		await Promise.all(names.map((name) => write(name, `About ${name.length}`)));
		expect(await load()).toMatchObject({ read: names.length, broken: 0 });
		expect(await archive.seenBy(null).status()).toMatchObject({ articles: names.length });
	});

	it('is added once by two processes that watch it', async () => {
		await write('a.txt', 'Pier closes');
		await load();
		const other = await openArchive(dataDir);
		const second = loadFolder({
			folder,
			dataDir,
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
		expect(await archive.seenBy(null).status()).toMatchObject({ articles: 1 });
	});
});
