import { describe, expect, test } from 'vitest';
import topics from '../../commands/topics.ts';
import { contextOf, line, plainLibrary } from './plain-library.ts';
import { read } from './reading.ts';

const counts = [
	{ topic: 'Ostwick', articles: 4 },
	{ topic: 'ferries', articles: 1 },
];
const library = plainLibrary({
	latest: async () => [line],
	topics: async () => ({ topics: counts, more: false }),
	articlesOn: async (topic) => ({
		...{ topic: topic.toLowerCase(), corrected: [], total: 1, articles: [line], months: [] },
	}),
	brief: async () => ({
		line,
		deck: null,
		byline: [],
		publishedAt: line.at,
		updatedAt: null,
		capturedAt: null,
		caption: null,
		credit: null,
		speakersNotReadIn: null,
		summary: [],
		mainSpeakers: [],
		topics: ['ferries'],
		topicsAre: 'tags',
	}),
});
const ask = (given: Parameters<typeof topics.run>[0]) => topics.run(given, contextOf(library));

describe('/topics', () => {
	test('lists the topics of the library with their articles, and leads to each', async () => {
		const card = await ask({});
		expect(card.title).toBe('2 topics');
		expect(card.blocks).toMatchObject([
			{
				kind: 'list',
				items: [
					[{ text: 'Ostwick' }, ' · 4 articles'],
					[{ text: 'ferries' }, ' · 1 article'],
				],
			},
			{ kind: 'menu', choices: [{ label: 'Ostwick', command: 'topics', options: { topic: 'Ostwick' } }, {}] },
		]);
	});

	test('lists the topics of one article', async () => {
		const text = await read(await ask({ article: 'ferry' }));
		expect(text).toContain(line.headline);
		expect(text).not.toContain('Ostwick · 4');
	});

	test('of an article says of how many it is, and leads there, only where others are on it', async () => {
		const brief = await library.brief('ferry');
		const both = { ...library, brief: async () => ({ ...brief, topics: ['ferries', 'Ostwick'] }) };
		const card = await topics.run({ article: 'ferry' }, contextOf(both));
		expect(card.blocks).toMatchObject([
			{ items: [[{ text: 'ferries' }], [{ text: 'Ostwick' }, ' · 4 articles']] },
			{ kind: 'menu', choices: { length: 1, 0: { label: 'Ostwick' } } },
		]);
		expect((await ask({ article: 'ferry' })).blocks).toMatchObject([{ kind: 'list' }]);
	});

	test('says which topic it took where there is none of that name', async () => {
		const corrected = [{ typed: 'ferrys', taken: 'Ferries', of: 'topic' as const }];
		const taken = { topic: 'Ferries', corrected, total: 1, articles: [line], months: [] };
		const open = contextOf(plainLibrary({ articlesOn: async () => taken }));
		expect(await read(await topics.run({ topic: 'ferrys' }, open))).toContain(
			'No topic called ferrys; showing Ferries instead.',
		);
	});

	test('lists the articles on a topic, and leads to each and to what was said about it', async () => {
		const card = await ask({ topic: 'Ferries' });
		expect(card.title).toBe('ferries');
		expect(card.blocks).toMatchObject([{ kind: 'list', items: { length: 1 } }]);
		expect(card.actions?.flat()).toMatchObject([
			{ label: 'Read it', command: 'article', options: { article: 'ferry1' } },
			{ label: 'All topics' },
			{ label: 'Quotes about it', command: 'quotes', options: { about: 'ferries' } },
		]);
		const two = {
			topic: 'Ferries',
			corrected: [],
			total: 2,
			articles: [line, { ...line, id: 'ferry2' }],
			months: [],
		};
		const several = contextOf(plainLibrary({ articlesOn: async () => two }));
		expect((await topics.run({ topic: 'Ferries' }, several)).blocks).toMatchObject([
			{ kind: 'list' },
			{
				kind: 'menu',
				choices: [{ label: line.headline, command: 'article', options: { article: 'ferry1' } }, {}],
			},
		]);
	});

	test('pages a long list, with a menu of the items on the page', async () => {
		const many = Array.from({ length: 45 }, (_, n) => ({ topic: `Topic ${n}`, articles: 1 }));
		const context = contextOf(plainLibrary({ topics: async () => ({ topics: many, more: true }) }));
		const card = await topics.run({ page: 2 }, context);
		expect(card.actions?.[0]).toMatchObject([{}, { label: '3 of 3' }, { disabled: true }, {}, {}]);
		expect(card.blocks.at(-1)).toMatchObject({
			choices: [{ label: 'Topic 40' }, {}, {}, {}, { label: 'Topic 44' }],
		});
		expect(card).toMatchObject({ eyebrow: 'Those of most articles', title: '45 topics' });
		const some = { topic: 'Ferries', corrected: [], total: 1_200, articles: [line], months: [] };
		const on = contextOf(plainLibrary({ articlesOn: async () => some }));
		expect(await read(await topics.run({ topic: 'Ferries' }, on))).toContain(
			'Topic of 1,200 articles, the newest 1',
		);
	});

	test('says so where no article has a topic, and where there is no article', async () => {
		const untagged = contextOf(plainLibrary({ latest: async () => [line] }));
		expect(await read(await topics.run({}, untagged))).toContain(
			'No article in the library names topics, and no phrase recurs in one.',
		);
		expect((await topics.run({}, contextOf(plainLibrary({})))).title).toBe('No articles yet');
	});

	test('of an article without tags says that the phrases are its own, and which articles have them too', async () => {
		const brief = await library.brief('ferry');
		const untagged = contextOf({
			...library,
			brief: async () => ({ ...brief, topics: ['ferry', 'harbour dues'], topicsAre: 'phrases' }),
			related: async () => ({
				articles: [
					{
						line: { ...line, id: 'dues7', headline: 'Dues Rise Again' },
						shared: ['harbour dues', 'Ilse Brandt'],
					},
				],
			}),
		});
		const card = await topics.run({ article: 'ferry' }, untagged);
		expect(card.eyebrow).toBe('What an article without tags is about');
		const text = await read(card);
		expect(text).toContain('Related articles');
		expect(text).toContain('both have harbour dues · Ilse Brandt');
		expect(card.blocks.at(-1)).toMatchObject({
			kind: 'menu',
			choices: expect.arrayContaining([
				expect.objectContaining({ label: 'Dues Rise Again', options: { article: 'dues7' } }),
			]),
		});
	});

	test('lists the topics month by month, and of one topic how many articles each month has', async () => {
		const months = [
			{ month: '2031-05', articles: 3, topics: counts },
			{ month: '2031-03', articles: 1, topics: [{ topic: 'Ostwick', articles: 1 }] },
		];
		const over = contextOf({
			...library,
			topicMonths: async () => ({ months }),
			articlesOn: async (topic) => ({
				...{ topic, corrected: [], total: 4, articles: [line, { ...line, id: 'ferry2' }] },
				months: [
					{ month: '2031-05', count: 3 },
					{ month: '2031-03', count: 1 },
				],
			}),
		});
		const card = await topics.run({ by: 'month' }, over);
		expect(card.blocks).toMatchObject([
			{
				items: [
					[{ text: 'May 2031' }, ' · 3 articles: Ostwick 4 · ferries 1'],
					[{ text: 'March 2031' }, ' · 1 article: Ostwick 1'],
				],
			},
			// Each topic once, however many months it leads.
			{ kind: 'menu', choices: [{ label: 'Ostwick', options: { topic: 'Ostwick' } }] },
		]);
		expect(await read(await topics.run({ topic: 'Ostwick' }, over))).toContain(
			'By month: May 2031: 3 · March 2031: 1',
		);
	});
});
