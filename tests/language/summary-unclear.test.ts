import { describe, expect, test } from 'vitest';
import { packFor } from '../../src/language/packs.ts';
import { findQuotes } from '../../src/language/quotations.ts';
import { kindOf } from '../../src/language/summary/kind.ts';
import { readForSummary } from '../../src/language/summary/reading.ts';
import { candidates } from '../../src/language/summary/sentences.ts';
import { asShown } from '../../src/language/summary/shown.ts';
import { summarise, summaryOf } from '../../src/language/summary/summary.ts';
import { withoutDoubtful } from '../../src/language/summary/without-doubtful.ts';

const pack = packFor('en');
const shownOf = (headline: string, paragraphs: readonly string[]): string[] =>
	summaryOf(paragraphs, { headline, quotes: findQuotes(paragraphs, 'en'), language: 'en' }).map(
		({ text }) => text,
	);
const shortOf = (headline: string, paragraphs: readonly string[]): string[] =>
	summaryOf(paragraphs, { headline, quotes: findQuotes(paragraphs, 'en'), language: 'en' }).flatMap(
		({ text, length }) => (length === 'full' ? [] : [text]),
	);

describe('a sentence that is unclear alone', () => {
	test.each([
		'With a rope and two oars I make that sad collection of gear work at sea.',
		'The new benches keep that formal distance, which is why the mayor likes them.',
		'In retrospect, this was the best thing that I could have done for the boat.',
		'For me, that means a second ferry.',
		'Tuesday afternoon it came from the far end of the pier, where Ada Venn was mending a net.',
		'I’ve realised that it’s an old habit of the island that has to end.',
		'The denials were in spite of three letters that Ada Venn had signed.',
		'Table No. 2 with Ada, Ilse, Tom and Berta: It has only been a week since the ferry sank.',
		'By “honour” Venn means a seat without a vote.',
		'No one bothered to say that the hull of the ferry leaks.',
		'Oh how very brave of the mayor of Ostwick!',
		'In this article, I’ll share how I plan and mend a wooden boat.',
		'Welcome to the new ferry of Ostwick.',
		'Hi, and thanks for the letters about the ferry.',
		'Just a thought on the ferries of Ostwick, after a talk on the quay.',
		'In Part II of this guide I looked at oars of all kinds.',
		'Today I’m about to show you how to mend a net in an hour.',
		'We’re going to talk about nets, oars and a boat that leaks.',
		'So today we will review three books about ferries.',
	])('%s', (text) => {
		expect(pack.unclearAlone?.(text)).toBe(true);
	});

	test.each([
		'Venn said that poor weather in the strait would last until May.',
		'Ada Venn welcomed the plan to share the costs of the pier.',
		'On Monday it was clear that the ferry would not sail.',
		'In Ostwick, this year’s ferries are full.',
		'I think it’s time to pay for a second ferry.',
		'How the ferry sank is still not known to the police of Ostwick.',
		'The mayor said: A town needs a pier.',
		'The promise of a second ferry has won the vote in Ostwick.',
		'“What a day!” said Ada Venn, who sailed first.',
		'The judges of Arle ruled that local government, not the ferry, pays for the pier.',
		'A letter told Ada Venn that financial trouble, if any, would be over by May.',
		'It is a fact that old boats work in any weather.',
		'The mayor of Ostwick says that we will review the price of the ferry in May.',
		'The towns on the strait want what we want to share with Hallo, a second pier.',
		'Builders of the pier asked how we will explain its price to Arle.',
		'Here is the captain who saved the ferry of Ostwick.',
		'Hilda Venn won the vote for the seat of Ostwick on Monday.',
		'Higher prices keep half of the ferries in the harbour.',
	])('not: %s', (text) => {
		expect(pack.unclearAlone?.(text)).toBe(false);
	});

	test('opens with a deed that nothing behind explains', () => {
		expect(pack.needsNamedNear?.('The appointments are meant to please the harbour office.')).toBe(true);
		expect(pack.needsNamedNear?.('The appointment of Ada Venn pleased the harbour office.')).toBe(false);
	});

	test.each([
		'A spokeswoman for Venn declined to comment.',
		'Ilse Holt, who owns the ferry, declined to comment.',
		'Reached by telephone on Monday, Tomas Renn declined to answer questions.',
		'The harbour office of Ostwick did not immediately respond to a request for comment.',
		'It was not possible to independently verify what the crew told.',
		'The company declined to comment and referred questions to the harbour office.',
	])('tells that nothing was said: %s', (text) => {
		expect(pack.saysNothing?.(text)).toBe(true);
	});

	test.each([
		'The minister resigned on Friday and declined to answer questions about 2 million crowns.',
		'The mayor, who declined to comment, sold the ferry of Ostwick to Arle.',
		'The council said that Venn could not be reached at sea.',
		'Venn declined to comment, but the council of Arle said that the pier would close.',
		'Ada Venn declined the prize of the town.',
	])('tells something: %s', (text) => {
		expect(pack.saysNothing?.(text)).toBe(false);
	});

	test('has "the group’s" where no name stands before it', () => {
		expect(pack.needsNamedNear?.('Nobody could verify the group’s claim.')).toBe(true);
		expect(pack.needsNamedNear?.('Friends of Arle Rowers doubt the group’s claim.')).toBe(false);
	});
});

