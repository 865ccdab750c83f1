import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { WebError } from '../../../src/sources/web/trouble.ts';
import { resolver, site } from './site.ts';

const text = 'The ferry to Port Ellery runs again, the harbour master said. '.repeat(50);

/** The refusal of a promise that has to fail. */
const refusalOf = (promise: Promise<unknown>): Promise<WebError> =>
	promise.then(
		() => expect.unreachable('It was fetched.'),
		(error) => error,
	);

test('an address is fetched with its media type, character set and marks of its version', async () => {
	const news = await site((_, response) => {
		response.writeHead(200, {
			'content-type': 'Text/HTML; charset="ISO-8859-2"',
			etag: '"v1"',
			'last-modified': 'Thu, 01 Oct 2026 08:00:00 GMT',
			'cache-control': 'max-age=600',
			'set-cookie': 'id=1',
		});
		response.end(text);
	});
	const web = news.web();
	const fetched = await web.fetchPublic(`${news.address}/ferry#comments`);
	expect(fetched).toMatchObject({
		status: 200,
		address: `${news.address}/ferry`,
		hops: [],
		mediaType: 'text/html',
		charset: 'ISO-8859-2',
		etag: '"v1"',
		lastModified: 'Thu, 01 Oct 2026 08:00:00 GMT',
		cacheControl: 'max-age=600',
	});
	expect(Buffer.from(fetched.bytes).toString()).toBe(text);
	await web.fetchPublic(`${news.address}/ferry`);
	expect(news.requests.map(({ url }) => url)).toEqual(['/robots.txt', '/ferry', '/ferry']);
	expect(news.requests[1]?.headers).toMatchObject({
		'user-agent': 'Verbatim/1.0 (+https://example.org/contact)',
	});
	expect(news.requests[2]?.headers.cookie).toBeUndefined();
});

test.for([
	['gzip', gzipSync(text)],
	['br', brotliCompressSync(text)],
	['zstd', zstdCompressSync(text)],
	['identity', Buffer.from(text)],
] as const)('a body packed with %s is unpacked', async ([encoding, bytes]) => {
	const news = await site((_, response) => {
		response.writeHead(200, { 'content-encoding': encoding });
		response.end(bytes);
	});
	const { bytes: found } = await news.web().fetchPublic(news.address);
	expect(Buffer.from(found).toString()).toBe(text);
});

test('a page that has not changed is answered with 304, and one that is gone with its status', async () => {
	const news = await site((request, response) => {
		if (request.url === '/gone') response.writeHead(410).end('gone');
		else if (request.url === '/busy') response.writeHead(429, { 'retry-after': '120' }).end();
		else response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200).end();
	});
	const web = news.web();
	const same = await web.fetchPublic(`${news.address}/a`, { conditional: { etag: '"v1"' } });
	expect(same).toMatchObject({ status: 304, bytes: new Uint8Array() });
	expect(await web.fetchPublic(`${news.address}/gone`)).toMatchObject({
		status: 410,
		bytes: new Uint8Array(),
	});
	expect(await web.fetchPublic(`${news.address}/busy`)).toMatchObject({ status: 429, retryAfter: 120 });
});

test('redirects are followed and named, up to five', async () => {
	const news = await site((request, response) => {
		const step = Number(request.url?.slice(1));
		if (step === 0) response.end(text);
		else response.writeHead(step === 1 ? 301 : 302, { location: `/${step - 1}` }).end();
	});
	const web = news.web();
	expect(await web.fetchPublic(`${news.address}/2`)).toMatchObject({
		status: 200,
		address: `${news.address}/0`,
		hops: [
			{ address: `${news.address}/2`, status: 302 },
			{ address: `${news.address}/1`, status: 301 },
		],
	});
	expect(await refusalOf(web.fetchPublic(`${news.address}/6`))).toMatchObject({ reason: 'redirects' });
});

test('a name is checked where it is connected: one that leads inside later reaches nothing', async () => {
	const news = await site((_, response) => response.end('inside'));
	const lookup = resolver('127.0.0.1');
	const outside = news.web({ allow: new Set(), lookup });
	const refusal = await refusalOf(outside.fetchPublic('http://rebind.example.org/', { robots: false }));
	expect(refusal).toMatchObject({
		reason: 'address',
		message: expect.stringContaining('rebind.example.org'),
	});
	expect(lookup.asked).toEqual(['rebind.example.org']);
	expect(news.requests).toEqual([]);
});

