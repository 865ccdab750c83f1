import { Agent, createServer, get, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openDrain } from '../../../src/discord/endpoint/drain.ts';

it('a server closes once the requests are answered that came before it began to close', async () => {
	const came = Promise.withResolvers<ServerResponse>();
	const server = createServer((_, response) => {
		drain.answering(response);
		came.resolve(response);
	});
	const drain = openDrain(server, 0);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const agent = new Agent({ keepAlive: true });
	const answered = new Promise<string | undefined>((resolve) => {
		get({ agent, port, host: '127.0.0.1' }, (response) => {
			response.resume();
			resolve(response.headers.connection);
		});
	});
	const response = await came.promise;
	let isClosed = false;
	const closing = drain.close().then(() => {
		isClosed = true;
	});
	await pause(50);
	expect(isClosed).toBe(false);
	response.end();
	expect(await answered).toBe('close');
	await closing;
	agent.destroy();
});
