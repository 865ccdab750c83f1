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

	it('begin anew behind a quotation where a verb of speech has a clause of its own', () => {
		const splitEnglish = (text: string) =>
			sentences(text, 'en').map(({ start, end }) => text.slice(start, end));
		expect(
			splitEnglish('“We counted.” Hill said the number was “a tale”. “Who counts?” Hill asked the mayor.'),
		).toEqual(['“We counted.”', 'Hill said the number was “a tale”.', '“Who counts?” Hill asked the mayor.']);
	});

	it('do not end at initials, abbreviations, addresses or decimal numbers', () => {
		const paragraph =
			'Dr. A. J. Orrin of the U.S. office paid $3.5 million to orrin.example on Jan. 5 at noon.';
		expect(split(paragraph)).toEqual([paragraph]);
	});

	it.each([
		'The pier took approx. 40 boats and ca. 300 people.',
		'It was built c. 1850 (est. 1848 by others) at approx. $3 million.',
		'Ostwick vs. Arle was the match, Orrin v. Kent the case.',
		'It has no. 5 on its door and Nos. 6 and 7 behind it, see fig. 3, vol. 2, pp. 8 to 9.',
		'It carries min. 40 and max. 90 people, incl. 12 in the bow, excl. Captain Orrin.',
	])('do not end at an abbreviation that needs what follows: %s', (paragraph) => {
		expect(split(paragraph)).toEqual([paragraph]);
	});

	it.each([
		['de', 'Die Brücke trägt mind. 40 und ca. 300 Leute, Nr. 5 inkl. 12 Kinder.'],
		['fr', 'Le pont porte env. 40 personnes, no. 5 compris.'],
		['es', 'El puente lleva aprox. 40 personas, mín. 12 niños.'],
		['ru', 'Мост держит ок. 40 человек, мин. 12 детей.'],
	])('nor at one of their language: %s', (language, paragraph) => {
		expect(sentences(paragraph, language)).toHaveLength(1);
	});

	it('do not end at a title of several people', () => {
		expect(split('Two of them, Sens. Anna Brandt and Clara Venn, left.')).toHaveLength(1);
	});

	it('end at a word that is only written like such an abbreviation', () => {
		expect(split('Was it open? The mayor said no. Nobody came. It took 90 min. 12 left.')).toHaveLength(5);
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
