import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import type { Comment } from '../../src/article.ts';
import { ingest, type Outcome } from '../../src/sources/ingest/ingest.ts';
import { readingThread } from '../../src/sources/reading-thread.ts';
import { openWeb } from '../../src/sources/web/fetch.ts';
import { makeDisqus } from '../reading/formats/make-disqus.ts';

export const text = (place: string) => [
	`The town of ${place} has opened a new lock on its canal, the water office said on Monday.`,
	`“The lock of ${place} took us nine weeks to build,” said Mara Tidewell, who runs the office.`,
	'The gates weigh eleven hundred kilograms and are lifted by a wheel that turns with the tide.',
];
export const paragraphs = (place: string) =>
	text(place)
		.map((one) => `<p>${one}</p>`)
		.join('');
export const page = (place: string) =>
	`<!doctype html><html lang="en"><head><title>${place} Opens a Lock</title></head><body><article><h1>${place} Opens a Lock</h1>${paragraphs(place)}</article></body></html>`;

/** The page as another address has it: it names the usual one. */
export const twin = (place: string) =>
	page(place).replace('<title>', '<link rel="canonical" href="https://stonewick.example/lock"><title>');

const worker = new URL('../../src/app/reading-worker.ts', import.meta.url);
const limits = { milliseconds: 20_000, megabytes: 512, idleMilliseconds: 20_000 };

/** A site with pages about locks, and an ingest into an archive of its own, for each test of a file. */
export function lockSite() {
	// They keep nothing of what they have read, so all tests have the same ones: each takes half a second to start.
	const threads = [1, 2].map(() => readingThread(worker, limits));
	afterAll(() => Promise.all(threads.map((thread) => thread.close())));
	let server: Server;
	const here = {
		folder: '',
		site: '',
		/** The paths that were asked for. */
		asked: [] as string[],
		/** What an answer waits for. */
		slow: async (_host: string): Promise<void> => {},
		answers: (): Readonly<Record<string, readonly [string, string]>> => ({
			'/list.opml': [
				'text/xml',
				`<opml version="2.0"><head/><body><outline text="Tide" type="rss" xmlUrl="${here.site}/feed"/></body></opml>`,
			],
			'/feed': [
				'application/rss+xml',
				`<rss version="2.0"><channel><title>The Tide</title><link>${here.site}</link>
				<item><title>Ambra Opens a Lock</title><link>${here.site}/ambra</link><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[${['Ambra', 'Oldgate', 'Tarn', 'Marrow'].map(paragraphs).join('')}]]></content:encoded></item>
				<item><title>Ellery Opens a Lock</title><link>${here.site}/ellery</link><description>A lock opens.</description></item>
				<item><title>Gone</title><link>${here.site}/gone</link><description>Nothing is there.</description></item>
				</channel></rss>`,
			],
			'/comments.xml': [
				'application/xml',
				makeDisqus(
					[{ id: 7, link: `${here.site}/stonewick` }],
					[{ id: 1, thread: 7, author: 'Ann Reed', at: '2026-03-02T08:00:00Z', message: '<p>At last.</p>' }],
				),
			],
			'/ellery': ['text/html; charset=utf-8', page('Ellery')],
			'/stonewick': ['text/html; charset=utf-8', page('Stonewick')],
			'/print/stonewick': [
				'text/html; charset=utf-8',
				page('Stonewick').replace('<article>', '<p><a href="/">Back to the page</a></p><article>'),
			],
		}),
		async run(
			given: readonly string[],
			dry = false,
		): Promise<{ outcomes: Outcome[]; headlines: string[]; comments: Record<string, readonly Comment[]> }> {
			const archive = await openArchive(here.folder);
			const web = openWeb({
				userAgent: 'Verbatim/test',
				allow: new Set([
					new URL(here.site).host,
					...['a', 'b', 'c'].map((name) => `${name}.example:${new URL(here.site).port}`),
				]),
				lookup: (_name, options, callback) =>
					options.all
						? callback(null, [{ address: '127.0.0.1', family: 4 }])
						: callback(null, '127.0.0.1', 4),
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
		},
	};
	beforeEach(async () => {
		here.asked = [];
		here.folder = await mkdtemp(join(tmpdir(), 'verbatim-ingest-web-'));
		here.slow = async () => {};
		server = createServer(async ({ url = '', headers }, response) => {
			here.asked.push(url);
			if (url !== '/robots.txt') await here.slow(headers.host ?? '');
			const found = here.answers()[url];
			response.writeHead(found ? 200 : 404, { 'content-type': found?.[0] ?? 'text/plain' }).end(found?.[1]);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		here.site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterEach(async () => {
		server.close();
		await rm(here.folder, { recursive: true });
	});
	return here;
}
