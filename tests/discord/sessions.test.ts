import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { quietLog } from '../quiet-log.ts';

/** A Discord whose REST API answers and whose gateway is away; counts who tries to connect. */
async function awayGateway() {
	let tried = 0;
	const server = createServer((_, response) => {
		const { port } = server.address() as AddressInfo;
		const limit = { total: 1_000, remaining: 1_000, reset_after: 1, max_concurrency: 1 };
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit }));
	});
	server.on('upgrade', (_, socket) => {
		tried += 1;
		socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	return { apiUrl: `http://127.0.0.1:${port}/api`, tried: () => tried };
}

test('a client that was destroyed while it waited to connect again never connects', async () => {
	const away = await awayGateway();
	const client = createClient(
		{ apiUrl: away.apiUrl, shards: null },
		{ token: 'a.b.c', log: quietLog, isConnected: () => false, onRefused: () => {} },
	);
	client.on('error', () => {});
	await expect(client.login('a.b.c')).rejects.toThrow('503');
	await client.destroy();
	const tried = away.tried();
	expect(tried).toBeGreaterThan(0);
	// discord.js tries again after half a second.
	await wait(1_200);
	expect(away.tried()).toBe(tried);
});
