import { describe, expect, test } from 'vitest';
import search from '../../commands/search.ts';
import { readDays } from '../../commands/shared/day.ts';
import type { SearchAnswer, SearchRequest } from '../../src/library/library.ts';
import { contextOf, line, plainLibrary, utterance } from './plain-library.ts';
import { read } from './reading.ts';

const none = { hits: [], total: 0, more: false, pages: 1 };
const found: SearchAnswer = {
	...{
		words: ['ferry'],
		phrases: [],
		without: [],
		withoutPhrases: [],
		corrected: [],
		speaker: null,
		topic: null,
	},
	quotes: {
		hits: [{ ...utterance('The ferry is the street.'), found: { words: ['ferry'], around: [] } }],
		...{ total: 14, more: false, pages: 3 },
	},
	articles: {
		hits: [
			{ article: line, sentence: { paragraph: 0, text: 'A ferry left.', marks: [{ start: 2, end: 7 }] } },
		],
		...{ total: 1, more: false, pages: 1 },
	},
	comments: {
		hits: [
			{
				article: line,
				author: 'Bo',
				sentence: { text: 'What ferry?', marks: [{ start: 5, end: 10 }] },
				others: 2,
			},
		],
		...{ total: 1, more: false, pages: 1 },
	},
	nearest: false,
};
const ask = async (given: { query: string } & Partial<Parameters<typeof search.run>[0]>, answer = found) => {
	const asked: SearchRequest[] = [];
	const library = plainLibrary({
		search: async (request) => {
			asked.push(request);
			return answer;
		},
		latest: async () => [line],
	});
	return { text: await read(await search.run(given, contextOf(library))), asked };
};

