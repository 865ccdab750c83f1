import { describe, expect, test } from 'vitest';
import { ground } from '../../../src/language/grounding/check.ts';
import { numbersIn } from '../../../src/language/grounding/numbers.ts';
import { answerOf, lie, passages, truths } from './lies.ts';

const english = { language: 'en', passagesIn: 'en' };
const shown = (output: string, given: readonly string[] = passages, options = english) =>
	ground(output, given, options).sentences.map(({ text }) => text);
const withoutPlaces = (text: string) => text.replace(/\s*\[[\d, ]+\]/gu, '');

describe('what a language model wrote', () => {
	test.each(truths)('is shown where all of it stands in the passages: %s', (text) => {
		expect(shown(text)).toEqual([withoutPlaces(text)]);
	});

	test('is not shown in any of 3,000 single lies', () => {
		const through = Array.from({ length: 3_000 }, (_, seed) => lie(seed)).filter(
			({ text }) => shown(text).length > 0,
		);
		expect(through).toEqual([]);
	});

	test('shows nothing but truths in 1,000 answers of truths and lies, and counts what it left out', () => {
		const allowed = new Set(truths.map(withoutPlaces));
		for (let seed = 0; seed < 1_000; seed++) {
			const answer = answerOf(seed);
			const { sentences, dropped } = ground(answer.text, passages, english);
			for (const { text } of sentences) if (!allowed.has(text)) expect.soft({ seed, text }).toBeNull();
			if (answer.lies > 0) expect(dropped).toBeGreaterThan(0);
		}
	});

	test('rests on the passages that it names, and on no other', () => {
		const { sentences } = ground(
			'Brandt and Renn do not agree about the ferry dues [2, 1].',
			passages,
			english,
		);
		expect(sentences).toEqual([
			{ text: 'Brandt and Renn do not agree about the ferry dues.', rests: [0, 1] },
		]);
		// The name stands in the second passage, and the sentence names the third.
		expect(shown('Ilse Brandt will close the shop [3].')).toEqual([]);
		// Of several sentences the citation belongs to the last.
		expect(shown('The ferry stops. The council voted for it [1].')).toEqual(['The council voted for it.']);
	});

	test('may be in another language than the article, with its names and numbers', () => {
		const french = { language: 'fr', passagesIn: 'en' };
		const in_ = (text: string) => shown(text, passages, french);
		expect(in_('Le bac d’Ostwick s’arrête pendant quatorze mois, selon Ilse Brandt [1].')).toHaveLength(1);
		expect(in_('Renn paie 1 240 dollars par an [2].')).toHaveLength(1);
		expect(in_('Le bac d’Ostwick s’arrête pendant quinze mois [1].')).toEqual([]);
		expect(in_('Selon Marine Pelle, le bac d’Ostwick s’arrête [1].')).toEqual([]);
		expect(in_('Selon Ilse Brandt, « le bac est mort » [1].')).toEqual([]);
		const russian = { language: 'ru', passagesIn: 'ru' };
		const given = ['Мэр Ольга Брандт сказала, что паром Оствика не будет ходить двести сорок дней.'];
		expect(shown('Паром не будет ходить 240 дней, сказала Ольга Брандт [1].', given, russian)).toHaveLength(
			1,
		);
		expect(
			shown('О пароме Оствика сказано Ольгой Брандт, что он не будет ходить [1].', given, russian),
		).toHaveLength(1);
		expect(shown('Паром не будет ходить 250 дней, сказала Ольга Брандт [1].', given, russian)).toEqual([]);
	});

	test('in German may have the nouns of the article in other cases, and no others', () => {
		const german = { language: 'de', passagesIn: 'de' };
		const given = [
			'Die Bürgermeisterin Ilse Brandt stellt die Kettenfähre von Ostwick für vierzehn Monate ein.',
		];
		expect(shown('Die Kettenfähre wird für 14 Monate eingestellt [1].', given, german)).toHaveLength(1);
		expect(shown('Das ist der Wille von Brandt [1].', given, german)).toEqual([]);
		expect(shown('Die Kettenfähre wird von Ilse Brandt eingestellt [1].', given, german)).toHaveLength(1);
		expect(shown('Die Kettenfähre wird von Scholz eingestellt [1].', given, german)).toEqual([]);
	});

	test.each([
		['1,200 and 1 200 and twelve hundred and 1.2 thousand', 'en', ['1200']],
		['5 %, five percent, 5 per cent', 'en', ['5%']],
		['$5 million, five million dollars', 'en', ['$5000000']],
		['one of them, no one, one boat', 'en', ['1']],
		['half of a third', 'en', ['half', 'third']],
		['zweihundertvierunddreißig und 234', 'de', ['234']],
		['quatre-vingt-dix-sept et soixante-dix', 'fr', ['97', '70']],
		['treinta y cuatro mil', 'es', ['34000']],
		['двести тридцать четыре', 'ru', ['234']],
		['٣٤, ３４', 'en', ['34']],
	] as const)('has its numbers in one form: %s', (text, language, numbers) => {
		expect([...numbersIn(text, language)]).toEqual(numbers);
	});

	test('takes time in proportion to its length, whatever it is', () => {
		for (const piece of [
			'[1]',
			'“',
			'a ',
			'1,',
			'und',
			'[1][',
			'A. ',
			'. ',
			'hundert',
			"'",
			'\n',
			'9 hundred ',
		]) {
			const { sentences } = ground(piece.repeat(100_000), passages, english);
			expect(sentences.length).toBeLessThanOrEqual(6);
		}
	});
});
