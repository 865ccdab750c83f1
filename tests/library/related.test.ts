import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import { openEmptyLibrary } from './empty-library.ts';
import { type Invented, inventedRecord } from './invented.ts';

const repairs: Invented = {
	id: 'repairs',
	headline: 'Chain ferry stops for repairs',
	publishedAt: '2031-04-02T08:00:00Z',
	paragraphs: [
		'The chain ferry stops in April. "The chain ferry needs an engine," said Ada Quillon.',
		'Harbour dues pay for it. Without harbour dues, the chain ferry would be sold.',
	],
	quotes: [{ said: 'The chain ferry needs an engine,', by: 'Ada Quillon' }],
};
const dues: Invented = {
	id: 'dues',
	headline: 'Harbour dues rise again',
	publishedAt: '2031-05-02T08:00:00Z',
	paragraphs: ['Harbour dues rise by a tenth. Fishermen call the harbour dues a tax.'],
};
const both: Invented = {
	id: 'both',
	headline: 'A year without the boat',
	publishedAt: '2031-03-02T08:00:00Z',
	paragraphs: ['Ada Quillon misses the chain ferry. She pays harbour dues all the same.'],
};
const football: Invented = {
	id: 'football',
	headline: 'Rovers win at home',
	publishedAt: '2031-05-03T08:00:00Z',
	paragraphs: ['The Rovers won a match that nobody expected them to win.'],
};

describe('articles related to one', () => {
	let open: OpenLibrary;
	beforeAll(async () => {
		open = await openEmptyLibrary();
		await open.archive.put([repairs, dues, football].map(inventedRecord));
		await open.archive.put([inventedRecord(both)], '100');
	});
	afterAll(() => open.close());

	test('share its names and phrases, and say which; what shares nothing is not among them', async () => {
		const { articles } = await open.libraryOf(null).related('repairs');
		expect(articles.map(({ line, shared }) => [line.id, shared])).toEqual([['dues', ['harbour dues']]]);
	});

	test('come from the shelves of the one who asks alone, most in common first', async () => {
		const { articles } = await open.libraryOf('100').related('repairs');
		expect(articles.map(({ line }) => line.id)).toEqual(['both', 'dues']);
		expect(articles[0]?.shared).toEqual(
			expect.arrayContaining(['Ada Quillon', 'chain ferry', 'harbour dues']),
		);
		expect((await open.libraryOf('200').related('repairs')).articles).toHaveLength(1);
	});

	test('an article without tags is found by its key phrases, as by tags', async () => {
		const library = open.libraryOf(null);
		expect((await library.brief('repairs')).topicsAre).toBe('phrases');
		expect((await library.articlesOn('chain ferry')).articles.map(({ id }) => id)).toEqual(['repairs']);
	});
});
