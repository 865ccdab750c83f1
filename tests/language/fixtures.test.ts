import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/language/quotations.ts';
import { fixtures } from './fixtures/articles.ts';

describe('findQuotes reads', () => {
	for (const { about, paragraphs, truth } of fixtures) {
		it(about, () => {
			const found = findQuotes(paragraphs);
			expect(found.map(({ text, speaker }) => [text, speaker])).toEqual(truth);
			for (const quote of found) {
				expect(paragraphs[quote.paragraph]?.slice(quote.start, quote.end)).toContain(quote.text);
			}
		});
	}
});

describe('findQuotes leaves out', () => {
	it('titles of works, nicknames and doubted words', () => {
		const paragraphs = [
			'The museum shows the film “Winter Harbour” and the play “The Ferry” until May.',
			'Jonas “Jo” Keller runs the so-called “quiet room” of the library.',
		];
		expect(findQuotes(paragraphs)).toEqual([]);
	});

	it('a list with dashes, a lone label and a sign for inches', () => {
		expect(
			findQuotes(['— bread', '— salt', 'Note: bring a 6" pipe.', 'Halden: a town on the coast.']),
		).toEqual([]);
	});
});

describe('one stray mark', () => {
	it('spoils no other paragraph', () => {
		const found = findQuotes([
			'“Nothing closes this one, Ada Venn said on the quay in the morning.',
			'“The ferry is mended,” said Tom Orrin.',
			'A mark that nothing opened” stood there. “It floats again,” Orrin said.',
		]);
		expect(found.filter((quote) => quote.speaker === 'Tom Orrin').map((quote) => quote.text)).toEqual([
			'The ferry is mended,',
			'It floats again,',
		]);
	});
});
