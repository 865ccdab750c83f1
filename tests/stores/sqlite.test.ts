import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { openDatabase } from '../../src/stores/sqlite/database.ts';
import { archiveName } from '../../src/stores/sqlite/open.ts';
import { inventedRecord } from '../library/invented.ts';
import { articlesContract } from './articles-contract.ts';
import { candidatesContract } from './candidates-contract.ts';
import { correctionsContract } from './corrections-contract.ts';
import { keptContract } from './kept-contract.ts';
import { monthsContract } from './months-contract.ts';
import { revisionsContract } from './revisions-contract.ts';
import { searchContract } from './search-contract.ts';
import { shelvesContract } from './shelves-contract.ts';
import { sourcesContract } from './sources-contract.ts';
import { newFolder, removed, sqliteArchive } from './sqlite-under-test.ts';
import { threadsContract } from './threads-contract.ts';
import { utterancesContract } from './utterances-contract.ts';

for (const contract of [
	articlesContract,
	candidatesContract,
	correctionsContract,
	keptContract,
	monthsContract,
	revisionsContract,
	searchContract,
	shelvesContract,
	sourcesContract,
	threadsContract,
	utterancesContract,
]) {
	contract('SQLite', sqliteArchive);
}

describe('a SQLite archive among processes', () => {
	let dataDir: string;
	beforeEach(async () => {
		dataDir = await newFolder();
	});
	afterEach(() => removed(dataDir));
	const script = fileURLToPath(new URL('./writing-process.ts', import.meta.url));
	const writer = (name: string, count: number) =>
		spawn(process.execPath, [script, dataDir, name, `${count}`], { stdio: ['ignore', 'pipe', 'inherit'] });

	it('keeps what all of them write, while others read', async () => {
		const writers = [writer('a', 100), writer('b', 100)];
		const archive = await openArchive(dataDir);
		const done = Promise.all(writers.map((process) => once(process, 'exit')));
		let writing = true;
		void done.then(() => {
			writing = false;
		});
		for (let index = 0; writing; index++) {
			await archive.put([inventedRecord({ id: `c-${index}` })]);
			const { utterances, total } = await archive.seenBy(null).utterances({ limit: 1_000 });
			expect(utterances).toHaveLength(total);
			await setImmediate();
		}
		expect((await done).map(([code]) => code)).toEqual([0, 0]);
		expect((await archive.seenBy(null).utterances({ limit: 1 })).total).toBe(200);
		expect(await archive.seenBy(null).speakers(10)).toMatchObject([{ speaker: 'Ada Quillon', quotes: 200 }]);
		await archive.close();
	});

	it('is whole after one was killed in the middle of writing', async () => {
		const killed = writer('a', 1_000_000);
		await once(killed.stdout, 'data');
		killed.kill('SIGKILL');
		await once(killed, 'exit');
		const archive = await openArchive(dataDir);
		const { articles, quotes } = await archive.seenBy(null).status();
		expect(articles).toBeGreaterThan(20);
		expect(quotes).toBe(articles);
		const { total, utterances } = await archive
			.seenBy(null)
			.utterances({ about: ['number'], limit: 100_000 });
		expect(total).toBe(articles);
		expect(utterances).toHaveLength(articles);
		await archive.close();
	});
});

describe('the values of a SQLite statement', () => {
	it('are integers where they are whole, since only these bound a full-text search', async () => {
		const dataDir = await newFolder();
		const database = openDatabase(join(dataDir, archiveName));
		const types = 'SELECT typeof(?) AS whole, typeof(?) AS part, typeof(?) AS text';
		expect(database.get(types, 7, 0.5, '7')).toMatchObject({
			...{ whole: 'integer', part: 'real', text: 'text' },
		});
		database.close();
		await removed(dataDir);
	});
});

