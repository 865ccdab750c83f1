import { describe, expect, it } from 'vitest';
import { readDump } from '../../src/reading/dump/dump.ts';

const paragraphs = [
	'The Dunwick mill stops burning coal in two years, its owner said on Monday, and heats its rooms with the river.',
	'The change costs nine million and is paid for by the price of paper, which rises by a tenth this year.',
	'“It is the only way to be here in ten years,” said Olive Marsh, who runs the mill.',
];
const read = (below: string, above = '') =>
	readDump(
		`${above}Mill to heat with river water in two years\nBy Mira Sandoval\n4 March 2031\n\n${paragraphs.join('\n\n')}\n\n${below}`,
	).fields;

describe('the topics of a page', () => {
	it.each([
		[
			'are apart where copying glued them',
			'More aboutDunwickPaper MillsRiver Board',
			['Dunwick', 'Paper Mills', 'River Board'],
		],
		[
			'may stand in lines of their own with commas between',
			'Topics\nMills and rivers\n,\nCoal\n,\nDunwick\nPlaces in this Story\nDunwick Bridge\n,\nMarrow Sound\nPeople in the Story\nOlive Marsh\nLatest News\nDivers find a bell',
			['Mills and rivers', 'Coal', 'Dunwick', 'Dunwick Bridge', 'Marrow Sound', 'Olive Marsh'],
		],
		['lose the comma behind them', 'Topics\nMills,\nCoal,\nDunwick', ['Mills', 'Coal', 'Dunwick']],
		[
			'lose the number of articles on them',
			'Themen\nDunwick 398\nPaper253\nCoal 42',
			['Dunwick', 'Paper', 'Coal'],
		],
		[
			'end where the menu begins',
			'Topics\nDunwick\nCoal\nFollow The Gull\nAdvertise with us\nTerms of use',
			['Dunwick', 'Coal'],
		],
	])('%s', (_, below, topics) => {
		expect(read(below).topics).toEqual(topics);
	});

	it.each([
		[
			'the sections in the footer',
			'Most viewed in Dunwick\nSwans counted\nContact us\nMeet the Team\nCategories\nConnect your TV\nHow to watch\nGood Food\nCars for Sale\nSupport\n© 2031 Gull Entertainment Co.',
		],
		['a menu that tells of other things', 'Topics\nTravel\nCruises\nHotels\nWeather\nSport'],
		['an address', 'Gull Ltd, Harbour Road 2, 110 Ellery'],
		['a time', 'Europe, March 7, 2031, 11:32 AM UTC'],
	])('are not %s', (_, below) => {
		expect(read(below).topics).toEqual([]);
	});
});

describe('the site of a page', () => {
	it.each(['The Dunwick Gull Post', 'Dunwick Evening Courier', 'Die Dunwicker Zeitung'])(
		'is the name on its first line: %s',
		(name) => {
			expect(read('', `${name}\n\n`).site).toBe(name);
		},
	);

	it.each(['World News', 'Latest News', 'Subscribe to the Post', 'Weather Report', 'Politics'])(
		'is not a section on its first line: %s',
		(line) => {
			expect(read('', `${line}\n\n`).site).toBeNull();
		},
	);

	it('is not a word of the name in the copyright line', () => {
		const above = '9Gull\nNews\nPolitics\nEntertainment\nShopping\nWorld\n';
		expect(read('© 2031 Gull Entertainment Co.', above).site).toBeNull();
	});

	it('is what the copyright line begins with', () => {
		expect(read('© 2031 Dunwick Gull Ltd', 'Dunwick Gull\nMenu\n').site).toBe('Dunwick Gull');
	});
});

describe('the credit of a picture', () => {
	it.each([
		'© 2031 The Dunwick Gull Company',
		'© Dunwick Gull GmbH 2001 - 2031',
		'© 2031 Gull Network. Alle Rechte vorbehalten.',
		'© gullnews 2031',
	])('is not the line that says whose the page is: %s', (line) => {
		expect(read(`${line}\nContact Us`)).toMatchObject({ credit: null, caption: null });
	});

	it('may have the sign and a year', () => {
		const head =
			'Mill to heat with river water\nBy Mira Sandoval\nThe mill in winter.\n© 2031 AP Photo/Nils Ode\n\n';
		expect(readDump(`${head}${paragraphs.join('\n\n')}`).fields.credit).toBe('© 2031 AP Photo/Nils Ode');
	});
});

describe('a moment below the text', () => {
	it('is that of another article', () => {
		const below = 'More from Gull\nAirline\nMaker lowers its forecast\n · April 25, 2031 · 1:36 PM GMT+2\n';
		expect(read(below).publishedAt).toBeNull();
	});
});
