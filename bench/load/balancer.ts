// A load balancer as small as can be: passes requests on to processes that are ready, in turn, and asks each twice a
// second whether it is. A request that could not be connected goes to the next; one that was sent never goes twice.
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Upstream {
	/** Where interactions go. */
	readonly port: number;
	/** Where `/readyz` says whether it may be used; null for always. */
	readonly health: number | null;
}

export interface Balancer {
	readonly url: string;
	use(upstreams: readonly Upstream[]): void;
	/** How many requests found no process. */
	refused(): number;
}

const lookEvery = 500;

export async function openBalancer(): Promise<Balancer> {
	// A request lasts as long as its answer takes, so nothing bounds how many there are, as with common balancers.
	const agent = new Agent({ keepAlive: true });
	let all: readonly Upstream[] = [];
	let ready: readonly Upstream[] = [];
	let turn = 0;
	let refused = 0;

	const look = async () => {
		const states = await Promise.all(all.map((one) => isReady(one)));
		// Where none is ready all are used, as balancers do that fail open.
		ready = states.includes(true) ? all.filter((_, index) => states[index]) : all;
	};
	setInterval(look, lookEvery).unref();

	const pass = (body: Buffer, from: IncomingMessage, to: ServerResponse, left: readonly Upstream[]): void => {
		const [next, ...others] = left;
		if (next === undefined) {
			refused += 1;
			to.writeHead(503).end();
			return;
		}
		const { host: _, connection: __, ...headers } = from.headers;
		const passed = request(
			{
				agent,
				host: '127.0.0.1',
				port: next.port,
				method: from.method ?? 'POST',
				path: from.url ?? '/',
				headers,
			},
			(answer) => {
				to.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(to);
			},
		);
		passed.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'ECONNREFUSED') return pass(body, from, to, others);
			if (!to.headersSent) to.writeHead(502);
			to.end();
		});
		passed.end(body);
	};
	const server = createServer(async (from, to) => {
		const chunks: Buffer[] = [];
		for await (const chunk of from as AsyncIterable<Buffer>) chunks.push(chunk);
		turn += 1;
		pass(Buffer.concat(chunks), from, to, [
			...ready.slice(turn % ready.length),
			...ready.slice(0, turn % ready.length),
		]);
	}).listen(0, '127.0.0.1');
	// The one who asks closes first: else a busy machine uses a connection that is just being closed.
	server.keepAliveTimeout = 75_000;
	await new Promise((resolve) => server.once('listening', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		use(upstreams) {
			all = upstreams;
			ready = upstreams;
		},
		refused: () => refused,
	};
}

async function isReady({ health }: Upstream): Promise<boolean> {
	if (health === null) return true;
	try {
		return (await fetch(`http://127.0.0.1:${health}/readyz`, { signal: AbortSignal.timeout(2_500) })).ok;
	} catch {
		return false;
	}
}
