import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { onTestFinished } from 'vitest';
import { openWeb, userAgent, type Web, type WebOptions } from '../../../src/sources/web/fetch.ts';

/** A site on this machine. */
export interface Site {
	/** "http://127.0.0.1:PORT" */
	readonly address: string;
	readonly port: number;
	/** What was asked of it, robots.txt among it. */
	readonly requests: IncomingMessage[];
	close(): void;
	/** A way to the web that may reach this site and no other that is not public. */
	web(options?: Partial<WebOptions>): Web;
}

/** Starts a site until the test ends. Without a robots.txt of its own it has none. */
export async function site(...given: Parameters<typeof startSite>): Promise<Site> {
	const started = await startSite(...given);
	onTestFinished(() => started.close());
	return started;
}

/** The same until it is closed. */
export async function startSite(
	answer: RequestListener,
	options: { readonly hasRobots?: boolean } = {},
): Promise<Site> {
	const requests: IncomingMessage[] = [];
	const server = createServer((request, response) => {
		requests.push(request);
		if (request.url === '/robots.txt' && !options.hasRobots) response.writeHead(404).end();
		else answer(request, response);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}`,
		port,
		requests,
		close() {
			server.closeAllConnections();
			server.close();
		},
		web(given) {
			const web = openWeb({
				userAgent: userAgent('1.0', 'https://example.org/contact'),
				allow: new Set([`127.0.0.1:${port}`]),
				turns: { everyMs: 0, longestWaitMs: 1_000 },
				...given,
			});
			onTestFinished(() => web.close());
			return web;
		},
	};
}

/** A resolver that answers each question with the next of these addresses, and then always with the last. */
export function resolver(...addresses: string[]): LookupFunction & { readonly asked: string[] } {
	const asked: string[] = [];
	const lookup: LookupFunction = (name, options, callback) => {
		const address = addresses[Math.min(asked.length, addresses.length - 1)] ?? '';
		asked.push(name);
		const family = address.includes(':') ? 6 : 4;
		if (options.all) callback(null, [{ address, family }]);
		else callback(null, address, family);
	};
	return Object.assign(lookup, { asked });
}
