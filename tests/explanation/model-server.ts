import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a test's own language model does with a question. */
export type Behaviour = (response: ServerResponse, asked: AskedModel) => Promise<void> | void;

/** What it was asked. */
export interface AskedModel {
	readonly path: string;
	readonly authorization: string | undefined;
	readonly system: string;
	readonly user: string;
}

export interface ModelServer {
	readonly url: string;
	behave: Behaviour;
	readonly asked: readonly AskedModel[];
	close(): Promise<void>;
}

/** An OpenAI-compatible server on loopback that does what a test says, over real HTTP. */
export async function startModelServer(): Promise<ModelServer> {
	const asked: AskedModel[] = [];
	const server = createServer((request, response) => {
		response.on('error', () => {});
		void read(request).then(async (body) => {
			const { messages = [] } = JSON.parse(body) as { messages?: { role: string; content: string }[] };
			const of = (role: string) => messages.find((message) => message.role === role)?.content ?? '';
			const one: AskedModel = {
				path: request.url ?? '',
				authorization: request.headers.authorization,
				system: of('system'),
				user: of('user'),
			};
			asked.push(one);
			await running.behave(response, one);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const running: ModelServer = {
		url: `http://127.0.0.1:${port}/v1`,
		behave: says(''),
		asked,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
	return running;
}

async function read(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request) body += chunk;
	return body;
}

export function chunk(content: unknown): string {
	return `data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] })}\n\n`;
}

export function open(response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'text/event-stream' });
}

/** Streams a text in pieces of a few characters, and ends as the interface wants it. */
export function says(text: string, { pause = 0, size = 7 } = {}): Behaviour {
	return async (response) => {
		open(response);
		for (let at = 0; at < text.length && !response.destroyed; at += size) {
			response.write(chunk(text.slice(at, at + size)));
			if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
		}
		response.end('data: [DONE]\n\n');
	};
}
