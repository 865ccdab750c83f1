import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A connection through the proxy: to the client, and on to the server. */
interface Passing {
	readonly client: Socket;
	readonly server: Socket;
}

/**
 * Stands between an archive and its server, on a port of its own.
 * @param connected passes on what comes, for each connection.
 */
export async function openProxy(port: number, connected: (connection: Passing) => void) {
	const open = new Set<Socket>();
	const proxy = createServer((client) => {
		const server = connect(port, '127.0.0.1');
		for (const socket of [client, server]) {
			open.add(socket);
			socket.on('error', () => undefined);
			socket.on('close', () => open.delete(socket));
		}
		connected({ client, server });
		client.on('close', () => server.destroy());
		server.on('close', () => client.destroy());
	}).listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	const address = proxy.address();
	if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
	return {
		port: address.port,
		close() {
			for (const socket of open) socket.destroy();
			proxy.close();
		},
	};
}
