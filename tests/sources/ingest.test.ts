import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { ingest, type Outcome } from '../../src/sources/ingest/ingest.ts';
import { readingThread } from '../../src/sources/reading-thread.ts';
import { openWeb } from '../../src/sources/web/fetch.ts';

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

let folder: string;
let server: Server;
let site: string;
let asked: string[];
beforeEach(async () => {
	asked = [];
	folder = await mkdtemp(join(tmpdir(), 'verbatim-ingest-web-'));
	server = createServer(({ url = '' }, response) => {
		asked.push(url);
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
	'/ellery': ['text/html; charset=utf-8', page('Ellery')],
	'/stonewick': ['text/html; charset=utf-8', page('Stonewick')],
});

async function run(
	given: readonly string[],
	dry = false,
): Promise<{ outcomes: Outcome[]; headlines: string[] }> {
	const archive = await openArchive(folder);
	const web = openWeb({
		userAgent: 'Verbatim/test',
		allow: new Set([new URL(site).host]),
		turns: { everyMs: 0, longestWaitMs: 1_000 },
	});
	const worker = new URL('../../src/app/reading-worker.ts', import.meta.url);
	const threads = [readingThread(worker, { milliseconds: 20_000, megabytes: 512 })];
	const outcomes: Outcome[] = [];
	try {
		await ingest(given, {
			...{ archive, web, threads, dry, reader: 'reader' },
			done: (outcome) => void outcomes.push(outcome),
		});
		const lines = await archive.seenBy(null).latest(100);
		return { outcomes, headlines: lines.map(({ headline }) => headline).toSorted() };
	} finally {
		await Promise.all(threads.map((thread) => thread.close()));
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

	it('fetches nothing where it only looks', async () => {
		const { outcomes, headlines } = await run([`${site}/stonewick`], true);
		expect(outcomes).toEqual([{ kind: 'left', name: `${site}/stonewick` }]);
		expect(headlines).toEqual([]);
		expect(asked).toEqual([]);
	});
});
