import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import type { UserError } from '../../src/errors.ts';
import type { Library } from '../../src/library/library.ts';
import { openEmptyLibrary } from './empty-library.ts';
import { inventedRecord } from './invented.ts';
import { articles } from './port-ellery.ts';

describe('the library', () => {
	let open: OpenLibrary;
	beforeAll(async () => {
		open = await openEmptyLibrary();
		await open.archive.put(articles.map(inventedRecord));
	});
	afterAll(() => open.close());
	const library = () => open.libraryOf(null);
	const refusal = async (answer: Promise<unknown>) => {
		const error: unknown = await answer.then(
			() => null,
			(reason: unknown) => reason,
		);
		expect(error).toMatchObject({ name: 'UserError' });
		return (error as Error).message;
	};

	describe('finds the article that is meant', () => {
		const id = async (wanted?: string) => (await library().article(wanted)).id;

		it('the latest where none is named', async () => {
			expect(await id()).toBe('library');
			expect(await id('  ')).toBe('library');
		});
		it('by id, by headline, by words of it, whatever the case and the accents', async () => {
			expect(await id('harbour')).toBe('harbour');
			expect(await id('NIGHT OPENING AT LODZ STREET LIBRARY')).toBe('library');
			expect(await id('łodz library')).toBe('library');
			expect(await id('port ellery rep')).toBe('harbour');
		});
		it('with small slips', async () => {
			expect(await id('harbuor repairs')).toBe('harbour');
			expect(await id('Nigth Opning')).toBe('library');
			expect(await id('pert ellery')).toBe('harbour');
			expect(await id('harbuor fo port')).toBe('harbour');
		});
		it('and names the nearest where none is meant', async () => {
			expect(await refusal(library().article('harbour festival'))).toBe(
				'No article called harbour festival. Perhaps Harbour of Port Ellery to Close for Repairs?',
			);
			expect(await refusal(library().brief('zzzzzz of the'))).toBe(
				'No article called zzzzzz of the. /library list shows them.',
			);
			expect(await refusal(library().article('repairs2031'))).toContain('No article called repairs2031.');
		});
		it('and offers to search for what was typed, where that has words', async () => {
			const offered = async (wanted: string) =>
				library()
					.article(wanted)
					.catch((error: UserError) => error.ways);
			const way = { label: 'Search the words', command: 'search' };
			expect(await offered(' zebra crossing ')).toEqual([{ ...way, options: { query: 'zebra crossing' } }]);
			expect(await offered('zebra '.repeat(50))).toMatchObject([
				{ options: { query: 'zebra '.repeat(50).slice(0, 100) } },
			]);
			expect(await offered('!!!')).toEqual([]);
			expect(await offered('u7hp5kgz4f')).toEqual([]);
		});
		it('and never shows the id of one that was removed', async () => {
			const removed = 'This article was removed from the library.';
			expect(await refusal(library().article('u7hp5kgz4f'))).toBe(removed);
			expect(await refusal(library().quotes({ article: 'u7hp5kgz4f' }))).toBe(removed);
			expect(await refusal(library().brief('qhzwpkgzvf'))).toBe(
				'No article is called that. /library list shows them.',
			);
		});
		it('and shows a long name only in part', async () => {
			expect(await refusal(library().article('!'.repeat(6_000)))).toMatch(/^No article called !{80}…/u);
		});
	});

	it('gives a brief: summary word for word, main speakers with what is most telling', async () => {
		const brief = await library().brief('harbour');
		const { paragraphs = [] } = articles[0] ?? {};
		expect(brief).toMatchObject({ deck: 'The pier is older than the town.', capturedAt: null });
		expect(brief.line.counts).toEqual({ paragraphs: 5, quotes: 4, speakers: 2, comments: 2 });
		for (const { text, paragraph } of brief.summary) expect(paragraphs[paragraph]).toContain(text);
		expect(brief.mainSpeakers.map(({ speaker, role, count }) => [speaker, role, count])).toEqual([
			['Ada Quillon', 'the harbour master', 2],
			['Port Ellery Council', null, 1],
		]);
		expect(brief.topics).toEqual(['Port Ellery', 'Harbours', 'Fishing']);
	});

	describe('answers with quotations', () => {
		const shown = async (query: Parameters<Library['quotes']>[0]) =>
			(await library().quotes(query)).groups.map(({ speaker, count, utterances }) => [
				speaker,
				count,
				...utterances.map(({ parts }) => parts.map(({ text }) => text).join('|')),
			]);

		it('of an article by speaker, most quoted first and the unknown last', async () => {
			expect(await shown({ article: 'harbour' })).toEqual([
				[
					'Ada Quillon',
					2,
					'We were promised boats by the council, and none of them has come to this harbour,',
					'Nobody repairs a pier in winter,|Quillon said.|Nobody who has seen one.',
				],
				[
					'Port Ellery Council',
					1,
					'The council called the repairs|long overdue|on Monday, and it was not amused.',
				],
				[null, 1, 'go home'],
			]);
		});
		it('of the whole library, newest article first', async () => {
			const answer = await library().quotes({});
			expect(answer).toMatchObject({ article: null, total: 7 });
			expect(answer.groups[0]).toMatchObject({ speaker: 'Ada Quillon', role: null, count: 3 });
			// Each article's words stand under what that article calls her.
			expect(answer.groups[0]?.utterances.map(({ role }) => role)).toEqual([
				'a reader',
				'the harbour master',
				null,
			]);
			expect(answer.groups[0]?.utterances.map(({ article }) => article.id)).toEqual([
				'library',
				'harbour',
				'harbour',
			]);
		});
		it('of a speaker by any part of the name, joined by full name and never by surname', async () => {
			expect((await shown({ speaker: 'quillon' })).map(([name, count]) => [name, count])).toEqual([
				['Ada Quillon', 3],
				['Bruno Quillon', 1],
			]);
			expect((await shown({ speaker: 'ADA' })).map(([name]) => name)).toEqual(['Ada Quillon']);
			expect((await shown({ speaker: 'bruno quilon' })).map(([name]) => name)).toEqual(['Bruno Quillon']);
			expect((await shown({ speaker: 'ruiz' })).map(([name]) => name)).toEqual(['Ruíz']);
			expect((await shown({ speaker: 'quilon', article: 'harbour' })).map(([name]) => name)).toEqual([
				'Ada Quillon',
			]);
		});
		it('about something, stemmed, with the paragraph that leads in', async () => {
			expect((await shown({ about: 'promises' })).map(([name, count]) => [name, count])).toEqual([
				['Ruíz', 1],
				['Ada Quillon', 1],
			]);
			expect(await shown({ about: 'the fishing', article: 'harbour' })).toHaveLength(1);
			expect(await library().quotes({ about: 'castles' })).toMatchObject({
				article: null,
				groups: [],
				total: 0,
				partly: [],
			});
		});
		it('about several words: those with all of them first, then those with some, and says why', async () => {
			const { total, groups, partly } = await library().quotes({ about: 'promised lamps' });
			expect(total).toBe(1);
			expect(groups[0]?.utterances[0]?.found).toEqual({ words: ['Lamps', 'promised'], around: [] });
			expect(partly.map(({ speaker, utterances }) => [speaker, utterances[0]?.found])).toEqual([
				['Bruno Quillon', { words: ['lamps'], around: [] }],
				['Ada Quillon', { words: ['promised'], around: [] }],
			]);
			const led = await library().quotes({ about: 'boat quotas' });
			expect(led.groups[0]?.utterances[0]?.found).toEqual({ words: ['boats'], around: ['quotas'] });
		});
		it('about words with slips, and says what they were taken for', async () => {
			const { total, corrected } = await library().quotes({ about: 'promisd the lampps' });
			expect(total).toBe(1);
			expect(corrected).toEqual([
				{ typed: 'promisd', taken: 'promised' },
				{ typed: 'lampps', taken: 'lamps' },
			]);
			// Another first letter makes another word, and another form of a word is no slip.
			expect(await library().quotes({ about: 'ramps' })).toMatchObject({ total: 0, corrected: [] });
			expect((await library().quotes({ about: 'promising' })).corrected).toEqual([]);
		});
		it('of a name with slips, and says whom it was taken for', async () => {
			const slip = { typed: 'bruno quilon', taken: 'Bruno Quillon', of: 'speaker' };
			expect((await library().quotes({ speaker: 'bruno quilon' })).corrected).toEqual([slip]);
			const found = await library().search({ query: 'lamps', speaker: 'bruno quilon' });
			expect(found.corrected).toEqual([slip]);
			for (const speaker of ['quil', 'Mr Quillon', 'ruiz'])
				expect((await library().quotes({ speaker })).corrected).toEqual([]);
		});
		it('about at most six words, each once, and once for all ways to write them', async () => {
			const many = 'Boats boat BOATS, the boats';
			const answer = await library().quotes({ about: many });
			expect(answer.total).toBe(1);
			expect(await library().quotes({ about: '  böats  ' })).toBe(answer);
			expect(await library().quotes({ about: 'of the boats' })).toBe(answer);
			const one = await library().quotes({ speaker: 'QUILLON', about: 'lamps promised' });
			expect(await library().quotes({ speaker: 'quillon ', about: 'Promised Lamps' })).toBe(one);
		});
		it('and says clearly what it does not know', async () => {
			expect(await refusal(library().quotes({ speaker: 'Ada Lovelace' }))).toBe(
				'No speaker called Ada Lovelace: nobody of that name is quoted in the library. Perhaps Ada Quillon?',
			);
			// A short first name that nobody has is left out of no search: with a slip in the surname it found Ada's words.
			expect(await refusal(library().quotes({ speaker: 'Eva Quillen' }))).toMatch(
				/^No speaker called Eva Quillen:/,
			);
			const [meant] = (await library().quotes({ speaker: 'Mrs Quillen' })).groups;
			expect(meant?.speaker).toBe('Ada Quillon');
			expect(await refusal(library().quotes({ speaker: 'Bruno Quillon', article: 'harbour' }))).toBe(
				'No speaker called Bruno Quillon: nobody of that name is quoted in this article. Perhaps Ada Quillon?',
			);
			expect(await refusal(library().quotes({ speaker: 'zzzz' }))).toBe(
				'No speaker called zzzz: nobody of that name is quoted in the library. /quotes without a speaker shows who is quoted.',
			);
			expect(await refusal(library().quotes({ speaker: 'zzzz', article: 'harbour' }))).toBe(
				'No speaker called zzzz: nobody of that name is quoted in this article. Quoted most are Ada Quillon, Port Ellery Council.',
			);
			expect(await refusal(library().quotes({ speaker: 'Ada', article: 'bare' }))).toBe(
				'Nobody is quoted in this article.',
			);
			expect(await refusal(library().quotes({ about: '???' }))).toMatch(/No word to look for in \?\?\?/u);
		});
	});

	it('counts topics, and finds the articles of one with slips', async () => {
		expect((await library().topics()).topics[0]).toEqual({ topic: 'Port Ellery', articles: 2 });
		for (const typed of ['Port Ellery', 'PORT ELLERY', 'ellery', 'elery', 'port el']) {
			expect(await library().articlesOn(typed)).toMatchObject({
				topic: 'Port Ellery',
				articles: [{ id: 'library' }, { id: 'harbour' }],
				corrected: typed === 'elery' ? [{ typed, taken: 'Port Ellery', of: 'topic' }] : [],
			});
		}
		expect(await refusal(library().articlesOn('Port Royal'))).toBe(
			'No topic called Port Royal. Perhaps Port Ellery?',
		);
		expect(await refusal(library().articlesOn('zzzz'))).toBe('No topic called zzzz. /topics lists them all.');
	});

	it('gives comments with what they answer, and counts those that say something', async () => {
		const answer = await library().comments({ article: 'harbour', sort: 'threads', seed: 0 });
		expect(answer.total).toBe(2);
		expect(answer.comments).toMatchObject([
			{ author: 'Tess', replies: 1, answers: null },
			{ author: 'Bo', answers: { author: 'Tess', text: expect.stringContaining('pier') } },
		]);
		expect((await library().comments({ article: 'bare', sort: 'newest', seed: 0 })).comments).toEqual([]);
	});

	describe('suggests while a member types', () => {
		it('the latest articles, then those that fit', async () => {
			const ids = async (typed: string) => (await library().suggestArticles(typed, 25)).map(({ id }) => id);
			expect(await ids('')).toEqual(['library', 'harbour', 'bare']);
			expect(await ids('har')).toEqual(['harbour']);
			expect(await ids('harbuo')).toEqual(['harbour']);
			expect(await ids('zzz')).toEqual([]);
			expect(await library().suggestArticles('', 1)).toHaveLength(1);
		});
		it('speakers with their number of quotations, of the article if one is chosen', async () => {
			expect(await library().suggestSpeakers('', 2)).toEqual([
				{ speaker: 'Ada Quillon', role: 'a reader', quotes: 3 },
				{ speaker: 'Port Ellery Council', role: null, quotes: 1 },
			]);
			expect(await library().suggestSpeakers('bru', 25)).toMatchObject([{ speaker: 'Bruno Quillon' }]);
			expect(await library().suggestSpeakers('', 25, 'library')).toMatchObject([
				{ speaker: 'Ada Quillon', quotes: 1 },
				{ speaker: 'Bruno Quillon' },
				{ speaker: 'Ruíz' },
			]);
			expect(await library().suggestSpeakers('', 25, 'unknown')).toEqual([]);
		});
		it('words that quotations are about, the last one completed, within what else was chosen', async () => {
			const about = (typed: string, within = {}) => library().suggestAbout(typed, 25, within);
			expect(await about('pro')).toEqual(['promised']);
			expect(await about('lamps were PRO')).toEqual(['lamps were promised']);
			expect(await about('boats win')).toEqual([]);
			expect(await about('', { article: 'library' })).toEqual([
				'lamps',
				'reading',
				'needs',
				'quiet',
				'promised',
			]);
			expect(await about('', { speaker: 'bruno' })).toEqual(['lamps']);
			expect(await about('re', { speaker: 'nobody' })).toEqual([]);
			expect(await about('zzz')).toEqual([]);
		});
		it('the same, as one answer, for all ways to type it', async () => {
			const one = await library().suggestSpeakers('Qui', 25);
			expect(await library().suggestSpeakers(' QUI', 25)).toBe(one);
			expect(await library().suggestArticles('Port  Éllery', 25)).toBe(
				await library().suggestArticles('port ellery', 25),
			);
		});
		it('topics, of the article if one is chosen', async () => {
			expect(await library().suggestTopics('boks', 25)).toEqual([{ topic: 'Books', articles: 1 }]);
			expect(await library().suggestTopics('', 25, 'library')).toEqual([
				{ topic: 'Port Ellery', articles: 2 },
				{ topic: 'Books', articles: 1 },
			]);
		});
	});

	it('answers again when something changed', async () => {
		const before = await library().status();
		await library().brief('bare');
		await open.archive.put([inventedRecord({ id: 'bare', headline: 'Something Happened' })]);
		expect((await library().brief('bare')).line.headline).toBe('Something Happened');
		expect(await library().status()).toEqual(before);
	});
});
