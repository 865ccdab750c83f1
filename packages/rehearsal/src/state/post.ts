import { Agent, type IncomingMessage, request } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { clearTimeout, setTimeout } from 'node:timers';

/** An answer to a request that Discord has sent to the bot. */
export interface EndpointReply {
	readonly status: number;
	/** The parsed body; undefined where it is empty or no JSON. */
	readonly body: unknown;
}

const [agent, secureAgent] = [new Agent({ keepAlive: true }), new SecureAgent({ keepAlive: true })];

/**
 * Sends JSON. Redirects are not followed. `fetch` would take several times the processor time, which counts where a
 * bot is measured beside this.
 * @param within milliseconds.
 * @throws Error where the address cannot be reached, or the whole answer is not there in time
 */
export function post(
	url: string,
	body: string,
	headers: Readonly<Record<string, string>>,
	within: number,
): Promise<EndpointReply> {
	const bytes = Buffer.from(body);
	const { promise, resolve, reject } = Promise.withResolvers<EndpointReply>();
	const options = {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', 'Content-Length': bytes.length, ...headers },
	};
	const take = (response: IncomingMessage) => {
		const chunks: Buffer[] = [];
		response.on('data', (chunk: Buffer) => chunks.push(chunk));
		response.on('error', reject);
		response.on('end', () =>
			resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString()) }),
		);
	};
	const sending = url.startsWith('https:')
		? secureRequest(url, { ...options, agent: secureAgent }, take)
		: request(url, { ...options, agent }, take);
	sending.on('error', reject);
	const timer = setTimeout(() => sending.destroy(new Error('it did not answer in time')), within);
	sending.end(bytes);
	return promise.finally(() => clearTimeout(timer));
}

function parsed(text: string): unknown {
	// Most answers are empty, and an error that is thrown and caught costs more than all the rest of them.
	if (text === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
