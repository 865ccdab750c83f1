import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/stores/archive.ts';
import type { FileState } from '../../src/stores/sources.ts';
import { type Invented, invented, inventedRecord } from '../library/invented.ts';

/** A store under test: each call of `open` opens the same archive once more; `discard` ends it. */
export interface ArchiveUnderTest {
	open(): Promise<Archive>;
	discard(): Promise<void>;
}

const file = (name: string, given: Partial<FileState> = {}): FileState => ({
	name,
	size: 10,
	modified: 1_700_000_000_000.25,
	sha256: 'a'.repeat(64),
	reader: 'reader-1',
	...given,
});

const harbour: Invented = {
	id: 'harbour',
	headline: 'Harbour of Port Ellery to Close for Repairs',
	publishedAt: '2031-04-02T08:00:00+02:00',
	topics: ['Port Ellery', 'Harbours', 'Fishing'],
	paragraphs: [
		'On fishing quotas, the two sides are far apart.',
		'"We were promised boats," said Ada Quillon, the harbour master.',
		'"Nobody repairs a pier in winter," Quillon said.',
		'A note left at the office said "go home".',
	],
	quotes: [
		{ said: 'We were promised boats,', by: 'Ada Quillon', role: 'the harbour master', cue: 'said' },
		{ said: 'Nobody repairs a pier in winter,', by: 'Ada Quillon', cue: 'said' },
		{ said: 'go home' },
	],
	comments: [{ author: 'Tess', text: 'At last.' }, { text: '' }],
};
const library: Invented = {
	id: 'library',
	headline: 'Library of Port Ellery Opens at Night',
	capturedAt: '2031-04-03T23:10:00+02:00',
	topics: ['Port Ellery', 'Books'],
	paragraphs: [
		'"Reading needs quiet," said Ada Quillon.',
		'"And lamps," said Bruno Quillon.',
		'"Lamps were promised," said Mayor Ruiz.',
	],
	quotes: [
		{ said: 'Reading needs quiet,', by: 'Ada Quillon' },
		{ said: 'And lamps,', by: 'Bruno Quillon' },
		{ said: 'Lamps were promised,', by: 'Ruiz' },
	],
};

