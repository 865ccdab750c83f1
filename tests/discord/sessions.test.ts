import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { quietLog } from '../quiet-log.ts';
import { startTestBot } from './test-bot.ts';

const refuse = (socket: Duplex) => void socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');

/** A Discord whose REST API answers and whose gateway is away; counts who tries to connect. */
async function awayGateway(answer: (socket: Duplex) => void = refuse) {
	let tried = 0;
	const server = createServer((_, response) => {
		const { port } = server.address() as AddressInfo;
		const limit = { total: 1_000, remaining: 1_000, reset_after: 1, max_concurrency: 1 };
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit }));
	});
	server.on('upgrade', (_, socket) => {
		tried += 1;
		answer(socket);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	return { apiUrl: `http://127.0.0.1:${port}/api`, tried: () => tried };
}

/** A gateway that takes connections and says nothing. */
async function silentGateway() {
	const asked = Promise.withResolvers<Duplex>();
	const { apiUrl, tried } = await awayGateway(asked.resolve);
	return { apiUrl, tried, asked: asked.promise };
}

const connection = (apiUrl: string) =>
	createClient(
		{ apiUrl, shards: null },
		{ token: 'a.b.c', log: quietLog, isConnected: () => false, onRefused: () => {} },
	);

test('a client that was destroyed while it waited to connect again never connects', async () => {
	const away = await awayGateway();
	const client = connection(away.apiUrl);
	client.on('error', () => {});
	await expect(client.login('a.b.c')).rejects.toThrow('503');
	await client.destroy();
	const tried = away.tried();
	expect(tried).toBeGreaterThan(0);
	// discord.js tries again after half a second.
	await wait(1_200);
	expect(away.tried()).toBe(tried);
});

test('a client that is destroyed while it connects closes that connection, and no error of it ends the process', async () => {
	const uncaught: unknown[] = [];
	const note = (error: unknown) => void uncaught.push(error);
	process.on('uncaughtExceptionMonitor', note);
	onTestFinished(() => void process.off('uncaughtExceptionMonitor', note));
	const silent = await silentGateway();
	const client = connection(silent.apiUrl);
	void client.login('a.b.c').catch(() => {});
	const socket = await silent.asked;
	const closed = once(socket, 'close', { signal: AbortSignal.timeout(5_000) });
	await client.destroy();
	// As where the network is away, if the client has left it open.
	socket.destroy();
	await closed;
	await wait(50);
	expect(uncaught).toEqual([]);
});

test('a start ends at once where it is aborted while the gateway does not answer', async () => {
	const silent = await silentGateway();
	const abort = new AbortController();
	const starting = startTestBot(
		{ apiUrl: silent.apiUrl, token: 'a.b.c' },
		{ register: false, signal: abort.signal },
	);
	const ended = expect(starting).rejects.toThrow('aborted');
	await silent.asked;
	abort.abort();
	await ended;
	// Nor does it try again.
	await wait(1_200);
	expect(silent.tried()).toBe(1);
});