/** An essay whose opening tells of itself and of its occasion only. */
const essay = [
	'Welcome to the second letter about wooden boats and their owners.',
	'In this letter, I’ll share what twelve winters with a wooden boat have taught me about paint.',
	'A year ago the ferry to Hallo stopped for a week, and the island waited with candles and tinned fish.',
	'Ferries were slower then, and the weather was no better than today.',
	'A shop on the quay sold plum cake, boots and rope, and still does.',
	'The best way to keep a wooden boat dry is a thin coat of paint in May rather than a thick one in March.',
	'The harbour office of Ostwick counts 40 boats and 300 people who cross on a winter day.',
	'Half of them go to school or to work, and the others want a doctor.',
	'Gulls sat on the roof of the harbour office all through that long and quiet winter.',
	'On Sundays the bells of the old church are heard as far as the lighthouse.',
	'Paint dries slowly in the wind of the strait, as every owner of a boat on Hallo knows.',
	'Rain fell on Hallo for nine days in a row, and the road to the slip was closed.',
];

describe('what is shown of an essay', () => {
	test('has no greeting and no announcement, and has what it claims in its middle', () => {
		const shown = shortOf('A letter about wooden boats', essay);
		expect(shown).not.toContain(essay[0]);
		expect(shown).not.toContain(essay[1]);
		expect(shown).toContain(essay[5]);
	});

	test('has no note on its writer, whom it names nowhere else', () => {
		const note = 'Gideon Price, a professor of law at Ostwick, is a member of the board of the Pier News.';
		expect(shownOf('Pier News and its board of law', [...essay.slice(2, 8), note])).not.toContain(note);
		expect(pack.introducedIn?.(note)).toBe('Price');
		expect(pack.introducedIn?.('The council of Ostwick is a member of the board.')).toBeNull();
	});

	test('has no sentence with the mark of a note where most have none', () => {
		const marked = (text: string | undefined, at: number) =>
			at === 5 ? `${text?.slice(0, -1)} [2].` : `${text}`;
		const shown = shortOf('A letter about wooden boats', essay.map(marked));
		expect(shown.length).toBeGreaterThan(0);
		expect(shown.filter((text) => text.includes('[2]'))).toEqual([]);
	});

	test('has no sentence that is set apart from the text where that says it', () => {
		const apart = 'Every owner of a wooden boat on Hallo deserves a dry slip.';
		const text = `The council of Ostwick meets in May. ${apart} Nobody on the council has a boat.`;
		const paragraphs = [...essay.slice(2, 5), apart, ...essay.slice(5, 9), text, ...essay.slice(9)];
		const shown = summaryOf(paragraphs, { headline: 'Every owner of a wooden boat', language: 'en' });
		expect(shown.filter(({ text: one }) => one === apart).map(({ paragraph }) => paragraph)).not.toContain(3);
	});
});

