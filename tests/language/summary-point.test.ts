import { describe, expect, test } from 'vitest';
import { packFor } from '../../src/language/packs.ts';
import { findQuotes } from '../../src/language/quotations.ts';
import { asShown } from '../../src/language/summary/shown.ts';
import { summarise, summaryOf } from '../../src/language/summary/summary.ts';

const read = (headline: string, paragraphs: readonly string[]) =>
	summaryOf(paragraphs, { headline, quotes: findQuotes(paragraphs, 'en'), language: 'en' });
const lineOf = (headline: string, paragraphs: readonly string[]) =>
	read(headline, paragraphs).find(({ length }) => length === 'line')?.text;
const shortOf = (headline: string, paragraphs: readonly string[]) =>
	read(headline, paragraphs).flatMap(({ length, text }) => (length === 'full' ? [] : [text]));

/** A comment that comes to its thesis at the end. */
const essay = [
	'Every winter the ferry to Hallo stops for a week, and every winter the island waits with candles and tinned fish.',
	'I grew up there, in the yellow house above the slip, with three cats and a barometer.',
	'My mother kept the ferry table on the wall of the kitchen, beside the calendar of the coal merchant.',
	'Ferries were slower then, and the weather was no better than today.',
	'A shop on the quay sold plum cake, boots and rope, and still does.',
	'The harbour office of Ostwick counts 40 boats and 300 people who cross on a winter day.',
	'Half of them go to school or to work; the others want a doctor.',
	'Ostwick should pay for a second ferry and let the old one rest, because an island without a boat in winter is only a rock.',
];

describe('a headline that asks or promises', () => {
	test.each([
		'What Ostwick could do about its pier',
		'Does the harbour need a second ferry?',
		'The storm of May: why nobody saw it come',
		'Here’s how the ferry of Arle sank',
	])('is seen: %s', (headline) => expect(packFor('en').asks?.(headline)).toBe(true));

	test.each(['Council of Ostwick votes for a second pier', 'Ostwick tells Arle how ferries sail'])(
		'is no other: %s',
		(headline) => expect(packFor('en').asks?.(headline)).toBe(false),
	);
});

describe('the line of a summary', () => {
	test('is what an essay demands, even at its end', () => {
		expect(lineOf('Why Ostwick should pay for a second ferry', essay)).toBe(essay.at(-1));
	});

	test('is told by the part of a headline behind its label', () => {
		expect(lineOf('Kitchen table: Pay for a boat, or the island is only a rock', essay)).toBe(essay.at(-1));
	});

	test('is no first sentence that says "she" of nobody', () => {
		const told = 'Anna Brandt, who built the pier of Ostwick, leads the race to be mayor by nine points.';
		const open = 'She’s built a pier, sunk a ferry, and now she’s on track to be mayor of Ostwick.';
		const story = [open, told, ...essay.slice(5)];
		expect(lineOf('Builder of the pier on track to be mayor of Ostwick', story)).toBe(told);
	});
});

describe('a short summary of an essay', () => {
	test('has what is demanded or judged at its end, whatever the headline says, by the rules alone', () => {
		const verdict =
			'In my view a rock in the sea deserves better, and someone has to pay for that boat at last.';
		const ending = essay.toSpliced(-1, 1, verdict.replace('for that boat', 'for a boat'));
		const shown = summaryOf(ending, {
			headline: 'Candles and tinned fish on Hallo',
			language: 'en',
			reader: null,
		});
		expect(shown.flatMap(({ length, text }) => (length === 'full' ? [] : [text]))).toContain(ending.at(-1));
	});
});

describe('a short summary of news', () => {
	const said = (who: string) =>
		`Ferries will sail from the pier in any weather, ${who} said on Monday evening.`;
	const news = [
		'The council of Ostwick voted on Monday to build a second pier.',
		said('harbour master Anna Brandt'),
		said('captain Tomas Renn'),
		'A town that votes for seven ferries, mayor Ilse Holt said, should count to seven before a vote.',
		'Ostwick paid 2.4 million crowns to the builders of the pier, the council said.',
	];

	test('has the first sentence and the one that says more of the headline', () => {
		const all = [...news, 'Builders say that seven ferries would sink in one night at that quay of sand.'];
		expect(shortOf('Vote for 7 ferries: count to 7', all)).toEqual(expect.arrayContaining([news[3]]));
		expect(shortOf('Council of Ostwick votes for 7 ferries: count to 7', all)).toContain(news[0]);
	});

	test('has the first sentence where the headline shares no word with it', () => {
		expect(shortOf('Wood over water', news)).toContain(news[0]);
	});

	test('has no line of a picture', () => {
		const caption = 'The council of Ostwick votes for a second pier on Monday. (Ada Holt/Pier News)';
		const shown = read('Council of Ostwick votes for a second pier', [
			caption,
			...news,
			...essay.slice(3, 6),
		]);
		for (const { text } of shown) expect(caption).not.toContain(text);
	});

	test('has no sentence of somebody who says "I" where the reporter does not', () => {
		const spoken = 'I have seen the second pier of Ostwick, and I will vote for the council again.';
		const shown = read('Council of Ostwick votes for a second pier', [
			...news,
			spoken,
			...news.map((one) => one.replace('Monday', 'Friday')),
		]);
		expect(shown.map(({ text }) => text)).not.toContain(spoken);
	});
});

