import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/language/compare/edits.ts';
import { findPieces } from '../../../src/language/compare/pieces.ts';
import { readSource } from '../../../src/language/compare/source.ts';
import { comparedWords } from '../../../src/language/compare/words.ts';
import { packFor } from '../../../src/language/packs.ts';

const paragraphs = [
	'The harbour of Port Ellery was closed for three weeks after the storm in April.',
	'We will not pay three thousand dollars to anybody who asks, and that is the end of it.',
	'Nobody repairs a pier in winter. The council has promised us two new cranes before the summer.',
];
const source = readSource(paragraphs.map((text, index) => ({ text, goesOn: index > 0 })));
const { functionWords } = packFor('en').words;

const pieces = (posted: string, from = source) => findPieces(comparedWords(posted), [from], functionWords);
/** Each edit as "posted > original". */
function edits(posted: string, from = source): string[] {
	const words = comparedWords(posted);
	const textOf = (list: readonly { folded: string }[], { from, after }: Edit['posted']) =>
		list
			.slice(from, after)
			.map(({ folded }) => folded)
			.join(' ');
	return pieces(posted, from).flatMap((piece) =>
		piece.edits.map(
			(edit) => `${edit.kind}: ${textOf(words, edit.posted)} > ${textOf(from.words, edit.original)}`,
		),
	);
}

describe('where a posted text stands', () => {
	it('is one piece without edits for a copy', () => {
		expect(pieces('We will not pay three thousand dollars to anybody who asks')).toMatchObject([
			{ edits: [], posted: { from: 0, after: 11 } },
		]);
	});

	it.each([
		['We will pay three thousand dollars to anybody who asks', ['left out:  > not']],
		['We will not pay three hundred dollars to anybody who asks', ['replaced: hundred > thousand']],
		['We will not ever pay three thousand dollars to anybody', ['put in: ever > ']],
		['We will not pay thousand three dollars to anybody', ['swapped: thousand three > three thousand']],
		['We will not pay three thousand dollars to any body who asks', []],
		[
			'We will pay two thousand dollars to anybody who begs',
			['left out:  > not', 'replaced: two > three', 'replaced: begs > asks'],
		],
		['Somehow we will not pay three thousand dollars to anybody', ['put in: somehow > ']],
		[
			'The harbour of Port Ellery was opened for nine weeks after the storm',
			['replaced: opened > closed', 'replaced: nine > three'],
		],
	])('has an edit for each changed word: %s', (posted, expected) => {
		expect(edits(posted)).toEqual(expected);
	});

	it.each([
		['Never go there. The crane has no brakes. Go there.', ['left out:  > never']],
		['Go there. The crane has no brakes. Never go there.', ['left out:  > never']],
		['Never go there. The crane has no brakes. Nobody knows.', ['put in: nobody knows > ']],
	])('has an edit for a word left out of a short sentence at either end: %s', (posted, expected) => {
		const text = `${posted.startsWith('Go') ? 'Go there never' : 'Never go there'}. The crane has no brakes. Never go there.`;
		expect(edits(posted, readSource([{ text, goesOn: false }]))).toEqual(expected);
	});

	it('is several pieces where it was put together, in whatever order', () => {
		const found = pieces('Nobody repairs a pier in winter and we will not pay three thousand dollars.');
		expect(found).toHaveLength(2);
		const [first, second] = found.map(({ original }) => source.words[original.from]?.unit);
		expect([first, second]).toEqual([2, 1]);
	});

	it('goes over what stands between the segments of an utterance', () => {
		const text = '“We will not pay,” said the mayor of the town. “Nobody repairs a pier in winter.”';
		const split = readSource(
			[{ text, goesOn: false }],
			[
				[
					{ unit: 0, start: 0, end: 18 },
					{ unit: 0, start: text.indexOf('“Nobody'), end: text.length },
				],
			],
		);
		expect(pieces('We will not pay. Nobody repairs a pier in winter.', split)).toMatchObject([{ edits: [] }]);
	});

	it('does not go across a break between texts that do not belong together', () => {
		const apart = readSource([
			{ text: 'Nobody repairs', goesOn: false },
			{ text: 'a pier in winter', goesOn: false },
		]);
		expect(pieces('Nobody repairs a pier in winter', apart)).not.toMatchObject([{ edits: [] }]);
	});

	it('is bounded and in order for any texts', () => {
		const text = fc.array(fc.constantFrom('the', 'a', 'not', 'pier', 'winter', '…', '.', '5', 'и'), {
			maxLength: 60,
		});
		fc.assert(
			fc.property(text, text, (one, other) => {
				const posted = comparedWords(one.join(' '));
				const from = readSource([{ text: other.join(' '), goesOn: false }]);
				let before = 0;
				for (const piece of findPieces(posted, [from], functionWords)) {
					expect(piece.posted.from).toBeGreaterThanOrEqual(before);
					expect(piece.posted.after).toBeLessThanOrEqual(posted.length);
					expect(piece.original.after).toBeLessThanOrEqual(from.words.length);
					expect(piece.shared).toBeLessThanOrEqual(piece.weight);
					before = piece.posted.after;
				}
			}),
		);
	});

	it('takes no longer than linear for thousands of equal words', () => {
		const many = Array.from({ length: 20_000 }, () => 'the').join(' ');
		expect(pieces(many.slice(0, 4_000), readSource([{ text: many, goesOn: false }]))).toHaveLength(1);
	});
});