/** A comment on the news that names who said what now and then, and comes to its judgement late. */
const comment = [
	'The price that the council of Ostwick put on the old ferry last year was 6.5 million crowns.',
	'Mayor Ilse Holt and her council, she said, had bought a bargain at 4.4 million crowns.',
	'The harbour office said on Thursday what the hull of the ferry is worth.',
	'Forty boats cross the strait on a winter day, captain Tomas Renn said.',
	'A shop on the quay sold plum cake, boots and rope, and still does.',
	'Gulls sat on the roof of the harbour office all through that long winter.',
	'On Sundays the bells of the old church are heard as far as the lighthouse.',
	'Paint dries slowly in the wind of the strait on Hallo.',
	'An old ferry that fails to sail in winter makes no sense for the council of Ostwick, at any price.',
	'Ostwick must never again pay for a hull before a diver has seen it.',
	'Rain fell on Hallo for nine days in a row, and the road to the slip was closed.',
	'Tinned fish and candles were all that was left on the shelves of the island.',
	'Every house on the north shore has a barometer beside its door.',
	'Nets hang between the poles of the slip from May to the first frost.',
];

test('what is shown of a comment on the news has what it claims', () => {
	const shown = shortOf('The ferry that the council of Ostwick bought looks ever older', comment);
	expect(shown.filter((text) => text === comment[8] || text === comment[9])).not.toEqual([]);
});

test('several questions in a row are no talk', () => {
	const asked = ['What do you want from a boat?', 'Why do you want it?', 'How do you pay for it?'];
	const kind = (paragraphs: readonly string[]) => kindOf(paragraphs, candidates(paragraphs, pack), pack);
	expect(kind([...essay.slice(2, 5), ...asked, ...essay.slice(5)])).toBe('essay');
	expect(kind(asked.flatMap((question, at) => [question, essay[at + 2] ?? '']))).toBe('talk');
});

test('the line under a picture is not shown, though a name stands in single marks in it', () => {
	const caption =
		'Ada Venn says the boat, simply called ‘drift,’ is a first step to a dry island in winter. (Ilse Holt/Pier News)';
	const shown = shownOf('Ada Venn on boats: a dry island in winter', [
		...essay.slice(2, 4),
		caption,
		...essay.slice(4),
	]);
	expect(shown.length).toBeGreaterThan(0);
	for (const text of shown) expect(caption).not.toContain(text);
});

/** A report whose second sentence says the first one again, with more. */
const news = [
	'Ada Venn left the council of Ostwick.',
	'Ada Venn left the council of Ostwick on Monday evening after a vote on the pier that she lost by two.',
	'The harbour office counts 40 boats and 300 people who cross on a winter day, mayor Ilse Holt said.',
	'Captain Tomas Renn said that ferries would sail from the pier in any weather.',
	'A spokeswoman for the harbour office declined to comment.',
	'Ostwick paid 2.4 million crowns to the builders of the pier, the council said.',
	'Builders said in May that seven ferries would sink in one night at a quay of sand.',
	'The council meets again on Friday, Holt said.',
	'Residents of Hallo said they would cross by rowing boat.',
	'The last vote on a pier was in 2019, the harbour office said.',
];

