import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Something at an address of its own that stands where a Redis should. */
export interface Stand {
	readonly port: number;
	/** How many connections it has taken. */
	taken(): number;
	close(): Promise<void>;
}

/** Takes connections, and gives each to `serve`. */
export async function standIn(serve: (client: Socket) => void): Promise<Stand> {
	const open = new Set<Socket>();
	let taken = 0;
	const server = createServer((client) => {
		taken += 1;
		open.add(client);
		client.on('error', () => undefined);
		client.on('close', () => open.delete(client));
		serve(client);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {
		port: address.port,
		taken: () => taken,
		async close() {
			const closed = once(server, 'close');
			for (const socket of open) socket.destroy();
			server.close();
			await closed;
		},
	};
}

/** Passes everything on to a Redis, and what comes back through `change`. */
export function passTo(port: number, change: (answer: Buffer, send: (data: Buffer) => void) => void) {
	return (client: Socket) => {
		const redis = connect(port, '127.0.0.1');
		redis.on('error', () => undefined);
		client.on('data', (data) => redis.write(data));
		redis.on('data', (data: Buffer) => change(data, (changed) => client.writable && client.write(changed)));
		client.on('close', () => redis.destroy());
		redis.on('close', () => client.destroy());
	};
}
