import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/discord/endpoint/request.ts';
import { type Endpoint, openEndpoint } from '../../../src/discord/endpoint/server.ts';

const keys = generateKeyPairSync('ed25519');
let endpoint: Endpoint;
/** What came, the last one last. */
const received: { readonly interaction: object; readonly reply: Reply }[] = [];

beforeAll(async () => {
	endpoint = await openEndpoint({
		...{ port: 0, host: '127.0.0.1', key: keys.publicKey, log: pino({ level: 'silent' }) },
		receive: (interaction, reply) => void received.push({ interaction, reply }),
	});
});
afterAll(() => endpoint.close());

/** Sends a signed interaction with this id. */
function send(id: string): ClientRequest {
	const body = JSON.stringify({ id, type: 2 });
	const timestamp = `${Math.floor(Date.now() / 1000)}`;
	const sent = request({
		...{ host: '127.0.0.1', port: endpoint.port, method: 'POST', agent: false },
		headers: {
			'X-Signature-Timestamp': timestamp,
			'X-Signature-Ed25519': sign(null, Buffer.from(timestamp + body), keys.privateKey).toString('hex'),
		},
	});
	sent.end(body);
	return sent;
}

async function answered(sent: ClientRequest): Promise<{ status: number; body: string }> {
	const [response] = (await once(sent, 'response')) as [IncomingMessage];
	let body = '';
	for await (const chunk of response.setEncoding('utf8')) body += String(chunk);
	return { status: response.statusCode ?? 0, body };
}

/** Waits until so many have come. */
async function come(count: number): Promise<Reply> {
	while (received.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
	const last = received.at(-1);
	if (last === undefined) throw new Error('Nothing came.');
	return last.reply;
}

describe('the request that brings an interaction', () => {
	it('waits for the first response, and is answered once', async () => {
		const sent = send('1');
		const waiting = answered(sent);
		const reply = await come(1);
		expect(reply({ type: 4, data: { content: 'Zo\u00eb said “no”.' } })).toBe(true);
		expect(reply({ type: 4, data: { content: 'again' } })).toBe(false);
		const { status, body } = await waiting;
		expect(status).toBe(200);
		expect(JSON.parse(body)).toEqual({ type: 4, data: { content: 'Zo\u00eb said “no”.' } });
	});

	it('is told that the response goes to the API', async () => {
		const waiting = answered(send('2'));
		expect((await come(2))(null)).toBe(true);
		expect(await waiting).toEqual({ status: 202, body: '' });
	});

	it('is not handed on twice', async () => {
		const first = answered(send('3'));
		const reply = await come(3);
		expect(await answered(send('3'))).toEqual({ status: 202, body: '' });
		expect(received).toHaveLength(3);
		reply(null);
		await first;
	});

	it('takes no response where the other side has gone', async () => {
		const sent = send('4');
		sent.on('error', () => {});
		const reply = await come(4);
		// It also fails, which is meant here.
		const closed = new Promise((resolve) => sent.once('close', resolve));
		sent.destroy();
		await closed;
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(reply({ type: 4, data: {} })).toBe(false);
	});
});
