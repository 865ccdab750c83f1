import { describe, expect, it } from 'vitest';
import { pairsOf } from '../../src/language/compare/pairs.ts';
import { comparedWords } from '../../src/language/compare/words.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { inventedRecord } from '../library/invented.ts';
import { type ArchiveUnderTest, harbour, library, openForEach } from './under-test.ts';

/** Counts by month and phrases of articles, in every store of articles. */
export function monthsContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`counts by month in a store of articles (${name})`, () => {
		let archive: Archive;
		openForEach(prepare, (opened) => {
			archive = opened;
		});
		const later = { ...harbour, id: 'later', publishedAt: '2031-05-09T08:00:00Z' };
		const other = { ...library, id: 'other', capturedAt: '2031-05-30T08:00:00Z' };
		const most = { months: 10, topics: 2 };
		const pairs = (phrase: string) => pairsOf(comparedWords(phrase));

		it('says how many articles are on a topic, and quotations by a speaker, each month', async () => {
			await archive.put([harbour, library, later].map(inventedRecord));
			const view = archive.seenBy(null);
			expect(await view.monthsOf('topic', 'port ellery')).toEqual([
				{ month: '2031-05', count: 1 },
				{ month: '2031-04', count: 2 },
			]);
			const [ada] = await view.speakers(1);
			expect(ada).toMatchObject({ speaker: 'Ada Quillon', quotes: 5 });
			expect(await view.monthsOf('speaker', ada?.key ?? '')).toEqual([
				{ month: '2031-05', count: 2 },
				{ month: '2031-04', count: 3 },
			]);
			expect(await view.monthsOf('topic', 'volcanoes')).toEqual([]);
		});

		it('gives the latest months with the topics of most of their articles', async () => {
			await archive.put([harbour, library, later].map(inventedRecord));
			expect(await archive.seenBy(null).monthsOfTopics(most)).toEqual([
				{
					month: '2031-05',
					articles: 1,
					topics: expect.toSatisfy((topics: unknown[]) => topics.length === 2),
				},
				{
					month: '2031-04',
					articles: 2,
					topics: [{ topic: 'Port Ellery', articles: 2 }, expect.objectContaining({ articles: 1 })],
				},
			]);
			expect(await archive.seenBy(null).monthsOfTopics({ ...most, months: 1 })).toHaveLength(1);
		});

		it('says in how many articles somebody is quoted, and the topics of most of these', async () => {
			await archive.put([harbour, library].map(inventedRecord));
			await archive.put([inventedRecord(later)], '100');
			const [ada] = await archive.seenBy(null).speakers(1);
			const of = (server: string | null) => archive.seenBy(server).quotedIn([ada?.key ?? ''], 1);
			expect(await of(null)).toEqual({ articles: 2, topics: ['Port Ellery'] });
			expect((await of('100')).articles).toBe(3);
			expect((await of('200')).articles).toBe(2);
			expect(await archive.seenBy(null).quotedIn(['nobody'], 3)).toEqual({ articles: 0, topics: [] });
		});

		it('takes away what an article counted when it changes its month or is removed', async () => {
			const file = { name: 'a.txt', size: 1, modified: 1, sha256: null, reader: 'reader' };
			const files = archive.sources({ shelf: null, kind: 'folder' });
			await files.put([inventedRecord(harbour)], file);
			await files.put([inventedRecord({ ...harbour, publishedAt: '2031-06-01T00:00:00Z' })], file);
			const view = archive.seenBy(null);
			expect(await view.monthsOf('topic', 'port ellery')).toEqual([{ month: '2031-06', count: 1 }]);
			expect(await view.monthsOfTopics(most)).toMatchObject([{ month: '2031-06', articles: 1 }]);
			await files.remove('a.txt');
			expect(await view.monthsOf('topic', 'port ellery')).toEqual([]);
			expect(await view.monthsOfTopics(most)).toEqual([]);
		});

		it('adds up what a server sees, and counts nothing of another server', async () => {
			await archive.put([inventedRecord(harbour)]);
			await archive.put([inventedRecord(later)], '100');
			await archive.put([inventedRecord(other)], '200');
			expect(await archive.seenBy('100').monthsOf('topic', 'port ellery')).toEqual([
				{ month: '2031-05', count: 1 },
				{ month: '2031-04', count: 1 },
			]);
			expect(await archive.seenBy('100').monthsOfTopics(most)).toMatchObject([
				{ month: '2031-05', articles: 1, topics: [{ articles: 1 }, { articles: 1 }] },
				{ month: '2031-04', articles: 1 },
			]);
			expect(await archive.seenBy(null).monthsOf('topic', 'books')).toEqual([]);
			expect(await archive.seenBy('100').linesWithEach([pairs('Bruno Quillon')], 5)).toEqual([[]]);
		});

		it('finds the articles that have a phrase', async () => {
			await archive.put([harbour, library].map(inventedRecord));
			const view = archive.seenBy(null);
			const phrases = ['Bruno Quillon', 'of Port Ellery', 'harbour', 'fishing quotas'];
			const found = await view.linesWithEach(phrases.map(pairs), 5);
			expect(found.map((lines) => lines.map(({ id }) => id))).toEqual([
				...[['library'], ['library', 'harbour'], [], ['harbour']],
			]);
			expect(await view.linesWithEach([], 5)).toEqual([]);
		});
	});
}