test('the line is never a first sentence that points at nothing, whatever words of the headline it has', () => {
	const open = 'This comes after the council of Ostwick voted on Monday for a second pier.';
	const told =
		'Captains of Ostwick, who wanted a bridge, said on Tuesday that the vote for a second pier would be fought.';
	const all = [
		open,
		told,
		'Ostwick paid for its first pier for thirty years, the mayor said.',
		...essay.slice(4, 7),
	];
	expect(lineOf('Ostwick council votes for a second pier', all)).toBe(told);
	expect(shortOf('Ostwick council votes for a second pier', all)).not.toContain(open);
});

/** Questions and answers behind an introduction. */
const talk = [
	'Anna Brandt, the new harbour master of Ostwick, talks about ferries, fog and forty boats.',
	'When did you first see the harbour?',
	'I was four, and the harbour was full of herring. My father held my hood.',
	'What do you want to change about the ferries?',
	'They should sail every hour. We lose half of the passengers to the bridge, which is a pity.',
	'Do your captains agree?',
	'Most of them do. Captains want to sail and not to wait, and so do I.',
	'And how do you sleep when there is fog?',
	'With the window open. I listen to the horns and count them, like sheep.',
];

test('a talk is summarised by its introduction, not by answers without their questions', () => {
	expect(shortOf('Anna Brandt on the ferries of Ostwick', talk)).toEqual([talk[0]]);
});

describe('a short summary', () => {
	const lede =
		'The harbour ferry of Ostwick will sail again on Monday, six years after a storm, the council said.';
	const rest = [
		'The council of Ostwick paid 2.4 million crowns for the new pier of the ferry.',
		'The ferry will cross to the island of Hallo twelve times a day, and pupils travel free of charge.',
		'Harbour master Anna Brandt will lead the crew of the ferry.',
	];

	test('has no sentence that hardly says anything, even where it could be longer', () => {
		const spoken = '“Good,” harbour master Anna Brandt said.';
		expect(shortOf('Ferry of Ostwick sails again', [lede, spoken, 'Rain fell.', 'Nobody came.'])).toEqual([
			lede,
		]);
	});

	test('never shows a quotation whose speaker another sentence names, without that sentence', () => {
		const bare = '“The ferry of Ostwick is the street that the council of this harbour lost to a storm.”';
		const between = ['“We counted the days,” mayor Ilse Holt said.', bare];
		for (const shown of [
			shortOf('Ferry of Ostwick sails again', [lede, ...between, ...rest]),
			read('Ferry of Ostwick sails again', [lede, ...between, ...rest]).map(({ text }) => text),
		])
			if (shown.includes(bare)) expect(shown).toContain(between[0]);
	});

	test('gives the whole name for a surname, in brackets, once', () => {
		const surname =
			'Brandt said that the ferry of Ostwick would cross to the island of Hallo in any weather.';
		const again = 'Brandt told the council that the ferry would sail on Christmas Day.';
		const sentences = [
			{
				text: surname,
				sentence: 3,
				bracket: { start: 0, end: 6, replaces: 'surname' as const, name: 'Anna Brandt' },
			},
			{
				text: again,
				sentence: 5,
				bracket: { start: 0, end: 6, replaces: 'surname' as const, name: 'Anna Brandt' },
			},
		];
		expect(asShown(sentences)[0]).toBe(surname.replace('Brandt', '[Anna Brandt]'));
		expect(asShown([{ text: rest[2] ?? '', sentence: 0 }, ...sentences])).toEqual([rest[2], surname, again]);
		const all = [lede, ...rest, surname, again, ...essay.slice(4, 7)];
		const found = summarise(all, { headline: 'A ferry for an island', sentences: 20, language: 'en' });
		const own = found.filter(({ text }) => text.startsWith('Brandt'));
		expect(own.map(({ bracket }) => bracket?.name)).toEqual(['Anna Brandt', 'Anna Brandt']);
	});
});
