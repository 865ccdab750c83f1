import type { ServerResponse } from 'node:http';
import { queryObjects } from 'node:v8';
import { Pool } from 'undici';
import { expect, test } from 'vitest';
import { resolver, site } from './site.ts';

const signals = () => queryObjects(AbortSignal, { format: 'count' });
const open = () => queryObjects(Pool, { format: 'count' });

test('of many hosts only the last ones have connections, and what is under way at the others goes on', async () => {
	const slow: ServerResponse[] = [];
	const news = await site((request, response) => {
		if (request.url === '/slow') slow.push(response.writeHead(200));
		else response.end('The ferry runs again.');
	});
	const web = news.web({ lookup: resolver('127.0.0.1') });
	const fetched = async (host: number, path: string) => {
		const { bytes } = await web.fetchPublic(`http://h${host}.news.example:${news.port}${path}`);
		return Buffer.from(bytes).toString();
	};
	const before = open();
	const first = fetched(0, '/slow');
	await expect.poll(() => slow.length).toBe(1);
	for (let host = 1; host <= 150; host++) expect(await fetched(host, '/')).toBe('The ferry runs again.');
	expect(open() - before).toBeLessThanOrEqual(101);
	slow[0]?.end('At last.');
	expect(await first).toBe('At last.');
	expect(await fetched(0, '/')).toBe('The ferry runs again.');
});

test('closing ends what is under way at a host whose connections are no longer kept', async () => {
	const slow: ServerResponse[] = [];
	const news = await site((request, response) => {
		if (request.url === '/slow') slow.push(response.writeHead(200));
		else response.end('The ferry runs again.');
	});
	const web = news.web({ lookup: resolver('127.0.0.1') });
	const address = (host: number) => `http://h${host}.news.example:${news.port}`;
	const first = web.fetchPublic(`${address(0)}/slow`).catch((error: Error) => error.message);
	await expect.poll(() => slow.length).toBe(1);
	for (let host = 1; host <= 120; host++) await web.fetchPublic(address(host));
	await web.close();
	expect(await first).toBe('Fetching was stopped.');
	await expect(web.fetchPublic(address(1))).rejects.toThrow();
});

test('a fetch that has ended leaves nothing behind that waits for its deadline', async () => {
	const news = await site((request, response) => {
		response.writeHead(request.url === '/gone' ? 404 : 200).end('The ferry runs again.');
	});
	const web = news.web();
	await web.fetchPublic(news.address);
	const before = signals();
	for (let times = 0; times < 20; times++) {
		await web.fetchPublic(news.address);
		await web.fetchPublic(`${news.address}/gone`);
	}
	expect(signals() - before).toBeLessThan(20);
});
