import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { Case } from './case.ts';

const megabyte = Buffer.alloc(1024 * 1024, ' ');
const again = (bytes: Uint8Array, times: number) => Buffer.concat(Array<Uint8Array>(times).fill(bytes));
const packed = (name: string, encoding: string, bytes: () => Uint8Array): Case => ({
	name,
	answer: (): RequestListener => (_, response) =>
		response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(bytes()),
});
/** Sends something again and again, as long as it is taken. */
function endlessly(socket: Socket, first: string, next: () => string | Uint8Array, everyMs = 0): void {
	socket.write(first);
	const more = () => {
		if (socket.destroyed) return;
		const isTaken = socket.write(next());
		if (everyMs > 0) setTimeout(more, everyMs);
		else if (isTaken) setImmediate(more);
		else socket.once('drain', more);
	};
	more();
}
const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n';
const raw = (name: string, does: (socket: Socket) => void): Case => ({ name, raw: does });
/** Keeps the bot waiting until it gives up. */
const slow = (name: string, does: (socket: Socket) => void): Case => ({ ...raw(name, does), waits: true });
const robots = (name: string, text: () => string): Case => ({
	name,
	robots: (_, response) => response.end(text()),
	answer: '<h1>News</h1>',
});
const emptyMember = gzipSync('');

/** Responses that are packed, endless, slow, broken, or not what they say. */
export const responses: readonly Case[] = [
	packed('a gzip bomb: 300 MB in 300 KB', 'gzip', () => again(gzipSync(megabyte), 300)),
	packed('a brotli bomb: 100 MB in 300 bytes', 'br', () =>
		brotliCompressSync(Buffer.alloc(100 * megabyte.length, ' '), {
			params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
		}),
	),
	packed('a zstd bomb: 300 MB in 20 KB', 'zstd', () => again(zstdCompressSync(megabyte), 300)),
	// A frame of one raw block: its header asks for the window (RFC 8878, 3.1.1).
	packed('a zstd frame that asks for a window of 128 MB', 'zstd', () =>
		Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x88, 0x09, 0x00, 0x00, 0x41]),
	),
	packed('packed twice', 'gzip, gzip', () => gzipSync(gzipSync('<h1>News</h1>'))),
	packed('packed with one method in another', 'br, gzip', () =>
		gzipSync(brotliCompressSync('<h1>News</h1>')),
	),
	packed('packed ten times', Array(10).fill('gzip').join(', '), () => gzipSync('x')),
	packed('packed as was not asked for', 'deflate', () => deflateSync('<h1>News</h1>')),
	packed('packed in a way that nobody knows', 'sponge', () => Buffer.from('<h1>News</h1>')),
	packed('gzip that is none', 'gzip', () => Buffer.from('<h1>News</h1>'.repeat(100))),
	packed('brotli that is cut short', 'br', () =>
		brotliCompressSync('<h1>News</h1>'.repeat(500)).subarray(0, 12),
	),
	{
		name: 'endless empty parts of gzip',
		raw: (socket) =>
			endlessly(socket, `${head}content-encoding: gzip\r\n\r\n`, () => again(emptyMember, 3_000)),
	},
	raw('a body without an end', (socket) => endlessly(socket, `${head}\r\n`, () => '<p>news '.repeat(8_000))),
	raw('a body that says it has 20 GB', (socket) =>
		socket.write(`${head}content-length: 20000000000\r\n\r\n<p>`),
	),
	raw('a body that is shorter than it says', (socket) =>
		socket.end(`${head}content-length: 5000\r\n\r\n<p>`),
	),
	raw('two lengths', (socket) => socket.end(`${head}content-length: 3\r\ncontent-length: 5000\r\n\r\n<p>`)),
	raw('a length that is negative', (socket) => socket.end(`${head}content-length: -1\r\n\r\n<p>`)),
	slow('a byte of the body at a time', (socket) => endlessly(socket, `${head}\r\n`, () => '<', 50)),
	slow('a byte of the headers at a time', (socket) =>
		endlessly(socket, 'HTTP/1.1 200 OK\r\nx-a: ', () => 'a', 50),
	),
	slow('no answer', () => {}),
	raw('a connection that is closed without an answer', (socket) => socket.end()),
	raw('headers without an end', (socket) => {
		let count = 0;
		endlessly(socket, 'HTTP/1.1 200 OK\r\n', () => `x-${count++}: ${'a'.repeat(1_000)}\r\n`);
	}),
	raw('one header of 100 KB', (socket) => socket.end(`${head}x-a: ${'a'.repeat(100_000)}\r\n\r\n<p>`)),
	raw('early hints without an end', (socket) =>
		endlessly(socket, '', () => 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(100)),
	),
	raw('pieces with extensions without an end', (socket) =>
		endlessly(socket, `${head}transfer-encoding: chunked\r\n\r\n1;`, () => 'a=b;'.repeat(2_000)),
	),
	raw('a piece whose size is no number', (socket) =>
		socket.end(`${head}transfer-encoding: chunked\r\n\r\nzz\r\n<p>\r\n0\r\n\r\n`),
	),
	raw('no HTTP', (socket) => socket.end('220 mail.example.org ESMTP ready\r\n'.repeat(10))),
	raw('a second response that nobody asked for', (socket) =>
		socket.end(`${head}content-length: 0\r\n\r\n${head}content-length: 3\r\n\r\n<p>`),
	),
	{ name: 'an address with https: that does not speak it', add: ({ port }) => `https://127.0.0.1:${port}/` },
	robots('a robots.txt without an end', () => 'Disallow: /x\n'.repeat(100_000)),
	robots(
		'a robots.txt of 20,000 agents with 20,000 rules',
		() =>
			Array.from({ length: 20_000 }, (_, at) => `User-agent: *\nUser-agent: a${at}`)
				.join('\n')
				.slice(0, 250_000) + '\nDisallow: /x'.repeat(18_000),
	),
	robots(
		'a robots.txt of wildcards',
		() => `User-agent: *\n${`Disallow: /${'*a'.repeat(900)}\n`.repeat(250)}`,
	),
	robots('a robots.txt that is binary', () => '\u0000\u0001\u0002'.repeat(50_000)),
	{
		name: 'a film',
		answer: (): RequestListener => (_, response) =>
			response.writeHead(200, { 'content-type': 'video/mp4' }).write(megabyte),
	},
	{
		name: 'a picture that says it is a page',
		answer: Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108020000009077', 'hex'),
	},
	{
		name: 'a zip archive that says it is a page',
		answer: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5_000)]),
	},
	{
		name: 'a program that says it is text',
		type: 'text/plain',
		answer: Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(5_000, 1)]),
	},
	{ name: 'a media type of 10,000 characters', type: `text/${'x'.repeat(10_000)}`, answer: 'News' },
	{
		name: 'a character set that nobody knows',
		type: 'text/html; charset=klingon',
		answer: `<title>Arle rebuilds its harbour wall</title><article><h1>Arle rebuilds its harbour wall</h1>${'<p>The council of Arle voted on Tuesday to rebuild the harbour wall, which the storm of last winter broke in two places, and to pay for it out of the fees of the new quay.</p>'.repeat(3)}</article>`,
	},
];