test('robots.txt decides for this bot, and is asked once', async () => {
	const news = await site(
		(request, response) => {
			if (request.url === '/robots.txt') {
				response.end('User-agent: *\nDisallow: /\n\nUser-agent: Verbatim\nDisallow: /private\n');
			} else response.end(text);
		},
		{ hasRobots: true },
	);
	const web = news.web();
	expect((await web.fetchPublic(`${news.address}/open`)).status).toBe(200);
	expect(await refusalOf(web.fetchPublic(`${news.address}/private/1`))).toMatchObject({ reason: 'robots' });
	expect(news.requests.map(({ url }) => url)).toEqual(['/robots.txt', '/open']);
	expect((await web.fetchPublic(`${news.address}/private/1`, { robots: false })).status).toBe(200);
});

test('a site whose robots.txt fails is left alone', async () => {
	const news = await site(
		(request, response) => response.writeHead(request.url === '/robots.txt' ? 503 : 200).end(),
		{
			hasRobots: true,
		},
	);
	expect(await refusalOf(news.web().fetchPublic(news.address))).toMatchObject({ reason: 'robots' });
});

test('requests to one host take turns, and who would wait too long is told', async () => {
	const news = await site((_, response) => response.end(text));
	const web = news.web({ turns: { everyMs: 100, longestWaitMs: 150 } });
	const asked = Array.from({ length: 3 }, () => web.fetchPublic(news.address, { robots: false }));
	const results = await Promise.allSettled(asked);
	expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
	expect(await refusalOf(asked[2] ?? Promise.resolve())).toMatchObject({ reason: 'busy' });
});

test('what is too large, too slow or another kind of file is refused', async () => {
	const news = await site((request, response) => {
		if (request.url === '/video') response.writeHead(200, { 'content-type': 'video/mp4' }).end('0');
		else if (request.url === '/large') response.end(Buffer.alloc(3_000));
		else if (request.url === '/bomb')
			response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(3_000)));
		else response.write('<p>');
	});
	const web = news.web();
	const mediaTypes = /^text\//u;
	expect(await refusalOf(web.fetchPublic(`${news.address}/video`, { mediaTypes }))).toMatchObject({
		reason: 'type',
	});
	for (const path of ['/large', '/bomb']) {
		const refusal = await refusalOf(web.fetchPublic(news.address + path, { maxBytes: 2_000 }));
		expect(refusal).toMatchObject({ reason: 'too-large' });
	}
	const slow = await refusalOf(web.fetchPublic(`${news.address}/drip`, { deadlineMs: 200 }));
	expect(slow).toMatchObject({ reason: 'too-slow' });
});

test('fetching ends when the one who asked stops waiting, and when the bot stops', async () => {
	const news = await site((_, response) => response.write('<p>'));
	const web = news.web();
	const stop = new AbortController();
	const first = refusalOf(web.fetchPublic(news.address, { signal: stop.signal }));
	await pause(50);
	stop.abort();
	expect(await first).toMatchObject({ reason: 'stopped' });
	const second = refusalOf(web.fetchPublic(news.address));
	await pause(50);
	await web.close();
	expect(await second).toMatchObject({ reason: 'stopped' });
});

test('fetching ends at its deadline, and when it is stopped, while the name is still being looked up', async () => {
	const news = await site((_, response) => response.end(text));
	const asked = Promise.withResolvers<void>();
	const web = news.web({ lookup: () => asked.resolve() });
	const long = pause(5_000, 'still waiting', { ref: false });
	const address = `http://news.example.org:${news.port}/ferry`;
	const slow = refusalOf(web.fetchPublic(address, { deadlineMs: 100, robots: false }));
	expect(await Promise.race([slow, long])).toMatchObject({ reason: 'too-slow' });
	const stop = new AbortController();
	const stopped = refusalOf(web.fetchPublic(address, { signal: stop.signal, robots: false }));
	await asked.promise;
	stop.abort();
	expect(await Promise.race([stopped, long])).toMatchObject({ reason: 'stopped' });
});

test('fetching ends when it is stopped, while it waits for its turn or for a robots.txt', async () => {
	const news = await site((_, response) => response.write('User-agent: *'), { hasRobots: true });
	const web = news.web({ turns: { everyMs: 5_000, longestWaitMs: 10_000 } });
	const long = pause(4_000, 'still waiting', { ref: false });
	const robots = new AbortController();
	const first = refusalOf(web.fetchPublic(news.address, { signal: robots.signal }));
	const turn = new AbortController();
	const second = refusalOf(web.fetchPublic(news.address, { robots: false, signal: turn.signal }));
	await pause(50);
	robots.abort();
	turn.abort();
	expect(await Promise.race([first, long])).toMatchObject({ reason: 'stopped' });
	expect(await Promise.race([second, long])).toMatchObject({ reason: 'stopped' });
});
