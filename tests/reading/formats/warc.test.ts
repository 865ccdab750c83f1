import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readArticles } from '../../../src/reading/read.ts';
import { type Answered, headOf, makeRecord, makeWarc, recordEnd } from './make-warc.ts';
import { gzipOf } from './packed.ts';

const page = (place: string) =>
	`<!doctype html><html lang="en"><head><title>${place} Opens a Lock</title></head><body><article><h1>${place} Opens a Lock</h1>
	<p>The town of ${place} has opened a new lock on its canal, the water office said on Monday.</p>
	<p>“The lock of ${place} took us nine weeks to build,” said Mara Tidewell, who runs the office.</p>
	<p>The gates weigh eleven hundred kilograms and are lifted by a wheel that turns with the tide.</p></article></body></html>`;
const at = (place: string, more: Partial<Answered> = {}): Answered => ({
	address: `https://stonewick.example/${place.toLowerCase()}`,
	body: page(place),
	...more,
});
const megabyte = Buffer.alloc(1e6);
const read = (bytes: Uint8Array, name = 'crawl.warc') => readArticles(bytes, { name });
const headlines = async (bytes: Uint8Array, name?: string) =>
	(await read(bytes, name)).map(({ headline }) => headline.replace(' Opens a Lock', ''));
const refusal = (bytes: Uint8Array) =>
	read(bytes).then(
		(articles) => `read ${articles.length}`,
		(error: unknown) => {
			if (error instanceof UserError) return error.message;
			throw error;
		},
	);
const chunked = (body: string) => {
	const bytes = Buffer.from(body);
	const half = Math.floor(bytes.length / 2);
	return Buffer.concat([
		...[bytes.subarray(0, half), bytes.subarray(half)].flatMap((part) => [
			Buffer.from(`${part.length.toString(16)}\r\n`),
			part,
			Buffer.from('\r\n'),
		]),
		Buffer.from('0\r\n\r\n'),
	]);
};
const html = 'Content-Type: text/html; charset=utf-8';

describe('a web archive', () => {
	it.each([
		['plain', false, 'crawl.warc'],
		['packed record by record', true, 'crawl.warc.gz'],
		['packed under another name', true, 'download'],
	])('%s is read as the articles among its pages, with their addresses', async (_, packed, name) => {
		const archive = makeWarc(
			[
				{ ...at('Ambra'), type: 'request' },
				at('Ambra'),
				at('Picture', { headers: ['Content-Type: image/png'] }),
				at('Moved', { status: '301 Moved Permanently' }),
				at('Robots', { headers: ['Content-Type: text/plain'] }),
				at('Empty', { body: '<html><head><title>Home</title></head><body></body></html>' }),
				at('Ellery'),
			],
			packed,
		);
		const articles = await read(archive, name);
		expect(articles).toMatchObject([
			{
				headline: 'Ambra Opens a Lock',
				url: 'https://stonewick.example/ambra',
				capturedAt: '2026-03-02T08:00:00Z',
				source: { kind: 'warc', name },
				quotes: [{ speaker: 'Mara Tidewell' }],
			},
			{ headline: 'Ellery Opens a Lock', url: 'https://stonewick.example/ellery' },
		]);
	});

	it('takes pages out of the chunks and the packing that they were sent in', async () => {
		const packed = (place: string, encoding: string, body: Uint8Array) =>
			at(place, { headers: [html, `Content-Encoding: ${encoding}`], body });
		const archive = makeWarc([
			at('Ambra', { headers: [html, 'Transfer-Encoding: chunked'], body: chunked(page('Ambra')) }),
			packed('Ellery', 'gzip', gzipSync(page('Ellery'))),
			packed('Tarn', 'br', brotliCompressSync(page('Tarn'))),
			// Some programs store the page as it was unpacked, and leave its headers.
			at('Marrow', { headers: [html, 'Content-Encoding: gzip', 'Transfer-Encoding: chunked'] }),
		]);
		expect(await headlines(archive)).toEqual(['Ambra', 'Ellery', 'Tarn', 'Marrow']);
	});

	it('has of a page the later capture, also where that stands first', async () => {
		const noon = { body: page('Noon'), date: '2026-03-02T12:00:00.25Z' };
		expect(
			await headlines(makeWarc([at('Ambra', noon), at('Ambra', { date: '2026-03-02T12:00:00Z' })])),
		).toEqual(['Noon']);
		expect(await headlines(makeWarc([at('Ambra'), at('Ambra', noon)]))).toEqual(['Noon']);
	});

	it('has a page whose date no calendar has', async () => {
		for (const date of ['2026-02-30T08:00:00Z', '2026-13-02T08:00:00Z']) {
			const [article] = await read(makeWarc([at('Ambra', { date })]));
			expect(article).toMatchObject({ capturedAt: null });
		}
	});

	it('has of a page that was fetched twice the later one, and believes no page about another site', async () => {
		const claims = page('Oldgate').replace(
			'<head>',
			'<head><link rel=canonical href="https://bank.example/">',
		);
		const archive = makeWarc([
			at('Ambra', { body: page('Former') }),
			at('Ambra'),
			at('Oldgate', { body: claims }),
			{ ...at('Ellery'), address: '<https://stonewick.example/ellery>' },
		]);
		expect((await read(archive)).map(({ url }) => url)).toEqual(
			['ambra', 'oldgate', 'ellery'].map((path) => `https://stonewick.example/${path}`),
		);
		expect(await headlines(archive)).toEqual(['Ambra', 'Oldgate', 'Ellery']);
	});

	it.each([
		['nothing', new Uint8Array(), 'is a web archive without pages'],
		[
			'something else',
			Buffer.from('WARC is what this text begins with.\n\nMore.'),
			'is a broken web archive',
		],
		['half a record', makeWarc([at('Ambra')]).slice(0, -200), 'is a broken web archive'],
		['half of what is packed', makeWarc([at('Ambra')], true).slice(0, -200), 'it cannot be unpacked'],
		[
			'a record without a length',
			Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n'),
			'is a broken web archive',
		],
		[
			'headers that never end',
			Buffer.from(`WARC/1.0\r\n${'a: b\r\n'.repeat(100_000)}`),
			'is a broken web archive',
		],
		['no article', makeWarc([at('Empty', { body: '<html>' })]), 'of which no page holds an article'],
		[
			'a page that unpacks to 200 MB',
			makeWarc([
				at('Bomb', {
					headers: [html, 'Content-Encoding: gzip'],
					body: gzipOf([{ piece: megabyte, times: 200 }]),
				}),
			]),
			'is a web archive without pages',
		],
		[
			'records that unpack to 400 MB',
			gzipOf([
				...[{ piece: makeRecord(at('Ambra')) }, { piece: headOf(['WARC-Type: resource'], 4e8) }],
				...[{ piece: megabyte, times: 400 }, { piece: recordEnd }],
			]),
			'unpacks to more than 96 MB',
		],
	])('of %s ends with one sentence', { timeout: 30_000 }, async (_, bytes, said) => {
		expect(await refusal(bytes)).toContain(said);
	});

	it('is told by what it says of a length, not by how much comes', async () => {
		const lies = Buffer.from(
			'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 999999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n',
		);
		expect(await refusal(lies)).toContain('is a broken web archive');
	});
});
