import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { openBalancer } from '../../bench/load/balancer.ts';
import { messages } from '../../bench/load/messages.ts';
import { freePort } from '../stores/postgres/server.ts';

const open: Server[] = [];
afterEach(() => {
	for (const server of open.splice(0)) {
		server.close();
		server.closeAllConnections();
	}
});

async function serve(answer: RequestListener) {
	const server = createServer(answer).listen(0, '127.0.0.1');
	open.push(server);
	await new Promise((resolve) => server.once('listening', resolve));
	return { port: (server.address() as AddressInfo).port, health: null };
}

const ask = async (url: string, body: string) => {
	const response = await fetch(url, { method: 'POST', body });
	return `${response.status} ${await response.text()}`;
};

it('passes requests on in turn, with their bodies, and past a process that is not there', async () => {
	const named = (name: string) =>
		serve(async (request, response) => {
			let body = '';
			for await (const chunk of request) body += chunk;
			response.end(`${name} got ${body.length} of ${request.headers['content-type']}`);
		});
	const balancer = await openBalancer();
	balancer.use([await named('one'), { port: await freePort(), health: null }, await named('two')]);
	const long = 'x'.repeat(200_000);
	const answers = await Promise.all(Array.from({ length: 12 }, () => ask(balancer.url, long)));
	const whole = 'got 200000 of text/plain;charset=UTF-8';
	expect(new Set(answers)).toEqual(new Set([`200 one ${whole}`, `200 two ${whole}`]));
	expect(balancer.refused()).toBe(0);
});

it('says where there is no process, and never sends a request twice', async () => {
	let come = 0;
	const breaking = await serve((request) => {
		come += 1;
		request.socket.destroy();
	});
	const balancer = await openBalancer();
	balancer.use([breaking]);
	expect(await ask(balancer.url, 'once')).toBe('502 ');
	expect(come).toBe(1);
	balancer.use([{ port: await freePort(), health: null }]);
	expect(await ask(balancer.url, 'nobody')).toBe('503 ');
	expect(balancer.refused()).toBe(1);
});

it('uses no connection again that the process closes with its answer', async () => {
	const sockets = new Set<unknown>();
	const leaving = await serve((request, response) => {
		sockets.add(request.socket);
		request.resume();
		response.writeHead(200, { Connection: 'close', 'Content-Length': '4' }).end('left');
	});
	const balancer = await openBalancer();
	balancer.use([leaving]);
	for (let time = 0; time < 3; time++) {
		expect(await ask(balancer.url, '')).toBe('200 left');
		await pause(20);
	}
	expect(sockets.size).toBe(3);
});

it('puts messages together wherever they are split', () => {
	const two = ['POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello', 'GET / HTTP/1.1\r\n\r\n'];
	const text = two.join('');
	for (let at = 1; at < text.length; at++) {
		const come: string[] = [];
		const take = messages((message) => come.push(message.toString()));
		take(Buffer.from(text.slice(0, at)));
		take(Buffer.from(text.slice(at)));
		expect(come).toEqual(two);
	}
	expect(() => messages(() => {})(Buffer.from('A\r\nTransfer-Encoding: chunked\r\n\r\n'))).toThrow(TypeError);
});
