import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How a server that stands behind a load balancer closes. */
export interface Drain {
	/** Told of each request before it is answered. */
	answering(response: ServerResponse): void;
	/**
	 * Closes the server without breaking a connection that the balancer is just using: it goes on answering until each
	 * connection was told to close with an answer, or the time is over, and then closes what is idle.
	 */
	close(): Promise<void>;
}

const lookEvery = 20;

/** @param patience milliseconds: longer than a balancer takes to notice that a process is not ready any more. */
export function openDrain(server: Server, patience: number): Drain {
	const open = new Set<Socket>();
	let isClosing = false;
	server.on('connection', (socket) => {
		open.add(socket);
		socket.once('close', () => open.delete(socket));
	});
	return {
		answering(response) {
			if (isClosing) response.setHeader('Connection', 'close');
		},
		async close() {
			isClosing = true;
			const end = performance.now() + patience;
			while (open.size > 0 && performance.now() < end) await pause(lookEvery);
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeIdleConnections();
			});
		},
	};
}
