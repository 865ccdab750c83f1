import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import article from '../../commands/article.ts';
import comments from '../../commands/comments.ts';
import help from '../../commands/help.ts';
import { list as libraryCommand } from '../../commands/library.ts';
import quotes from '../../commands/quotes.ts';
import speakers from '../../commands/speakers.ts';
import topics from '../../commands/topics.ts';
import type { Card } from '../../src/card.ts';
import { UserError } from '../../src/errors.ts';
import type { ArticleChange, ArticleLine, FoundUtterance, Library } from '../../src/library/library.ts';
import { contextOf, plainLibrary } from './plain-library.ts';
import { taken } from './reading.ts';

/** Strangers' text: ordinary, endless, full of marks, or of many lines. */
const stranger = fc.oneof(
	{ weight: 4, arbitrary: fc.lorem({ mode: 'sentences', maxCount: 12 }) },
	{ weight: 1, arbitrary: fc.lorem({ mode: 'sentences', maxCount: 900 }) },
	fc.constantFrom('x'.repeat(100_000), '*_~|`[]<@:'.repeat(2_000), 'a\n\n'.repeat(3_000), '💩'.repeat(9_000)),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
);
const name = fc.oneof(fc.lorem({ maxCount: 3 }), fc.constantFrom('N'.repeat(3_000), '**@everyone**'));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const count = fc.nat(30_000);
const moment = fc.constant('2031-05-03T09:30:00+02:00');
const url = fc.constantFrom('https://courier.example/ferry', `https://courier.example/${'long'.repeat(400)}`);
const lineOf: fc.Arbitrary<ArticleLine> = fc.record({
	id: fc.constant('ferry1'),
	revision: fc.constant('1'),
	shelf: fc.constant(null),
	changedAt: maybe(moment),
	headline: fc.oneof(name, stranger),
	site: maybe(name),
	url: maybe(url),
	at: moment,
	atIs: fc.constantFrom('published', 'captured', 'added'),
	counts: fc.record({ paragraphs: count, quotes: count, speakers: count, comments: count }),
});
const said = fc.record({ kind: fc.constant('said' as const), text: stranger });
/** The library keeps what stands between two segments this short. */
const between = fc.record({
	kind: fc.constant('between' as const),
	text: stranger.map((text) => text.slice(0, 200)),
});
const list = <T>(some: fc.Arbitrary<T>, maxLength: number) => fc.array(some, { maxLength });
const utteranceOf: fc.Arbitrary<FoundUtterance> = fc.record({
	article: lineOf,
	speaker: maybe(name),
	role: maybe(name),
	cue: maybe(fc.constantFrom('said', 'told')),
	paragraph: fc.nat(3),
	kind: fc.constantFrom('quote', 'fragment'),
	parts: fc.array(fc.oneof(said, between), { minLength: 1, maxLength: 4 }),
	found: fc.record({ words: list(fc.constantFrom('lorem', 'ipsum', 'x', 'a'), 4), around: list(name, 3) }),
});
const mainSpeaker = fc.record({ speaker: name, role: maybe(name), count, telling: utteranceOf });
const brief = fc.record({
	line: lineOf,
	deck: maybe(stranger),
	byline: list(name, 30),
	publishedAt: maybe(moment),
	updatedAt: maybe(moment),
	capturedAt: maybe(moment),
	caption: maybe(stranger),
	credit: maybe(name),
	speakersNotReadIn: maybe(stranger),
	summary: list(
		fc.record(
			{
				...{ text: stranger, paragraph: count, sentence: count },
				bracket: name.map((one) => ({ start: 0, end: 2, replaces: 'pronoun' as const, name: one })),
				length: fc.constantFrom('line', 'short', 'full'),
			},
			{ requiredKeys: ['text', 'paragraph', 'sentence', 'length'] },
		),
		8,
	),
	mainSpeakers: list(mainSpeaker, 40),
	topics: list(name, 200),
	topicsAre: fc.constantFrom('tags', 'phrases'),
});
const group = fc.record({
	speaker: maybe(name),
	role: maybe(name),
	count,
	utterances: fc.array(utteranceOf, { minLength: 1, maxLength: 5 }),
});
const quoteAnswer = fc.record({
	article: maybe(lineOf),
	groups: list(group, 30),
	total: fc.integer({ min: 1 }),
	more: fc.boolean(),
	speaker: maybe(name),
	several: list(fc.record({ speaker: name, role: maybe(name), count }), 30),
	about: maybe(list(name, 6)),
	partly: list(group, 5),
	corrected: list(fc.record({ typed: name, taken: name }), 2),
	former: list(
		utteranceOf.map((utterance) => ({ ...utterance, until: '2031-05-04T09:30:00Z' })),
		30,
	),
});
const stretch = fc.record({ text: stranger, isChanged: fc.boolean() });
const side = maybe(fc.array(stretch, { minLength: 1, maxLength: 6 }));
const change: fc.Arbitrary<ArticleChange> = fc.record({
	article: lineOf,
	at: moment,
	number: fc.nat(3),
	changes: fc.integer({ min: 4, max: 10 }),
	headline: maybe(fc.record({ before: side, after: side })),
	deck: maybe(fc.record({ before: side, after: side })),
	paragraphs: list(fc.record({ paragraph: count, before: side, after: side }), 30),
});
const shown = fc.record({
	author: maybe(name),
	text: stranger,
	answers: maybe(fc.record({ author: maybe(name), text: maybe(stranger) })),
	replies: count,
});
const commentAnswer = fc.record({ article: lineOf, total: count, comments: list(shown, 60) });
const topicCount = fc.record({ topic: name, articles: count });
const month = fc.date({ noInvalidDate: true }).map((at) => at.toISOString().slice(0, 7));
const quotedSpeaker = fc.record({
	...{ speaker: name, role: maybe(name), quotes: count, articles: count, about: list(name, 3) },
	months: list(fc.record({ month, count }), 60),
	paragraphs: list(count, 40),
});
const speakersAnswer = fc.record({
	...{ article: maybe(lineOf), total: count, people: count, more: fc.boolean(), page: count },
	pages: fc.integer({ min: 4, max: 20 }),
	speakers: list(quotedSpeaker, 6),
});
const topicAnswers = fc.record({
	counts: list(topicCount, 100),
	articles: list(lineOf, 60),
	months: list(fc.record({ month, count }), 60),
	about: list(fc.record({ month, articles: count, topics: list(topicCount, 5) }), 120),
	others: list(fc.record({ line: lineOf, shared: list(name, 14) }), 6),
});
const status = fc.record({
	articles: fc.integer({ min: 1, max: 100_000 }),
	quotes: count,
	speakers: count,
	comments: count,
	broken: list(fc.record({ name, reason: stranger, at: moment }), 40),
	waiting: maybe(fc.record({ files: count, reason: maybe(fc.constant('the disk is full')) })),
});

