import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/language/quotations.ts';

const shown = (paragraphs: readonly string[], language = 'en') =>
	findQuotes(paragraphs, language).map(({ speaker, role }) => [speaker, role]);

describe('names', () => {
	it('keep those whose body it is', () => {
		expect(shown(['The Weavers’ Guild said in a statement that “no member was consulted at all”.'])).toEqual([
			['Weavers’ Guild', null],
		]);
		expect(shown(["The Weavers' Guild said in a statement that “no member was consulted at all”."])).toEqual([
			['Weavers’ Guild', null],
		]);
	});

	it.each([
		['Magistrate Prudence Orrin said: “Go home and sleep.”', ['Prudence Orrin', 'Magistrate']],
		['Fishmonger Ivan Venn: “I’ll move the lot across the river.”', ['Ivan Venn', 'Fishmonger']],
		['“It rings at noon,” said beekeeper Lena Venn.', ['Lena Venn', 'beekeeper']],
		['“It rings at noon,” said Cooper Venn.', ['Cooper Venn', null]],
	])('leave out what somebody does for a living: %s', (text, expected) => {
		expect(shown([text])).toEqual([expected]);
	});
});

describe('roles', () => {
	it('leave out what somebody is to another', () => {
		expect(
			shown([
				'“I lost to a goose,” said Peter Venn, the outgoing mayor and her brother.',
				'Her colleague Dev Orrin said: “I voted for the goose.”',
			]),
		).toEqual([
			['Peter Venn', 'outgoing mayor'],
			['Dev Orrin', null],
		]);
	});

	it('in German leave out the form of address', () => {
		expect(shown(['„Der Turm steht noch fest“, sagte der Denkmalpfleger Dr. Emil Venn.'], 'de')).toEqual([
			['Emil Venn', 'Denkmalpfleger'],
		]);
	});
});

it('in German a surname means the one named by then', () => {
	expect(
		shown(
			[
				'Bürgermeister Götz Venn verteidigte den Beschluss.',
				'„Wir können nicht jedes Haus retten“, sagte Venn.',
				'Die Vorsitzende des Vereins, Ute Venn, widersprach. „Er irrt sich seit Jahren“, sagte Ute Venn.',
			],
			'de',
		).map(([speaker]) => speaker),
	).toEqual(['Götz Venn', 'Ute Venn']);
});

it('a name that a meeting is announced under is nobody’s words', () => {
	expect(
		shown([
			'Ada Venn told a meeting of fans on Sunday that the club would move. The meeting had been announced as a “listening evening”.',
		]),
	).toEqual([]);
});

it('an interview may go on with names and initials', () => {
	expect(
		shown([
			'Wilma Venn repairs church bells in a shed behind the station.',
			'Q: How does one become a repairer of bells?',
			'A: By accident. My father had a cracked one.',
			'Otto Orrin: And the loudest?',
			'Wilma Venn: The lunch bell at the school.',
			'OO: Do you ever stop hearing them?',
			'WV: No. That is no complaint.',
		]).map(([speaker]) => speaker),
	).toEqual([null, 'Wilma Venn', 'Otto Orrin', 'Wilma Venn', 'Otto Orrin', 'Wilma Venn']);
});
