// A load balancer as small as can be: passes requests on to processes that are ready, in turn, and asks each twice a
// second whether it is. A request that could not be connected goes to the next; one that was sent never goes twice. It
// runs beside what is measured, so it hands bytes on as they are: Node's HTTP takes several times the processor time.
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { messages } from './messages.ts';
import { type Connections, connectionsTo } from './upstream.ts';

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
	let all: readonly Upstream[] = [];
	let ready: readonly Upstream[] = [];
	const connections = new Map<number, Connections>();
	let turn = 0;
	let refused = 0;

	const look = async () => {
		const states = await Promise.all(all.map((one) => isReady(one)));
		// Where none is ready all are used, as balancers do that fail open.
		ready = states.includes(true) ? all.filter((_, index) => states[index]) : all;
	};
	setInterval(look, lookEvery).unref();

	const pass = async (request: Buffer, to: Socket, left: readonly Upstream[]): Promise<void> => {
		const [next, ...others] = left;
		if (next === undefined) {
			refused += 1;
			to.write(empty(503));
			return;
		}
		const known = connections.get(next.port) ?? connectionsTo(next.port);
		connections.set(next.port, known);
		const how = await known.ask(request, (bytes) => to.write(bytes));
		if (how === 'refused') return pass(request, to, others);
		if (how === 'broke off') to.end(empty(502));
	};
	const server = createServer({ noDelay: true }, (socket) => {
		const take = messages((request) => {
			turn += 1;
			const from = turn % ready.length;
			void pass(request, socket, [...ready.slice(from), ...ready.slice(0, from)]);
		});
		socket.on('data', take);
		socket.on('error', () => undefined);
	}).listen(0, '127.0.0.1');
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

const empty = (status: number) => `HTTP/1.1 ${status} -\r\nContent-Length: 0\r\n\r\n`;

async function isReady({ health }: Upstream): Promise<boolean> {
	if (health === null) return true;
	try {
		return (await fetch(`http://127.0.0.1:${health}/readyz`, { signal: AbortSignal.timeout(2_500) })).ok;
	} catch {
		return false;
	}
}