/** What every store of articles does, whatever it is made of. */
export function archiveContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`a store of articles (${name})`, () => {
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
		const holding = async (...articles: Invented[]) => archive.put(articles.map(inventedRecord));
		const said = async (query: Omit<Parameters<Archive['utterances']>[0], 'limit'>) => {
			const { utterances } = await archive.utterances({ ...query, limit: 100 });
			return utterances.map(({ parts }) => parts.map((part) => part.text).join(' '));
		};

		it('gives an article back as it was put in', async () => {
			await holding(harbour);
			expect(await archive.article('harbour')).toEqual(invented(harbour));
			expect(await archive.article('elsewhere')).toBeNull();
		});

		it('dates an article by its publication, else its capture, else when it was taken in', async () => {
			await holding(harbour, library, { id: 'undated' });
			expect(await archive.line('harbour')).toMatchObject({
				at: '2031-04-02T08:00:00+02:00',
				atIs: 'published',
			});
			expect(await archive.line('library')).toMatchObject({
				at: '2031-04-03T23:10:00+02:00',
				atIs: 'captured',
			});
			expect(await archive.line('undated')).toMatchObject({ atIs: 'added' });
		});

		it('keeps the time of taking in when an undated article changes', async () => {
			await holding({ id: 'undated' });
			const first = await archive.line('undated');
			await holding({ id: 'undated', headline: 'Another headline' });
			expect(await archive.line('undated')).toMatchObject({ headline: 'Another headline', at: first?.at });
		});

		it('counts utterances, speakers, paragraphs, and comments that say something', async () => {
			await holding(harbour);
			expect((await archive.line('harbour'))?.counts).toEqual({
				paragraphs: 4,
				quotes: 3,
				speakers: 1,
				comments: 1,
			});
			expect(await archive.status()).toEqual({
				articles: 1,
				quotes: 3,
				speakers: 1,
				comments: 1,
				broken: [],
			});
		});

		it('lists the latest first by moment, whatever the offset it is written with', async () => {
			await holding(
				{ id: 'early', publishedAt: '2031-04-02T09:00:00+09:00' },
				{ id: 'late', publishedAt: '2031-04-02T01:00:00Z' },
			);
			expect((await archive.latest(10)).map(({ id }) => id)).toEqual(['late', 'early']);
			expect(await archive.latest(1)).toHaveLength(1);
		});

		it('finds headlines by words, the last one perhaps only begun', async () => {
			await holding(harbour, library);
			const found = async (...typed: string[]) =>
				(await archive.linesByWords(typed, 'all', 10)).map(({ id }) => id);
			expect(await found('port', 'ellery')).toEqual(['library', 'harbour']);
			expect(await found('ellery', 'clo')).toEqual(['harbour']);
			expect(await found('elle', 'close')).toEqual([]);
			expect(await archive.linesByWords(['repairs', 'castle'], 'any', 10)).toMatchObject([{ id: 'harbour' }]);
			expect(await archive.linesByHeadline('library of port ellery opens at night', 10)).toHaveLength(1);
		});

		it('joins a speaker across articles by full name, and never by a surname alone', async () => {
			await holding(harbour, library, {
				id: 'third',
				paragraphs: ['"No," said Ruiz.'],
				quotes: [{ said: 'No,', by: 'Ruiz' }],
			});
			expect((await archive.speakers(10)).map(({ speaker, quotes }) => [speaker, quotes])).toEqual([
				['Ada Quillon', 3],
				['Bruno Quillon', 1],
				['Ruiz', 1],
				['Ruiz', 1],
			]);
			expect(await archive.speakersByWords(['quillon'], 'all', 10)).toHaveLength(2);
			expect(await archive.speakersByWords(['bruno', 'quil'], 'all', 10)).toHaveLength(1);
			expect(await archive.speakersIn('harbour')).toMatchObject([
				{ speaker: 'Ada Quillon', role: 'the harbour master', quotes: 2 },
			]);
		});

		it('joins one full name however it is written', async () => {
			for (const [index, by] of ['Ilse van der Bérg', 'ILSE BERG', 'Ilse M. Berg'].entries()) {
				await holding({
					id: `berg-${index}`,
					paragraphs: [`"No," said ${by}.`],
					quotes: [{ said: 'No,', by }],
				});
			}
			expect(await archive.speakers(10)).toMatchObject([{ quotes: 3 }]);
		});

		it('keeps what an article calls a speaker without a name, and joins nobody by it', async () => {
			const unnamed = (id: string) => ({
				id,
				paragraphs: ['"We wait," a spokesman for the mayor said. "For ever."'],
				quotes: [
					{ said: 'We wait,', group: 0 },
					{ said: 'For ever.', group: 0, role: 'a spokesman for the mayor' },
				],
			});
			await holding(unnamed('one'), unnamed('two'));
			const { utterances, counts } = await archive.utterances({ limit: 10 });
			expect(utterances.map(({ speaker, speakerKey, role }) => [speaker, speakerKey, role])).toEqual([
				[null, null, 'a spokesman for the mayor'],
				[null, null, 'a spokesman for the mayor'],
			]);
			expect([...counts]).toEqual([[null, 2]]);
			expect((await archive.line('one'))?.counts.speakers).toBe(0);
		});

		it('finds utterances newest article first and in reading order within one', async () => {
			await holding(harbour, library);
			expect(await said({})).toEqual([
				'Reading needs quiet,',
				'And lamps,',
				'Lamps were promised,',
				'We were promised boats,',
				'Nobody repairs a pier in winter,',
				'go home',
			]);
			const [ada] = await archive.speakersByWords(['ada'], 'all', 1);
			expect(await said({ speakers: [ada?.key ?? ''] })).toEqual([
				'Reading needs quiet,',
				'We were promised boats,',
				'Nobody repairs a pier in winter,',
			]);
			expect(await said({ article: 'library' })).toHaveLength(3);
			expect(await said({ article: 'library', speakers: [ada?.key ?? ''] })).toHaveLength(1);
		});

		it('finds utterances by stemmed words of the paragraph and of the one that leads in', async () => {
			await holding(harbour, library);
			expect(await said({ about: ['promise'] })).toEqual(['Lamps were promised,', 'We were promised boats,']);
			expect(await said({ about: ['fishing', 'quota'] })).toEqual(['We were promised boats,']);
			expect(await said({ about: ['promise'], article: 'harbour' })).toEqual(['We were promised boats,']);
			const [ada] = await archive.speakersByWords(['ada'], 'all', 1);
			expect(await said({ about: ['promise'], speakers: [ada?.key ?? ''] })).toEqual([
				'We were promised boats,',
			]);
			expect(await said({ about: ['castle'] })).toEqual([]);
		});

		it('counts all that match, even where only some are given', async () => {
			await holding(harbour, library);
			const all = await archive.utterances({ limit: 1 });
			expect(all.utterances).toHaveLength(1);
			expect(all.total).toBe(6);
			const [ada] = await archive.speakersByWords(['ada'], 'all', 1);
			expect(all.counts.get(ada?.key ?? '')).toBe(3);
			const promised = await archive.utterances({ about: ['promise'], limit: 1 });
			expect(promised.total).toBe(2);
			expect(promised.counts.get(ada?.key ?? '')).toBe(1);
			const here = await archive.utterances({ article: 'harbour', limit: 100 });
			expect(here.counts).toEqual(
				new Map([
					[ada?.key, 2],
					[null, 1],
				]),
			);
		});

		it('counts topics over articles and finds the articles of one', async () => {
			await holding(harbour, library);
			expect((await archive.topics(10)).map(({ topic, articles }) => [topic, articles])).toEqual([
				['Port Ellery', 2],
				['Books', 1],
				['Fishing', 1],
				['Harbours', 1],
			]);
			expect(await archive.topic('port ellery')).toMatchObject({ topic: 'Port Ellery', articles: 2 });
			expect(await archive.topic('castles')).toBeNull();
			expect((await archive.linesByTopic('port ellery', 10)).map(({ id }) => id)).toEqual([
				'library',
				'harbour',
			]);
			expect(await archive.topicsByWords(['ell'], 'all', 10)).toMatchObject([{ topic: 'Port Ellery' }]);
		});

		it('puts topics of the same number in order whatever their case', async () => {
			await holding({ id: 'cases', topics: ['boats', 'Zoo', 'apples', 'Élan'] });
			expect((await archive.topics(10)).map(({ topic }) => topic)).toEqual([
				'apples',
				'boats',
				'Élan',
				'Zoo',
			]);
		});

		it('offers the words that a slip could have been meant for', async () => {
			await holding(harbour);
			const like = (typed: string, start: 'two letters' | 'slipped') =>
				archive.words('headline', { typed, start, shortest: 5, longest: 8 });
			expect(await like('harbuor', 'two letters')).toEqual(['harbour']);
			for (const typed of ['barbour', 'ahrbour', 'arbour', 'xharbour']) {
				expect(await like(typed, 'slipped')).toContain('harbour');
			}
			expect(await like('zzzzzz', 'slipped')).toEqual([]);
		});

		it('forgets what a changed article no longer says', async () => {
			await holding(harbour);
			await holding({ id: 'harbour', headline: 'Pier Stays Open', topics: ['Piers'] });
			expect(await archive.utterances({ limit: 10 })).toMatchObject({ utterances: [], total: 0 });
			expect(await archive.utterances({ about: ['promise'], limit: 10 })).toMatchObject({ total: 0 });
			expect(await archive.speakers(10)).toEqual([]);
			expect(await archive.speakersByWords(['ada'], 'any', 10)).toEqual([]);
			expect(await archive.topics(10)).toMatchObject([{ topic: 'Piers', articles: 1 }]);
			expect(await archive.linesByWords(['harbour'], 'any', 10)).toEqual([]);
			expect(await archive.status()).toMatchObject({ articles: 1, quotes: 0, speakers: 0, comments: 0 });
		});

		it('keeps the last of two articles with one id that come together', async () => {
			await holding(harbour, { id: 'harbour', headline: 'Pier Stays Open' }, library);
			expect(await archive.linesByWords(['harbour'], 'any', 10)).toEqual([]);
			expect(await archive.status()).toMatchObject({ articles: 2, quotes: 3 });
		});

		it('takes articles in all or none', async () => {
			const good = inventedRecord(harbour);
			const bad = { ...inventedRecord(library), utterances: [{} as never] };
			await expect(archive.put([good, bad])).rejects.toThrow();
			expect(await archive.article('harbour')).toBeNull();
		});

		it('grows its generation with every change, and not with a look', async () => {
			const before = await archive.generation();
			await holding(harbour);
			const after = await archive.generation();
			expect(after).toBeGreaterThan(before);
			await archive.latest(10);
			await archive.utterances({ limit: 10 });
			expect(await archive.generation()).toBe(after);
		});

		it('remembers files by name and pages through them', async () => {
			await archive.putFile(inventedRecord(harbour), file('b.txt'));
			await archive.breakFile(file('a.txt', { sha256: null }), 'is empty');
			expect(await archive.files('', 10)).toEqual([file('a.txt', { sha256: null }), file('b.txt')]);
			expect(await archive.files('a.txt', 10)).toEqual([file('b.txt')]);
			expect(await archive.file('b.txt')).toEqual(file('b.txt'));
			expect(await archive.file('c.txt')).toBeNull();
		});

		it('names a broken file until it is mended or gone', async () => {
			await archive.breakFile(file('a.txt'), 'is empty');
			expect((await archive.status()).broken).toMatchObject([{ name: 'a.txt', reason: 'is empty' }]);
			await archive.putFile(inventedRecord(harbour), file('a.txt'));
			expect((await archive.status()).broken).toEqual([]);
			await archive.breakFile(file('b.txt'), 'is empty');
			await archive.removeFile('b.txt');
			expect((await archive.status()).broken).toEqual([]);
		});

		it('lets go of what a file held when it breaks, goes, or holds another article', async () => {
			await archive.putFile(inventedRecord(harbour), file('a.txt'));
			await archive.putFile(inventedRecord(library), file('a.txt'));
			expect((await archive.latest(10)).map(({ id }) => id)).toEqual(['library']);
			await archive.breakFile(file('a.txt'), 'cannot be read now', { keep: true });
			expect(await archive.latest(10)).toHaveLength(1);
			await archive.breakFile(file('a.txt'), 'is empty');
			expect(await archive.latest(10)).toEqual([]);
			await archive.putFile(inventedRecord(library), file('a.txt'));
			await archive.removeFile('a.txt');
			expect(await archive.latest(10)).toEqual([]);
			expect(await archive.files('', 10)).toEqual([]);
		});

		it('has a file looked at again when another one with the same article goes', async () => {
			await archive.putFile(inventedRecord(harbour), file('a.txt'));
			await archive.putFile(inventedRecord(harbour), file('copy.txt'));
			await archive.removeFile('a.txt');
			expect((await archive.file('copy.txt'))?.reader).not.toBe('reader-1');
		});

		it('keeps a value under a short key, the same one for the same value', async () => {
			const key = await archive.keep('{"about":"ice cream"}');
			expect(key).toMatch(/^[\w-]{12}$/u);
			expect(await archive.keep('{"about":"ice cream"}')).toBe(key);
			expect(await archive.keep('{"about":"ice"}')).not.toBe(key);
			expect(await archive.find(key)).toBe('{"about":"ice cream"}');
			expect(await archive.find("'; DROP TABLE kept; --")).toBeNull();
			await expect(archive.keep('x'.repeat(8_001))).rejects.toThrow(RangeError);
		});

		it('is the same for everyone who opens it', async () => {
			const other = await store.open();
			try {
				const before = await other.generation();
				await holding(harbour);
				expect(other.identity).toBe(archive.identity);
				expect(await other.generation()).toBeGreaterThan(before);
				expect(await other.line('harbour')).toEqual(await archive.line('harbour'));
			} finally {
				await other.close();
			}
		});

		it('takes writes from several who hold it at once, and loses none', async () => {
			const other = await store.open();
			try {
				const ids = Array.from({ length: 40 }, (_, index) => `article-${index}`);
				await Promise.all(
					ids.map((id, index) => (index % 2 ? archive : other).put([inventedRecord({ id })])),
				);
				expect(await archive.status()).toMatchObject({ articles: 40 });
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
			expect(await said({ about: ['near', 'and'] })).toEqual(['NEAR(AND)']);
			expect(await archive.topicsByWords(['not'], 'all', 10)).toMatchObject([{ topic: 'NOT' }]);
			expect(await archive.linesByWords(['or'], 'all', 10)).toEqual([]);
			expect(await archive.status()).toMatchObject({ articles: 2 });
		});
	});
}
