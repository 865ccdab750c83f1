import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { openParts, type Parts } from '../../src/app/parts.ts';
import type { Filled } from '../../src/card.ts';
import type { Delivery } from '../../src/digest/delivery.ts';
import { answer } from '../../src/discord/answer.ts';
import { unpackId } from '../../src/discord/ids.ts';
import { openViews } from '../../src/discord/views/views.ts';
import type { Place } from '../../src/place.ts';
import { copyShippedArchive } from '../shipped-archive.ts';

const server = '100000000000000001';
const channel = '100000000000000005';
/** What anybody can write into a button's id: nothing, numbers, dates, names of other things, and long or odd text. */
const forged = ['', ' ', '0', '1', '-1', '7', '100', '9999', '1000000', '99999999999999999999', '1e9', 'NaN']
	.concat(['Infinity', '0x10', '1.5', 'true', 'false', 'null', '__proto__', 'constructor', 'toString'])
	.concat(['2031-05-03', '2031-02-30', '0000-00-00', '9999-99-99', '-271821-04', '2031-5-3', 'yesterday'])
	.concat(['daily', 'extra-00000000', 'extra-zzzzzzzz', "' OR 1=1--", '../../etc', '@everyone', '<@&1>'])
	.concat(['\u0000', '\u202e', '\ud800', '💩'.repeat(5), 'x'.repeat(10), 'x'.repeat(20), 'x'.repeat(100)]);

const posted = { message: '100000000000000009' };
/** A Discord that takes every post, so that a digest is on record. */
const delivery: Delivery = {
	post: async () => posted,
	find: async () => ({ message: null }),
	openThread: async () => posted,
	channel: async () => ({ state: 'known', name: 'news', forum: false, missing: [] }),
	role: async () => ({ state: 'gone' }),
	giver: async () => ({ may: 'yes' }),
	toggleRole: async () => ({ done: 'not-given' }),
	notify: async () => posted,
};

let folder: string;
let parts: Parts;
/** The date of the digest that is on record. */
let date: string;
const broken: string[] = [];
const log = pino({ level: 'error', base: null }, { write: (line) => broken.push(line.slice(0, 300)) });

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'verbatim-forged-'));
	await copyShippedArchive(folder);
	parts = await openParts(readConfig({ DATA_DIR: folder }), pino({ level: 'silent' }));
	await parts.loaded;
	parts.digests.connect(delivery);
	await press('digest set', { channel, timezone: 'UTC', time: '23:59' }, server);
	await press('digest now', { slot: 'daily' }, server);
	date = new Date(await parts.contextOf(placeIn(server)).digests.now()).toISOString().slice(0, 10);
	expect(broken).toEqual([]);
}, 60_000);
afterAll(async () => {
	await parts.close();
	rmSync(folder, { recursive: true, force: true });
});

function placeIn(id: string | null): Place {
	return {
		server: id === null ? null : { id, name: 'Readers of Ostwick' },
		channel: { id: channel },
		article: null,
		member: { id: '100000000000000006', name: 'Lena', mayManageServer: id !== null },
		locale: 'en-GB',
		target: null,
	};
}

/** What a pressed button is answered with; what breaks inside goes into `broken`. */
async function press(name: string, options: Filled, id: string | null) {
	const runtime = { ...parts, views: openViews(parts.kept), log };
	return answer(
		async () => ({ command: name, options, place: placeIn(id), pressed: true }),
		JSON.stringify({ name, options, server: id }),
		runtime,
	);
}

/** Each hidden option of a command with each forged value, alone and with what a real button has. */
function* forgeries(name: string): Generator<Filled> {
	const options = Object.entries(parts.commands.get(name)?.options ?? {});
	const real: Filled = { date, slot: 'daily', page: 0, seed: 0, former: true };
	const hidden = options.flatMap(([option, { hidden }]) => (hidden ? [option] : []));
	const others = Object.fromEntries(Object.entries(real).filter(([option]) => hidden.includes(option)));
	for (const option of hidden) {
		for (const value of forged) {
			yield { [option]: value };
			yield { ...others, [option]: value };
			for (const other of hidden) if (other !== option) yield { [option]: value, [other]: 1 };
		}
	}
}

describe('a forged button', () => {
	test.each([
		['a server', server],
		['a direct message', null],
	])(
		'is answered with a card or a clear sentence in %s, whatever it fills in',
		async (_, id) => {
			let asked = 0;
			let cards = 0;
			for (const name of parts.commands.keys()) {
				for (const options of forgeries(name)) {
					const { trouble } = await press(name, options, id);
					asked++;
					if (!trouble) cards++;
				}
				// A forged "yes" stops the digest: the next ones need one again.
				if (id !== null) await press('digest set', { channel }, id);
			}
			expect(broken).toEqual([]);
			expect(asked).toBeGreaterThan(1_000);
			// Most forged values are refused, and some are as good as real ones.
			expect(cards).toBeGreaterThan(50);
		},
		60_000,
	);

	test('of a digest in a direct message, where none is posted, is answered with what to type instead', async () => {
		const { message, trouble } = await press('today', { date: 'x', slot: 'daily' }, null);
		expect(trouble).toBe(true);
		expect(JSON.stringify(message)).toContain('That digest is no longer on record');
		expect(broken).toEqual([]);
	});

	test('with options that no button has is refused before a command sees it', async () => {
		for (const id of ['1h0.today;__proto__=1', '1h0.today;date', '1h0.today;date=%ff', '1h0.~../..']) {
			await expect(unpackId(id, parts.kept)).rejects.toThrow('not one of mine');
		}
	});
});
