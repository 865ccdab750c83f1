import { Agent, createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { ChannelType, Routes } from 'discord.js';
import { type Rehearsal, startRehearsal } from 'discord-rehearsal';
import { findButton } from 'discord-rehearsal/text';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/command.ts';
import { keptInMemory } from '../../../src/discord/ids.ts';
import { type EndpointBot, startWithoutGateway } from '../../../src/discord/without-gateway.ts';
import { type Context, commands, read, startTestBot } from '../test-bot.ts';

const filed: Command<Context> = {
	...{ name: 'filed', description: 'Answers with a file', options: {} },
	run: async () => ({
		title: 'Filed',
		blocks: [{ kind: 'file', name: 'list.txt', bytes: Buffer.from('a list'), type: 'text/plain' }],
	}),
};

let rehearsal: Rehearsal;
let bot: EndpointBot;
let url: string;
const logged: string[] = [];
/** Where the archive was asked which article a thread is about. */
const looked: string[] = [];
const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
const address = { port: 0, host: '127.0.0.1' };

beforeAll(async () => {
	rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	bot = await startWithoutGateway({
		...{ token: rehearsal.token, apiUrl: rehearsal.apiUrl, kept: keptInMemory(), log },
		commands: new Map([...commands, [filed.name, filed]]),
		contextOf: (place) => ({ place }),
		articleOfThread: async (id) => {
			looked.push(id);
			return null;
		},
		endpoint: address,
	});
	await bot.registered;
	url = `http://127.0.0.1:${bot.port}/`;
	await rehearsal.setInteractionsEndpoint(url);
});
afterAll(async () => {
	await bot.close();
	await rehearsal.close();
});

const count = () => rehearsal.interact({ kind: 'command', name: 'count', until: 'answered' });

/** First responses that came to Discord's API. */
const callbacks = () => rehearsal.requests().filter(({ path }) => path.endsWith('/callback'));

describe('a bot without a gateway', () => {
	it('passes the checks that Discord makes before it saves an address', async () => {
		await expect(rehearsal.setInteractionsEndpoint(url)).resolves.toBeUndefined();
		const open = createServer((_, response) => response.end('{"type":1}'));
		await new Promise<void>((resolve) => open.listen(0, '127.0.0.1', resolve));
		const { port } = open.address() as AddressInfo;
		await expect(rehearsal.setInteractionsEndpoint(`http://127.0.0.1:${port}/`)).rejects.toThrow('not 401');
		open.close();
	});

	it('answers commands, their buttons and menus', async () => {
		const first = await count();
		expect(read(first)).toMatch(/^Page 0/u);
		const { message } = first;
		const next = findButton(message?.components ?? [], 'Next');
		if (message === null || next === null) throw new Error('There is no button Next.');
		const second = await rehearsal.interact({ kind: 'component', messageId: message.id, ...next });
		expect(read(second)).toMatch(/^Page 1/u);
		expect(second.message?.id).toBe(message.id);
	});

	it('answers slowly where the command is slow, and offers options', async () => {
		const slow = await rehearsal.interact({ kind: 'command', name: 'slow', until: 'answered' });
		expect(read(slow)).toContain('At last');
		const offered = await rehearsal.interact({
			...{ kind: 'autocomplete', name: 'offer show', options: { what: 'a' }, focused: 'what' },
		});
		expect(offered.choices).toHaveLength(25);
	});

	it('gives the first response with the answer to the request, and asks nothing of Discord for it', async () => {
		const before = callbacks().length;
		expect(read(await count())).toMatch(/^Page 0/u);
		const form = {
			kind: 'autocomplete',
			name: 'offer show',
			options: { what: 'a' },
			focused: 'what',
		} as const;
		expect((await rehearsal.interact(form)).choices).toHaveLength(25);
		const kindly = { kind: 'command', name: 'break', options: { how: 'kindly' } } as const;
		const refused = await rehearsal.interact(kindly);
		expect(read(refused)).toContain('There is no such thing');
		expect(refused.ephemeral).toBe(true);
		expect(callbacks()).toHaveLength(before);
	});

	it('answers over the API where Discord has to have the response before what comes next, or files go with it', async () => {
		const before = callbacks().length;
		const slow = await rehearsal.interact({ kind: 'command', name: 'slow', until: 'answered' });
		expect(read(slow)).toContain('At last');
		expect(callbacks()).toHaveLength(before + 1);
		const { message } = await rehearsal.interact({ kind: 'command', name: 'filed' });
		expect(message?.attachments.map(({ filename }) => filename)).toEqual(['list.txt']);
		expect(callbacks()).toHaveLength(before + 2);
	});

	it('answers in direct messages, and knows who manages the server', async () => {
		const alone = await rehearsal.interact({ kind: 'command', name: 'count', inDirectMessage: true });
		expect(read(alone)).toMatch(/^Page 0/u);
		const { owner, member } = rehearsal.guild.members;
		const open = await rehearsal.interact({ kind: 'command', name: 'secret', memberId: owner });
		expect(read(open)).toContain('Secret');
		const { message } = await count();
		const button = findButton(message?.components ?? [], 'Secret');
		if (message === null || button === null) throw new Error('There is no button Secret.');
		const pressed = { kind: 'component', messageId: message.id, ...button, memberId: member } as const;
		expect(read(await rehearsal.interact(pressed))).toContain('for those who may manage this server');
	});
});

describe('the archive', () => {
	it('is asked which article a thread is about, and nothing about other channels', async () => {
		const { general } = rehearsal.guild.channels;
		looked.length = 0;
		await count();
		expect(looked).toEqual([]);
		const body = { name: 'A thread', type: ChannelType.PublicThread };
		const { id } = (await bot.client.rest.post(Routes.threads(general), { body })) as { id: string };
		await rehearsal.interact({ kind: 'command', name: 'count', channelId: id, until: 'answered' });
		expect(looked).toEqual([id]);
	});
});

describe('the endpoint', () => {
	const send = (
		options: { method?: string; headers?: Record<string, string> },
		body = '{"type":1,"id":"1"}',
	) =>
		new Promise<number | string>((resolve) => {
			const sent = request(url, { method: 'POST', ...options }, (response) => {
				response.resume();
				resolve(response.statusCode ?? 0);
			});
			sent.on('error', (err: NodeJS.ErrnoException) => resolve(err.code ?? 'error'));
			sent.end(body);
		});

	it('refuses what nobody has signed, and other methods', async () => {
		expect(await send({})).toBe(401);
		const signature = { 'X-Signature-Ed25519': 'a'.repeat(128), 'X-Signature-Timestamp': '1790000000' };
		expect(await send({ headers: signature })).toBe(401);
		expect(await send({ method: 'GET' }, '')).toBe(405);
	});

	it('reads no more than an interaction can have', async () => {
		const large = 'x'.repeat(600_000);
		expect(await send({}, large)).toBe(413);
		expect(await send({ headers: { 'Transfer-Encoding': 'chunked' } }, large)).toMatch(/ECONNRESET|EPIPE/u);
	});

	it('ends a connection that is opened and sends its headers too slowly', async () => {
		const socket = connect(bot.port, '127.0.0.1');
		socket.write('POST / HTTP/1.1\r\nHost: x\r\n');
		const end = await new Promise<string>((resolve) => {
			let text = '';
			socket.on('data', (data) => {
				text += String(data);
			});
			socket.on('close', () => resolve(text));
		});
		expect(end).toContain('408');
	}, 15_000);

	it('goes on after all of that', async () => {
		expect(read(await count())).toMatch(/^Page 0/u);
	});

	it('says which port is taken', async () => {
		const second = startWithoutGateway({
			...{ token: rehearsal.token, apiUrl: rehearsal.apiUrl, commands, kept: keptInMemory(), log },
			contextOf: (place) => ({ place }),
			endpoint: { ...address, port: bot.port },
		});
		await expect(second).rejects.toThrow(`INTERACTIONS_PORT ${bot.port} cannot be used (EADDRINUSE)`);
	});
});

describe('an endpoint that closes', () => {
	it('breaks no connection over which a load balancer sends something just then', async () => {
		const leaving = await startWithoutGateway({
			...{ token: rehearsal.token, apiUrl: rehearsal.apiUrl, commands, kept: keptInMemory(), log },
			...{ contextOf: (place) => ({ place }), endpoint: address },
		});
		const agent = new Agent({ keepAlive: true, maxSockets: 1 });
		/** A request over the connection that is open, or a new one; what became of it. */
		const ask = () =>
			new Promise<string>((resolve) => {
				const sent = request(
					{ agent, port: leaving.port, method: 'POST', path: '/', host: '127.0.0.1' },
					(response) => {
						response.resume();
						response.on('end', () => resolve(`${response.statusCode} ${response.headers.connection}`));
					},
				);
				sent.on('error', (err: NodeJS.ErrnoException) => resolve(err.code ?? 'error'));
				sent.end('{}');
			});
		expect(await ask()).toBe('401 keep-alive');
		const closing = leaving.close();
		// A balancer that has not looked yet whether it is still ready.
		expect(await ask()).toBe('401 close');
		await closing;
		expect(await ask()).toBe('ECONNREFUSED');
		agent.destroy();
	});
});

describe('a bot with a gateway and an endpoint', () => {
	it('answers over both', async () => {
		const both = await startTestBot(rehearsal, { endpoint: { ...address, port: 0 } });
		await rehearsal.setInteractionsEndpoint(null);
		expect(read(await count())).toMatch(/^Page 0/u);
		const line = both.logged.find(({ msg }) => msg === 'answering interactions over HTTP');
		await rehearsal.setInteractionsEndpoint(`http://127.0.0.1:${line?.port}/`);
		expect(read(await count())).toMatch(/^Page 0/u);
		await both.close();
		await rehearsal.setInteractionsEndpoint(url).catch(() => {});
	});
});
