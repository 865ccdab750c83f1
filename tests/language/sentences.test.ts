import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../src/language/sentences.ts';

const split = (paragraph: string) =>
	sentences(paragraph).map(({ start, end }) => paragraph.slice(start, end));

describe('sentences', () => {
	it('end at a stop, and keep marks that close after it', () => {
		expect(split('The bridge fell. “Nobody was hurt.” Repairs begin soon!')).toEqual([
			'The bridge fell.',
			'“Nobody was hurt.”',
			'Repairs begin soon!',
		]);
	});

	it('do not end at initials, abbreviations, addresses or decimal numbers', () => {
		const paragraph =
			'Dr. A. J. Orrin of the U.S. office paid $3.5 million to orrin.example on Jan. 5 at noon.';
		expect(split(paragraph)).toEqual([paragraph]);
	});

	it('end at an abbreviation where a new one plainly starts', () => {
		expect(split('He moved to the U.S. The rest stayed at Orrin Inc. They were glad.')).toHaveLength(3);
	});

	it('keep a quoted question and its attribution together', () => {
		expect(split('“Who paid for it?” Orrin asked. Nobody knew.')).toEqual([
			'“Who paid for it?” Orrin asked.',
			'Nobody knew.',
		]);
	});

	it('end at the marks of other scripts', () => {
		expect(split('Она ушла. Он остался.')).toHaveLength(2);
	});

	it('cover every word in order, whatever the text is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
				let end = 0;
				let covered = '';
				for (const range of sentences(text)) {
					expect(range.start).toBeGreaterThanOrEqual(end);
					expect(range.end).toBeGreaterThan(range.start);
					covered += text.slice(range.start, range.end);
					end = range.end;
				}
				expect(covered.replace(/[^\p{L}\p{N}]/gu, '')).toBe(text.replace(/[^\p{L}\p{N}]/gu, ''));
			}),
		);
	});
});