describe('opening a SQLite archive', () => {
	let root: string;
	let dataDir: string;
	beforeEach(async () => {
		root = await newFolder();
		dataDir = root;
	});
	afterEach(() => removed(root));
	const file = () => join(dataDir, archiveName);
	const refusal = async () => {
		const error = await openArchive(dataDir).then(
			() => null,
			(reason: unknown) => reason,
		);
		expect(error).toMatchObject({ name: 'UserError' });
		const { message } = error as Error;
		expect(message).toContain(dataDir);
		expect(message).not.toContain('\n');
		return message;
	};

	it('makes the folder, and finds again what was held', async () => {
		dataDir = join(dataDir, 'some', 'where');
		const first = await openArchive(dataDir);
		await first.put([inventedRecord({ id: 'harbour' })]);
		await first.close();
		const second = await openArchive(dataDir);
		expect(second.identity).toBe(first.identity);
		expect(await second.seenBy(null).latest(10)).toMatchObject([{ id: 'harbour' }]);
		await second.close();
	});

	it('lets many processes open a new archive at the same moment', async () => {
		const archives = await Promise.all(Array.from({ length: 5 }, () => openArchive(dataDir)));
		expect(new Set(archives.map(({ identity }) => identity)).size).toBe(1);
		await Promise.all(archives.map((archive) => archive.close()));
	});

	it('says what to do about a file that is no archive', async () => {
		await writeFile(
			file(),
			'These are not the bytes of a database, and there are enough of them. '.repeat(99),
		);
		expect(await refusal()).toMatch(/damaged or no archive: move it away/u);
	});

	it('says what to do about an archive that was cut short', async () => {
		const archive = await openArchive(dataDir);
		await archive.put([inventedRecord({ id: 'harbour' })]);
		await archive.close();
		await writeFile(file(), (await readFile(file())).subarray(0, 6_000));
		expect(await refusal()).toMatch(/damaged or no archive: move it away/u);
	});

	it('leaves the database of another program as it is', async () => {
		const foreign = new DatabaseSync(file());
		foreign.exec('CREATE TABLE notes (text TEXT)');
		foreign.close();
		expect(await refusal()).toMatch(/another program/u);
		const after = new DatabaseSync(file());
		expect(after.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'notes' }]);
		expect(after.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
		after.close();
	});

	it('leaves an archive of a newer version as it is', async () => {
		await (await openArchive(dataDir)).close();
		const newer = new DatabaseSync(file());
		newer.exec('PRAGMA user_version = 999');
		newer.close();
		expect(await refusal()).toMatch(/newer Verbatim/u);
	});

	it('saves nothing into a file that was deleted or replaced, and throws an error that says so', async () => {
		for (const isReplaced of [false, true]) {
			const archive = await openArchive(dataDir);
			expect(await archive.isLost()).toBe(false);
			await rm(file());
			if (isReplaced) await (await openArchive(dataDir)).close();
			expect(await archive.isLost()).toBe(true);
			await expect(archive.keep('a long option')).rejects.toThrow(
				/^Nothing can be saved just now: .+ in a minute\.$/u,
			);
			await archive.close();
			await rm(file(), { force: true });
		}
	});

	it('says what to do where the disk is full', async (context) => {
		const disk = join(root, 'small');
		await mkdir(disk);
		if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status !== 0) context.skip();
		try {
			await writeFile(join(disk, 'filler'), Buffer.alloc(60_000));
			dataDir = join(disk, 'data');
			expect(await refusal()).toMatch(/^The disk is full, so .+: make room and start again\.$/u);
		} finally {
			spawnSync('umount', [disk]);
		}
	});

	it('says what to do where the folder cannot be made', async () => {
		await writeFile(join(dataDir, 'a-file'), '');
		dataDir = join(dataDir, 'a-file', 'data');
		expect(await refusal()).toMatch(/set it to a folder/u);
	});

	it('says what to do where the file cannot be written', async () => {
		await mkdir(file());
		expect(await refusal()).toMatch(/cannot be written to/u);
	});
});
