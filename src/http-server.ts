import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from './errors.ts';

export interface ListenAt {
	readonly port: number;
	/** 127.0.0.1, or 0.0.0.0 in a container. */
	readonly host: string;
	/** The variable that names the port, for the sentence that refuses it. */
	readonly variable: string;
}

/**
 * Starts a server. @returns the port, another than asked for only where that was 0.
 * @throws UserError where the port cannot be used.
 */
export async function listenAt(server: Server, { port, host, variable }: ListenAt): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', (err: NodeJS.ErrnoException) =>
			reject(
				new UserError(
					`${variable} ${port} cannot be used (${err.code}): choose another port, or stop what uses it.`,
				),
			),
		);
		server.listen(port, host, resolve);
	});
	return (server.address() as AddressInfo).port;
}
