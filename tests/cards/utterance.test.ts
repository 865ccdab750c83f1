import { describe, expect, test } from 'vitest';
import type { Text } from '../../src/card.ts';
import { saidText, shortened, utteranceBlocks } from '../../src/cards/utterance.ts';

const said = (text: string) => ({ kind: 'said' as const, text });
const article = { url: null };
const between = (text: string) => ({ kind: 'between' as const, text });
const verbatim = (text: string) => ({ mark: 'verbatim' as const, text });
const plain = (text: Text) =>
	text.map((part) => (typeof part === 'string' ? part : 'text' in part ? `“${part.text}”` : '')).join('');
const blocksOf = (parts: Parameters<typeof saidText>[0], most: number) =>
	utteranceBlocks({ article, parts, speaker: 'Ilse Brandt', role: null, paragraph: 10 }, { most });

describe('an utterance', () => {
	test('puts a split quotation together with what stood between, as the article has it', () => {
		expect(
			saidText([said('The pier is mended,'), between('Brandt said.'), said('We sail on Monday.')]),
		).toEqual([verbatim('The pier is mended,'), ' ', 'Brandt said.', ' ', verbatim('We sail on Monday.')]);
	});

	test('shows a fragment inside its sentence, with no blank before a comma', () => {
		const parts = [between('Brandt called the pier'), said('a disgrace'), between(', and left.')];
		expect(plain(saidText(parts))).toBe('Brandt called the pier “a disgrace”, and left.');
	});

	test('that is cut before its next paragraph has its marks closed', () => {
		const parts = [
			{ ...said('The pier is mended.'), open: true },
			{ ...said('We sail on Monday, and nobody knows who pays for all of it.'), paragraph: 11 },
		];
		expect(shortened(parts, 30)).toMatchObject({ parts: [{ text: 'The pier is mended.', open: false }] });
		expect(blocksOf(parts, 30)[0]).toEqual({
			kind: 'said',
			text: [verbatim('The pier is mended.'), ' […]'],
		});
	});

	test('inside another quotation stands against the mark that closes that', () => {
		const parts = [between('«We all say'), said('go, Bo, go'), between('».')];
		expect(plain(saidText(parts))).toBe('«We all say “go, Bo, go”».');
		const next = [said('yes,'), between('“no” and'), said('perhaps')];
		expect(plain(saidText(next))).toBe('“yes,” “no” and “perhaps”');
	});

	test('names its place, the paragraph counted from 1', () => {
		expect(blocksOf([said('We sail.')], 100).at(-1)).toEqual({ kind: 'note', text: ['¶\u00a011'] });
	});

	test('leads from its place to its words on the publisher’s page', () => {
		const url = 'https://ellery.example/pier#ferry';
		const parts = [
			{ ...said('We sail.'), open: true },
			{ ...said('On Monday.'), paragraph: 11 },
		];
		const known = { article: { url }, fragment: 'text=We%20sail,On%20Monday', parts, paragraph: 10 };
		const notes = utteranceBlocks({ ...known, speaker: 'Ilse Brandt', role: null }, { most: 100 });
		expect(notes.filter(({ kind }) => kind === 'note')).toEqual([
			{
				kind: 'note',
				text: [{ mark: 'link', text: '¶\u00a011', url: `${url}:~:text=We%20sail,On%20Monday` }],
			},
			{ kind: 'note', text: ['¶\u00a012'] },
		]);
		const far = { ...known, article: { url: `${url}/${'a'.repeat(470)}` }, speaker: null, role: null };
		expect(utteranceBlocks(far, { most: 100 })[1]).toEqual({ kind: 'note', text: ['¶\u00a011'] });
	});

	test('shown alone does not end with the comma of the sentence around it', () => {
		expect(saidText([said('High ground,')])).toEqual([verbatim('High ground')]);
		expect(plain(saidText([said('We sail,'), between('she said.')]))).toBe('“We sail,” she said.');
		expect(saidText([said('But I—')])).toEqual([verbatim('But I—')]);
	});

	test('of two paragraphs is two, each with its place, and the marks of the first stay open', () => {
		const parts = [
			{ ...said('I am in favour of progress.'), open: true },
			{ ...said('If it must go under her house, so be it.'), paragraph: 11 },
		];
		expect(blocksOf(parts, 200)).toEqual([
			{ kind: 'said', text: [{ ...verbatim('I am in favour of progress.'), open: true }] },
			{ kind: 'note', text: ['¶\u00a011'] },
			{ kind: 'said', text: [verbatim('If it must go under her house, so be it.')] },
			{ kind: 'note', text: ['¶\u00a012'] },
		]);
	});

	test('says what the article calls a speaker that it does not name', () => {
		const unnamed = { speaker: null, role: 'a spokesman for the mayor', paragraph: 10 };
		const blocks = utteranceBlocks({ article, parts: [said('We sail.')], ...unnamed }, { most: 100 });
		expect(blocks.at(-1)).toEqual({ kind: 'note', text: ['a spokesman for the mayor', ' · ', '¶\u00a011'] });
	});

	test('that is long is cut at the end of a sentence, outside the marks, and says so', () => {
		const blocks = blocksOf([said(`The first. The second is longer. ${'More. '.repeat(40).trim()}`)], 40);
		expect(blocks[0]).toEqual({
			kind: 'said',
			text: [verbatim('The first. The second is longer. More.'), ' […]'],
		});
		expect(blocks[1]).toEqual({ kind: 'note', text: ['¶\u00a011', ' · shortened'] });
	});

	test('that is split and long never ends with what stood before a segment that is left out', () => {
		const blocks = blocksOf(
			[
				said('Yes.'),
				between('Brandt said, and she laughed.'),
				said('This does not fit into the room that is left.'),
			],
			40,
		);
		expect(blocks[0]).toEqual({ kind: 'said', text: [verbatim('Yes.'), ' […]'] });
	});

	test('without a full stop is cut at a word', () => {
		const blocks = blocksOf([said('and the harbour and the ferry and the town'.repeat(9))], 30);
		expect(plain(blocks[0]?.kind === 'said' ? blocks[0].text : [])).toBe(
			'“and the harbour and the ferry” […]',
		);
	});
});
