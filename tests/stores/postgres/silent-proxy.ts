import type { Socket } from 'node:net';
import { openProxy } from './proxy.ts';

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
	const proxy = await openProxy(port, ({ client, server }) => {
		// What was lost once leaves a connection that is of no use, as in a network.
		let isLost = false;
		const pass = (way: Way, to: Socket) => (data: Buffer) => {
			if (cut === way || cut === 'both') isLost = true;
			if (!isLost || (cut !== null && cut !== way && cut !== 'both')) to.write(data);
		};
		client.on('data', pass('questions', server));
		server.on('data', pass('answers', client));
	});
	return {
		...proxy,
		cut(way: Way | null) {
			cut = way;
		},
	};
}
