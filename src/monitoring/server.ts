import { createServer, type ServerResponse } from 'node:http';
import { listenAt } from '../http-server.ts';
import type { Metrics } from './metrics.ts';

/** What keeps a process from serving, in a few words each; none where it is ready. */
export type Unready = () => Promise<readonly string[]>;

/** The media type of Prometheus' text format. */
const prometheusText = 'text/plain; version=0.0.4; charset=utf-8';

export interface MonitoringOptions {
	readonly port: number;
	readonly host: string;
	readonly metrics: Pick<Metrics, 'text'>;
	readonly unready: Unready;
}

/**
 * Answers `/healthz` (the process runs), `/readyz` (it can serve; 503 with what is missing) and `/metrics`.
 * @throws UserError where the port is not free.
 */
export async function openMonitoring({
	port,
	host,
	metrics,
	unready,
}: MonitoringOptions): Promise<{ readonly port: number; close(): Promise<void> }> {
	const server = createServer({ requestTimeout: 5000, maxHeaderSize: 8192 }, (request, response) => {
		request.resume();
		answer(request.method ?? '', request.url ?? '', response, { metrics, unready }).catch(() =>
			send(response, 500, 'failed\n'),
		);
	});
	const listening = await listenAt(server, { port, host, variable: 'METRICS_PORT' });
	return {
		port: listening,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

async function answer(
	method: string,
	url: string,
	response: ServerResponse,
	{ metrics, unready }: Pick<MonitoringOptions, 'metrics' | 'unready'>,
): Promise<void> {
	if (method !== 'GET' && method !== 'HEAD') return send(response, 405, 'GET only\n');
	switch (url.split('?', 1)[0]) {
		case '/healthz':
			return send(response, 200, 'ok\n');
		case '/readyz': {
			const missing = await unready();
			return missing.length === 0
				? send(response, 200, 'ready\n')
				: send(response, 503, `${missing.join('\n')}\n`);
		}
		case '/metrics':
			return send(response, 200, await metrics.text(), prometheusText);
		default:
			return send(response, 404, 'Here are /healthz, /readyz and /metrics.\n');
	}
}

function send(
	response: ServerResponse,
	status: number,
	body: string,
	type = 'text/plain; charset=utf-8',
): void {
	response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
}
