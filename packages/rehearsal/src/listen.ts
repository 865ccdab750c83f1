import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Rehearsal, RehearsalOptions } from './api.ts';
import type { Gateway } from './gateway/gateway.ts';
import { hangUp } from './hang-up.ts';
import { foreignGuard } from './live/guard.ts';
import { membersApi } from './live/http.ts';
import { Live } from './live/live.ts';
import { serveFile } from './rest/files.ts';
import { type Api, serve } from './rest/serve.ts';

export interface Listening {
	readonly url: string;
	/** From now on the members' side (`/rehearsal/…`) is served, too. */
	serveMembers(rehearsal: Rehearsal): void;
	close(): Promise<void>;
}

/** Listens on 127.0.0.1 and nowhere else, and passes each request to its handler. */
export async function listen(
	api: Api,
	gateway: Gateway,
	port: number,
	handle: RehearsalOptions['handle'],
): Promise<Listening> {
	let members: { serve: ReturnType<typeof membersApi>; live: Live } | null = null;
	// Requests are refused until the port is known.
	let isForeign: (request: IncomingMessage) => boolean = () => true;
	const take = (request: IncomingMessage, response: ServerResponse): void => {
		if (isForeign(request)) {
			refuse(response, 403, 'This is for programs on this machine only.');
			return;
		}
		const url = addressOf(request);
		if (url?.pathname.startsWith('/api/')) void serve(api, request, response, url);
		else if (url?.pathname.startsWith('/attachments/')) serveFile(api.world.files, request, response, url);
		else if (url?.pathname.startsWith('/rehearsal/') && members) void members.serve(request, response, url);
		else if (!handle?.(request, response)) refuse(response, 404, 'There is nothing here.');
	};
	const server = createServer(take);
	server.on('upgrade', (request, socket, head) => {
		// Node removes its own listener at an upgrade, and a connection may break at any moment.
		socket.on('error', () => socket.destroy());
		if (isForeign(request)) return hangUp(socket, '403 Forbidden');
		const url = addressOf(request);
		if (url !== null && /^\/gateway\/?$/u.test(url.pathname)) gateway.upgrade(request, socket, head, url);
		else if (url?.pathname === '/rehearsal/live' && members) members.live.upgrade(request, socket, head, url);
		else hangUp(socket, '404 Not Found');
	});
	await bind(server, port);
	const bound = (server.address() as AddressInfo).port;
	const url = `http://127.0.0.1:${bound}`;
	isForeign = foreignGuard(bound);
	return {
		url,
		serveMembers(rehearsal) {
			members = { serve: membersApi(api.world, rehearsal), live: new Live(api.world, rehearsal) };
		},
		async close() {
			members?.live.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** What a request asks for. Null where that is no path, like "*" or another server's address. */
function addressOf({ url: target = '' }: IncomingMessage): URL | null {
	// Not by `new URL(target, base)`, which takes "//" for the beginning of another host's name and throws.
	return target.startsWith('/') ? URL.parse(`http://rehearsal${target}`) : null;
}

function refuse(response: ServerResponse, status: number, error: string): void {
	response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error }));
}

/** Takes the port, or any other where it is in use. */
async function bind(server: Server, port: number): Promise<void> {
	const attempt = (wanted: number) =>
		new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(wanted, '127.0.0.1', () => {
				server.off('error', reject);
				resolve();
			});
		});
	try {
		await attempt(port);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		await attempt(0);
	}
}