/** Every page of an answer fits, uncut, and its buttons and menus are of commands with options. */
async function everyPageFits(run: (page: number) => Promise<Card>, most = 4): Promise<void> {
	for (let page = 0; page < most; page++) {
		const card = await run(page).catch((error: unknown) => {
			if (page > 0 && error instanceof UserError) return null;
			throw error;
		});
		if (card === null) return;
		const { text, components, cut } = await taken(card);
		expect(text).toBeLessThanOrEqual(4000);
		expect(components).toBeLessThanOrEqual(40);
		expect(cut).toBe(false);
	}
}

const holds = { numRuns: 40 };
const of = (answers: Partial<Library>) => contextOf(plainLibrary(answers));

describe('whatever the library holds, every page of every answer fits one message without being cut:', () => {
	test('/article', () =>
		fc.assert(
			fc.asyncProperty(brief, (given) =>
				everyPageFits(() => article.run({}, of({ brief: async () => given })), 1),
			),
			holds,
		));

	test('/quotes', () =>
		fc.assert(
			fc.asyncProperty(quoteAnswer, maybe(name), maybe(name), (given, about, speaker) =>
				everyPageFits((page) =>
					quotes.run(
						{ page, ...(about && { about }), ...(speaker && { speaker }) },
						of({ quotes: async () => given }),
					),
				),
			),
			holds,
		));

	test('/quotes, one paragraph whole', () =>
		fc.assert(
			fc.asyncProperty(quoteAnswer, (given) =>
				everyPageFits(async (page) => {
					const [first] = given.groups;
					const paragraph = first?.utterances[0]?.paragraph ?? 0;
					return quotes.run({ paragraph, page }, of({ quotes: async () => given }));
				}),
			),
			holds,
		));

	test('/quotes, what was edited away', () =>
		fc.assert(
			fc.asyncProperty(quoteAnswer, (given) =>
				everyPageFits((page) => quotes.run({ page, former: true }, of({ quotes: async () => given }))),
			),
			holds,
		));

	test('/article, what was changed', () =>
		fc.assert(
			fc.asyncProperty(change, (given) =>
				everyPageFits((page) =>
					article.run({ page, change: given.number }, of({ change: async () => given })),
				),
			),
			holds,
		));

	test('/topics', () =>
		fc.assert(
			fc.asyncProperty(topicAnswers, brief, async ({ counts, articles, months, about, others }, given) => {
				const context = of({
					topics: async () => ({ topics: counts, more: false }),
					brief: async () => given,
					articlesOn: async (topic) => ({
						topic,
						corrected: [{ typed: articles[0]?.headline ?? '', taken: topic, of: 'topic' }],
						...{ total: articles.length, articles, months },
					}),
					topicMonths: async () => ({ months: about }),
					related: async () => ({ articles: others }),
				});
				await everyPageFits((page) => topics.run({ page }, context));
				await everyPageFits((page) => topics.run({ page, article: 'ferry' }, context));
				await everyPageFits((page) => topics.run({ page, topic: 'ferries' }, context));
				await everyPageFits((page) => topics.run({ page, by: 'month' }, context));
			}),
			holds,
		));

	test('/speakers', () =>
		fc.assert(
			fc.asyncProperty(speakersAnswer, (given) =>
				everyPageFits((page) => speakers.run({ page }, of({ speakers: async () => given }))),
			),
			holds,
		));

	test('/comments', () =>
		fc.assert(
			fc.asyncProperty(
				commentAnswer,
				fc.constantFrom('sample' as const, 'newest' as const, 'threads' as const),
				async (given, sort) => {
					const context = of({ comments: async () => given });
					await everyPageFits((page) => comments.run({ sort, page }, context));
					if (given.comments.length > 0)
						await everyPageFits((page) => comments.run({ sort, page, whole: 0 }, context));
				},
			),
			holds,
		));

	test('/library', () =>
		fc.assert(
			fc.asyncProperty(status, list(lineOf, 60), (given, latest) =>
				everyPageFits((page) =>
					libraryCommand.run({ page }, of({ status: async () => given, latest: async () => latest })),
				),
			),
			holds,
		));

	test('/help', () => everyPageFits(() => help.run({}, of({})), 1));
});
