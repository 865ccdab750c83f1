import { connect as dial, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Rehearsal, startRehearsal } from '../src/index.ts';
import { routes } from '../src/rest/routes.ts';
import { request } from './bot.ts';

let rehearsal: Rehearsal;
let port: number;
beforeAll(async () => {
	rehearsal = await startRehearsal({ port: 0 });
	port = Number(new URL(rehearsal.url).port);
});
afterAll(() => rehearsal.close());

/** Sends bytes as they are, and gives what came back until the other side hung up or was silent for a moment. */
function raw(bytes: string | Uint8Array, wait = 10_000): Promise<string> {
	return new Promise((resolve) => {
		const socket: Socket = dial(port, '127.0.0.1');
		let answer = '';
		const done = () => {
			socket.destroy();
			resolve(answer);
		};
		socket.setTimeout(wait, done);
		socket.on('data', (part) => {
			answer += part.toString('latin1');
		});
		socket.on('error', done);
		socket.on('close', done);
		socket.write(bytes);
	});
}

const upgrade = (target: string, headers: readonly string[] = []) =>
	`${[
		`GET ${target} HTTP/1.1`,
		`Host: 127.0.0.1:${port}`,
		'Connection: Upgrade',
		'Upgrade: websocket',
		'Sec-WebSocket-Version: 13',
		'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
		...headers,
	].join('\r\n')}\r\n\r\n`;

const stillServes = async () => {
	const { status } = await fetch(`${rehearsal.url}/rehearsal/state`);
	expect(status).toBe(200);
};

/** Targets as a browser, a proxy or nobody would send them. */
const target = fc.oneof(
	fc.constantFrom(
		'//',
		'/\\',
		'/\\\\',
		'///',
		'//[',
		'//x:99999',
		'*',
		'http://',
		'http://[::1',
		'?',
		'#',
		'/%',
	),
	fc
		.constantFrom('/rehearsal/live', '/gateway/', '/api/v10/', '/attachments/', '/rehearsal/')
		.chain((start) => fc.string({ maxLength: 40 }).map((rest) => `${start}${rest}`)),
	fc.string({ minLength: 1, maxLength: 60 }),
);

