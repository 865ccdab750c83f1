import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { findQuotes } from '../../src/language/quotations.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { answerQuotes } from '../../src/library/answers/quotes.ts';
import { suggestSpeakers } from '../../src/library/answers/suggest.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import { recordOf } from '../../src/sources/record.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { different, same, sameInArticle } from '../language/namesakes.ts';
import { quietLog } from '../quiet-log.ts';
import { invented } from './invented.ts';

let dataDir: string;
let archive: Archive;
beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'verbatim-people-'));
	archive = await openArchive(dataDir);
});
afterEach(async () => {
	await archive.close();
	await rm(dataDir, { recursive: true, force: true });
});

/** One article a sentence, as its file would be read. */
const holding = (...sentences: readonly string[]) =>
	archive.put(
		sentences.map((sentence, index) => {
			const article = invented({
				id: `article-${index}`,
				publishedAt: `2031-04-${10 + index}T08:00:00+02:00`,
				paragraphs: [sentence],
			});
			return recordOf({ ...article, quotes: findQuotes([sentence], 'en') });
		}),
	);
const spoken = (name: string, index = 0) =>
	`“We have waited ${index + 2} years for the bridge,” said ${name} on the quay.`;
const view = () => archive.seenBy(null);
/** Every group of an answer: the name and office over it, and those that stand at each place. */
const groups = async (query: Parameters<typeof answerQuotes>[1] = {}) =>
	(await answerQuotes(view(), query, null)).groups.map(({ speaker, role, count, utterances }) => ({
		speaker,
		role,
		count,
		places: utterances.map((one) => [one.speaker, one.role]),
	}));

describe('speakers of two articles', () => {
	it('are counted as one in what the library holds, as in the list of speakers', async () => {
		await holding(spoken('Mara Quill'), spoken('Mara J. Quill', 1), spoken('Otto Brandt', 2));
		const answers = answersFrom(view(), openCache(null, quietLog));
		const { people } = await answers.speakers(undefined, 0);
		expect(people).toBe(2);
		expect((await answers.status()).speakers).toBe(people);
	});

	it('stay two where their names contradict each other, or only an initial would join them', async () => {
		for (const [one, other] of [...different, ...sameInArticle]) {
			for (const pair of [
				[one, other],
				[other, one],
			]) {
				await holding(...pair.map(spoken));
				expect([pair, (await groups()).map(({ count }) => count)]).toEqual([pair, [1, 1]]);
			}
		}
	});

	it('are one where one name only says less', async () => {
		for (const [one, other] of same) {
			for (const pair of [
				[one, other],
				[other, one],
			]) {
				await holding(...pair.map(spoken));
				expect([pair, (await groups()).map(({ count }) => count)]).toEqual([pair, [2]]);
			}
		}
	});
});

describe('a name that says less', () => {
	it('joins the fuller one until there is a second of its kind, and again when that goes', async () => {
		await holding(spoken('Mary Smith'), spoken('Mary K. Smith'));
		expect(await groups()).toMatchObject([{ speaker: 'Mary K. Smith', count: 2 }]);
		await holding(spoken('Mary Smith'), spoken('Mary K. Smith'), spoken('Mary L. Smith'));
		expect((await groups()).map(({ speaker, count }) => [speaker, count]).sort()).toEqual([
			['Mary K. Smith', 1],
			['Mary L. Smith', 1],
			['Mary Smith', 1],
		]);
		await holding(spoken('Mary Smith'), spoken('Mary K. Smith'), spoken('Tom Orrin'));
		expect(await groups()).toMatchObject([{ count: 2 }, { count: 1 }]);
	});

	it('is found and offered with all that is said under the fuller one', async () => {
		await holding(spoken('Mary Smith'), spoken('Mary K. Smith', 1), spoken('Tom Orrin', 2));
		for (const speaker of ['Mary Smith', 'mary k smith', 'smith']) {
			expect(await groups({ speaker })).toMatchObject([{ speaker: 'Mary K. Smith', count: 2 }]);
		}
		expect(await suggestSpeakers(view(), '', 10)).toEqual([
			{ speaker: 'Mary K. Smith', role: null, quotes: 2 },
			{ speaker: 'Tom Orrin', role: null, quotes: 1 },
		]);
	});

	it('keeps its own name and office over its words', async () => {
		await holding('“The bridge waits,” said Mary K. Smith, the mayor of Halden.', spoken('Mary Smith'));
		expect(await groups()).toEqual([
			{
				speaker: 'Mary K. Smith',
				role: null,
				count: 2,
				places: [
					['Mary Smith', null],
					['Mary K. Smith', 'mayor of Halden'],
				],
			},
		]);
	});
});

it('names the people that a surname fits, most quoted first, whatever else is asked for', async () => {
	await holding(
		'“The bridge waits,” said Helen Barrow, the mayor of Halden.',
		spoken('Tom Barrow', 1),
		spoken('Tom Barrow', 2),
		spoken('Otto Brandt', 3),
	);
	const people = [
		{ speaker: 'Tom Barrow', role: null, count: 2 },
		{ speaker: 'Helen Barrow', role: 'mayor of Halden', count: 1 },
	];
	const asked = async (query: Parameters<typeof answerQuotes>[1]) =>
		(await answerQuotes(view(), query, null)).several;
	expect(await asked({ speaker: 'barrow' })).toEqual(people);
	expect(await asked({ speaker: 'barrow', about: 'waits' })).toEqual(people);
	expect(await asked({ speaker: 'helen barrow' })).toEqual([]);
	expect(await asked({ speaker: 'brandt' })).toEqual([]);
	expect(await asked({})).toEqual([]);
});

it('joins nobody by what only another server holds', async () => {
	const put = (id: string, name: string, shelf: string | null) =>
		archive.put(
			[
				recordOf({
					...invented({ id, paragraphs: [spoken(name)] }),
					quotes: findQuotes([spoken(name)], 'en'),
				}),
			],
			shelf,
		);
	await put('one', 'Mary Smith', null);
	await put('two', 'Mary K. Smith', null);
	await put('three', 'Mary L. Smith', '100000000000000001');
	expect(await groups()).toMatchObject([{ count: 2 }]);
	const there = await answerQuotes(archive.seenBy('100000000000000001'), {}, null);
	expect(there.groups).toHaveLength(3);
});
