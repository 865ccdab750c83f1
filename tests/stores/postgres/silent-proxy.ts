import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What is lost: questions to a server, its answers, or both. */
type Way = 'questions' | 'answers' | 'both';

/** Stands between an archive and its server. While it is cut, what goes that way is lost, and no connection ends. */
export interface SilentProxy {
	readonly port: number;
	/** Null passes everything on again, over new connections. */
	cut(way: Way | null): void;
	close(): void;
}

export async function silentProxy(port: number): Promise<SilentProxy> {
	let cut: Way | null = null;
	const open = new Set<Socket>();
	const proxy = createServer((client) => {
		const server = connect(port, '127.0.0.1');
		for (const socket of [client, server]) {
			open.add(socket);
			socket.on('error', () => undefined);
			socket.on('close', () => open.delete(socket));
		}
		// What was lost once leaves a connection that is of no use, as in a network.
		let isLost = false;
		const pass = (way: Way, to: Socket) => (data: Buffer) => {
			if (cut === way || cut === 'both') isLost = true;
			if (!isLost || (cut !== null && cut !== way && cut !== 'both')) to.write(data);
		};
		client.on('data', pass('questions', server));
		server.on('data', pass('answers', client));
		client.on('close', () => server.destroy());
		server.on('close', () => client.destroy());
	}).listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	const address = proxy.address();
	if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
	return {
		port: address.port,
		cut(way: Way | null) {
			cut = way;
		},
		close() {
			for (const socket of open) socket.destroy();
			proxy.close();
		},
	};
}
