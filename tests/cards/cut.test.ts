import { describe, expect, test } from 'vitest';
import { beginning, wholeSentences } from '../../src/cards/cut.ts';

const text = 'The pier is mended. I should add that the number of broken planks was nine. We sail on Monday.';

describe('whole sentences', () => {
	test('end where a sentence ends, also where the room ends with a word', () => {
		const first = 'The pier is mended.';
		for (let most = first.length; most < text.indexOf(' We'); most++)
			expect(wholeSentences(text, most)).toBe(first);
		expect(wholeSentences(text, text.indexOf(' We'))).toBe(text.slice(0, text.indexOf(' We')));
		expect(wholeSentences(text, first.length - 1)).toBe('');
	});

	test('a text without a whole one is cut at a word', () => {
		expect(beginning('one two three', 9)).toBe('one two');
	});
});
