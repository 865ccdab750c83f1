import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import read from '../../src/app/reading-worker.ts';
import { readOpml } from '../../src/reading/feed/opml.ts';
import { readArticles } from '../../src/reading/read.ts';
import { ingest } from '../../src/sources/ingest/ingest.ts';
import type { ReadingThread } from '../../src/sources/reading-thread.ts';
import { recordOf } from '../../src/sources/record.ts';
import { openWeb } from '../../src/sources/web/fetch.ts';
import { run } from '../process.ts';
import { writeMixedFiles } from './mixed-files.ts';

const server = '100000000000000001';
const other = '100000000000000003';
const hostile = {
	headline: '=HYPERLINK("https://evil.example","Free")',
	url: 'https://stonewick.example/sums',
	paragraphs: [
		'The school of Stonewick has set a sum that nobody can do, the teacher said on Tuesday.',
		"“-2+3 is one, and '=1' is not a sum,” said Mara Tidewell, who teaches there.",
		'The sum hangs in the hall of the school and is looked at by everybody who comes in.',
	],
};

/** Without a thread, which would take longer to start than all of the files to read. */
const inThisProcess = {
	threads: [{ run: read, close: async () => {} } as ReadingThread],
	web: openWeb({ userAgent: 'Verbatim/test' }),
	...{ dry: false, reader: 'reader', done: () => {} },
};

let root: string;
let dataDir: string;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'verbatim-export-'));
	dataDir = join(root, 'data');
	await writeMixedFiles(join(root, 'files'), 28);
	await writeFile(join(root, 'files', 'sums.json'), JSON.stringify(hostile));
	const archive = await openArchive(dataDir);
	await ingest([join(root, 'files')], { archive, ...inThisProcess });
	await archive.feeds.subscribe(
		{
			...{ server, address: 'https://stonewick.example/feed', title: 'The Tide & Co', site: null },
			...{ addedBy: '100000000000000002' },
			filters: {
				topics: { take: [], leave: [] },
				words: { take: [], leave: [] },
				speakers: { take: [], leave: [] },
			},
		},
		10,
	);
	await archive.close();
}, 60_000);
afterAll(() => rm(root, { recursive: true, force: true }));

const exported = (...args: readonly string[]) =>
	run('src/bin/export.ts', [...args], { DATA_DIR: dataDir }).ended;

/** What is asked of an archive, without where each article was read from and the hash of how it was written there. */
async function answers(folder: string) {
	const archive = await openArchive(folder);
	try {
		const view = archive.seenBy(null);
		const lines = await view.latest(1_000);
		const articles = await Promise.all(lines.map(({ id }) => view.article(id)));
		const { utterances, total } = await view.utterances({ limit: 1_000 });
		const byId = <T extends { id?: string } | null>(all: readonly T[]) =>
			all.toSorted((a, b) => String(a?.id).localeCompare(String(b?.id)));
		return {
			total,
			articles: byId(articles.map((article) => article && { ...article, source: null, revision: null })),
			said: utterances
				.map(({ article, speaker, parts, paragraph }) =>
					JSON.stringify([article.id, speaker, parts, paragraph]),
				)
				.toSorted(),
			speakers: (await view.speakers(100)).map(({ speaker, quotes }) => `${speaker} ${quotes}`).toSorted(),
			topics: (await view.topics(1_000)).map((topic) => JSON.stringify(topic)).toSorted(),
		};
	} finally {
		await archive.close();
	}
}

