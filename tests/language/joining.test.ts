import { expect, test } from 'vitest';
import { joiningIn, setsAgainst } from '../../src/language/en/joining.ts';
import { pointsInText } from '../../src/language/en/points-in-text.ts';
import { readForSummary } from '../../src/language/summary/reading.ts';
import { summaryOf } from '../../src/language/summary/summary.ts';

test.each([
	['But the pier is old.', 'But '],
	['And so, the pier was sold.', 'And so, '],
	['But of course, nobody paid.', 'But of course, '],
	['However, the pier is old.', 'However, '],
	['So the council voted again.', 'So '],
	['As a result, the pier is closed.', 'As a result, '],
	['At the same time, ferries sail.', 'At the same time, '],
	['But for the rain, the pier would stand.', ''],
	['And yet another pier was built.', 'And '],
	['So far, nobody has paid.', ''],
	['So many piers are old.', ''],
	['So did the mayor of Ostwick, who had voted for it.', ''],
	['So that the pier stands, they built a wall.', ''],
	['So as to save money, the council sold it.', ''],
	['So ended the pier.', ''],
	['So they did what nobody had done.', 'So '],
	['Yet to be paid are the builders.', ''],
	['Still waters run under the pier.', ''],
	['However old the pier is, it stands.', ''],
	['Butter was sold on the pier.', ''],
	['“But the pier is old,” she said.', ''],
	['Then the pier burned.', ''],
])('what joins a sentence to the one before it: %s', (sentence, joining) => {
	expect(joiningIn(sentence)).toBe(joining);
});

test.each([
	['But ', true],
	['And yet, ', true],
	['However, ', true],
	['And so, ', false],
	['Indeed, ', false],
	['', false],
])('whether it sets one against the other: %s', (opening, sets) => {
	expect(setsAgainst(opening)).toBe(sets);
});

test.each([
	['As I mentioned above, the pier is old.', true],
	['The points discussed here hold for all piers.', true],
	['The following chart shows what the pier cost.', true],
	['Read the rest of the story at the Ostwick Star.', true],
	['Check out our blog on old piers.', true],
	['You can download the plans of the pier here.', true],
	['The mayor said that everybody is welcome here.', false],
	['The council of Ostwick voted for the following year.', false],
	['“As I said above, it is old,” Ilse Holt wrote.', false],
	['Readers found the pier closed.', false],
	['The lost boat of Arle was found here.', false],
	['Nobody was seen below the pier.', false],
	['The plans of the pier can be found here.', true],
	['The parts of a pier are shown below.', true],
])('a sentence that points at another place of the text: %s', (sentence, points) => {
	expect(pointsInText(sentence)).toBe(points);
});

const paragraphs = [
	'The council of Ostwick voted on Monday to build a second pier for ferries from Arle and Hallo.',
	'It will cost 2.4 million crowns. But builders from Arle say that the second pier of Ostwick will cost twice as much.',
	'However, Ostwick paid for its first pier for thirty years.',
];

test('is told apart in what is read for a summary that is shown, and only there', () => {
	const options = { headline: 'Ostwick votes for a second pier', language: 'en' };
	const openings = (forReading: boolean) =>
		readForSummary(paragraphs, options, { forReading }).all.map(({ opening, text }) => [
			opening,
			text.slice(0, 8),
		]);
	expect(openings(true)).toEqual([
		['', 'The coun'],
		['', 'It will '],
		['But ', 'builders'],
		['However, ', 'Ostwick '],
	]);
	expect(openings(false).map(([opening]) => opening)).toEqual(['', '', '', '']);
});

test('stays in the text of a sentence, with its length beside it', () => {
	const summary = summaryOf([...paragraphs, ...paragraphs.map((one) => one.replace('Ostwick', 'Hallo'))], {
		headline: 'Builders: second pier of Ostwick will cost twice as much',
		language: 'en',
	});
	const joined = summary.find(({ text }) => text.startsWith('But builders'));
	expect(joined).toMatchObject({ opening: 4, paragraph: 1 });
});
