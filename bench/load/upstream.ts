import { connect, type Socket } from 'node:net';
import { messages } from './messages.ts';

/** Connections to one process of those behind a load balancer, each used for one request at a time. */
export interface Connections {
	/**
	 * Sends a request, and gives its whole answer.
	 * @returns `refused` where there is no connection, so that nothing was sent.
	 */
	ask(request: Buffer, answer: (bytes: Buffer) => void): Promise<'answered' | 'refused' | 'broke off'>;
}

interface Connection {
	readonly socket: Socket;
	/** Told of the answer, or of null where there is none; null while it is free. */
	waits: ((answer: Buffer | null) => void) | null;
}

const closes = /\r\nconnection: *close/iu;

export function connectionsTo(port: number): Connections {
	/** The last one that was used comes first, as with Node's own. */
	const free: Connection[] = [];
	const open = () =>
		new Promise<Connection | null>((resolve) => {
			const socket = connect({ port, host: '127.0.0.1', noDelay: true });
			const one: Connection = { socket, waits: null };
			const answered = (answer: Buffer | null) => {
				const { waits } = one;
				one.waits = null;
				waits?.(answer);
			};
			const take = messages((answer, head) => {
				// What comes unasked ends the connection, too.
				if (one.waits === null || closes.test(head)) socket.destroy();
				else free.push(one);
				answered(answer);
			});
			socket.on('data', take);
			socket.on('error', () => undefined);
			socket.on('end', () => socket.destroy());
			socket.on('close', () => {
				const at = free.indexOf(one);
				if (at !== -1) free.splice(at, 1);
				answered(null);
				resolve(null);
			});
			socket.once('connect', () => resolve(one));
		});
	return {
		async ask(request, answer) {
			const one = free.pop() ?? (await open());
			if (one === null) return 'refused';
			return new Promise((resolve) => {
				one.waits = (bytes) => {
					if (bytes !== null) answer(bytes);
					resolve(bytes === null ? 'broke off' : 'answered');
				};
				one.socket.write(request);
			});
		},
	};
}
