import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../src/language/quotations.ts';
import { asShown } from '../../src/language/summary/shown.ts';
import { summarise } from '../../src/language/summary/summary.ts';

const headline = 'Harbour master of Ostwick opens the new pier';
/** Of two people and a body; the sentences behind the first ones lean on them. */
const paragraphs = [
	'The new pier of Ostwick opened on Monday after six years of work.',
	'Harbour master Thomas Renn cut the ribbon. He promised that the ferry would sail twelve times a day.',
	'The fishermen of the town were not asked.',
	'Mayor Anna Brandt thanked the builders for the pier. Her deputy paid 2.4 million crowns for it.',
	'“We counted the days,” she said. “The ferry is the street that this town lost.”',
	'Anna Brandt met Clara Venn on the quay. She wants the ferry to be free of charge for pupils.',
	'A driver stood beside Thomas Renn. He said that the buses would wait for the ferry.',
];
const all = (given: readonly string[], sentences = 20) =>
	summarise(given, { headline, quotes: findQuotes(given, 'en'), sentences, language: 'en' });
/** Each sentence on its own, as it is shown where the one before it is not. */
const alone = (given: readonly string[]) => all(given).map((sentence) => asShown([sentence])[0]);

describe('a sentence of a summary that opens with a pronoun', () => {
	test('is shown with the name in brackets where it surely means somebody', () => {
		const shown = alone(paragraphs);
		expect(shown).toContain('[Thomas Renn] promised that the ferry would sail twelve times a day.');
		expect(shown).toContain('[Anna Brandt’s] deputy paid 2.4 million crowns for it.');
		expect(shown).toContain('“We counted the days,” [Anna Brandt] said.');
	});

	test('is no owner where something is done to her', () => {
		const told = [
			'Mayor Anna Brandt thanked the builders for the pier.',
			'The fishermen spent 2.4 million crowns against her in the spring election.',
		];
		expect(alone(told)).toContain(
			'The fishermen spent 2.4 million crowns against [Anna Brandt] in the spring election.',
		);
	});

	test('has none where two may be meant, or somebody without a name', () => {
		const shown = alone(paragraphs);
		expect(shown).toContain('She wants the ferry to be free of charge for pupils.');
		expect(shown).toContain('He said that the buses would wait for the ferry.');
	});

	test('has none where the sentence before it is shown', () => {
		const two = paragraphs.slice(1, 2);
		expect(asShown(all(two))).toEqual([
			'Harbour master Thomas Renn cut the ribbon.',
			'He promised that the ferry would sail twelve times a day.',
		]);
	});

	test.each([
		['two of that gender', 'Mark Hale waved to Thomas Renn from the quay.', 'He left the town at noon.'],
		['a man in between', 'A sailor waved to the crowd from the quay.', 'He left the town at noon.'],
		['a woman instead', 'Rain fell on the quay of the town.', 'She left the town at noon.'],
		['a name whose gender is unknown', 'Quorn Aldis waved to the crowd.', 'He left the town at noon.'],
		['a place before it', 'Rain fell on the quay.', 'Finding new sand on Hallo, he said, took many months.'],
		[
			'another that follows, who does not act there',
			'Rain fell on the quay.',
			'On hearing that he had won, the town gave Mark Hale a ferry.',
		],
		[
			'another that follows',
			'Rain fell on the quay.',
			'When he left the town, Mark Hale waved to the ferry.',
		],
	])('is not shown without the one before it: %s', (_, between, open) => {
		const story = [
			'Harbour master Thomas Renn opened the ferry of Ostwick and its new pier on Monday.',
			'The council paid for the new pier of the ferry with crowns of the harbour fund.',
			between,
			open,
		];
		const [found] = all(story).filter(({ text }) => text === open);
		expect(found?.bracket).toBeUndefined();
		for (let count = 1; count <= 4; count++) {
			const shown = asShown(all(story, count));
			if (shown.includes(open)) expect(shown).toContain(between);
		}
	});

	test('names nobody in full twice', () => {
		const surname = { start: 0, end: 4, replaces: 'surname', name: 'Ada Venn' } as const;
		const pronoun = { start: 0, end: 3, replaces: 'pronoun', name: 'Ada Venn' } as const;
		const later = { text: 'Venn sold it again.', sentence: 7, bracket: surname };
		expect(asShown([{ text: 'Venn bought the pier.', sentence: 3, bracket: surname }, later])).toEqual([
			'[Ada Venn] bought the pier.',
			'Venn sold it again.',
		]);
		expect(
			asShown([
				{ text: 'But she paid for it.', sentence: 3, opening: 4, bracket: { ...pronoun, start: 4, end: 7 } },
				later,
			]),
		).toEqual(['… [Ada Venn] paid for it.', 'Venn sold it again.']);
	});

	test('never has a bracket inside a quotation', () => {
		const spoken = [
			'Mayor Anna Brandt opened the ferry of Ostwick and its new pier on Monday.',
			'“She opened the ferry,” harbour master Thomas Renn said. “She paid for the pier of Ostwick.”',
			'“He is too kind,” she said.',
		];
		for (const shown of alone(spoken)) expect(shown).not.toMatch(/“[^”]*\[/u);
	});

	test('is word for word once the brackets are put back, and names whom the article names', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(paragraphs), fc.integer({ min: 1, max: 8 }), (given, count) => {
				const summary = all(given, count);
				for (const [at, shown] of asShown(summary).entries()) {
					const { bracket, paragraph } = summary[at] ?? { paragraph: -1 };
					const bare = /\[([^\]]+)\]/u.exec(shown);
					const source = given[paragraph] ?? '';
					if (!bare) expect(source).toContain(shown);
					else {
						expect(given.join(' ')).toContain((bare[1] ?? '').replace(/’s$/u, ''));
						expect(bracket).toBeDefined();
						const put = ['He', 'he', 'She', 'she', 'His', 'his', 'Her', 'her'].map((pronoun) =>
							shown.replace(bare[0], pronoun),
						);
						expect(put.filter((one) => source.includes(one))).toHaveLength(1);
					}
				}
			}),
		);
	});
});
