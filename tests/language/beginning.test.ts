import { describe, expect, test } from 'vitest';
import { beginningOf } from '../../src/language/beginning.ts';

describe('the beginning of an article', () => {
	test('has whole paragraphs up to a length, and the first one however long', () => {
		expect(beginningOf(['abc', 'de', 'f'], 5)).toEqual(['abc', 'de']);
		expect(beginningOf(['abc', 'de', 'f'], 6)).toEqual(['abc', 'de', 'f']);
		expect(beginningOf(['abcdef', 'g'], 5)).toEqual(['abcdef']);
		expect(beginningOf([], 5)).toEqual([]);
	});
});
