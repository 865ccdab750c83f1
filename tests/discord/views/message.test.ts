import { type APIContainerComponent, type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { readMessage } from 'discord-rehearsal/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Card, Text } from '../../../src/card.ts';
import { keptInMemory } from '../../../src/discord/ids.ts';
import { cardMessage, sent } from '../../../src/discord/views/message.ts';
import { anyCard } from './cards.ts';

const known = { commandIds: new Map([['quotes', '123456789012345678']]) };
const show = (card: Card) => cardMessage(card, known, keptInMemory());
const read = async (card: Card) => readMessage((await show(card)).components);
const text = async (...blocks: Block[]) =>
	(await read({ title: 'T', blocks })).split('\n').slice(2).join('\n');

type Inner = APIContainerComponent['components'][number];
function everything(
	components: readonly APIMessageTopLevelComponent[],
): (Inner | APIMessageTopLevelComponent)[] {
	return components.flatMap((one) => [
		one,
		...('components' in one ? everything(one.components as never) : []),
	]);
}

describe('a card as a message', () => {
	it('is within every limit of Discord, whatever it holds', async () => {
		await fc.assert(
			fc.asyncProperty(anyCard, async (card) => {
				const { components } = await show(card);
				const all = everything(components);
				expect(all.length).toBeLessThanOrEqual(40);
				let length = 0;
				const ids: string[] = [];
				for (const one of all) {
					if (one.type === ComponentType.TextDisplay) {
						expect(one.content.trim()).not.toBe('');
						length += one.content.length;
					} else if (one.type === ComponentType.ActionRow) {
						expect(one.components.length).toBeGreaterThan(0);
						expect(one.components.length).toBeLessThanOrEqual(5);
						for (const inner of one.components) {
							if (inner.type === ComponentType.Button) {
								if ('label' in inner) expect((inner.label ?? '').length).toBeLessThanOrEqual(80);
								if ('label' in inner) expect((inner.label ?? '').trim()).not.toBe('');
								if ('url' in inner) expect(inner.url.length).toBeLessThanOrEqual(512);
								if ('custom_id' in inner) ids.push(inner.custom_id);
							} else if (inner.type === ComponentType.StringSelect) {
								ids.push(inner.custom_id);
								expect((inner.placeholder ?? '').length).toBeLessThanOrEqual(150);
								expect(inner.options.length).toBeGreaterThan(0);
								expect(inner.options.length).toBeLessThanOrEqual(25);
								for (const option of inner.options) {
									for (const part of [option.label, option.value, option.description ?? 'x']) {
										expect(part.trim()).not.toBe('');
										expect(part.length).toBeLessThanOrEqual(100);
									}
								}
								expect(new Set(inner.options.map((option) => option.value)).size).toBe(inner.options.length);
							}
						}
					}
				}
				expect(length).toBeLessThanOrEqual(4000);
				for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
				expect(new Set(ids).size).toBe(ids.length);
			}),
			{ numRuns: 150 },
		);
	}, 120_000);

	it('shows its title as a link, the eyebrow over it, and its origin last', async () => {
		const card: Card = {
			title: 'A *bridge* opens',
			url: 'https://paper.example/bridge',
			eyebrow: 'Quotes',
			blocks: [{ kind: 'text', text: ['Body'] }],
			origin: ['The Paper · ', { mark: 'time', at: '2017-02-21T15:18:00+03:00', style: 'date' }],
			actions: [
				[
					{ label: 'More', command: 'quotes', options: { page: 1 } },
					{ label: 'Out', url: 'https://paper.example/' },
				],
			],
		};
		expect(await read(card)).toBe(
			[
				'Quotes',
				'A *bridge* opens (https://paper.example/bridge)',
				'===============================================',
				'Body',
				'The Paper · 21 February 2017',
				'[More] [Out] → https://paper.example/',
			].join('\n'),
		);
	});

	it('keeps a number in its place behind a name that is read from the right', async () => {
		const strong = (text: string) => ({ mark: 'strong', text }) as const;
		const name = 'מיכל';
		const noted = async (text: Text) =>
			JSON.stringify(await show({ title: 'T', blocks: [{ kind: 'note', text }] }));
		expect(await noted([strong(name), ' · 4 quotes'])).toContain(`**${name}**\u200e · 4 quotes`);
		expect(await noted([strong(name), 'x · 4 quotes'])).not.toContain('\u200e');
		expect(await noted([strong(`${name} Ora`), ' · 4 quotes'])).not.toContain('\u200e');
		expect(await noted([strong(name)])).not.toContain('\u200e');
	});

	it('shows a headline of twice the usual length whole', async () => {
		const long = `Council *votes* «to dig» ${'and dig '.repeat(30)}`.trim();
		expect(await read({ title: long, blocks: [] })).toContain(`${long}\n===`);
		expect(await read({ title: 'dig '.repeat(200), blocks: [] })).toMatch(/^(?:dig )+dig…\n/u);
	});

	it('keeps every quoted word, in quotation marks', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.constantFrom(
						'We',
						'will',
						'*not*',
						'_wait_',
						'> here',
						'# now',
						'a|b',
						'@everyone',
						'<@1>',
						'e.g.',
						'Stop.',
					),
					{ minLength: 1, maxLength: 40 },
				),
				async (words) => {
					const said = words.join(' ');
					expect(await text({ kind: 'said', text: [{ mark: 'verbatim', text: said }] })).toBe(`│ “${said}”`);
				},
			),
			{ numRuns: 100 },
		);
	});

	it('cuts quoted words only at the end of a sentence, and says so outside the marks', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.constantFrom(
						'We shall see.',
						'Mr. Ames said it twice!',
						'It cost 3.5 m at St. Olave, they say.',
						'Why not?',
					),
					{ minLength: 300, maxLength: 400 },
				),
				async (sentences) => {
					const said = sentences.join(' ');
					const shown = await text({ kind: 'said', text: [{ mark: 'verbatim', text: said }] });
					const [, inside = ''] = /^│ “(.+)” …\n… shortened to fit one message$/u.exec(shown) ?? [];
					expect(inside.length).toBeGreaterThan(2500);
					const whole = sentences.slice(0, inside.split(/(?<=see\.|twice!|say\.|not\?) /u).length).join(' ');
					expect(inside).toBe(whole);
				},
			),
			{ numRuns: 30 },
		);
	});

	it('leaves out a verbatim sentence that is too long, rather than cutting into it', async () => {
		const shown = await text(
			{ kind: 'said', text: [{ mark: 'verbatim', text: 'word '.repeat(2000) }] },
			{ kind: 'text', text: ['After it.'] },
		);
		expect(shown).toBe('After it.\n… shortened to fit one message');
	});

	it('cuts a long text so that what comes after it is still there', async () => {
		const shown = await text(
			{ kind: 'text', text: ['A sentence like others. '.repeat(400)] },
			{ kind: 'heading', text: ['Later'] },
			{ kind: 'text', text: ['The end.'] },
		);
		expect(shown).toMatch(
			/A sentence like others\. …\n\nLater\n-----\nThe end\.\n… shortened to fit one message$/u,
		);
	});

	it('shows whole items of a list and counts the others', async () => {
		const items = Array.from({ length: 300 }, (_, index) => [`Item number ${index} of a list`]);
		expect(await text({ kind: 'list', items })).toMatch(
			/• Item number (\d+) of a list\n• … and \d+ more\n… shortened/u,
		);
	});

	it('keeps quotations apart from each other', async () => {
		const said = (words: string): Block => ({ kind: 'said', text: [words] });
		expect(await text(said('One\nline'), said('Two'))).toBe('│ One\n│ line\n\n│ Two');
	});

	it('shows a command that can be clicked where its id is known', async () => {
		const blocks: Block[] = [
			{
				kind: 'text',
				text: [{ mark: 'command', name: 'quotes' }, ' or ', { mark: 'command', name: 'topics' }],
			},
		];
		const { components } = await show({ title: 'T', blocks });
		expect(JSON.stringify(components)).toContain('</quotes:123456789012345678> or `/topics`');
	});

	it('hides what is coarse, and pings nobody', async () => {
		const { allowed_mentions, components } = await show({
			title: '@everyone',
			blocks: [
				{
					kind: 'text',
					text: [
						'You ',
						{ mark: 'spoiler', text: 'rascal||' },
						' ',
						{ mark: 'member', id: '123456789012345678' },
					],
				},
			],
		});
		expect(allowed_mentions).toEqual({ parse: [] });
		expect(readMessage(components)).toContain('You █████');
		expect(readMessage(components)).not.toContain('rascal');
	});

	it('shows a picture among its blocks, with its words, as a file of its own', async () => {
		const picture = {
			kind: 'picture',
			name: 'quote.png',
			bytes: new Uint8Array([1, 2]),
			alt: `“No.” ${'word '.repeat(300)}`,
		} as const;
		const message = await show({ title: 'A', blocks: [picture] });
		const [{ description = '' } = {}] = message.attachments ?? [];
		expect(description).toMatch(/^“No\.” word .*…$/u);
		expect(description.length).toBeLessThanOrEqual(1024);
		expect(message.attachments).toEqual([{ id: '0', filename: 'quote.png', description }]);
		expect(JSON.stringify(message.components)).toContain('attachment://quote.png');
		const { body, files } = sent(message);
		expect(files).toEqual([{ name: 'quote.png', data: Buffer.from([1, 2]), contentType: 'image/png' }]);
		expect(Object.keys(body)).not.toContain('files');
	});

	it('shows a file to download among its blocks', async () => {
		const file = {
			kind: 'file',
			name: 'feeds.opml',
			bytes: new Uint8Array([1]),
			type: 'text/x-opml',
		} as const;
		const message = await show({ title: 'A', blocks: [{ kind: 'text', text: ['All of them'] }, file] });
		expect(message.attachments).toEqual([{ id: '0', filename: 'feeds.opml' }]);
		const [container] = message.components;
		expect(container).toMatchObject({
			components: expect.arrayContaining([{ type: 13, file: { url: 'attachment://feeds.opml' } }]),
		});
		expect(sent(message).files).toEqual([
			{ name: 'feeds.opml', data: Buffer.from([1]), contentType: 'text/x-opml' },
		]);
	});
});
