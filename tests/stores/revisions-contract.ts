import { describe, expect, it } from 'vitest';
import { recordOf } from '../../src/sources/record.ts';
import type { Archive } from '../../src/stores/archive.ts';
import type { ArticleView } from '../../src/stores/articles.ts';
import type { SourceStore } from '../../src/stores/sources.ts';
import { type Invented, invented, inventedRecord } from '../library/invented.ts';
import { type ArchiveUnderTest, harbour, openForEach } from './under-test.ts';

const file = (name: string) => ({ name, size: 1, modified: 1, sha256: null, reader: 'reader' });
/** The harbour master thinks again. */
const edited: Invented = {
	...harbour,
	paragraphs: [
		'On fishing quotas, the two sides are far apart.',
		'"Nobody repairs a pier in winter," said Ada Quillon, the harbour master.',
		'A note left at the office said "go home".',
	],
	quotes: [{ said: 'Nobody repairs a pier in winter,', by: 'Ada Quillon' }, { said: 'go home' }],
};

/** What every store keeps of earlier texts, whatever it is made of. */
export function revisionsContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`what articles said before they were changed (${name})`, () => {
		let archive: Archive;
		let view: ArticleView;
		let files: SourceStore;
		openForEach(prepare, (opened) => {
			archive = opened;
			view = archive.seenBy(null);
			files = archive.sources({ shelf: null, kind: 'folder' });
		});
		/** An article out of other bytes than before. */
		const read = (given: Invented, bytes: string) => {
			const article = invented(given);
			return recordOf({ ...article, source: { ...article.source, sha256: bytes.padEnd(64, '0') } });
		};
		const former = async (query: Omit<Parameters<ArticleView['former']>[0], 'limit'> = {}) =>
			(await view.former({ ...query, limit: 50 })).map(({ parts }) =>
				parts.map(({ text }) => text).join(' '),
			);

		it('is kept with the moment of the change, the latest first', async () => {
			const before = new Date().toISOString();
			await files.put([read(harbour, 'a')], file('a.txt'));
			expect(await view.line('harbour')).toMatchObject({ changedAt: null });
			expect(await view.revisions('harbour')).toEqual([]);
			await files.put([read(edited, 'b')], file('a.txt'));
			await files.put([read({ ...edited, deck: 'Again.' }, 'c')], file('a.txt'));
			const [last, first, ...others] = await view.revisions('harbour');
			expect(others).toEqual([]);
			expect(last?.article.paragraphs).toEqual(edited.paragraphs);
			expect(first?.article.paragraphs).toEqual(harbour.paragraphs);
			expect(first && last && before <= first.until && first.until <= last.until).toBe(true);
			expect(await view.line('harbour')).toMatchObject({ changedAt: last?.until });
		});

		it('finds the utterances that were edited away, by speaker and words, and no others', async () => {
			await files.put([read(harbour, 'a')], file('a.txt'));
			await files.put([read(edited, 'b')], file('a.txt'));
			const gone = ['We were promised boats,'];
			expect(await former()).toEqual(gone);
			expect(await former({ article: 'harbour' })).toEqual(gone);
			expect(await former({ article: 'elsewhere' })).toEqual([]);
			expect(await former({ about: ['promise'] })).toEqual(gone);
			expect(await former({ about: ['winter'] })).toEqual([]);
			expect(await former({ speaker: ['quillon'] })).toEqual(gone);
			expect(await former({ speaker: ['ada', 'quil'], about: ['boat'] })).toEqual(gone);
			expect(await former({ speaker: ['promised'] })).toEqual([]);
			const [utterance] = await view.former({ limit: 1 });
			expect(utterance).toMatchObject({
				speaker: 'Ada Quillon',
				role: 'the harbour master',
				paragraph: 1,
				article: { id: 'harbour' },
			});
			expect(utterance?.until).toBe((await view.line('harbour'))?.changedAt);
		});

		it('leaves what was edited away out of every other answer', async () => {
			await files.put([read(harbour, 'a')], file('a.txt'));
			await files.put([read(edited, 'b')], file('a.txt'));
			expect(await view.status()).toMatchObject({ articles: 1, quotes: 2, speakers: 1 });
			expect(await view.utterances({ about: ['boat'], limit: 5 })).toMatchObject({ total: 0 });
			expect(await view.speakers(5)).toMatchObject([{ quotes: 1 }]);
		});

		it('finds nothing of it any more when it is in the article again', async () => {
			await files.put([read(harbour, 'a')], file('a.txt'));
			await files.put([read(edited, 'b')], file('a.txt'));
			await files.put([read(harbour, 'c')], file('a.txt'));
			expect(await former()).toEqual([]);
			expect((await view.revisions('harbour')).map(({ article }) => article.paragraphs.length)).toEqual([3]);
		});

		it('is kept when the headline changes, and with it the id', async () => {
			await files.put([read(harbour, 'a')], file('a.txt'));
			await files.put(
				[read({ ...edited, id: 'renamed', headline: 'Harbour Stays Shut' }, 'b')],
				file('a.txt'),
			);
			expect(await view.line('harbour')).toBeNull();
			expect((await view.revisions('renamed')).map(({ article }) => article.headline)).toEqual([
				harbour.headline,
			]);
			expect(await former({ article: 'renamed', about: ['boat'] })).toEqual(['We were promised boats,']);
			await files.put([read({ ...edited, id: 'again', headline: 'Shut Again' }, 'c')], file('a.txt'));
			expect(await view.revisions('again')).toHaveLength(2);
		});

		it('is not kept where another article replaces it in a file', async () => {
			await files.put([read(harbour, 'a')], file('a.txt'));
			await files.put([read({ id: 'other' }, 'b')], file('a.txt'));
			expect(await view.revisions('other')).toEqual([]);
			expect(await former()).toEqual([]);
		});

		it('is not kept where the same bytes are read in another way, or only comments were added', async () => {
			await files.put([read(harbour, 'a')], file('a.txt'));
			await files.put([read(edited, 'a')], file('a.txt'));
			expect(await view.revisions('harbour')).toEqual([]);
			await files.put([read({ ...edited, comments: [{ text: 'First!' }] }, 'b')], file('a.txt'));
			expect(await view.revisions('harbour')).toEqual([]);
			expect(await view.line('harbour')).toMatchObject({ changedAt: null });
		});

		it('goes with the article', async () => {
			await files.put([read(harbour, 'a')], file('a.txt'));
			await files.put([read(edited, 'b')], file('a.txt'));
			await files.remove('a.txt');
			expect(await view.revisions('harbour')).toEqual([]);
			expect(await former()).toEqual([]);
			await files.put([read(edited, 'b')], file('a.txt'));
			expect(await view.line('harbour')).toMatchObject({ changedAt: null });
			expect(await former()).toEqual([]);
		});

		it('keeps the last ten texts of an article that changes all the time', async () => {
			for (let day = 0; day < 14; day++) {
				await files.put([read({ ...harbour, deck: `Day ${day}.` }, `${day}x`)], file('a.txt'));
			}
			const kept = (await view.revisions('harbour')).map(({ article }) => article.deck);
			expect(kept).toEqual(Array.from({ length: 10 }, (_, index) => `Day ${12 - index}.`));
		});

		it('is seen only by the server that has the article on its shelf', async () => {
			const own = archive.sources({ shelf: '100', kind: 'link' });
			await own.put([read(harbour, 'a')], file('https://post.example'));
			await own.put([read(edited, 'b')], file('https://post.example'));
			for (const server of [null, '200']) {
				expect(await archive.seenBy(server).revisions('harbour')).toEqual([]);
				expect(await archive.seenBy(server).former({ about: ['promise'], limit: 5 })).toEqual([]);
				expect(await archive.seenBy(server).former({ limit: 5 })).toEqual([]);
			}
			expect(await archive.seenBy('100').revisions('harbour')).toHaveLength(1);
			expect(await archive.seenBy('100').former({ about: ['promise'], limit: 5 })).toHaveLength(1);
			// The shared shelf has it in a form that was never changed.
			await files.put([inventedRecord(harbour)], file('a.txt'));
			expect(await archive.seenBy('100').revisions('harbour')).toEqual([]);
			expect(await archive.seenBy('100').former({ limit: 5 })).toEqual([]);
		});
	});
}
