import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pairsOf } from '../../src/language/compare/pairs.ts';
import { comparedWords } from '../../src/language/compare/words.ts';
import { words } from '../../src/language/fold.ts';
import { recordOf } from '../../src/sources/record.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { type Invented, invented, inventedRecord } from '../library/invented.ts';
import { type ArchiveUnderTest, harbour, library } from './under-test.ts';

/** How every store of articles finds those that a text may come from, whatever it is made of. */
export function candidatesContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`articles and utterances like a text in a store of articles (${name})`, () => {
		let store: ArchiveUnderTest;
		let archive: Archive;
		beforeEach(async () => {
			store = await prepare();
			archive = await store.open();
		});
		afterEach(async () => {
			await archive.close();
			await store.discard();
		});
		const sharing = async (text: string, server: string | null = null, article?: string) => {
			const pairs = pairsOf(comparedWords(text));
			const asked = { pairs, limit: 5, ...(article !== undefined && { article }) };
			return (await archive.seenBy(server).articlesSharing(asked)).map(({ line }) => line.id);
		};
		const put = (...articles: Invented[]) => archive.put(articles.map(inventedRecord));

		it('finds an article by what was said, by its own words, its headline and its comments', async () => {
			await put(harbour, library);
			expect(await sharing('nobody repairs a pier')).toEqual(['harbour']);
			expect(await sharing('the two sides are')).toEqual(['harbour']);
			expect(await sharing('library of port ellery opens')).toEqual(['library', 'harbour']);
			expect(await sharing('at last')).toEqual(['harbour']);
			expect(await sharing('nothing of the kind was printed')).toEqual([]);
		});

		it('finds it with words changed or swapped, and by common words where they stand together', async () => {
			await put(harbour, library);
			expect(await sharing('nobody ever repairs a bridge in summer')).toEqual(['harbour']);
			expect(await sharing('boats were')).toEqual([]);
			expect((await sharing('promised were we boats'))[0]).toBe('harbour');
			const many = Array.from({ length: 250 }, (_, index) => ({
				id: `many-${index}`,
				paragraphs: [index === 17 ? 'It is what it was and so we go on.' : 'It is what it was. So we go on.'],
			}));
			await put(...many);
			expect((await sharing('what it was and so we go on'))[0]).toBe('many-17');
		});

		it('looks only in the article that it is asked for, and only on the shelves that are seen', async () => {
			await put(harbour);
			await archive.put(
				[inventedRecord({ ...library, paragraphs: ['Nobody repairs a pier.'], quotes: [] })],
				'ours',
			);
			expect(await sharing('nobody repairs a pier')).toEqual(['harbour']);
			expect((await sharing('nobody repairs a pier', 'ours')).toSorted()).toEqual(['harbour', 'library']);
			expect(await sharing('nobody repairs a pier', 'ours', 'library')).toEqual(['library']);
			expect(await sharing('nobody repairs a pier', null, 'library')).toEqual([]);
		});

		it('finds what an article said before it was changed, and nothing of one that is gone', async () => {
			const source = archive.sources({ shelf: null, kind: 'folder' });
			const file = (sha256: string) => ({ name: 'a.txt', size: 1, modified: 1, sha256, reader: 'r' });
			const before = invented(harbour);
			const after = invented({
				...harbour,
				paragraphs: [
					...(harbour.paragraphs?.slice(0, 3) ?? []),
					'A note left at the office said "come back".',
				],
				quotes: [{ said: 'come back' }],
			});
			const record = (article: typeof before, sha256: string) =>
				recordOf({ ...article, source: { ...article.source, sha256 } });
			await source.put([record(before, 'a'.repeat(64))], file('a'.repeat(64)));
			await source.put([record(after, 'b'.repeat(64))], file('b'.repeat(64)));
			expect(await sharing('the office said go home')).toEqual(['harbour']);
			await source.remove('a.txt');
			expect(await sharing('the office said go home')).toEqual([]);
			expect(await sharing('nobody repairs a pier')).toEqual([]);
		});

		it('gives utterances with some of the words, those with more and rarer ones first', async () => {
			await put(harbour, library);
			const view = archive.seenBy(null);
			const like = async (text: string, query: { speakers?: string[]; article?: string } = {}) => {
				const { found } = await view.utterancesLike({ words: words(text), limit: 3, ...query });
				return found.map(({ utterance }) => utterance.parts.find(({ kind }) => kind === 'said')?.text);
			};
			expect((await like('they promised boats and lamps for the harbour'))[0]).toBe(
				'We were promised boats,',
			);
			expect(await like('lamps', { article: 'harbour' })).toEqual([]);
			const [quillon] = await view.speakersByWords(['bruno'], 'all', 1);
			expect(await like('promised lamps', { speakers: [quillon?.key ?? ''] })).toEqual(['And lamps,']);
			expect(await like('zebra')).toEqual([]);
		});

		it('tells a word that all have from one that half have, where it looks at a few hundred', async () => {
			const said = Array.from({ length: 700 }, (_, at) => `Harbour ${at % 2 === 0 ? 'ferry' : 'lamp'} ${at}`);
			const paragraphs = said.map((text) => `"${text}"`);
			await put({ id: 'long', paragraphs, quotes: said.map((text) => ({ said: text })) });
			const { rarity } = await archive.seenBy(null).utterancesLike({ words: ['harbour', 'ferry'], limit: 1 });
			expect(rarity.get('harbour')).toBeCloseTo(1, 1);
			expect(rarity.get('ferry')).toBeCloseTo(Math.log2(3), 1);
		});

		it('counts a word that many utterances of one shelf have by those of that shelf alone', async () => {
			const saying = (id: string, word: string, count: number) => {
				const said = Array.from({ length: count }, (_, at) => `${word} ${at}`);
				const paragraphs = said.map((text) => `"${text}"`);
				return inventedRecord({ id, paragraphs, quotes: said.map((text) => ({ said: text })) });
			};
			await archive.put([saying('shared', 'Harbour', 900)]);
			await archive.put([saying('own', 'Pier', 350)], 'ours');
			const { rarity } = await archive
				.seenBy('ours')
				.utterancesLike({ words: ['pier', 'harbour'], limit: 1 });
			expect(rarity.get('pier')).toBeCloseTo(Math.log2(1 + 1250 / 350), 1);
			expect(rarity.get('harbour')).toBeCloseTo(Math.log2(1 + 1250 / 900), 1);
		});
	});
}