describe('/search', () => {
	test('shows the best of each kind, with what matches in bold, and the way to all', async () => {
		expect((await ask({ query: 'ferry' })).text).toMatchInlineSnapshot(`
			"Search
			ferry
			=====
			14 quotes
			---------
			│ “The ferry is the street.”
			Ilse Brandt · ¶ 3 · Ostwick Reopens Its Harbour Ferry After Six Years (https://courier.example/ferry) · Ostwick Courier · published 3 May 2031

			1 article
			---------
			Ostwick Reopens Its Harbour Ferry After Six Years (https://courier.example/ferry)
			│ A ferry left.
			¶ 1 · published 3 May 2031 · Ostwick Courier

			Comments in 1 article
			---------------------
			│ What ferry?
			Bo on Ostwick Reopens Its Harbour Ferry After Six Years (https://courier.example/ferry) · 2 more there
			[Read in context… ▾]
			  ¶ 3 · Ilse Brandt
			  ¶ 1 · Ostwick Reopens Its Harbour Ferry After Six Years
			[All 14 quotes]"
		`);
	});

	test('names the words as they were typed, and days from the first to the last', async () => {
		const query = 'Ødegård';
		const { text } = await ask(
			{ query, since: 'July 2026', until: '2 Aug 2026' },
			{ ...found, words: ['odegard'] },
		);
		expect(text).toMatch(/^Search\nØdegård\n/u);
		expect(text).toContain('Only from July 2026 to 2 Aug 2026');
	});

	test('pages through one kind', async () => {
		const { text, asked } = await ask({ query: 'ferry', in: 'quotes', page: 1 });
		expect(text).toContain('Search · 14 quotes');
		expect(text).toContain('2 of 3');
		expect(asked).toEqual([{ query: 'ferry', in: 'quotes', page: 1 }]);
	});

	test('says what was searched where nothing is found, what was corrected, and what was left out', async () => {
		const empty = { ...found, quotes: none, articles: none, comments: none, nearest: true };
		const nothing = await ask({ query: 'zeppelin', topic: 'harbours' }, { ...empty, topic: 'Harbours' });
		expect(nothing.text).toContain('I searched articles, quotes and comments on Harbours for ferry.');
		expect(nothing.text).toContain('[Search everything]');
		const corrected = [{ typed: 'fery', taken: 'ferry' }];
		expect((await ask({ query: 'fery' }, { ...found, corrected })).text).toContain(
			'Nothing has fery; looked for ferry instead.',
		);
		const topic = [{ typed: 'harbuors', taken: 'Harbours', of: 'topic' as const }];
		for (const answer of [
			{ ...found, corrected: topic },
			{ ...empty, corrected: topic },
		])
			expect((await ask({ query: 'ferry', topic: 'harbuors' }, answer)).text).toContain(
				'No topic called harbuors; showing Harbours instead.',
			);
	});

	test('shows what stands elsewhere where a filter leaves nothing', async () => {
		const empty = { ...found, quotes: none, articles: none, comments: none, nearest: true };
		const run = async (options: Partial<Parameters<typeof search.run>[0]>, anywhere: SearchAnswer) => {
			const library = plainLibrary({
				search: async (request) => (Object.keys(request).join() === 'query' ? anywhere : empty),
				latest: async () => [line],
			});
			return read(await search.run({ query: 'ferry', ...options }, contextOf(library)));
		};
		const text = await run({ since: '2031-06-01' }, found);
		expect(text).toMatch(/Nothing found for ferry\n=+\nI searched .* since 2031-06-01 for ferry\./u);
		expect(text).toMatch(/\nElsewhere in the library\n-+\n│/u);
		expect(text).toContain('[Search everything]');
		expect(await run({ in: 'comments', speaker: 'Ilse' }, found)).toMatch(
			/Only quotes have a speaker.*\n+Elsewhere in the library/u,
		);
		expect(await run({ since: '2031-06-01' }, empty)).not.toContain('Elsewhere');
		const near = await ask({ query: 'ferry', topic: 'Harbours' }, { ...empty, quotes: found.quotes });
		expect(near.text).toContain('The nearest, with some of the words');
		expect(near.asked).toHaveLength(1);
	});

	test('offers the words of a phrase that is nowhere, with everything else that was asked', async () => {
		const empty = { ...found, quotes: none, articles: none, comments: none, nearest: true };
		const query = '“secnd ferry” harbour -"going home"';
		const sought = {
			...{ words: ['harbour'], phrases: ['secnd ferry'], withoutPhrases: ['going home'] },
			topic: 'Harbours',
		};
		const library = plainLibrary({
			search: async () => ({ ...empty, ...sought }),
			latest: async () => [line],
		});
		const card = await search.run({ query, topic: 'Harbours', in: 'articles' }, contextOf(library));
		expect(await read(card)).toContain(
			'I searched articles on Harbours for the phrase secnd ferry, harbour without the phrase going home.',
		);
		expect(card.actions?.flat()).toContainEqual({
			label: 'As single words',
			command: 'search',
			options: { query: 'secnd ferry harbour -"going home"', topic: 'Harbours', in: 'articles' },
		});
		const open = await search.run({ query: 'harbour “secnd ferry -boat' }, contextOf(library));
		expect(open.actions?.flat()).toContainEqual({
			label: 'As single words',
			command: 'search',
			options: { query: 'harbour secnd ferry -boat' },
		});
		expect((await ask({ query: 'zeppelin' }, empty)).text).not.toContain('As single words');
	});

	test('says that of a speaker only quotes are searched', async () => {
		const empty = { ...found, quotes: none, articles: none, comments: none, nearest: true };
		const answer = { ...empty, speaker: 'Ilse Brandt' };
		const all = await ask({ query: 'ferry', speaker: 'Brandt' }, answer);
		expect(all.text).toContain('I searched quotes by Ilse Brandt for ferry.');
		expect(all.text).toContain('Other words, or fewer of them, may find more.');
		const comments = await ask({ query: 'ferry', speaker: 'Brandt', in: 'comments' }, answer);
		expect(comments.text).toContain('Only quotes have a speaker: name none, or look in quotes.');
	});

	test('shows a phrase that may not be there as a phrase', async () => {
		const { text } = await ask(
			{ query: 'ferry -"going home"' },
			{ ...found, withoutPhrases: ['going home'] },
		);
		expect(text).toContain('ferry, not the phrase going home');
	});

	test('says that the comments it found are counted by their articles', async () => {
		const comments = { ...found.comments, total: 7, more: false };
		const { text } = await ask({ query: 'ferry', in: 'comments' }, { ...found, comments });
		expect(text).toContain('Search · comments in 7 articles');
		const all = await ask({ query: 'ferry' }, { ...found, comments: { ...comments, more: true } });
		expect(all.text).toContain('[All comments in at least 7 articles]');
	});

	test('refuses days of which the first is after the last', async () => {
		const asked = ask({ query: 'ferry', since: '2031-11-01', until: '2031-10-01' });
		await expect(asked).rejects.toThrow(/^since is after until: /u);
		const day = await ask({ query: 'ferry', since: '2031-11-01', until: '2031-11-01' });
		expect(day.asked).toMatchObject([{ since: Date.UTC(2031, 10, 1), until: Date.UTC(2031, 10, 2) }]);
	});

	test('gives days as moments, the last one with all of it', async () => {
		const { asked } = await ask({ query: 'ferry', since: '2031-05-03', until: 'May 2031' });
		expect(asked).toMatchObject([{ since: Date.UTC(2031, 4, 3), until: Date.UTC(2031, 5, 1) }]);
		await expect(ask({ query: 'ferry', since: 'soonish' })).rejects.toThrow(
			'The option since takes a day, a month or a year, and not soonish',
		);
	});
});

describe('a day that a member types', () => {
	const now = Date.UTC(2031, 4, 20, 15);
	const day = (text: string) => {
		const { from, to } = readDays(text, 'since', now);
		return [from, to].map((at) => new Date(at).toISOString().slice(0, 10)).join(' ');
	};
	test('is a day, a month or a year in several forms', () => {
		expect(day('2031-05-03')).toBe('2031-05-03 2031-05-04');
		expect(day('3 May 2031')).toBe('2031-05-03 2031-05-04');
		expect(day('May 3rd, 2031')).toBe('2031-05-03 2031-05-04');
		expect(day('may 2031')).toBe('2031-05-01 2031-06-01');
		expect(day('2031')).toBe('2031-01-01 2032-01-01');
		expect(day('today')).toBe('2031-05-20 2031-05-21');
		expect(day('yesterday')).toBe('2031-05-19 2031-05-20');
		expect(day('2 weeks ago')).toBe('2031-05-06 2031-05-07');
	});
	test('is refused where there is none', () => {
		for (const text of ['31 June 2031', '2031-13-01', '2031-02-30', '0 0', 'x'.repeat(90), ''])
			expect(() => day(text)).toThrow(/takes a day, a month or a year/u);
	});
});