describe('what is hostile', () => {
	it.each(['//', '/\\', '/\\/x', '//[', '///'])('is turned away at an upgrade for %s', async (path) => {
		expect(await raw(upgrade(path))).toMatch(/^HTTP\/1\.1 404 /u);
		expect(await raw(upgrade(path, ['Origin: https://example.org']))).toMatch(/^HTTP\/1\.1 403 /u);
		await stillServes();
	});

	it('is survived in request lines', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('GET', 'POST', 'PATCH', 'OPTIONS', 'CONNECT', 'HEAD', 'get', ''),
				target,
				fc.boolean(),
				async (method, path, upgrades) => {
					const request = upgrades
						? upgrade(path)
						: `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
					await raw(request, 20);
				},
			),
			{ numRuns: 300 },
		);
		await stillServes();
	});

	it('is survived in headers', async () => {
		const name = fc.constantFrom(
			'Host',
			'Origin',
			'Content-Length',
			'Content-Type',
			'Transfer-Encoding',
			'Authorization',
			'Accept-Encoding',
			'If-None-Match',
			'Sec-WebSocket-Key',
			'Sec-WebSocket-Extensions',
			'Expect',
		);
		// What the unit "binary" gives, without a second of work for its table.
		const character = fc
			.integer({ max: 0x10ffff, min: 0 })
			.filter((code) => code < 0xd800 || code > 0xdfff)
			.map((code) => String.fromCodePoint(code));
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('/', '/rehearsal/state', '/rehearsal/live', '/gateway', '/api/v10/users/@me'),
				fc.array(fc.tuple(name, fc.string({ unit: character, maxLength: 60 })), { maxLength: 6 }),
				fc.string({ maxLength: 60 }),
				async (path, headers, body) => {
					const lines = headers.map(([one, value]) => `${one}: ${value}`);
					await raw(upgrade(path, lines), 20);
					await raw(
						`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${lines.join('\r\n')}\r\n\r\n${body}`,
						20,
					);
				},
			),
			{ numRuns: 150 },
		);
		await stillServes();
	});

	it('is survived in frames, and in a connection that breaks in the middle of one', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('/rehearsal/live', '/gateway/?v=10&encoding=json'),
				fc.uint8Array({ minLength: 1, maxLength: 200 }),
				async (path, frames) => {
					await raw(Buffer.concat([Buffer.from(upgrade(path)), frames]), 20);
				},
			),
			{ numRuns: 150 },
		);
		await stillServes();
	});

	it('is survived in messages of the right form', async () => {
		const ids = fc.constantFrom(
			...Object.values(rehearsal.guild.channels),
			...Object.values(rehearsal.guild.members),
			'0',
		);
		const value = fc.oneof(fc.anything({ maxDepth: 2 }), ids);
		const toLive: fc.Arbitrary<unknown> = fc.record(
			{
				type: fc.constantFrom('interact', 'post', 'typing', 'react', 'vote', 'constructor'),
				id: value,
				input: fc.oneof(value, fc.dictionary(fc.constantFrom('kind', 'name', 'channelId', 'content'), value)),
				channelId: ids,
				messageId: ids,
				emoji: fc.oneof(value, fc.string()),
				on: value,
				answerIds: value,
			},
			{ requiredKeys: ['type'] },
		);
		const toGateway: fc.Arbitrary<unknown> = fc.record({
			op: fc.oneof(fc.integer({ min: -1, max: 32 }), value),
			d: fc.oneof(
				value,
				fc.record({ token: fc.constant(rehearsal.token), intents: fc.constant(1), properties: value }),
				fc.record({ guild_id: fc.constant(rehearsal.guild.id), query: value, limit: value, user_ids: value }),
			),
		});
		for (const [path, message] of [
			['/rehearsal/live', toLive],
			['/gateway', toGateway],
		] as const) {
			await fc.assert(
				fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 20 }), async (messages) => {
					const socket = new WebSocket(`${rehearsal.url.replace('http', 'ws')}${path}`);
					socket.on('error', () => {});
					await new Promise((resolve) => socket.once('open', resolve));
					if (path === '/gateway') {
						const d = { token: rehearsal.token, intents: 1, properties: { os: '', browser: '', device: '' } };
						socket.send(JSON.stringify({ op: 2, d }));
					}
					for (const one of messages) socket.send(json(one));
					await new Promise((resolve) => {
						socket.once('close', resolve);
						socket.close();
					});
				}),
				{ numRuns: 60 },
			);
		}
		await stillServes();
	});

	it('is survived in the body of every request that has one', async () => {
		const { guild, applicationId } = rehearsal;
		const ids: Readonly<Record<string, string>> = {
			...{ channel_id: guild.channels.general, guild_id: guild.id, overwrite_id: guild.id },
			...{ application_id: applicationId, webhook_id: applicationId, user_id: guild.members.member },
		};
		const keys = ['messages', 'content', 'embeds', 'components', 'name', 'type', 'data', 'roles', 'message'];
		const value = fc.oneof(fc.anything({ maxDepth: 2 }), fc.constantFrom(...Object.values(ids), null, 4, 9));
		const body = fc.oneof(value, fc.dictionary(fc.constantFrom(...keys), value));
		rehearsal.fault({ kind: 'rateLimits', on: false });
		for (const { method, template } of routes.filter((one) => /^P/u.test(one.method))) {
			const path = template.replace(/\{(\w+)\}/gu, (_, name) => ids[name] ?? '1');
			await fc.assert(
				fc.asyncProperty(body, async (sent) => {
					const text = json(sent);
					const { status } = await request(
						rehearsal,
						method,
						path,
						text === 'undefined' ? undefined : JSON.parse(text),
					);
					expect(status).toBeLessThan(500);
				}),
				{ numRuns: 15, examples: [[null], [{}], [{ messages: ['a', null] }]] },
			);
		}
		rehearsal.fault({ kind: 'rateLimits', on: true });
	});

	it.each(['half \ud800 a pair/../"x"\r\n.txt', `${'𠀀'.repeat(130)}.text`])(
		'is survived in the name of a file',
		async (filename) => {
			const { channels, members } = rehearsal.guild;
			const { attachments } = await rehearsal.post({
				...{ channelId: channels.general, memberId: members.owner },
				files: [{ filename, contentType: 'text/plain', base64: 'YQ==' }],
			});
			expect((await fetch(attachments[0]?.url ?? '')).status).toBe(200);
		},
	);

	it('cannot hold it up with many sockets that send as fast as they can', async () => {
		const { channels, members } = rehearsal.guild;
		const sockets = Array.from(
			{ length: 300 },
			() => new WebSocket(`${rehearsal.url.replace('http', 'ws')}/rehearsal/live?member=${members.owner}`),
		);
		const typing = JSON.stringify({ type: 'typing', channelId: channels.general });
		let events = 0;
		const opened = await Promise.all(
			sockets.map(
				(socket) =>
					new Promise<boolean>((resolve) => {
						socket.on('message', (data) => {
							if (String(data).includes('TYPING_START')) events += 1;
						});
						socket.once('open', () => resolve(true));
						socket.once('error', () => resolve(false));
					}),
			),
		);
		for (const socket of sockets) {
			if (socket.readyState === socket.OPEN) for (let n = 0; n < 200; n += 1) socket.send(typing);
		}
		await stillServes();
		for (const socket of sockets) socket.terminate();
		// Without a bound: 300 sockets, and 18 million events.
		expect(opened.filter(Boolean).length).toBeLessThanOrEqual(100);
		expect(events).toBeLessThan(1_000);
	});
});

/** JSON of anything, also of what JSON does not have. */
function json(value: unknown): string {
	return JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one)) ?? 'undefined';
}
