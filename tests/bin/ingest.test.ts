import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { run } from '../process.ts';
import { writeMixedFiles } from './mixed-files.ts';

/** More of them measure how it goes: INGEST_FILES=10000. */
const files = Number(process.env.INGEST_FILES ?? 200);
const minutes = 60_000 * Math.max(2, files / 500);

interface Report {
	readonly read: number;
	readonly known: number;
	readonly fresh: number;
	readonly there: number;
	readonly refused: readonly { readonly name: string; readonly why: string }[];
}

let root: string;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'verbatim-ingest-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const ingest = (dataDir: string, ...args: readonly string[]) =>
	run('src/bin/ingest.ts', [...args], { DATA_DIR: dataDir });

async function report(dataDir: string, ...args: readonly string[]): Promise<Report> {
	const { code, stdout, stderr } = await ingest(dataDir, '--json', ...args).ended;
	expect(stderr).toBe('');
	expect(code).toBe(0);
	return JSON.parse(stdout);
}

async function headlinesIn(dataDir: string): Promise<string[]> {
	const archive = await openArchive(dataDir);
	try {
		return (await archive.seenBy(null).latest(1_000_000)).map(({ headline }) => headline);
	} finally {
		await archive.close();
	}
}

/** Until a few more articles are in the archive, or the signal says that no more will come. */
async function hasAdded(dataDir: string, signal: AbortSignal): Promise<void> {
	const archive = await openArchive(dataDir);
	try {
		const count = async () => (await archive.seenBy(null).status()).articles;
		const few = (await count()) + 5;
		while (!signal.aborted && (await count()) < few) await pause(40);
	} finally {
		await archive.close();
	}
}

describe('an ingest', () => {
	it('that is killed at any moment and started again loses nothing and doubles nothing', {
		timeout: minutes,
	}, async () => {
		const [folder, dataDir] = [join(root, 'mixed'), join(root, 'mixed-data')];
		const { headlines, broken } = await writeMixedFiles(folder, files);
		const most = 4;
		let kills = 0;
		for (; kills < most; kills++) {
			const { child, ended } = ingest(dataDir, folder);
			const ends = new AbortController();
			const over = ended.then(() => ends.abort());
			// First at any moment of its start, and then while it adds articles.
			if (kills === 0) await Promise.race([over, pause(Math.random() * 700)]);
			else await hasAdded(dataDir, ends.signal).then(() => pause(Math.random() * 60));
			const isOver = ends.signal.aborted;
			child.kill('SIGKILL');
			await over;
			if (isOver) break;
		}
		expect(kills).toBe(most);
		const last = await report(dataDir, folder);
		const found = await headlinesIn(dataDir);
		expect(found.toSorted()).toEqual(headlines.toSorted());
		expect(last.read + last.known).toBe(headlines.length);
		expect(last.refused).toHaveLength(broken);
		const again = await report(dataDir, folder);
		expect(again).toMatchObject({ read: 0, fresh: 0, known: headlines.length });
	});

	it('reads nothing into the archive with --dry-run, and a changed file again', {
		timeout: 60_000,
	}, async () => {
		const [folder, dataDir] = [join(root, 'dry'), join(root, 'dry-data')];
		const { headlines } = await writeMixedFiles(folder, 8);
		expect(await report(dataDir, '--dry-run', folder)).toMatchObject({ read: 8, fresh: 8, known: 0 });
		expect(await headlinesIn(dataDir)).toEqual([]);
		expect(await report(dataDir, folder)).toMatchObject({ read: 8, fresh: 8 });
		await writeFile(
			join(folder, '0', '0.txt'),
			'The Weir Is Dry\n\nThe weir of Ellery has no water left, the office said.\n',
		);
		await writeFile(
			join(folder, 'copy.md'),
			`# The Weir Is Dry\n\nThe weir of Ellery has no water left, the office said.\n`,
		);
		expect(await report(dataDir, folder)).toMatchObject({ read: 2, fresh: 1, there: 1, known: 7 });
		expect((await headlinesIn(dataDir)).toSorted()).toEqual(
			['The Weir Is Dry', ...headlines.slice(1)].toSorted(),
		);
	});

	it('says in a table what was read and why not the rest', { timeout: 60_000 }, async () => {
		const [folder, dataDir] = [join(root, 'table'), join(root, 'table-data')];
		await mkdir(folder);
		await writeFile(join(folder, 'a.txt'), 'One line alone');
		const { stdout } = await ingest(dataDir, folder, 'http://localhost/feed', 'ftp://tide.example/a').ended;
		expect(stdout).toMatch(/^read +0\n[\s\S]*^refused +3$/mu);
		// Named once, as it can be opened.
		expect(stdout).toContain(
			`\n  ${join(await realpath(folder), 'a.txt')} is a single line: an article has a headline and paragraphs below it.\n`,
		);
		expect(stdout).toContain('Only addresses that begin with https:// or http:// are read');
		expect(stdout).toContain('localhost is not on the public web');
	});

	it.each([
		['nothing', []],
		['an option that is none', ['--what', 'a']],
		['a file that is not there', ['not-there.txt']],
		['what is neither a file nor a folder', ['/dev/null']],
	])('of %s ends with one sentence', { timeout: 60_000 }, async (_, args) => {
		const { code, stderr } = await ingest(join(root, 'none'), ...args).ended;
		expect(code).toBe(1);
		expect(stderr).toMatch(
			/^(?:Say what to read|not-there\.txt cannot be opened: it is not there|\/dev\/null is neither a file nor)[^\n]*\n$/u,
		);
	});
});
