import { spawnSync } from 'node:child_process';
import { chmod, mkdir, rename, rm, statfs, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { soon, testFolder } from './test-folder.ts';

describe('a fault in the articles folder', () => {
	const { at, broken, headlines, load, logged, write } = testFolder();

	it('names a file that is no article, keeps running, and drops the name when it is fixed', async () => {
		await write('a.txt', '\n');
		await write('b.txt', 'Pier closes');
		await write('c.txt', 'FAIL');
		expect(await load()).toMatchObject({ read: 1, broken: 2 });
		expect(await broken()).toEqual(['a.txt is empty.', 'c.txt could not be read: the reader failed on it.']);
		expect(logged).toContainEqual(expect.objectContaining({ level: 'warn', name: 'a.txt' }));
		await write('a.txt', 'Mended');
		await rm(join(at.folder, 'c.txt'));
		await vi.waitFor(async () => expect(await broken()).toEqual([]), soon);
		expect(await headlines()).toEqual(['Mended', 'Pier closes']);
	});

	it('names a file without any article, and a folder with the name of a file until something is in it', async () => {
		await write('list.json', 'MANY');
		await mkdir(join(at.folder, 'dir.txt'));
		await mkdir(join(at.folder, 'used.txt'));
		await write('used.txt/a.txt', 'Pier closes');
		expect(await load()).toMatchObject({ read: 1, broken: 1 });
		expect(await broken()).toEqual([
			'dir.txt is a folder without articles: save the text in a file instead.',
			'list.json holds no article: save the text of one in it.',
		]);
		await write('dir.txt/b.txt', 'Pier opens');
		await write('list.json', 'Mended');
		await vi.waitFor(async () => expect(await broken()).toEqual([]), soon);
		expect(await headlines()).toEqual(['Mended', 'Pier closes', 'Pier opens']);
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
		await at.loader?.close();
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
		for (const name of ['.hidden.txt', 'a.txt~', '#a.txt#', '~a.txt', 'notes.csv', 'picture.png', 'a.tmp']) {
			await write(name, 'Not an article');
		}
		await mkdir(join(at.folder, '.git'));
		await write('.git/a.txt', 'Not an article');
		expect(await load()).toMatchObject({ read: 0, broken: 0 });
		expect(await headlines()).toEqual([]);
	});

	it('follows a link within the folder and refuses one that leads out', async () => {
		await write('a.txt', 'Inside');
		await writeFile(join(at.root, 'secret.txt'), 'Secret');
		await symlink(join(at.folder, 'a.txt'), join(at.folder, 'link.txt'));
		await symlink(join(at.root, 'secret.txt'), join(at.folder, 'out.txt'));
		await symlink(at.root, join(at.folder, 'up'));
		await load();
		expect(await headlines()).toEqual(['Inside', 'Inside']);
		expect(await broken()).toEqual([
			expect.stringContaining('out.txt is a link that leads out of the articles folder'),
		]);
		await at.loader?.close();
		expect(await load()).toMatchObject({ read: 0, broken: 0, unchanged: 3 });
	});

	it('names a file and a folder with names that are not UTF-8, until they are renamed', async () => {
		const latin = (name: string) =>
			Buffer.concat([Buffer.from(`${at.folder}/`), Buffer.from(name, 'latin1')]);
		await writeFile(latin('caf\u00e9.txt'), 'Pier closes');
		await mkdir(latin('\u00fcbersee'));
		await write('b.txt', 'Pier opens');
		expect(await load()).toMatchObject({ read: 1 });
		expect(await broken()).toEqual([
			'caf\ufffd.txt has a name that is not UTF-8: rename it.',
			'\ufffdbersee has a name that is not UTF-8: rename it.',
		]);
		await at.loader?.close();
		expect(await load()).toMatchObject({ read: 0, unchanged: 1, removed: 0 });
		expect(await broken()).toHaveLength(2);
		await rename(latin('caf\u00e9.txt'), join(at.folder, 'café.txt'));
		await rename(latin('\u00fcbersee'), join(at.folder, 'übersee'));
		await vi.waitFor(async () => expect(await broken()).toEqual([]), soon);
		expect(await headlines()).toEqual(['Pier closes', 'Pier opens']);
	});

	it('names a folder that may not be opened, keeps what it held, and continues when it may', async () => {
		await mkdir(join(at.folder, 'sub'));
		await write('sub/a.txt', 'Pier closes');
		await load();
		await at.loader?.close();
		await chmod(join(at.folder, 'sub'), 0);
		// Root may open everything.
		const isRoot = process.getuid?.() === 0;
		if (isRoot) {
			spawnSync('chown', ['-R', '65534', at.root]);
			process.seteuid?.(65_534);
		}
		try {
			await load();
			expect(await broken()).toEqual(['The folder sub cannot be opened: the bot lacks the permission.']);
			expect(await headlines()).toEqual(['Pier closes']);
			await chmod(join(at.folder, 'sub'), 0o755);
			await vi.waitFor(async () => expect(await broken()).toEqual([]), soon);
			expect(await headlines()).toEqual(['Pier closes']);
			await at.loader?.close();
		} finally {
			if (isRoot) process.seteuid?.(0);
		}
	});

	it('says that files wait while the disk is full, and adds them when there is room', async (context) => {
		const disk = join(at.root, 'disk');
		await mkdir(disk);
		if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status !== 0) context.skip();
		try {
			await at.archive.close();
			at.dataDir = join(disk, 'data');
			at.archive = await openArchive(at.dataDir);
			const { bavail, bsize } = await statfs(disk);
			await load();
			await writeFile(join(disk, 'filler'), Buffer.alloc(bavail * bsize)).catch(() => {});
			await write('a.txt', `Pier closes\n${'By noon. '.repeat(1_000)}`);
			await vi.waitFor(
				() => expect(at.loader?.waiting()).toEqual({ files: 1, reason: 'the disk is full' }),
				soon,
			);
			await at.loader?.close();
			await load();
			expect(at.loader?.waiting()).toEqual({ files: expect.any(Number), reason: 'the disk is full' });
			expect(await headlines()).toEqual([]);
			await rm(join(disk, 'filler'));
			await vi.waitFor(async () => expect(await headlines()).toEqual(['Pier closes']), soon);
			// The article is there a moment before the loader has noted it.
			await vi.waitFor(() => expect(at.loader?.waiting()).toBeNull(), soon);
		} finally {
			await at.loader?.close();
			await at.archive.close();
			spawnSync('umount', [disk]);
			at.dataDir = join(at.root, 'data');
			at.archive = await openArchive(at.dataDir);
		}
	});

	it('keeps what it held while the whole folder is away', async () => {
		await write('a.txt', 'Pier closes');
		await load();
		await at.loader?.close();
		await rename(at.folder, `${at.folder}-away`);
		expect(await load()).toMatchObject({ removed: 0 });
		expect(await headlines()).toEqual(['Pier closes']);
		const reason = `The articles folder ${at.folder} cannot be opened, since it is not there: set ARTICLES to the folder with the articles, or make this one.`;
		expect(await broken()).toEqual([reason]);
		expect(logged.filter(({ level }) => level === 'warn')).toEqual([
			expect.objectContaining({ folder: at.folder, unlisted: [{ folder: '', reason }] }),
		]);
	});

	it('has hostile names and many files', async () => {
		const names = Array.from({ length: 60 }, (_, index) => `${index}.txt`);
		names.push("'; DROP TABLE files; --.txt", '<@everyone>.txt', 'new\nline.txt', 'Ünï©ødé 🗞️.txt', '-rf.txt');
		await Promise.all(names.map((name) => write(name, `About ${name.length}`)));
		expect(await load()).toMatchObject({ read: names.length, broken: 0 });
		expect(await at.archive.seenBy(null).status()).toMatchObject({ articles: names.length });
	});
});
