import { describe, expect, it } from 'vitest';
import { pairsOf } from '../../src/language/compare/pairs.ts';
import { comparedWords } from '../../src/language/compare/words.ts';
import type { Archive } from '../../src/stores/archive.ts';
import type { SearchQuery } from '../../src/stores/search.ts';
import { type Invented, inventedRecord } from '../library/invented.ts';
import { type ArchiveUnderTest, harbour, library, openForEach } from './under-test.ts';

/** How every store of articles is searched, whatever it is made of. */
export function searchContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`searching a store of articles (${name})`, () => {
		let archive: Archive;
		openForEach(prepare, async (opened) => {
			archive = opened;
			await archive.put([harbour, library].map(inventedRecord));
		});
		const put = (...articles: Invented[]) => archive.put(articles.map(inventedRecord));
		const asked = (all: readonly string[], more: Partial<SearchQuery> = {}): SearchQuery => ({
			all: all.map((word) => [word]),
			none: [],
			pairs: [],
			limit: 10,
			...more,
		});
		const articles = async (
			query: SearchQuery,
			part: 'text' | 'comment' = 'text',
			server: string | null = null,
		) => (await archive.seenBy(server).searchArticles(part, query)).found.map(({ id }) => id);
		const said = async (query: SearchQuery, server: string | null = null) =>
			(await archive.seenBy(server).searchUtterances(query)).found.map(({ parts }) => parts[0]?.text);
		const phrase = (text: string) => pairsOf(comparedWords(text));

		it('finds articles by words of their headline and text, in any form, and others by their comments', async () => {
			expect(await articles(asked(['quotas']))).toEqual(['harbour']);
			expect(await articles(asked(['ellery', 'lamp']))).toEqual(['library']);
			expect(await articles(asked(['ellery']))).toEqual(['library', 'harbour']);
			expect(await articles(asked(['last']), 'comment')).toEqual(['harbour']);
			expect(await articles(asked(['quotas']), 'comment')).toEqual([]);
		});

		it('takes one word of a row, and none of those that may not be there', async () => {
			expect(await articles(asked([], { all: [['quotas', 'lamps']] }))).toEqual(['library', 'harbour']);
			expect(await articles(asked(['ellery'], { none: ['lamp'] }))).toEqual(['harbour']);
			expect(await said(asked(['promised'], { none: ['boats'] }))).toEqual(['Lamps were promised,']);
		});

		it('leaves out a forbidden word beside a phrase, and behind more than a thousand that have both', async () => {
			const pier = phrase('repairs a pier');
			expect(await articles(asked([], { pairs: pier, none: ['quotas'] }))).toEqual([]);
			expect(await articles(asked([], { pairs: pier, none: ['lamps'] }))).toEqual(['harbour']);
			expect(await said(asked([], { pairs: phrase('repairs a pier'), none: ['winter'] }))).toEqual([]);
			const many = Array.from({ length: 1_100 }, (_, number) => `We were promised boats and ${number} oars`);
			await put({
				...harbour,
				id: 'many',
				paragraphs: many.map((text) => `"${text}," said Ada Quillon.`),
				quotes: many.map((text) => ({ said: `${text},`, by: 'Ada Quillon', cue: 'said' })),
			});
			expect(await said(asked(['promised'], { none: ['boats'] }))).toEqual(['Lamps were promised,']);
			expect((await said(asked(['boats'], { none: ['oars', 'lamps'] }))).at(0)).toBe(
				'We were promised boats,',
			);
		});

		it('finds what was said by neighbouring words, in any archive and however common they are', async () => {
			expect(await said(asked([], { pairs: phrase('were promised boats') }))).toEqual([
				'We were promised boats,',
			]);
			expect(await said(asked([], { pairs: phrase('were boats promised') }))).toEqual([]);
			expect(await articles(asked([], { pairs: phrase('repairs a pier') }))).toEqual(['harbour']);
		});

		it('keeps to a topic and to days', async () => {
			expect(await articles(asked(['ellery'], { topic: 'books' }))).toEqual(['library']);
			const april3 = Date.UTC(2031, 3, 3);
			expect(await articles(asked(['ellery'], { since: april3 }))).toEqual(['library']);
			expect(await articles(asked(['ellery'], { until: april3 }))).toEqual(['harbour']);
			expect(await said(asked(['promised'], { until: april3 }))).toEqual(['We were promised boats,']);
		});

		it('sees the shared shelf and the own one, and nothing of an article that is gone', async () => {
			const secret = { ...harbour, id: 'secret', headline: 'Zeppelin over Ellery', quotes: [] };
			await archive.put([inventedRecord({ ...secret, paragraphs: ['A zeppelin.'] })], 'ours');
			expect(await articles(asked(['zeppelin']))).toEqual([]);
			expect(await articles(asked(['zeppelin']), 'text', 'theirs')).toEqual([]);
			expect(await articles(asked(['zeppelin']), 'text', 'ours')).toEqual(['secret']);
			await put({ ...harbour, paragraphs: ['Nothing.'], quotes: [], comments: [] });
			expect(await articles(asked(['quotas']))).toEqual([]);
			expect(await articles(asked(['last']), 'comment')).toEqual([]);
			expect(await said(asked(['boats']))).toEqual([]);
		});

		it('names those with the most and the rarest of some words, and says how many there are', async () => {
			const view = archive.seenBy(null);
			const like = await view.articlesLike(['ellery', 'quotas', 'zzzz'], 5);
			expect(like.map(({ id }) => id)).toEqual(['harbour', 'library']);
			expect(await view.searchUtterances(asked(['promised'], { limit: 1 }))).toMatchObject({
				total: 2,
				more: false,
			});
			expect((await view.searchUtterances(asked(['promised'], { limit: 0 }))).total).toBe(1);
		});
	});
}
