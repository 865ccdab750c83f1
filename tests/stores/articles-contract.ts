import { describe, expect, it, vi } from 'vitest';
import { unsummarised } from '../../src/sources/record.ts';
import type { Archive } from '../../src/stores/archive.ts';
import type { ArticleView } from '../../src/stores/articles.ts';
import { type Invented, invented, inventedRecord } from '../library/invented.ts';
import { type ArchiveUnderTest, harbour, library, openForEach, saidIn } from './under-test.ts';

/** What every store of articles does, whatever it is made of. */
export function articlesContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`a store of articles (${name})`, () => {
		let store: ArchiveUnderTest;
		let archive: Archive;
		let view: ArticleView;
		openForEach(prepare, (opened, underTest) => {
			archive = opened;
			store = underTest;
			view = archive.seenBy(null);
		});
		const holding = async (...articles: Invented[]) => archive.put(articles.map(inventedRecord));

		it('gives an article back as it was put in', async () => {
			await holding(harbour);
			expect(await view.article('harbour')).toEqual(inventedRecord(harbour).article);
			expect(await view.article('elsewhere')).toBeNull();
		});

		it('dates an article by its publication, else its capture, else when it was added', async () => {
			await holding(harbour, library, { id: 'undated' });
			expect(await view.line('harbour')).toMatchObject({
				at: '2031-04-02T08:00:00+02:00',
				atIs: 'published',
			});
			expect(await view.line('library')).toMatchObject({
				at: '2031-04-03T23:10:00+02:00',
				atIs: 'captured',
			});
			expect(await view.line('undated')).toMatchObject({ atIs: 'added' });
		});

		it('keeps that the reader was unsure of an article, until it is read better', async () => {
			await holding({ ...library, unsure: ['headline'] }, harbour);
			expect(await view.line('library')).toMatchObject({ unsure: true });
			expect(await view.line('harbour')).not.toHaveProperty('unsure');
			await holding(library);
			expect(await view.line('library')).not.toHaveProperty('unsure');
		});

		it('keeps the time of taking in when an undated article changes', async () => {
			await holding({ id: 'undated' });
			const first = await view.line('undated');
			await holding({ id: 'undated', headline: 'Another headline' });
			expect(await view.line('undated')).toMatchObject({ headline: 'Another headline', at: first?.at });
		});

		it('counts utterances, speakers, paragraphs, and comments that say something', async () => {
			await holding(harbour);
			expect((await view.line('harbour'))?.counts).toEqual({
				paragraphs: 4,
				quotes: 3,
				speakers: 1,
				comments: 1,
			});
			expect(await view.status()).toEqual({
				articles: 1,
				quotes: 3,
				speakers: 1,
				comments: 1,
				broken: [],
			});
		});

		it('lists what was added after a moment, the newest by its own date first, and counts it', async () => {
			const before = Date.now() - 1_000;
			await holding(library, harbour, { id: 'undated' });
			const { lines, ...counts } = await view.added(before, 2);
			expect(lines.map(({ id }) => id)).toEqual((await view.latest(2)).map(({ id }) => id));
			expect(counts).toEqual({ total: 3, more: false });
			expect(await view.added(Date.now() + 60_000, 2)).toEqual({ lines: [], total: 0, more: false });
		});

		it('looks through and counts no more than the last thousand that were added', async () => {
			await archive.put(
				Array.from({ length: 1_001 }, (_, n) =>
					unsummarised(invented({ id: `n${n}`, publishedAt: `${3000 - n}` })),
				),
			);
			const { lines, total, more } = await view.added(0, 1);
			expect({ total, more }).toEqual({ total: 1_000, more: true });
			// The very first has the latest date, and is the one that is not looked at.
			expect(lines[0]?.id).toBe('n1');
		}, 120_000);

		it('lists the latest first by moment, whatever the offset it is written with', async () => {
			await holding(
				{ id: 'early', publishedAt: '2031-04-02T09:00:00+09:00' },
				{ id: 'late', publishedAt: '2031-04-02T01:00:00Z' },
			);
			expect((await view.latest(10)).map(({ id }) => id)).toEqual(['late', 'early']);
			expect(await view.latest(1)).toHaveLength(1);
		});

		it('finds headlines by words, the last one perhaps only begun', async () => {
			await holding(harbour, library);
			const found = async (...typed: string[]) =>
				(await view.linesByWords(typed, 'all', 10)).map(({ id }) => id);
			expect(await found('port', 'ellery')).toEqual(['library', 'harbour']);
			expect(await found('ellery', 'clo')).toEqual(['harbour']);
			expect(await found('elle', 'close')).toEqual([]);
			expect(await view.linesByWords(['repairs', 'castle'], 'any', 10)).toMatchObject([{ id: 'harbour' }]);
			expect(await view.linesByHeadline('library of port ellery opens at night', 10)).toHaveLength(1);
		});

		it('counts topics over articles and finds the articles of one', async () => {
			await holding(harbour, library);
			expect((await view.topics(10)).map(({ topic, articles }) => [topic, articles])).toEqual([
				['Port Ellery', 2],
				['Books', 1],
				['Fishing', 1],
				['Harbours', 1],
			]);
			expect(await view.topic('port ellery')).toMatchObject({ topic: 'Port Ellery', articles: 2 });
			expect(await view.topic('castles')).toBeNull();
			expect((await view.linesByTopic('port ellery', 10)).map(({ id }) => id)).toEqual([
				'library',
				'harbour',
			]);
			expect(await view.topicsByWords(['ell'], 'all', 10)).toMatchObject([{ topic: 'Port Ellery' }]);
		});

		it('puts topics of the same number in order whatever their case', async () => {
			await holding({ id: 'cases', topics: ['boats', 'Zoo', 'apples', 'Élan'] });
			expect((await view.topics(10)).map(({ topic }) => topic)).toEqual(['apples', 'boats', 'Élan', 'Zoo']);
		});

		it('offers the words that a slip could have been meant for', async () => {
			await holding(harbour);
			const like = (typed: string, start: 'two letters' | 'slipped') =>
				view.words('headline', { typed, start, shortest: 5, longest: 8 });
			expect(await like('harbuor', 'two letters')).toEqual(['harbour']);
			for (const typed of ['barbour', 'ahrbour', 'arbour', 'xharbour']) {
				expect(await like(typed, 'slipped')).toContain('harbour');
			}
			expect(await like('zzzzzz', 'slipped')).toEqual([]);
		});

		it('drops what a changed article no longer says', async () => {
			await holding(harbour);
			await holding({ id: 'harbour', headline: 'Pier Stays Open', topics: ['Piers'] });
			expect(await view.utterances({ limit: 10 })).toMatchObject({ utterances: [], total: 0 });
			expect(await view.utterances({ about: ['promise'], limit: 10 })).toMatchObject({ total: 0 });
			expect(await view.speakers(10)).toEqual([]);
			expect(await view.speakersByWords(['ada'], 'any', 10)).toEqual([]);
			expect(await view.topics(10)).toMatchObject([{ topic: 'Piers', articles: 1 }]);
			expect(await view.linesByWords(['harbour'], 'any', 10)).toEqual([]);
			expect(await view.status()).toMatchObject({ articles: 1, quotes: 0, speakers: 0, comments: 0 });
		});

		it('keeps the last of two articles with one id that come together', async () => {
			await holding(harbour, { id: 'harbour', headline: 'Pier Stays Open' }, library);
			expect(await view.linesByWords(['harbour'], 'any', 10)).toEqual([]);
			expect(await view.status()).toMatchObject({ articles: 2, quotes: 3 });
		});

		it('adds all articles of a call or none', async () => {
			const good = inventedRecord(harbour);
			const bad = { ...inventedRecord(library), utterances: [{} as never] };
			await expect(archive.put([good, bad])).rejects.toThrow();
			expect(await view.article('harbour')).toBeNull();
		});

		it('changes its generation with every change, and not with a look', async () => {
			const before = view.generation();
			await holding(harbour);
			const after = view.generation();
			expect(after).not.toBe(before);
			await view.latest(10);
			await view.utterances({ limit: 10 });
			expect(view.generation()).toBe(after);
		});

		it('is the same for everyone who opens it', async () => {
			const other = await store.open();
			try {
				const seen = other.seenBy(null);
				const before = seen.generation();
				await holding(harbour);
				expect(other.identity).toBe(archive.identity);
				await vi.waitFor(() => expect(seen.generation()).not.toBe(before), { timeout: 5_000 });
				expect(await seen.line('harbour')).toEqual(await view.line('harbour'));
			} finally {
				await other.close();
			}
		});

		it('accepts writes from several processes at once, and loses none', async () => {
			const other = await store.open();
			try {
				const ids = Array.from({ length: 40 }, (_, index) => `article-${index}`);
				await Promise.all(
					ids.map((id, index) => (index % 2 ? archive : other).put([inventedRecord({ id })])),
				);
				expect(await view.status()).toMatchObject({ articles: 40 });
			} finally {
				await other.close();
			}
		});

		it('is not surprised by hostile words', async () => {
			await holding(harbour, {
				id: 'hostile',
				headline: `'; DROP TABLE articles; -- \u0000 ${'"'.repeat(50)}`,
				topics: ['NOT', '"', '*'],
				paragraphs: ['"NEAR(AND)" said Nobody Special.'],
				quotes: [{ said: 'NEAR(AND)', by: 'Nobody Special' }],
			});
			expect(await saidIn(view, { about: ['near', 'and'] })).toEqual(['NEAR(AND)']);
			expect(await view.topicsByWords(['not'], 'all', 10)).toMatchObject([{ topic: 'NOT' }]);
			expect(await view.linesByWords(['or'], 'all', 10)).toEqual([]);
			expect(await view.status()).toMatchObject({ articles: 2 });
		});
	});
}
