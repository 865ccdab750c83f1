import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import type { Comment } from '../../src/article.ts';
import { ingest, type Outcome } from '../../src/sources/ingest/ingest.ts';
import { readingThread } from '../../src/sources/reading-thread.ts';
import { openWeb } from '../../src/sources/web/fetch.ts';
import { makeDisqus } from '../reading/formats/make-disqus.ts';
import { type Answered, makeWarc } from '../reading/formats/make-warc.ts';

const text = (place: string) => [
	`The town of ${place} has opened a new lock on its canal, the water office said on Monday.`,
	`“The lock of ${place} took us nine weeks to build,” said Mara Tidewell, who runs the office.`,
	'The gates weigh eleven hundred kilograms and are lifted by a wheel that turns with the tide.',
];
const paragraphs = (place: string) =>
	text(place)
		.map((one) => `<p>${one}</p>`)
		.join('');
const page = (place: string) =>
	`<!doctype html><html lang="en"><head><title>${place} Opens a Lock</title></head><body><article><h1>${place} Opens a Lock</h1>${paragraphs(place)}</article></body></html>`;

/** The page as another address has it: it names the usual one. */
const twin = (place: string) =>
	page(place).replace('<title>', '<link rel="canonical" href="https://stonewick.example/lock"><title>');

/** They keep nothing of what they have read, so all tests have the same ones: each takes half a second to start. */
const worker = new URL('../../src/app/reading-worker.ts', import.meta.url);
const limits = { milliseconds: 20_000, megabytes: 512, idleMilliseconds: 20_000 };
const threads = [1, 2].map(() => readingThread(worker, limits));
afterAll(() => Promise.all(threads.map((thread) => thread.close())));

