import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import explain from '../../commands/explain.ts';
import type { Explainer } from '../../src/explanation/service.ts';
import type { Patience } from '../../src/explanation/written.ts';
import { read } from '../commands/reading.ts';
import { truths } from '../language/grounding/lies.ts';
import { asked, type Explaining, openExplaining, secret } from './explaining.ts';
import { type Behaviour, chunk, open } from './model-server.ts';

function garbage(response: ServerResponse): void {
	open(response);
	response.end('data: {"oh\n\nnonsense\u0000');
}

describe('an explanation by a language model that fails', () => {
	let setting: Explaining;
	let explainer: Explainer;
	beforeAll(async () => {
		setting = await openExplaining();
	});
	beforeEach(() => {
		explainer = setting.openOne();
		setting.logged.length = 0;
	});
	afterAll(() => setting.close());

	const failing: readonly (readonly [string, Behaviour, RegExp])[] = [
		['is not there', (response) => void response.socket?.destroy(), /cannot be reached/u],
		['refuses', (response) => void response.writeHead(500).end(secret), /refused/u],
		['sends garbage', (response) => garbage(response), /broke off/u],
		[
			'leads elsewhere',
			(response) => void response.writeHead(307, { location: 'https://evil.example/' }).end(),
			/cannot be reached|refused/u,
		],
	];
	test.each(failing)(
		'where the server %s, says so, gives the question back, and logs no secret',
		async (name, behave, message) => {
			setting.server.behave = behave;
			explainer = setting.openOne(1);
			for (let time = 0; time < 2; time++) {
				const asking = explainer.explain({ ...asked, server: `broken ${name}`, question: `${name}?` });
				await expect(asking).rejects.toThrow(message);
			}
			expect(setting.logged.join('')).not.toContain(secret);
			expect(setting.logged.join('')).toContain('gave no whole answer');
			if (name === 'refuses') expect(setting.logged.join('')).toContain('HTTP status 500');
		},
	);

	test.each([
		['null', [null]],
		['numbers', [1, 2]],
		['objects', [{ a: 1 }, ['x']]],
	])('takes no %s for text', async (name, pieces) => {
		setting.server.behave = (response) => {
			open(response);
			for (const piece of pieces) response.write(chunk(piece));
			response.write('data: {"choices":"none"}\n\ndata: 5\n\ndata: {"choices":[null]}\n\n');
			response.end('data: [DONE]\n\n');
		};
		const answer = await explainer.explain({ ...asked, question: name }).catch((error: Error) => error);
		if (answer instanceof Error) expect(answer.message).toMatch(/broke off/u);
		else expect(answer.sentences).toEqual([]);
	});

	test('shows what there was where the model breaks off, and no half sentence of it', async () => {
		setting.server.behave = (response) => {
			open(response);
			response.write(chunk(`${truths[0]}\nThe council voted for`), () => response.socket?.destroy());
		};
		const card = await explain.run({ article: 'ferry', question: 'Off?' }, setting.contextFor(explainer));
		const text = await read(card);
		expect(text).toContain('will stop for 14 months');
		expect(text).toContain('The model broke off');
		expect(text).not.toContain('left out');
	});

	describe('where the server stalls', () => {
		const short: Patience = { all: 2_000, piece: 200, characters: 12_000, progress: 10 };
		let gone: Promise<unknown>;
		/** Never ends an answer; the connection has to be closed from the other side. */
		const stalling =
			(begin: (response: ServerResponse) => void): Behaviour =>
			(response) => {
				gone = new Promise((closed) => void response.on('close', closed));
				begin(response);
			};

		test.each<readonly [string, Behaviour]>([
			['before it answers', stalling(() => {})],
			['before the first word', stalling(open)],
			[
				'in the middle of an event',
				stalling((response) => {
					open(response);
					response.write('data: {"choices":[{"delta":');
				}),
			],
			[
				'with nothing but comments that keep the connection awake',
				stalling((response) => {
					open(response);
					const beat = setInterval(() => response.write(': still here\n\n'), 20);
					response.on('close', () => clearInterval(beat));
				}),
			],
		])('%s, says so, gives the question back, and closes the connection', async (name, behave) => {
			setting.server.behave = behave;
			explainer = setting.openOne(1, short);
			for (let time = 0; time < 2; time++) {
				const asking = explainer.explain({ ...asked, server: `stalls ${name}`, question: `${name}?` });
				await expect(asking).rejects.toThrow('The language model took too long');
				await gone;
			}
			expect(setting.logged.join('')).toContain('gave no whole answer');
		});

		test('after some words, shows these as stopped, and asks anew next time', async () => {
			setting.server.behave = stalling((response) => {
				open(response);
				response.write(chunk(`${truths[0]}\nThe council voted for`));
			});
			explainer = setting.openOne(1_000, short);
			const before = setting.server.asked.length;
			for (let time = 0; time < 2; time++) {
				const { sentences, ending } = await explainer.explain({ ...asked, question: 'Stalls?' });
				expect({ ending, sentences: sentences.length }).toEqual({ ending: 'stopped', sentences: 1 });
				await gone;
			}
			expect(setting.server.asked.length).toBe(before + 2);
		});

		test('by a word now and then without end, is stopped', async () => {
			setting.server.behave = stalling((response) => {
				open(response);
				response.write(chunk(`${truths[0]}\n`));
				const drip = setInterval(() => response.write(chunk('so ')), 50);
				response.on('close', () => clearInterval(drip));
			});
			explainer = setting.openOne(1_000, { ...short, all: 600 });
			const { sentences, ending } = await explainer.explain({ ...asked, question: 'Drips?' });
			expect({ ending, sentences: sentences.length }).toEqual({ ending: 'stopped', sentences: 1 });
			await gone;
		});
	});

	test('ends an answer without end', { timeout: 20_000 }, async () => {
		let gone = false;
		setting.server.behave = async (response) => {
			open(response);
			response.on('close', () => {
				gone = true;
			});
			response.write(chunk(`${truths[0]}\n`));
			while (!response.destroyed) {
				if (!response.write(chunk('and so on '.repeat(100))))
					await new Promise((next) => response.once('drain', next).once('close', next));
				await new Promise((next) => setTimeout(next, 1));
			}
		};
		const { sentences, ending } = await explainer.explain({ ...asked, question: 'Endless?' });
		expect({ ending, sentences: sentences.length }).toEqual({ ending: 'stopped', sentences: 1 });
		await expect.poll(() => gone).toBe(true);
	});

	test('ends one endless line, which is never a whole event', { timeout: 20_000 }, async () => {
		setting.server.behave = async (response) => {
			open(response);
			while (!response.destroyed) {
				if (!response.write(`data: ${'x'.repeat(10_000)}`))
					await new Promise((next) => response.once('drain', next).once('close', next));
				await new Promise((next) => setTimeout(next, 1));
			}
		};
		await expect(explainer.explain({ ...asked, question: 'One line?' })).rejects.toThrow(/broke off/u);
	});
});
