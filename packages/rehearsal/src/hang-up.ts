import type { Duplex } from 'node:stream';

/** Answers a WebSocket that is refused. */
export function hangUp(socket: Duplex, status: string): void {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
