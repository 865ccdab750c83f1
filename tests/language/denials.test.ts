import { describe, expect, it } from 'vitest';
import { explainQuotes } from '../../src/language/explain.ts';
import { findQuotes } from '../../src/language/quotations.ts';

const named = (...paragraphs: string[]) =>
	findQuotes(
		['Mayor Ada Venn and her rival, Tom Orrin, met on the quay on Friday.', ...paragraphs],
		'en',
	).flatMap(({ speaker, role }) => speaker ?? role ?? []);

describe('words that the article says were not said', () => {
	it.each([
		'Venn never said that the new quay wall was “useless and ugly”.',
		'Venn did not say that the quay was “a gift to the builders”.',
		"Venn didn't call the plan “a gift to the builders”.",
		'The mayor did not say that the toll was “theft from the poor”; that was her brother.',
		'Venn has never described the harbour as “a monument to fear”.',
		'Venn denied having called the wall “a monument to fear”.',
		'Venn denied calling the wall “a monument to fear”.',
		'Venn denied that she had called the wall “a monument to fear”.',
		'Venn denied she ever said “tear it all down”.',
		'Venn denied that the wall was “a monument to fear”.',
		'Venn rejected claims that the wall was “a monument to fear”.',
		'Venn refused to call the wall “a monument to fear”.',
		'Venn stopped short of calling the wall “a monument to fear”.',
		'Venn left the hall without calling the wall “a monument to fear”.',
		'Neither Venn nor Orrin said that the wall was “a monument to fear”.',
		'“Tear it all down,” said neither Venn nor Orrin.',
		'It was Orrin, not Venn, who said “tear it all down before the winter comes”.',
		'Venn was falsely accused of saying “tear it all down before winter”.',
		'It is not true that Venn called the wall “a monument to fear”.',
		'There is no evidence that Venn said: “Tear it all down.”',
		'Nobody has heard Venn say “tear it all down”.',
		'Contrary to reports, Orrin did not call her “a coward and a fool”.',
		'Orrin is falsely quoted on a poster as saying: “Tear it all down.”',
		'Orrin was misquoted on Monday as saying: “Tear it all down.”',
		'In a forged letter, Orrin writes: “Tear it all down.”',
		'Orrin never used the words “tear it all down”.',
		'“Tear it all down,” Orrin never said.',
		'As Orrin may or may not have said, “a wall is only a slow door”.',
		'Orrin might have said: “Tear it all down.”',
		'Orrin is said to have called the wall “a monument to fear”.',
		'It is unclear whether Orrin called the wall “a monument to fear”.',
		'Orrin allegedly called the wall “a monument to fear”.',
	])('have nobody’s name: %s', (text) => {
		expect(named(text)).toEqual([]);
	});

	it('are left out where they are a word or two', () => {
		expect(
			findQuotes(['Ada Venn runs the quay.', 'Venn never said that the wall was “useless”.'], 'en'),
		).toEqual([]);
	});

	it('take no name from what the same person says next', () => {
		const quotes = findQuotes(
			[
				'Ada Venn runs the quay.',
				'Venn never called the wall “a monument to fear”, but said it was “a poor wall, badly built”.',
			],
			'en',
		);
		expect(quotes.map(({ speaker }) => speaker)).toEqual([null, 'Ada Venn']);
	});

	it('are explained as such', () => {
		const [explained] = explainQuotes(['Ada Venn never said that the wall was “a monument to fear”.'], 'en');
		expect(explained?.because).toBe(
			'The article says that the one named did not, or did not surely, say this.',
		);
	});
});

describe('words that were said, beside a negation', () => {
	it.each([
		['“I never called it a monument,” said Venn.', 'Ada Venn'],
		['“It is not true that I said that,” Orrin said.', 'Tom Orrin'],
		['Venn would not say more: “We wait for the council.”', 'Ada Venn'],
		['Venn did not answer: “Ask the council about that.”', 'Ada Venn'],
		['Venn denied the charge, calling it “a slander from start to end”.', 'Ada Venn'],
		['Venn not only said: “Tear it all down.” She laughed as well.', 'Ada Venn'],
		['Orrin, who had not said a word for an hour, called the wall “a monument to fear”.', 'Tom Orrin'],
		['Venn did not like the wall and said it was “a monument to fear”.', 'Ada Venn'],
		['Venn scolded the council for not saying “what the harbour is worth”.', 'Ada Venn'],
		['Venn, who was falsely accused of theft, said: “Tear it all down.”', 'Ada Venn'],
		['Orrin was quoted in the Halden Post as saying: “Tear it all down.”', 'Tom Orrin'],
	])('keep their name: %s', (text, name) => {
		expect(named(text)).toEqual([name]);
	});
});
