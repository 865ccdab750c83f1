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
	/** Requests that are not answered yet. */
	const asked = new Set<ServerResponse>();
	let isClosing = false;
	server.on('connection', (socket) => {
		open.add(socket);
		socket.once('close', () => open.delete(socket));
	});
	return {
		answering(response) {
			if (isClosing) response.setHeader('Connection', 'close');
			asked.add(response);
			response.once('close', () => asked.delete(response));
		},
		async close() {
			isClosing = true;
			// Else a connection that is answered after the time is over would stay open, and the server with it.
			for (const response of asked) if (!response.headersSent) response.setHeader('Connection', 'close');
			const end = performance.now() + patience;
			while (open.size > 0 && performance.now() < end) await pause(lookEvery);
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeIdleConnections();
			});
		},
	};
}
