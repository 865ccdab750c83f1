import { createServer } from 'node:http';
import { type AddressInfo, createConnection } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../src/page-server.ts';

describe('the page of the rehearsal', () => {
	const server = createServer();
	let url = '';

	beforeAll(async () => {
		const serve = await openPage();
		server.on('request', (request, response) => {
			if (!serve(request, response)) response.writeHead(404).end('not of the page');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => server.close());

	it('lets nothing run, load or be framed but what it came with', async () => {
		const response = await fetch(`${url}/`);
		const policy = response.headers.get('content-security-policy') ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("script-src 'self'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).toContain("require-trusted-types-for 'script'");
		expect(policy).not.toMatch(/unsafe|https?:|\*/u);
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	});

	it('has nothing inline and nothing from elsewhere', async () => {
		const html = await (await fetch(`${url}/`)).text();
		expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/)/u);
		expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|https?:/u);
		const style = await (await fetch(`${url}/page.css`)).text();
		expect(style).not.toMatch(/@import|url\(/u);
	});

	it('weighs under 400 KB compressed', async () => {
		let weight = 0;
		for (const path of ['/', '/page.js', '/page.css', '/page.svg']) {
			const response = await fetch(url + path, { headers: { 'accept-encoding': 'br' } });
			expect(response.status).toBe(200);
			weight += Number(response.headers.get('content-length'));
		}
		expect(weight).toBeLessThan(400_000);
	});

	it('is sent compressed only to those who can read that, and not again to those who have it', async () => {
		const ask = (headers: string) =>
			new Promise<Buffer>((resolve) => {
				const parts: Buffer[] = [];
				const socket = createConnection(Number(new URL(url).port), '127.0.0.1', () => {
					socket.write(`GET /page.css HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${headers}\r\n`);
				});
				socket.on('data', (part) => parts.push(Buffer.from(part)));
				socket.on('close', () => resolve(Buffer.concat(parts)));
			});
		const bodyOf = (answer: Buffer) => answer.subarray(answer.indexOf('\r\n\r\n') + 4);
		const plain = bodyOf(await ask(''));
		expect(brotliDecompressSync(bodyOf(await ask('accept-encoding: gzip, br\r\n')))).toEqual(plain);
		const etag = (await fetch(`${url}/page.css`)).headers.get('etag') ?? '';
		expect((await ask(`if-none-match: ${etag}\r\n`)).toString()).toMatch(/^HTTP\/1\.1 304 /u);
	});

	it('leaves every other path and method to the rehearsal', async () => {
		for (const path of [
			'/api/v10/gateway',
			'/rehearsal/state',
			'/main.ts',
			'/../page-server.ts',
			'//page.js',
		]) {
			expect((await fetch(url + path)).status).toBe(404);
		}
		expect((await fetch(`${url}/`, { method: 'POST' })).status).toBe(404);
	});
});