let folder: string;
let server: Server;
let site: string;
let asked: string[];
/** What an answer waits for. */
let slow: (host: string) => Promise<void>;
beforeEach(async () => {
	asked = [];
	folder = await mkdtemp(join(tmpdir(), 'verbatim-ingest-web-'));
	slow = async () => {};
	server = createServer(async ({ url = '', headers }, response) => {
		asked.push(url);
		if (url !== '/robots.txt') await slow(headers.host ?? '');
		const found = answers()[url];
		response.writeHead(found ? 200 : 404, { 'content-type': found?.[0] ?? 'text/plain' }).end(found?.[1]);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
	server.close();
	await rm(folder, { recursive: true });
});

const answers = (): Readonly<Record<string, readonly [string, string]>> => ({
	'/list.opml': [
		'text/xml',
		`<opml version="2.0"><head/><body><outline text="Tide" type="rss" xmlUrl="${site}/feed"/></body></opml>`,
	],
	'/feed': [
		'application/rss+xml',
		`<rss version="2.0"><channel><title>The Tide</title><link>${site}</link>
		<item><title>Ambra Opens a Lock</title><link>${site}/ambra</link><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[${['Ambra', 'Oldgate', 'Tarn', 'Marrow'].map(paragraphs).join('')}]]></content:encoded></item>
		<item><title>Ellery Opens a Lock</title><link>${site}/ellery</link><description>A lock opens.</description></item>
		<item><title>Gone</title><link>${site}/gone</link><description>Nothing is there.</description></item>
		</channel></rss>`,
	],
	'/comments.xml': [
		'application/xml',
		makeDisqus(
			[{ id: 7, link: `${site}/stonewick` }],
			[{ id: 1, thread: 7, author: 'Ann Reed', at: '2026-03-02T08:00:00Z', message: '<p>At last.</p>' }],
		),
	],
	'/ellery': ['text/html; charset=utf-8', page('Ellery')],
	'/stonewick': ['text/html; charset=utf-8', page('Stonewick')],
	'/print/stonewick': [
		'text/html; charset=utf-8',
		page('Stonewick').replace('<article>', '<p><a href="/">Back to the page</a></p><article>'),
	],
});

async function run(
	given: readonly string[],
	dry = false,
): Promise<{ outcomes: Outcome[]; headlines: string[]; comments: Record<string, readonly Comment[]> }> {
	const archive = await openArchive(folder);
	const web = openWeb({
		userAgent: 'Verbatim/test',
		allow: new Set([
			new URL(site).host,
			...['a', 'b', 'c'].map((name) => `${name}.example:${new URL(site).port}`),
		]),
		lookup: (_name, options, callback) =>
			options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4),
		turns: { everyMs: 0, longestWaitMs: 1_000 },
	});
	const outcomes: Outcome[] = [];
	try {
		await ingest(given, {
			...{ archive, web, threads, dry, reader: 'reader' },
			done: (outcome) => void outcomes.push(outcome),
		});
		const view = archive.seenBy(null);
		const lines = await view.latest(100);
		const comments: Record<string, readonly Comment[]> = {};
		for (const { id, headline } of lines) comments[headline] = (await view.article(id))?.comments ?? [];
		return { outcomes, comments, headlines: lines.map(({ headline }) => headline).toSorted() };
	} finally {
		await web.close();
		await archive.close();
	}
}

describe('an ingest of addresses', { timeout: 60_000 }, () => {
	it('follows a list of feeds to the pages of its items, and fetches no page twice', async () => {
		const given = [`${site}/stonewick`, `${site}/list.opml`];
		const first = await run(given);
		expect(first.headlines).toEqual(['Ambra', 'Ellery', 'Stonewick'].map((place) => `${place} Opens a Lock`));
		expect(first.outcomes.filter(({ kind }) => kind === 'refused')).toEqual([
			{
				kind: 'refused',
				name: `${site}/gone`,
				why: expect.stringContaining('has no page at this address'),
			},
		]);
		expect(asked).not.toContain('/ambra');
		asked = [];
		const again = await run(given);
		expect(again.headlines).toEqual(first.headlines);
		expect(again.outcomes.flatMap((one) => (one.kind === 'known' ? [one.name] : [])).toSorted()).toEqual([
			`${site}/ellery`,
			`${site}/stonewick`,
		]);
		expect(asked.filter((one) => one === '/stonewick' || one === '/ellery')).toEqual([]);
	});

	it('asks several sites at the same time, and each of them for one page at a time', async () => {
		const port = new URL(site).port;
		const hosts = ['a', 'b', 'c'].map((name) => `http://${name}.example:${port}`);
		const underWay = new Map<string, number>();
		let most = 0;
		let mostOfOne = 0;
		slow = async (host) => {
			underWay.set(host, (underWay.get(host) ?? 0) + 1);
			most = Math.max(
				most,
				[...underWay.values()].reduce((sum, one) => sum + one, 0),
			);
			mostOfOne = Math.max(mostOfOne, ...underWay.values());
			await pause(150);
			underWay.set(host, (underWay.get(host) ?? 0) - 1);
		};
		const given = hosts.flatMap((host) => [`${host}/stonewick`, `${host}/ellery`, `${host}/not-there`]);
		const { outcomes } = await run(given);
		expect(outcomes.map(({ name }) => name).toSorted()).toEqual(given.toSorted());
		expect(most).toBe(3);
		expect(mostOfOne).toBe(1);
	});

	it('keeps articles apart that differ only in numbers and names', async () => {
		const numbered = (lock: string) => ({
			headline: `Lock ${lock} Opens`,
			paragraphs: text('Ambra').map((one) => `${one} This is lock ${lock}.`),
		});
		const paths = ['one one', 'one one one', 'one one one one'].map(async (lock) => {
			const path = join(folder, `${lock}.json`);
			await writeFile(path, JSON.stringify(numbered(lock)));
			return path;
		});
		expect((await run(await Promise.all(paths))).headlines).toHaveLength(3);
	});

	it('joins nearly the same text under two addresses', async () => {
		const { outcomes, headlines } = await run([`${site}/stonewick`, `${site}/print/stonewick`]);
		expect(headlines).toEqual(['Stonewick Opens a Lock']);
		expect(outcomes).toEqual([
			{ kind: 'read', name: `${site}/stonewick`, articles: 1, fresh: 1 },
			{ kind: 'read', name: `${site}/print/stonewick`, articles: 1, fresh: 0 },
		]);
		// It is known by both.
		const again = await run([`${site}/stonewick`, `${site}/print/stonewick`]);
		expect(again.outcomes.map(({ kind }) => kind)).toEqual(['known', 'known']);
		expect(again.headlines).toEqual(headlines);
	});

	it('fetches nothing where it only looks', async () => {
		const { outcomes, headlines } = await run([`${site}/stonewick`], true);
		expect(outcomes).toEqual([{ kind: 'left', name: `${site}/stonewick` }]);
		expect(headlines).toEqual([]);
		expect(asked).toEqual([]);
	});
});

describe('an ingest of lists whose names do not say what they are', { timeout: 60_000 }, () => {
	it('follows a list of feeds, and reads an article whose name ends in .opml', async () => {
		const [list, article] = [join(folder, 'list.xml'), join(folder, 'lock.opml')];
		await writeFile(list, answers()['/list.opml']?.[1] ?? '');
		await writeFile(article, page('Tarn'));
		const { headlines, outcomes } = await run([list, article]);
		expect(headlines).toEqual(['Ambra', 'Ellery', 'Tarn'].map((place) => `${place} Opens a Lock`));
		expect(outcomes).toContainEqual({ kind: 'read', name: list, articles: 0, fresh: 0 });
	});

	it('puts comments under their articles that an address gives', async () => {
		const { comments, outcomes } = await run([`${site}/comments.xml`]);
		expect(comments['Stonewick Opens a Lock']?.map(({ author }) => author)).toEqual(['Ann Reed']);
		expect(outcomes.at(-1)).toMatchObject({ kind: 'comments', comments: 1, under: 1 });
	});
});

describe('an ingest of a web archive', { timeout: 60_000 }, () => {
	const address = (place: string) => `https://stonewick.example/${place.toLowerCase()}`;
	const archived = (...places: readonly string[]) =>
		makeWarc(
			[
				...places.map((place) => ({ address: address(place), body: page(place) })),
				{ address: address('home'), body: '<html><head><title>Home</title></head></html>' },
			],
			true,
		);

	it('takes in each page under its address, once', async () => {
		const path = join(folder, 'crawl.warc.gz');
		await writeFile(path, archived('Ambra', 'Ellery', 'Stonewick'));
		const { outcomes, headlines } = await run([path]);
		expect(headlines).toEqual(['Ambra', 'Ellery', 'Stonewick'].map((place) => `${place} Opens a Lock`));
		expect(outcomes).toEqual([
			{ kind: 'refused', name: address('home'), why: expect.stringContaining('holds no article') },
			{ kind: 'read', name: path, articles: 3, fresh: 3 },
		]);
		expect((await run([path])).outcomes).toEqual([{ kind: 'known', name: path }]);
		// A page that was taken in needs no fetching.
		expect((await run([address('Ambra')])).outcomes).toEqual([{ kind: 'known', name: address('Ambra') }]);
	});

	it('that is broken keeps the pages before, and goes on from there', async () => {
		const path = join(folder, 'crawl.warc.gz');
		const whole = archived('Ambra', 'Ellery', 'Stonewick');
		await writeFile(path, whole.subarray(0, whole.length - 500));
		const { outcomes, headlines } = await run([path]);
		expect(outcomes.at(-1)).toEqual({
			kind: 'refused',
			name: path,
			why: expect.stringContaining('is a broken web archive'),
		});
		expect(headlines.length).toBeGreaterThan(0);
		await writeFile(path, whole);
		const again = await run([path]);
		expect(again.outcomes.at(-1)).toEqual({
			kind: 'read',
			name: path,
			articles: 3,
			fresh: 3 - headlines.length,
		});
		expect(again.headlines).toHaveLength(3);
	});
});

describe('an ingest of a page that was captured several times', { timeout: 60_000 }, () => {
	const capture = (place: string, date: string, more: Partial<Answered> = {}): Answered => ({
		address: 'https://stonewick.example/lock',
		body: page(place),
		date,
		...more,
	});
	/** It takes longer to read than the others. */
	const long = (place: string) =>
		page(place).replace('</article>', `${paragraphs(place).repeat(60)}</article>`);
	const [morning, noon, evening] = ['08', '12', '18'].map((hour) => `2026-03-02T${hour}:00:00Z`) as [
		string,
		string,
		string,
	];

	it.each<[string, ...(readonly Answered[])[]]>([
		['the earlier is read slower', [capture('Old', morning, { body: long('Old') }), capture('New', noon)]],
		['the later stands first', [capture('New', noon), capture('Old', morning)]],
		['both were captured in one second', [capture('Old', noon, { body: long('Old') }), capture('New', noon)]],
		['an older archive comes after', [capture('New', noon)], [capture('Old', morning)]],
		[
			'the older one has another address',
			[capture('New', noon)],
			[
				capture('New', morning, {
					address: 'http://www.stonewick.example/lock?utm_source=a',
					body: twin('Old'),
				}),
			],
		],
		['a later archive comes after', [capture('Old', noon)], [capture('New', evening)]],
	])('keeps the later capture where %s', async (_, ...archives) => {
		let found: string[] = [];
		for (const [at, answers] of archives.entries()) {
			const path = join(folder, `${at}.warc.gz`);
			await writeFile(path, makeWarc(answers, true));
			const { headlines, outcomes } = await run([path]);
			expect(outcomes.filter(({ kind }) => kind === 'refused')).toEqual([]);
			found = headlines;
		}
		expect(found).toEqual(['New Opens a Lock']);
	});
});

describe('an ingest of comments that Disqus has exported', { timeout: 60_000 }, () => {
	it('puts them under their articles, which it fetches where they are not there', async () => {
		const path = join(folder, 'comments.xml.gz');
		const posts = [
			{ id: 1, thread: 7, author: 'Ann Reed', at: '2026-03-02T08:00:00Z', message: '<p>At last a lock.</p>' },
			{
				id: 2,
				thread: 7,
				parent: 1,
				author: 'Bo Hart',
				at: '2026-03-02T09:00:00Z',
				message: '<p>Who pays?</p>',
			},
			{ id: 3, thread: 8, author: 'Cay', at: '2026-03-03T09:00:00Z', message: '<p>Ours is older.</p>' },
			{ id: 4, thread: 9, author: 'Dov', at: '2026-03-03T09:00:00Z', message: '<p>Where is it?</p>' },
		];
		const threads = [
			{ id: 7, link: `${site}/stonewick/?utm_source=mail` },
			{ id: 8, link: `${site}/ellery` },
			{ id: 9, link: `${site}/gone` },
		];
		await writeFile(path, gzipSync(makeDisqus(threads, posts)));
		const first = await run([`${site}/stonewick`, path]);
		expect(first.comments).toEqual({
			'Stonewick Opens a Lock': [
				{ author: 'Ann Reed', replyTo: null, text: 'At last a lock.', postedAt: '2026-03-02T08:00:00Z' },
				{ author: 'Bo Hart', replyTo: 'Ann Reed', text: 'Who pays?', postedAt: '2026-03-02T09:00:00Z' },
			],
			'Ellery Opens a Lock': [
				{ author: 'Cay', replyTo: null, text: 'Ours is older.', postedAt: '2026-03-03T09:00:00Z' },
			],
		});
		expect(first.outcomes.at(-1)).toEqual({
			kind: 'comments',
			name: path,
			comments: 3,
			under: 2,
			missing: 1,
		});
		expect(first.outcomes).toContainEqual(expect.objectContaining({ kind: 'refused', name: `${site}/gone` }));
		// Again, with one more: each is there once.
		const more = { id: 5, thread: 7, author: 'Eli', at: '2026-03-04T08:00:00Z', message: 'I do.' };
		await writeFile(path, gzipSync(makeDisqus(threads, [...posts, more])));
		const again = await run([path]);
		expect(again.comments['Stonewick Opens a Lock']?.map(({ author }) => author)).toEqual([
			'Ann Reed',
			'Bo Hart',
			'Eli',
		]);
		expect(again.comments['Ellery Opens a Lock']).toHaveLength(1);
	});
});
