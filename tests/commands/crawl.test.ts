import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import article from '../../commands/article.ts';
import comments from '../../commands/comments.ts';
import help from '../../commands/help.ts';
import libraryCommand from '../../commands/library.ts';
import quotes from '../../commands/quotes.ts';
import type { Context } from '../../commands/shared/context.ts';
import topics from '../../commands/topics.ts';
import { type OpenLibrary, openLibrary } from '../../src/app/open-library.ts';
import type { Block, Card, Filled, Mark, Text } from '../../src/card.ts';
import type { Command } from '../../src/command.ts';
import { readOptions } from '../../src/discord/options.ts';
import { contextOf } from './plain-library.ts';
import { taken } from './reading.ts';

const commands: Record<string, Command<Context>> = {
	article,
	comments,
	help,
	library: libraryCommand,
	quotes,
	topics,
};
/** Samples can be asked for without end; so many are followed. */
const mostSamples = 2;

let open: OpenLibrary;
let folder: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'verbatim-crawl-'));
	const log = { debug() {}, info() {}, warn() {}, error() {} };
	open = await openLibrary({ articles: 'data/articles', dataDir: folder, cacheUrl: null, log });
	await open.loaded;
});
afterAll(async () => {
	await open.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Every card that buttons and menus lead to from /help, under the command that gave it. */
async function everyCard(): Promise<Map<string, Card>> {
	const cards = new Map<string, Card>();
	const waiting: { command: string; options: Filled }[] = [{ command: 'help', options: {} }];
	for (let way = waiting.pop(); way; way = waiting.pop()) {
		const key = `/${way.command} ${JSON.stringify(way.options)}`;
		const command = commands[way.command];
		if (cards.has(key) || Number(way.options.seed ?? 0) > mostSamples) continue;
		if (!command) throw new Error(`${key}: there is no such command`);
		const given = readOptions(command.options, way.options, { hidden: true });
		const card = await command.run(given, contextOf(open.libraryOf(null)));
		cards.set(key, card);
		const menus = card.blocks.flatMap((block) => (block.kind === 'menu' ? block.choices : []));
		const buttons = (card.actions?.flat() ?? []).flatMap((one) =>
			'command' in one && !one.disabled ? [one] : [],
		);
		waiting.push(...menus, ...buttons);
	}
	return cards;
}

function verbatimIn(blocks: readonly Block[]): string[] {
	const texts = blocks.flatMap((block): readonly Text[] =>
		'text' in block ? [block.text] : block.kind === 'list' ? block.items : [],
	);
	const marks = texts.flat().filter((part): part is Mark => typeof part === 'object');
	return marks.flatMap((mark) => (mark.mark === 'verbatim' ? [mark.text] : []));
}

describe('whatever button is pressed, from /help on,', () => {
	let cards: Map<string, Card>;
	beforeAll(async () => {
		cards = await everyCard();
	});

	test('there is an answer, and every article is reached', async () => {
		const reached = [...cards.keys()].filter((key) => /^\/article \{"article":"(?!all")[^"]+"\}$/u.test(key));
		expect(reached).toHaveLength((await open.libraryOf(null).status()).articles);
		expect(cards.size).toBeGreaterThan(100);
	});

	test('every card fits one message, uncut', async () => {
		for (const [key, card] of cards) {
			const { text, components, cut } = await taken(card);
			expect
				.soft({ key, fits: text <= 4000 && components <= 40, cut })
				.toEqual({ key, fits: true, cut: false });
		}
	});

	test('every word in quotation marks stands word for word in an article', async () => {
		const fold = (text: string) => text.replace(/\s+/gu, ' ');
		const held = await Promise.all(
			(await open.libraryOf(null).latest(100)).map(
				async ({ id }) => (await open.libraryOf(null).article(id)).paragraphs,
			),
		);
		const paragraphs = held.flat().map(fold);
		let seen = 0;
		for (const [key, { blocks }] of cards) {
			for (const words of verbatimIn(blocks)) {
				seen++;
				const stands = paragraphs.some((paragraph) => paragraph.includes(fold(words)));
				expect.soft({ key, words, stands }).toEqual({ key, words, stands: true });
			}
		}
		expect(seen).toBeGreaterThan(100);
	});
});
