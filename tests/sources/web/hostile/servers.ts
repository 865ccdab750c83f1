import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { Case, Where } from './case.ts';

/** The site that may be reached, and the server that may not. */
export interface Servers {
	readonly where: Where;
	/** From now on the site answers as this case says, and connections to the other server are counted anew. */
	play(one: Case): Promise<void>;
	/** How often the other server was reached. */
	reached(): Promise<number>;
	close(): void;
}

export async function openServers(): Promise<Servers> {
	let current: Case = { name: '' };
	let reached = 0;
	const inside = await listening(
		createTcpServer((socket) => {
			reached++;
			socket.destroy();
		}),
	);
	const site = await listening(
		createServer((request, response) => {
			// Each request has a connection of its own, so that each is looked up.
			response.setHeader('connection', 'close');
			if (request.url === '/robots.txt') return (current.robots ?? none)(request, response);
			const { answer, raw, type = 'text/html; charset=utf-8' } = current;
			if (raw) return raw(request.socket);
			if (typeof answer === 'function') answer(where)(request, response);
			else if (answer === undefined) none(request, response);
			else response.writeHead(200, { 'content-type': type }).end(answer);
		}),
	);
	const where: Where = {
		site: `http://127.0.0.1:${site.port}`,
		port: site.port,
		inside: `127.0.0.1:${inside.port}`,
		insidePort: inside.port,
	};
	return {
		where,
		async play(one) {
			current = one;
			reached = 0;
		},
		reached: async () => reached,
		close() {
			site.stop();
			inside.stop();
		},
	};
}

const none: RequestListener = (_, response) => response.writeHead(404).end();

async function listening(started: Server): Promise<{ readonly port: number; readonly stop: () => void }> {
	const sockets = new Set<Socket>();
	started.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => {}).on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((done) => started.listen(0, '127.0.0.1', done));
	const { port } = started.address() as AddressInfo;
	return {
		port,
		stop() {
			for (const socket of sockets) socket.destroy();
			started.close();
		},
	};
}
