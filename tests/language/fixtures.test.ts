import { describe, expect, it } from 'vitest';
import { findQuotes as findIn } from '../../src/language/quotations.ts';
import { fixtures } from './fixtures/articles.ts';
import { attached } from './fixtures/attached.ts';
import { kinds } from './fixtures/kinds.ts';
import { people, unnamed } from './fixtures/people.ts';
import { places } from './fixtures/places.ts';
import { references } from './fixtures/references.ts';

const findQuotes = (paragraphs: readonly string[]) => findIn(paragraphs, 'en');

describe('findQuotes reads', () => {
	for (const { about, paragraphs, truth } of [
		...fixtures,
		...places,
		...people,
		...kinds,
		...attached,
		...references,
	]) {
		it(about, () => {
			const found = findQuotes(paragraphs);
			expect(found.map(({ text, speaker }) => [text, speaker])).toEqual(truth);
			for (const quote of found) {
				expect(paragraphs[quote.paragraph]?.slice(quote.start, quote.end)).toContain(quote.text);
			}
		});
	}
});

describe('findQuotes says what the article calls somebody without a name', () => {
	for (const { paragraphs, truth } of unnamed) {
		it(truth.map(([, role]) => role).join(', '), () => {
			const found = findQuotes(paragraphs);
			expect(found.map(({ text, speaker, role }) => [text, speaker, role])).toEqual(
				truth.map(([text, role]) => [text, null, role]),
			);
			for (const { mention, role } of found) {
				expect(paragraphs[mention?.paragraph ?? -1]?.slice(mention?.start, mention?.end)).toBe(role);
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
