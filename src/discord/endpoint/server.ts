import type { KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { InteractionResponseType, InteractionType } from 'discord.js';
import type { Logger } from 'pino';
import { listenAt } from '../../http-server.ts';
import { readBody } from './body.ts';
import { openDrain } from './drain.ts';
import type { Reply } from './request.ts';
import { isSigned } from './signature.ts';

export interface EndpointOptions {
	readonly port: number;
	/** The address to listen at: 127.0.0.1, or 0.0.0.0 in a container. */
	readonly host: string;
	readonly key: KeyObject;
	/** Called with each interaction, at most once for each id. The request waits for its reply. */
	readonly receive: (interaction: object, reply: Reply) => void;
	readonly log: Logger;
}

export interface Endpoint {
	readonly port: number;
	/** Takes no new requests once the load balancer has had time to notice; those that have come are answered. */
	close(): Promise<void>;
}

/** Bytes. An interaction with the largest message that Discord knows has well under half of it. */
const largestBody = 512 * 1024;

/** Milliseconds that it goes on taking requests while it closes: `/readyz` says so from the beginning. */
const leavingFor = 2_000;

/** How many ids are remembered, so that a request that comes twice is answered once. */
const remembered = 10_000;

/**
 * Receives interactions over HTTP, at any path: signed by Discord, or refused with 401. The request gets 200 with the
 * first response, or 202 where that goes to Discord's API. Source: Discord, "Receiving and Responding".
 * @throws UserError where the port is not free or not allowed.
 */
export async function openEndpoint(options: EndpointOptions): Promise<Endpoint> {
	const { port, host, log } = options;
	const seen = new Set<string>();
	const server = createServer(
		{ connectionsCheckingInterval: 500, headersTimeout: 3000, requestTimeout: 3000, maxHeaderSize: 8192 },
		(request, response) => {
			drain.answering(response);
			take(request, response, options, seen).catch((err: unknown) => {
				log.warn({ err }, 'a request to the interactions endpoint broke off');
				response.destroy();
			});
		},
	);
	const drain = openDrain(server, leavingFor);
	// Load balancers keep connections open for up to a minute; the one that closes first must be theirs.
	server.keepAliveTimeout = 75_000;
	const listening = await listenAt(server, { port, host, variable: 'INTERACTIONS_PORT' });
	return {
		port: listening,
		close: () => drain.close(),
	};
}

async function take(
	request: IncomingMessage,
	response: ServerResponse,
	{ key, receive }: EndpointOptions,
	seen: Set<string>,
): Promise<void> {
	if (request.method !== 'POST') return end(response, 405, { Allow: 'POST' });
	if (Number(request.headers['content-length'] ?? 0) > largestBody) {
		return end(response, 413, { Connection: 'close' });
	}
	const body = await readBody(request, largestBody);
	const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = request.headers;
	if (!isSigned({ signature: one(signature), timestamp: one(timestamp), body }, key))
		return end(response, 401);
	const interaction = parsed(body);
	if (interaction === null) return end(response, 400);
	if (interaction.type === InteractionType.Ping)
		return endWith(response, { type: InteractionResponseType.Pong });
	if (isRepeated(interaction.id, seen)) return end(response, 202);
	receive(interaction, (answer) => {
		if (response.writableEnded || response.destroyed) return false;
		if (answer === null) end(response, 202);
		else endWith(response, answer);
		return true;
	});
}

function endWith(response: ServerResponse, answer: object): void {
	const json = Buffer.from(JSON.stringify(answer));
	response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': json.length }).end(json);
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
	response.writeHead(status, { 'Content-Length': '0', ...headers }).end();
}

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

/** Null where it is no interaction: Discord has signed it, so this never happens with a version that is known. */
function parsed(body: Buffer): { readonly id: string; readonly type: number } | null {
	try {
		const read: unknown = JSON.parse(body.toString('utf8'));
		if (typeof read !== 'object' || read === null || !('type' in read) || !('id' in read)) return null;
		return typeof read.type === 'number' && typeof read.id === 'string'
			? { ...read, id: read.id, type: read.type }
			: null;
	} catch {
		return null;
	}
}

function isRepeated(id: string, seen: Set<string>): boolean {
	if (seen.has(id)) return true;
	seen.add(id);
	for (const first of seen) {
		if (seen.size <= remembered) break;
		seen.delete(first);
	}
	return false;
}
