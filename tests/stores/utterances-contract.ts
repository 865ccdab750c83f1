import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/stores/archive.ts';
import type { ArticleView } from '../../src/stores/articles.ts';
import { type Invented, inventedRecord } from '../library/invented.ts';
import { type ArchiveUnderTest, harbour, library, openForEach, saidIn } from './under-test.ts';

/** How every store of articles finds speakers and what they said, whatever it is made of. */
export function utterancesContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`speakers and utterances in a store of articles (${name})`, () => {
		let archive: Archive;
		let view: ArticleView;
		openForEach(prepare, (opened) => {
			archive = opened;
			view = archive.seenBy(null);
		});
		const holding = async (...articles: Invented[]) => archive.put(articles.map(inventedRecord));

		it('joins a speaker across articles by full name, and never by a surname alone', async () => {
			await holding(harbour, library, {
				id: 'third',
				paragraphs: ['"No," said Ruiz.'],
				quotes: [{ said: 'No,', by: 'Ruiz' }],
			});
			expect((await view.speakers(10)).map(({ speaker, quotes }) => [speaker, quotes])).toEqual([
				['Ada Quillon', 3],
				['Bruno Quillon', 1],
				['Ruiz', 1],
				['Ruiz', 1],
			]);
			expect(await view.speakersByWords(['quillon'], 'all', 10)).toHaveLength(2);
			expect(await view.speakersByWords(['bruno', 'quil'], 'all', 10)).toHaveLength(1);
			expect(await view.speakersIn('harbour')).toMatchObject([
				{ speaker: 'Ada Quillon', role: 'the harbour master', quotes: 2 },
			]);
		});

		it('joins one full name however it is written, and gives all of one first name and surname', async () => {
			for (const [index, by] of [
				'Ilse van der Bérg',
				'ILSE BERG',
				'Dr. Ilse Berg',
				'Ilse M. Berg',
			].entries()) {
				await holding({
					id: `berg-${index}`,
					paragraphs: [`"No," said ${by}.`],
					quotes: [{ said: 'No,', by }],
				});
			}
			expect(await view.speakers(10)).toMatchObject([{ quotes: 3 }, { quotes: 1 }]);
			const family = await view.speakersOfFamilies(['ilse berg', 'tom orrin']);
			expect(family.map(({ quotes }) => quotes).sort()).toEqual([1, 3]);
			expect(await view.speakersOfFamilies(['ilse berg', 'tom orrin'], 'left out')).toEqual(family);
			expect(await view.speakersOfFamilies(['ilse'])).toEqual([]);
		});

		it('gives nobody of a first name and surname that more than a hundred names have, and others still', async () => {
			const crowd = (id: string, count: number): Invented => {
				const quotes = Array.from({ length: count }, (_, index) => ({
					said: `No ${index},`,
					by: `Ilse ${'abcdefghij'[Math.floor(index / 100)]}${'abcdefghij'[Math.floor(index / 10) % 10]}${'abcdefghij'[index % 10]} Berg`,
				}));
				return { id, paragraphs: quotes.map(({ said, by }) => `"${said}" said ${by}.`), quotes };
			};
			const found = async () =>
				(await view.speakersOfFamilies(['ilse berg', 'ada quillon'])).map(({ key }) => key);
			await holding(harbour, crowd('few', 100));
			expect(await found()).toHaveLength(101);
			for (const count of [101, 1_000]) {
				await holding(crowd('crowd', count));
				expect(await found()).toEqual(['ada quillon///']);
			}
		});

		it('adds utterances with some of the words only where fewer than asked for have all', async () => {
			await holding(harbour, library);
			const about = { about: ['lamp', 'promise'], limit: 10 };
			const few = await view.utterances({ ...about, partly: 2 });
			expect([few.total, few.partly.map(({ words }) => words)]).toEqual([1, [['lamp'], ['promise']]]);
			expect(await view.utterances({ ...about, partly: 1 })).toMatchObject({ total: 1, partly: [] });
		});

		it('finds a rare word together with one that more utterances have than are looked at for one word', async () => {
			const said = Array.from(
				{ length: 520 },
				(_, index) => `Pier ${index} ${index === 7 ? 'lamp ' : ''}waits,`,
			);
			const paragraphs = said.map((text) => `"${text}" said Ilse Berg.`);
			await holding(harbour, library);
			await holding({
				id: 'piers',
				paragraphs,
				quotes: said.map((text) => ({ said: text, by: 'Ilse Berg' })),
			});
			const { total, utterances, partly } = await view.utterances({
				about: ['pier', 'lamp'],
				limit: 5,
				partly: 4,
			});
			expect([total, utterances.map(({ parts }) => parts[0]?.text)]).toEqual([1, ['Pier 7 lamp waits,']]);
			expect(partly.map(({ words }) => words)).toEqual([['lamp'], ['lamp'], ['pier'], ['pier']]);
		});

		it('keeps what an article calls a speaker without a name, and joins nobody by it', async () => {
			const unnamed = (id: string) => ({
				id,
				paragraphs: ['"We wait," a spokesman for the mayor said. "All year."'],
				quotes: [
					{ said: 'We wait,', group: 0 },
					{ said: 'All year.', group: 0, role: 'a spokesman for the mayor' },
				],
			});
			await holding(unnamed('one'), unnamed('two'));
			const { utterances, counts } = await view.utterances({ limit: 10 });
			expect(utterances.map(({ speaker, speakerKey, role }) => [speaker, speakerKey, role])).toEqual([
				[null, null, 'a spokesman for the mayor'],
				[null, null, 'a spokesman for the mayor'],
			]);
			expect([...counts]).toEqual([[null, 2]]);
			expect((await view.line('one'))?.counts.speakers).toBe(0);
		});

		it('finds utterances newest article first and in reading order within one', async () => {
			await holding(harbour, library);
			expect(await saidIn(view, {})).toEqual([
				'Reading needs quiet,',
				'And lamps,',
				'Lamps were promised,',
				'We were promised boats,',
				'Nobody repairs a pier in winter,',
				'go home',
			]);
			const [ada] = await view.speakersByWords(['ada'], 'all', 1);
			expect(await saidIn(view, { speakers: [ada?.key ?? ''] })).toEqual([
				'Reading needs quiet,',
				'We were promised boats,',
				'Nobody repairs a pier in winter,',
			]);
			expect(await saidIn(view, { article: 'library' })).toHaveLength(3);
			expect(await saidIn(view, { article: 'library', speakers: [ada?.key ?? ''] })).toHaveLength(1);
		});

		it('finds utterances by stemmed words of the paragraph and of the one that leads in', async () => {
			await holding(harbour, library);
			expect(await saidIn(view, { about: ['promise'] })).toEqual([
				'Lamps were promised,',
				'We were promised boats,',
			]);
			expect(await saidIn(view, { about: ['fishing', 'quota'] })).toEqual(['We were promised boats,']);
			expect(await saidIn(view, { about: ['promise'], article: 'harbour' })).toEqual([
				'We were promised boats,',
			]);
			const [ada] = await view.speakersByWords(['ada'], 'all', 1);
			expect(await saidIn(view, { about: ['promise'], speakers: [ada?.key ?? ''] })).toEqual([
				'We were promised boats,',
			]);
			expect(await saidIn(view, { about: ['castle'] })).toEqual([]);
		});

		it('finds utterances by their first words, whatever marks and accents they have, newest first', async () => {
			await holding(harbour, library, {
				id: 'pier',
				publishedAt: '2031-05-01T08:00:00+02:00',
				paragraphs: ['"We wére, all of us, told," said Bruno Quillon.', '"We wait," said Quillon.'],
				quotes: [{ said: 'We wére, all of us, told,' }, { said: 'We wait,' }],
			});
			const begin = async (begun: string, limit = 10) =>
				(await view.utterancesBeginning(begun, limit)).map(({ parts }) => parts[0]?.text);
			expect(await begin('we wer')).toEqual(['We wére, all of us, told,', 'We were promised boats,']);
			expect(await begin('we were promised b')).toEqual(['We were promised boats,']);
			expect(await begin('we', 1)).toEqual(['We wére, all of us, told,']);
			expect(await begin('promised')).toEqual([]);
		});

		it('keeps what leads to an utterance on the page of an article with an address', async () => {
			await holding({ ...harbour, url: 'https://ellery.example/harbour' }, library);
			const { utterances } = await view.utterances({ limit: 10 });
			expect(utterances.map(({ fragment }) => fragment ?? null)).toEqual([
				null,
				null,
				null,
				'text=We%20were%20promised%20boats',
				'text=Nobody%20repairs%20a%20pier%20in%20winter',
				'text=go%20home',
			]);
		});

		it('counts all that match, even where only some are given', async () => {
			await holding(harbour, library);
			const all = await view.utterances({ limit: 1 });
			expect(all.utterances).toHaveLength(1);
			expect(all.total).toBe(6);
			const [ada] = await view.speakersByWords(['ada'], 'all', 1);
			expect(all.counts.get(ada?.key ?? '')).toBe(3);
			const promised = await view.utterances({ about: ['promise'], limit: 1 });
			expect(promised.total).toBe(2);
			const [{ speakerKey = null } = {}] = promised.utterances;
			expect(promised.counts.get(speakerKey)).toBe(1);
			const both = await view.utterances({ about: ['promise'], limit: 2 });
			expect(both.total).toBe(2);
			expect(both.counts.get(ada?.key ?? '')).toBe(1);
			const none = await view.utterances({ about: ['quarry'], limit: 1 });
			expect(none).toMatchObject({ total: 0, utterances: [], more: false });
			const here = await view.utterances({ article: 'harbour', limit: 100 });
			expect(here.counts).toEqual(
				new Map([
					[ada?.key, 2],
					[null, 1],
				]),
			);
		});
	});
}
