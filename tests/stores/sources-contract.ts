import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/stores/archive.ts';
import type { ArticleView } from '../../src/stores/articles.ts';
import type { SourceState, SourceStore } from '../../src/stores/sources.ts';
import { inventedRecord } from '../library/invented.ts';
import { type ArchiveUnderTest, harbour, library, openForEach } from './under-test.ts';

const file = (name: string, given: Partial<SourceState> = {}): SourceState => ({
	name,
	size: 10,
	modified: 1_700_000_000_000.25,
	sha256: 'a'.repeat(64),
	reader: 'reader-1',
	...given,
});

/** What every store of sources does, whatever it is made of. */
export function sourcesContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`a store of sources (${name})`, () => {
		let archive: Archive;
		let view: ArticleView;
		let files: SourceStore;
		openForEach(prepare, (opened) => {
			archive = opened;
			view = archive.seenBy(null);
			files = archive.sources({ shelf: null, kind: 'folder' });
		});
		const shown = async () => (await view.latest(10)).map(({ headline }) => headline);
		const headlined = (headline: string) => inventedRecord({ ...harbour, headline });

		it('remembers sources by name, and pages through them', async () => {
			await files.put([inventedRecord(harbour)], file('b.txt'));
			await files.fail(file('a.txt', { sha256: null }), 'is empty');
			expect(await files.list('', 10)).toEqual([file('a.txt', { sha256: null }), file('b.txt')]);
			expect(await files.list('a.txt', 10)).toEqual([file('b.txt')]);
			expect(await files.named(['b.txt', 'c.txt'])).toEqual([file('b.txt')]);
			expect(await files.count()).toBe(2);
			await files.touch(file('b.txt', { size: 11, modified: 5 }));
			expect(await files.named(['b.txt'])).toEqual([file('b.txt', { size: 11, modified: 5 })]);
		});

		it('answers for hundreds of names at once', async () => {
			const names = Array.from({ length: 1_000 }, (_, index) => `${index} 'a "b.txt`);
			for (const known of names.slice(0, 5)) await files.fail(file(known), 'is empty');
			expect(await files.named(names)).toHaveLength(5);
		});

		it('keeps sources of another kind, or of another shelf, apart', async () => {
			const links = archive.sources({ shelf: null, kind: 'link' });
			const theirs = archive.sources({ shelf: '100', kind: 'folder' });
			await files.put([inventedRecord(harbour)], file('a.txt'));
			await links.put([inventedRecord(library)], file('a.txt'));
			await theirs.fail(file('a.txt'), 'is empty');
			expect(await links.count()).toBe(1);
			await links.remove('a.txt');
			expect(await files.list('', 10)).toEqual([file('a.txt')]);
			expect(await theirs.count()).toBe(1);
			expect(await shown()).toEqual([harbour.headline]);
			expect((await view.status()).broken).toEqual([]);
		});

		it('says which sources of the kind hold an article', async () => {
			await files.put([inventedRecord(harbour), inventedRecord(library)], file('b.txt'));
			await files.put([inventedRecord(harbour)], file('a.txt'));
			expect(await files.holding('harbour')).toEqual(['a.txt', 'b.txt']);
			expect(await files.holding('library')).toEqual(['b.txt']);
			await files.put([], file('b.txt'));
			expect(await files.holding('library')).toEqual([]);
		});

		it('names a broken source until it is fixed or gone', async () => {
			await files.fail(file('a.txt'), 'is empty');
			expect((await view.status()).broken).toMatchObject([{ name: 'a.txt', reason: 'is empty' }]);
			await files.put([inventedRecord(harbour)], file('a.txt'));
			expect((await view.status()).broken).toEqual([]);
			await files.fail(file('b.txt'), 'is empty');
			await files.remove('b.txt');
			expect((await view.status()).broken).toEqual([]);
		});

		it('says whether a failure is new', async () => {
			expect(await files.fail(file('a.txt'), 'is empty')).toBe(true);
			expect(await files.fail(file('a.txt'), 'is empty')).toBe(false);
			expect(await files.fail(file('a.txt'), 'is binary')).toBe(true);
			await files.put([inventedRecord(harbour)], file('a.txt'));
			expect(await files.fail(file('a.txt'), 'is empty', { keep: true })).toBe(true);
			expect(await files.fail(file('a.txt'), 'is empty', { keep: true })).toBe(false);
			expect(await files.fail(file('a.txt'), 'is empty')).toBe(true);
		});

		it('removes what a source held when it breaks, goes, or holds another article', async () => {
			await files.put([inventedRecord(harbour)], file('a.txt'));
			await files.put([inventedRecord(library)], file('a.txt'));
			expect(await shown()).toEqual([library.headline]);
			await files.fail(file('a.txt'), 'cannot be read now', { keep: true });
			expect(await shown()).toHaveLength(1);
			await files.fail(file('a.txt'), 'is empty');
			expect(await shown()).toEqual([]);
			await files.put([inventedRecord(library)], file('a.txt'));
			await files.remove('a.txt');
			expect(await shown()).toEqual([]);
			expect(await files.list('', 10)).toEqual([]);
		});

		it('adds none, one or many articles of a source', async () => {
			await files.put([], file('feed.xml'));
			expect(await shown()).toEqual([]);
			expect(await files.named(['feed.xml'])).toHaveLength(1);
			await files.put([inventedRecord(harbour), inventedRecord(library)], file('feed.xml'));
			expect(await view.status()).toMatchObject({ articles: 2, quotes: 6 });
			await files.put([inventedRecord(library)], file('feed.xml'));
			expect(await shown()).toEqual([library.headline]);
			await files.put([headlined('First'), headlined('Last')], file('feed.xml'));
			expect(await shown()).toEqual(['Last']);
		});

		it('still shows an article that another source holds when one changes, breaks or goes', async () => {
			const lost: readonly (readonly [string, () => Promise<unknown>])[] = [
				['goes', () => files.remove('a.txt')],
				['breaks', () => files.fail(file('a.txt'), 'is empty')],
				['holds another one', () => files.put([inventedRecord(library)], file('a.txt'))],
			];
			for (const [, lose] of lost) {
				await files.put([inventedRecord(harbour)], file('copy.txt'));
				await files.put([inventedRecord(harbour)], file('a.txt'));
				await lose();
				expect(await shown()).toContain(harbour.headline);
				expect(await view.utterances({ about: ['promise'], article: 'harbour', limit: 5 })).toMatchObject({
					total: 1,
				});
			}
		});

		it('shows what the other source has when the one read last goes, at once and in every answer', async () => {
			await files.put([headlined('Early Copy')], file('copy.txt'));
			await files.put(
				[inventedRecord({ ...harbour, headline: 'Late Original', quotes: [], topics: ['Piers'] })],
				file('a.txt'),
			);
			expect(await shown()).toEqual(['Late Original']);
			await files.remove('a.txt');
			expect(await shown()).toEqual(['Early Copy']);
			expect(await view.linesByWords(['late'], 'any', 5)).toEqual([]);
			expect(await view.linesByWords(['early'], 'any', 5)).toHaveLength(1);
			expect((await view.article('harbour'))?.headline).toBe('Early Copy');
			expect(await view.speakers(5)).toMatchObject([{ speaker: 'Ada Quillon', quotes: 2 }]);
			expect((await view.topics(5)).map(({ topic }) => topic)).not.toContain('Piers');
			expect(await view.utterances({ about: ['fishing', 'quota'], limit: 5 })).toMatchObject({ total: 1 });
			await files.remove('copy.txt');
			expect(await view.status()).toMatchObject({ articles: 0, quotes: 0, speakers: 0, comments: 0 });
		});
	});
}
