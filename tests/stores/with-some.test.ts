import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankedWithSome } from '../../src/stores/with-some.ts';

test('of what has some of the words, most words, then rarer ones, then the highest numbers come first', () => {
	expect(
		rankedWithSome(
			['lamp', 'pier', 'quay'],
			[
				[1, 2, 3, 9],
				[2, 3, 4, 5, 6, 9],
				[3, 7, 6],
			],
			[3],
			6,
		),
	).toEqual([
		{ number: 6, words: ['pier', 'quay'] },
		{ number: 9, words: ['lamp', 'pier'] },
		{ number: 2, words: ['lamp', 'pier'] },
		{ number: 7, words: ['quay'] },
		{ number: 1, words: ['lamp'] },
		{ number: 5, words: ['pier'] },
	]);
});

test('as few are put in order as are asked for, and these are the first of all', () => {
	const numbers = fc.uniqueArray(fc.nat(40), { maxLength: 12 });
	fc.assert(
		fc.property(fc.array(numbers, { minLength: 2, maxLength: 5 }), fc.nat(15), (numbersOf, limit) => {
			const words = numbersOf.map((_, index) => `word${index}`);
			const all = [...new Set(numbersOf.flat())].map((number) => {
				const having = numbersOf.flatMap((list, index) => (list.includes(number) ? index : []));
				const rarity = having.reduce((sum, index) => sum + 1 / (numbersOf[index]?.length ?? 1), 0);
				return { number, words: having.map((index) => `word${index}`), rarity };
			});
			const full = all.filter((one) => one.words.length === words.length).map(({ number }) => number);
			const expected = all
				.filter((one) => one.words.length < words.length)
				.sort((a, b) => b.words.length - a.words.length || b.rarity - a.rarity || b.number - a.number)
				.slice(0, limit)
				.map(({ number, words }) => ({ number, words }));
			expect(rankedWithSome(words, numbersOf, full, limit)).toEqual(expected);
		}),
	);
});