describe('what is shown of news', () => {
	const shown = shownOf('Ada Venn leaves the council of Ostwick', news);

	test('says nothing twice', () => {
		expect(shown).not.toContain(news[0]);
		expect(shown).toContain(news[1]);
	});

	test('has nobody who only declines to comment', () => {
		expect(shown).not.toContain(news[4]);
	});

	test('keeps its first sentence, whatever that says', () => {
		const silent = 'Mayor Ilse Holt of Ostwick declined to answer questions about the missing ferry funds.';
		const told = ['The minister resigned on Friday over ferry funds and declined to answer questions.'];
		expect(shownOf('Mayor silent on missing ferry funds', [silent, ...news.slice(2)])).toContain(silent);
		expect(shownOf('Minister resigns over missing ferry funds', [...told, ...news.slice(2)])).toContain(
			told[0],
		);
	});

	test('has what the next sentence says again where that one is not shown', () => {
		const headline = 'Ada Venn leaves the council of Ostwick';
		const { worth } = readForSummary(news, { headline, language: 'en' }, { forReading: true });
		expect(worth([0, 2])).toBeGreaterThan(Number.NEGATIVE_INFINITY);
		expect(worth([0, 1, 2])).toBe(Number.NEGATIVE_INFINITY);
	});

	test('has it in the place of the next one where that is left out as not understood', () => {
		const unclear = 'Ada Venn left the council of Ostwick on Monday evening, and I cried as my friends did.';
		const told = [news[0] ?? '', unclear, ...news.slice(2), 'Bells rang.', ...essay.slice(6)];
		const { needs, doubt } = readForSummary(told, { language: 'en' }, { forReading: true });
		expect(doubt([1, 3], 0)).toBeGreaterThanOrEqual(1);
		expect(withoutDoubtful([1, 3], [3], needs, doubt)).toEqual([0, 3]);
	});

	test('is held to this only where fewer sentences may be shown than asked for', () => {
		const [line = ''] = news;
		const three = summarise([line, ...news.slice(4, 6)], { language: 'en' }).map(({ text }) => text);
		expect(three).toContain(news[4]);
	});
});

test('a form of address goes into the bracket with the whole name', () => {
	const bracket = { start: 3, end: 7, replaces: 'surname' as const, name: 'Tomas Renn' };
	expect(asShown([{ text: 'Mr Renn said no.', sentence: 4, bracket }])).toEqual(['[Tomas Renn] said no.']);
	const owner = { start: 12, end: 16, replaces: 'surname' as const, name: 'Tomas Renn' };
	expect(asShown([{ text: 'Ostwick has Renn as its captain.', sentence: 4, bracket: owner }])).toEqual([
		'Ostwick has [Tomas Renn] as its captain.',
	]);
});

test('what joins a sentence to the one before it is left out where that is not shown', () => {
	const first = { text: 'Ostwick wants a pier.', sentence: 1 };
	const but = { text: 'But the council voted no.', sentence: 2, opening: 4 };
	expect(asShown([first, but])).toEqual([first.text, but.text]);
	expect(asShown([first, { ...but, sentence: 3 }])).toEqual([first.text, '… the council voted no.']);
	const bracket = { start: 4, end: 6, replaces: 'pronoun' as const, name: 'Tomas Renn' };
	expect(asShown([{ text: 'But he voted no.', sentence: 2, opening: 4, bracket }])).toEqual([
		'… [Tomas Renn] voted no.',
	]);
	const surname = { start: 7, end: 11, replaces: 'surname' as const, name: 'Tomas Renn' };
	expect(asShown([{ text: 'But Mr Renn voted no.', sentence: 2, opening: 4, bracket: surname }])).toEqual([
		'… [Tomas Renn] voted no.',
	]);
});

test('a pronoun whose letters end the name is shown as the name all the same', () => {
	const fisher = { text: 'Clara Fisher met Ada Venn.', sentence: 1 };
	const bracket = { start: 17, end: 20, replaces: 'pronoun' as const, name: 'Clara Fisher' };
	const told = { text: 'The council told her that the pier was safe.', sentence: 5, bracket };
	expect(asShown([fisher, told])[1]).toBe('The council told [Clara Fisher] that the pier was safe.');
	const he = { start: 0, end: 2, replaces: 'pronoun' as const, name: 'Tomas He' };
	const named = { text: 'Tomas He met Mark Renn.', sentence: 1 };
	expect(asShown([named, { text: 'He left.', sentence: 5, bracket: he }])[1]).toBe('[Tomas He] left.');
});
