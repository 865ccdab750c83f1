import type { IncomingMessage } from 'node:http';

/**
 * Recognises requests that come from another site in a browser: by a name that was made to point here (DNS
 * rebinding), or from another site's page. Programs send no Origin.
 */
export function foreignGuard(port: number): (request: IncomingMessage) => boolean {
	const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
	const origins = new Set([...hosts].map((host) => `http://${host}`));
	return ({ headers: { host = '', origin } }) =>
		!hosts.has(host) || (origin !== undefined && !origins.has(origin));
}
