import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyPhrases } from '../../src/language/key-phrases/key-phrases.ts';
import { topicsAndPhrases, topicsOf } from '../../src/language/key-phrases/topics.ts';

const harbour = {
	language: 'en',
	headline: 'Ostwick council closes its chain ferry for a year',
	paragraphs: [
		'The chain ferry of Ostwick will stop in May, the town council said on Monday. Mayor Ilse Brandt told the council that the ferry company could not pay for repairs.',
		'“We are not selling the chain ferry,” Brandt said. Harbour dues will rise, and the council wants the harbour dues to pay for a new engine.',
		'Tomas Renn, who bakes for the first boat, said the chain ferry was the street that the town had lost. He fears the harbour dues more than the winter.',
		'Brandt and the ferry company meet again on Friday. Renn will be there, and so will half of Ostwick.',
	],
};

const german = {
	language: 'de',
	headline: 'Streit um die Holzbrücke geht weiter',
	paragraphs: [
		'In Wiesmoorhausen streitet der Rat weiter über die Holzbrücke. Bauamtsleiter Henning Brodersen will die Holzbrücke im Mai abreißen.',
		'„Die Holzbrücke trägt keine Lastwagen“, sagte Brodersen. Die Bürgerinitiative sammelt seit Montag Unterschriften.',
		'Die Bürgerinitiative hat zwei Millionen Euro nicht, die eine neue Brücke kostet. Im Rat stimmt am Freitag niemand ab.',
	],
};

describe('the key phrases of an article', () => {
	test('are what recurs in it: names, and subjects of one word and more', () => {
		const phrases = keyPhrases(harbour);
		for (const phrase of ['chain ferry', 'harbour dues', 'Ilse Brandt']) expect(phrases).toContain(phrase);
	});

	test('are no days, months, function words or verbs of speech', () => {
		for (const article of [harbour, german])
			for (const phrase of keyPhrases(article))
				expect(phrase).not.toMatch(/\b(?:said|told|the|Monday|May|Montag|Mai|Millionen|Euro|die|sagte)\b/u);
	});

	test('are found in German, where all nouns have capitals', () => {
		const phrases = keyPhrases(german);
		expect(phrases).toEqual(expect.arrayContaining(['Holzbrücke', 'Bürgerinitiative']));
	});

	test('take a name that only begins sentences for one only where it stands elsewhere too', () => {
		const paragraphs = [
			'Targeting Ostwick was a mistake. Targeting Ostwick cost the league its name.',
			'The league and Ostwick still talk. A league of nine clubs is what Ostwick wanted.',
		];
		const phrases = keyPhrases({ language: 'en', headline: 'League', paragraphs });
		expect(phrases).toContain('Ostwick');
		expect(phrases.join(' ')).not.toContain('Targeting');
	});

	test('have a word and its plural once, short ones too', () => {
		const paragraphs = [
			'The bag was wet. The bags were wet, and nobody wanted the bag.',
			'Nobody wanted the bags. In the bag was sand, and in the bags was sand.',
			'The bag and the bags were sold.',
		];
		expect(keyPhrases({ language: 'en', headline: 'The best bags', paragraphs })).toEqual(['bags']);
	});

	test('are none where nothing recurs', () => {
		expect(keyPhrases({ language: 'en', headline: 'Rain', paragraphs: ['It rained.'] })).toEqual([]);
		expect(keyPhrases({ language: null, headline: '', paragraphs: [] })).toEqual([]);
	});

	test('stand word for word in the article, at most six, each once, whatever the text', () => {
		const word = fc.constantFrom(
			...[
				'harbour',
				'Ferry',
				'the',
				'dues',
				'said',
				'“',
				'”',
				'.',
				',',
				'Ostwick',
				'und',
				'Brücke',
				'x',
				'12',
				"'s",
				'—',
			],
		);
		const paragraph = fc.oneof(
			fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
			fc.string({ unit: 'grapheme', maxLength: 80 }),
		);
		fc.assert(
			fc.property(
				fc.array(paragraph, { maxLength: 8 }),
				paragraph,
				fc.constantFrom('en', 'de', 'fr', 'es', 'ru', null),
				(paragraphs, headline, language) => {
					const phrases = keyPhrases({ paragraphs, headline, language });
					expect(phrases.length).toBeLessThanOrEqual(6);
					expect(new Set(phrases).size).toBe(phrases.length);
					for (const phrase of phrases) {
						expect(paragraphs.some((text) => text.includes(phrase))).toBe(true);
						expect(phrase).not.toMatch(/["“”„«»]/u);
					}
				},
			),
			{ numRuns: 300 },
		);
	});

	test('stand in for tags only where the page names none', () => {
		expect(topicsOf({ ...harbour, topics: ['ferries'] })).toEqual({ topics: ['ferries'], are: 'tags' });
		expect(topicsOf({ ...harbour, topics: [' '] })).toMatchObject({ are: 'phrases' });
	});

	test('come behind the tags of the page, each once', () => {
		const phrases = keyPhrases(harbour, 12);
		const [first = ''] = phrases;
		expect(topicsAndPhrases({ ...harbour, topics: ['shipping', first, ' '] }, 12)).toEqual([
			'shipping',
			...phrases,
		]);
		expect(topicsAndPhrases({ ...harbour, topics: [] }, 12).slice(0, 6)).toEqual(keyPhrases(harbour));
	});
});
