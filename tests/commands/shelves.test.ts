import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../commands/shared/context.ts';
import { readConfig } from '../../src/app/config.ts';
import { openArchive } from '../../src/app/open-archive.ts';
import { openParts, type Parts } from '../../src/app/parts.ts';
import type { Filled } from '../../src/card.ts';
import type { AnyOption, Command } from '../../src/command.ts';
import { defaultSettings } from '../../src/digest/defaults.ts';
import type { Delivery } from '../../src/digest/delivery.ts';
import { readOptions } from '../../src/discord/options.ts';
import { UserError } from '../../src/errors.ts';
import type { Place } from '../../src/place.ts';
import type { NewDigestSettings } from '../../src/stores/digests.ts';
import { fillShelves, giveaways, given, typed } from './secret.ts';

const ours = '100000000000000001';
const theirs = '100000000000000002';

const digestOf = (server: string): NewDigestSettings => ({
	server,
	channel: '5',
	time: '08:30',
	zone: 'UTC',
	...defaultSettings,
	length: 'long',
	first: '2020-01-01',
	setBy: '6',
});
const unreachable = { trouble: 'unreachable', detail: 'Nothing is posted here.' } as const;
/** A Discord in which every channel may be posted in, for questions only. */
const delivery: Delivery = {
	post: async () => unreachable,
	find: async () => unreachable,
	openThread: async () => unreachable,
	channel: async () => ({ state: 'known', name: 'news', forum: false, missing: [] }),
	role: async () => ({ state: 'gone' }),
	giver: async () => unreachable,
	toggleRole: async () => unreachable,
	notify: async () => unreachable,
};

let folder: string;
let parts: Parts;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'verbatim-shelves-'));
	const archive = await openArchive(join(folder, 'data'));
	await fillShelves(archive, ours);
	for (const server of [ours, theirs]) await archive.digests.putSettings(digestOf(server));
	await archive.close();
	parts = await openParts(
		readConfig({ ARTICLES: join(folder, 'articles'), DATA_DIR: join(folder, 'data') }),
		pino({ level: 'silent' }),
	);
	parts.digests.connect(delivery);
});
afterAll(async () => {
	await parts.close();
	rmSync(folder, { recursive: true, force: true });
});

function contextIn(server: string | null): Context {
	const place: Place = {
		server: server === null ? null : { id: server, name: 'A server' },
		channel: { id: '5' },
		article: null,
		member: { id: '6', name: 'Lena', mayManageServer: true },
		locale: 'en-GB',
		target: null,
	};
	return parts.contextOf(place);
}

const isText = (option: AnyOption<Context>) => option.kind === 'string' && option.choices === undefined;

/** Every way to fill a command's text options, one or two, or one and a number or a switch. */
function* fillings(command: Command<Context>): Generator<Filled> {
	const options = Object.entries(command.options);
	const texts = options.flatMap(([name, option]) => (isText(option) ? [name] : []));
	const others = options.flatMap(([name, { kind }]): Filled[] =>
		kind === 'integer' ? [{ [name]: 0 }, { [name]: 1 }] : kind === 'boolean' ? [{ [name]: true }] : [],
	);
	yield {};
	for (const name of texts) {
		for (const text of typed) {
			yield { [name]: text };
			for (const other of others) yield { [name]: text, ...other };
			for (const other of texts) if (other !== name) yield { [name]: text, [other]: 'secret-one' };
		}
	}
}

/** Everything that every command and every autocomplete shows in a place, as text. */
async function everythingShown(
	server: string | null,
): Promise<{ readonly text: string; readonly asked: number }> {
	const context = contextIn(server);
	let text = '';
	let asked = 0;
	const show = async (ask: () => Promise<unknown>) => {
		asked++;
		try {
			text += `${JSON.stringify(await ask())}\n`;
		} catch (error) {
			// A refusal may name things, too; of any other failure a member only sees a number.
			if (error instanceof UserError) text += `${JSON.stringify([error.message, error])}\n`;
		}
	};
	for (const command of parts.commands.values()) {
		for (const filled of fillings(command)) {
			await show(async () => command.run(readOptions(command.options, filled, { hidden: true }), context));
		}
		for (const [name, option] of Object.entries(command.options)) {
			if (option.kind !== 'string' || !option.suggest) continue;
			const { suggest } = option;
			const others = Object.keys(command.options).filter((other) => other !== name);
			for (const filled of [{}, ...others.map((other) => ({ [other]: 'secret-one' }))]) {
				for (const one of typed) await show(() => suggest(one, context, filled));
			}
		}
	}
	return { text, asked };
}

describe('what is on the shelf of a server', () => {
	it('is shown there by the commands and completions', async () => {
		const { text, asked } = await everythingShown(ours);
		expect(asked).toBeGreaterThan(300);
		expect(given(text)).toEqual(giveaways);
		// The article that everybody sees says here that ours tells the same story.
		expect(text).toContain('Also in Fenland Bugle');
		expect(text).toContain('Pier of Port Ellery Opens');
	});

	it.each([
		['another server', theirs],
		['a direct message', null],
	])('is neither shown nor offered in %s, whatever command or completion is tried', async (_, server) => {
		const { text } = await everythingShown(server);
		expect(given(text)).toEqual([]);
		expect(text).toContain('Pier of Port Ellery Opens');
	});

	it('is in the digest of that server, and in no other', async () => {
		const { digests } = contextIn(ours);
		const shown = async (server: string) =>
			JSON.stringify((await digests.preview(await digests.settings(server))).card);
		expect(given(await shown(ours))).toContain('Quarry');
		expect(given(await shown(theirs))).toEqual([]);
		expect(await shown(theirs)).toContain('Pier of Port Ellery Opens');
		expect((await digests.articlesAdded(ours)).total).toBe(4);
		expect((await digests.articlesAdded(theirs)).total).toBe(2);
		expect((await digests.articlesAdded(null)).total).toBe(2);
	});

	it.each([
		['another server', theirs],
		['a direct message', null],
	])('is not counted in %s', async (_, server) => {
		const { library } = contextIn(server);
		expect(await library.status()).toMatchObject({ articles: 2, quotes: 1, speakers: 1, comments: 0 });
		expect(await library.topics()).toEqual({ topics: [{ topic: 'Piers', articles: 1 }], more: false });
		expect((await library.quotes({})).total).toBe(1);
	});
});
