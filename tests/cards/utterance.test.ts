import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Text } from '../../src/card.ts';
import { saidText, utteranceBlocks, utterancePieces } from '../../src/cards/utterance.ts';

const said = (text: string) => ({ kind: 'said' as const, text });
const between = (text: string) => ({ kind: 'between' as const, text });
const verbatim = (text: string) => ({ mark: 'verbatim' as const, text });
const plain = (text: Text) =>
	text.map((part) => (typeof part === 'string' ? part : 'text' in part ? `“${part.text}”` : '')).join('');
const blocksOf = (parts: Parameters<typeof saidText>[0], most: number) =>
	utteranceBlocks({ parts, speaker: 'Ilse Brandt', role: null, cue: 'said', paragraph: 10 }, { most });

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

	test('names cue and place, the paragraph counted from 1', () => {
		const { blocks, cut } = blocksOf([said('We sail.')], 100);
		expect(blocks.at(-1)).toEqual({ kind: 'note', text: ['said · ¶ 11'] });
		expect(cut).toBe(false);
	});

	test('says what the article calls a speaker whom it does not name', () => {
		const unnamed = { speaker: null, role: 'a spokesman for the mayor', cue: 'said', paragraph: 10 };
		const { blocks } = utteranceBlocks({ parts: [said('We sail.')], ...unnamed }, { most: 100 });
		expect(blocks.at(-1)).toEqual({ kind: 'note', text: ['a spokesman for the mayor · said · ¶ 11'] });
	});

	test('that is long is cut at the end of a sentence, outside the marks, and says so', () => {
		const { blocks, cut } = blocksOf(
			[said(`The first. The second is longer. ${'More. '.repeat(40).trim()}`)],
			40,
		);
		expect(cut).toBe(true);
		expect(blocks[0]).toEqual({
			kind: 'said',
			text: [verbatim('The first. The second is longer. More.'), ' […]'],
		});
		expect(blocks[1]).toEqual({ kind: 'note', text: ['said · ¶ 11 · cut here, 234 more characters'] });
	});

	test('that is split and long never ends with what stood before a segment that is left out', () => {
		const { blocks } = blocksOf(
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
		const { blocks } = blocksOf([said('and the harbour and the ferry and the town'.repeat(9))], 30);
		expect(plain(blocks[0]?.kind === 'said' ? blocks[0].text : [])).toBe(
			'“and the harbour and the ferry” […]',
		);
	});

	test('in pieces loses no word, keeps to its length, and is verbatim throughout', () => {
		const word = fc.constantFrom('ferry', 'harbour.', 'Town?', 'a', 'Dr.', '💩', 'x'.repeat(30));
		const text = fc.array(word, { minLength: 1 }).map((words) => words.join(' '));
		fc.assert(
			fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
				const parts = texts.map((one, index) => (index % 2 === 0 ? said(one) : between(one)));
				const pieces = utterancePieces(parts, 60);
				for (const piece of pieces) {
					expect(piece.reduce((sum, part) => sum + part.text.length, 0)).toBeLessThanOrEqual(60);
					for (const part of piece) expect(texts.some((one) => one.includes(part.text))).toBe(true);
				}
				expect(
					pieces
						.flat()
						.map((part) => part.text)
						.join(' '),
				).toBe(texts.join(' '));
			}),
		);
	});
});