describe('an export', { timeout: 60_000 }, () => {
	it('of articles is read in again, with the same answers', async () => {
		const out = join(root, 'out');
		await mkdir(out);
		expect(await exported('--format', 'json', '--out', join(out, 'articles.json'))).toMatchObject({
			code: 0,
		});
		const again = join(root, 'again');
		await run('src/bin/ingest.ts', [out], { DATA_DIR: again }).ended;
		const before = await answers(dataDir);
		expect(before.articles).toHaveLength(27);
		expect(before.total).toBeGreaterThan(20);
		expect(await answers(again)).toEqual(before);
		const { stdout } = await exported('--format', 'json');
		expect(JSON.parse(stdout)).toHaveLength(27);
	});

	it('says what it wrote, and replaces a file only with --force', async () => {
		const out = join(root, 'twice.csv');
		const args = ['--format', 'csv', '--out', out];
		expect(await exported(...args)).toMatchObject({
			code: 0,
			stdout: expect.stringMatching(/^Wrote .*twice\.csv \([\d,]+ bytes\)\.\n$/u),
		});
		await writeFile(out, 'mine');
		expect(await exported(...args)).toEqual({
			code: 1,
			stdout: '',
			stderr: `${out} is there already: name another file, or replace it with --force.\n`,
		});
		expect(await readFile(out, 'utf8')).toBe('mine');
		expect((await exported(...args, '--force')).stdout).toMatch(/^Replaced .*twice\.csv/u);
		expect(await readFile(out, 'utf8')).toContain('is not a sum');
	});

	it('as a zip archive is to be unpacked before it is read in again', async () => {
		const out = join(root, 'packed.zip');
		await exported('--format', 'zip', '--out', out);
		const { stdout, stderr } = await run('src/bin/ingest.ts', [out], { DATA_DIR: join(root, 'packed') })
			.ended;
		expect(stdout + stderr).toContain('is a ZIP archive: unpack it first, and take the files in it.');
	});

	it('of quotations runs nothing in a spreadsheet, and changes no words', async () => {
		const { stdout } = await exported('--format', 'csv');
		expect(stdout.split('\r\n')[0]).toBe(
			'\uFEFF"article","headline","speaker","role","words","paragraph","address"',
		);
		const row = stdout.split('\r\n').find((line) => line.includes('is not a sum'));
		expect(row).toContain(`"'=HYPERLINK(""https://evil.example"",""Free"")","Mara Tidewell"`);
		expect(row).toContain(`"'-2+3 is one, and '=1' is not a sum,",2,"https://stonewick.example/sums"`);
	});

	it('of feeds is a list of them', async () => {
		const { stdout } = await exported('--format', 'opml', '--server', server);
		expect(readOpml(new TextEncoder().encode(stdout), 'list')).toEqual([
			{ address: 'https://stonewick.example/feed', title: 'The Tide & Co' },
		]);
	});

	it('of everything is a zip archive of all three', async () => {
		const out = join(root, 'all.zip');
		expect(await exported('--format', 'zip', '--server', server, '--out', out)).toMatchObject({ code: 0 });
		const files = unzipSync(new Uint8Array(await readFile(out)));
		expect(Object.keys(files)).toEqual(['articles-0001.json', 'quotations.csv', 'feeds.opml']);
		const articles = JSON.parse(new TextDecoder().decode(files['articles-0001.json']));
		expect(articles).toHaveLength(27);
		expect(new TextDecoder().decode(files['quotations.csv'])).toContain('is not a sum');
	});

	it('of all servers has what each has of its own in a folder of its own', async () => {
		const archive = await openArchive(dataDir);
		const own = { ...hostile, headline: 'A Sum of One Server', url: 'https://stonewick.example/own' };
		const [article] = await readArticles(strToU8(JSON.stringify(own)), { name: 'own.json' });
		if (!article) throw new Error('No article.');
		const state = { name: 'own', size: 1, modified: 0, sha256: null, reader: 'test' };
		await archive.sources({ shelf: other, kind: 'link' }).put([recordOf(article)], state);
		await archive.close();
		const out = join(root, 'servers.zip');
		expect(await exported('--format', 'zip', '--all', '--out', out)).toMatchObject({ code: 0, stderr: '' });
		const files = unzipSync(new Uint8Array(await readFile(out)));
		const text = (name: string) => new TextDecoder().decode(files[name]);
		const headlines = (name: string) =>
			JSON.parse(text(name)).map((one: { headline: string }) => one.headline);
		expect(Object.keys(files)).toEqual([
			...['shared/articles-0001.json', 'shared/quotations.csv'],
			...['articles-0001.json', 'quotations.csv', 'feeds.opml'].map((name) => `servers/${server}/${name}`),
			...['articles-0001.json', 'quotations.csv'].map((name) => `servers/${other}/${name}`),
		]);
		expect(headlines('shared/articles-0001.json')).toHaveLength(27);
		expect(headlines(`servers/${server}/articles-0001.json`)).toEqual([]);
		expect(headlines(`servers/${other}/articles-0001.json`)).toEqual(['A Sum of One Server']);
		expect(text(`servers/${other}/quotations.csv`)).toContain('A Sum of One Server');
		expect(text('shared/quotations.csv')).not.toContain('A Sum of One Server');
		expect(text(`servers/${server}/feeds.opml`)).toContain('https://stonewick.example/feed');
	});

	it.each([
		['no format', []],
		['all servers in one table', ['--format', 'csv', '--all']],
		['all servers and one', ['--format', 'zip', '--all', '--server', server]],
		['a format that is none', ['--format', 'xml']],
		['feeds of no server', ['--format', 'opml']],
		['feeds of a server without any', ['--format', 'opml', '--server', other]],
		['a folder that is not there', ['--format', 'csv', '--out', '/not/there.csv']],
		['a file that is a folder', ['--format', 'csv', '--out', '/tmp']],
		['a server that is none', ['--format', 'csv', '--server', '123']],
	])('of %s ends with one sentence', async (_, args) => {
		const { code, stderr } = await exported(...args);
		expect(code).toBe(1);
		expect(stderr).toMatch(
			/^(?:Say in which format|The server \d+ has no feeds|\/not\/there\.csv cannot be written: its folder is not there\.|\/tmp is a folder: name|123 is not the id of a server)[^\n]*\n$/u,
		);
	});
});
