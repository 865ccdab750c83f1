import { describe, expect, it, vi } from 'vitest';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { type Invented, inventedRecord } from '../library/invented.ts';
import { quietLog } from '../quiet-log.ts';
import { type ArchiveUnderTest, harbour, library, openForEach } from './under-test.ts';

const ours = '100000000000000001';
const theirs = '100000000000000002';
const secret: Invented = {
	id: 'secret',
	headline: 'Quarry of Hollow Fen Floods at Night',
	publishedAt: '2031-04-04T08:00:00+02:00',
	topics: ['Hollow Fen', 'Fishing'],
	paragraphs: ['"Nobody promised us pumps," said Ada Quillon.', '"Swim," said Xaver Zweig.'],
	quotes: [
		{ said: 'Nobody promised us pumps,', by: 'Ada Quillon' },
		{ said: 'Swim,', by: 'Xaver Zweig' },
	],
	comments: [{ author: 'Tess', text: 'Glug.' }],
};

/** How every store keeps the shelves of servers apart, whatever it is made of. */
export function shelvesContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`shelves (${name})`, () => {
		let store: ArchiveUnderTest;
		let archive: Archive;
		openForEach(prepare, async (opened, underTest) => {
			archive = opened;
			store = underTest;
			await archive.put([inventedRecord(harbour), inventedRecord(library)]);
			await archive.put([inventedRecord(secret)], ours);
		});
		const ids = async (server: string | null) =>
			(await archive.seenBy(server).latest(10)).map(({ id }) => id);

		it('shows a server the shared shelf and its own, and nobody else its own', async () => {
			expect(await ids(ours)).toEqual(['secret', 'library', 'harbour']);
			expect(await ids(theirs)).toEqual(['library', 'harbour']);
			expect(await ids(null)).toEqual(['library', 'harbour']);
			expect(await archive.seenBy(ours).line('secret')).toMatchObject({ shelf: ours });
			expect(await archive.seenBy(ours).line('harbour')).toMatchObject({ shelf: null });
		});

		it('lists what lies on the own shelf alone', async () => {
			const own = async (server: string | null, limit = 10) =>
				(await archive.seenBy(server).latest(limit, 'own')).map(({ id }) => id);
			expect(await own(ours)).toEqual(['secret']);
			expect(await own(theirs)).toEqual([]);
			expect(await own(null, 1)).toEqual(['library']);
		});

		it('gives nobody an answer during which another server got its first shelf', async () => {
			const first = '100000000000000003';
			const early = inventedRecord({ ...secret, id: 'early', publishedAt: '2031-05-05T08:00:00+02:00' });
			const view = archive.seenBy(first);
			let isOnItsWay = true;
			// The key of the answer is made by then, and what it is made of is not read.
			const slow = {
				...view,
				async latest(limit: number) {
					if (isOnItsWay) await archive.put([early], first);
					isOnItsWay = false;
					return view.latest(limit);
				},
			};
			const cache = openCache(null, quietLog);
			const asked = [slow, archive.seenBy(theirs), archive.seenBy(null)].map((seen) =>
				answersFrom(seen, cache),
			);
			const newest = (limit: number) =>
				Promise.all(
					asked.map(async (answers) => [
						(await answers.brief()).line.id,
						...(await answers.latest(limit)).map(({ id }) => id),
					]),
				);
			const before = view.audience();
			const all = [
				['early', 'early', 'library', 'harbour'],
				['library', 'library', 'harbour'],
				['library', 'library', 'harbour'],
			];
			expect(await newest(5)).toEqual(all);
			// What is kept is right, too.
			expect(await newest(5)).toEqual(all);
			expect(view.audience()).not.toBe(before);
			expect(archive.seenBy(theirs).audience()).toBe(before);
			await cache.close();
		});

		it('gives nothing of a server’s shelf away, whatever is asked', async () => {
			for (const server of [null, theirs, '', '1', "' OR 1=1 --"]) {
				const view = archive.seenBy(server);
				expect(await view.article('secret')).toBeNull();
				expect(await view.line('secret')).toBeNull();
				expect(await view.linesByHeadline('quarry of hollow fen floods at night', 9)).toEqual([]);
				expect(await view.linesByWords(['hollow'], 'any', 9)).toEqual([]);
				expect(await view.speakersByWords(['xaver'], 'any', 9)).toEqual([]);
				expect(await view.speakersIn('secret')).toEqual([]);
				expect((await view.speakers(9)).map(({ speaker }) => speaker)).not.toContain('Xaver Zweig');
				expect(await view.topic('hollow fen')).toBeNull();
				expect(await view.topicsByWords(['hollow'], 'any', 9)).toEqual([]);
				expect((await view.topics(9)).map(({ topic }) => topic)).not.toContain('Hollow Fen');
				expect(await view.linesByTopic('hollow fen', 9)).toEqual([]);
				for (const start of ['all letters', 'two letters', 'one letter', 'slipped'] as const) {
					const like = { typed: 'quar', start, shortest: 4, longest: 8 };
					expect(await view.words('headline', like)).not.toContain('quarry');
					expect(await view.words('utterance', { ...like, typed: 'pump' })).not.toContain('pumps');
				}
				expect(await view.hasWord('headline', 'quarry')).toBe(false);
				expect(await view.hasWord('utterance', 'pumps')).toBe(false);
				const some = await view.utterances({ about: ['pump', 'promise'], limit: 9, partly: 9 });
				expect(some.partly.map(({ utterance }) => utterance.article.id)).not.toContain('secret');
				expect(await view.utterances({ about: ['pump'], limit: 9 })).toMatchObject({ total: 0 });
				expect(await view.utterances({ article: 'secret', limit: 9 })).toMatchObject({ total: 0 });
				expect(await view.utterances({ limit: 9 })).toMatchObject({ total: 6 });
				expect(await view.status()).toMatchObject({ articles: 2, quotes: 6, speakers: 3, comments: 1 });
			}
		});

		it('adds up speakers, topics and totals for each view', async () => {
			const view = archive.seenBy(ours);
			expect((await view.speakers(9)).map(({ speaker, quotes }) => [speaker, quotes])).toEqual([
				['Ada Quillon', 4],
				['Bruno Quillon', 1],
				['Ruiz', 1],
				['Xaver Zweig', 1],
			]);
			for (const [all, some] of [
				[await view.speakers(9), (limit: number) => view.speakers(limit)],
				[await view.topics(9), (limit: number) => view.topics(limit)],
			] as const)
				for (let limit = 1; limit <= all.length; limit++)
					expect(await some(limit)).toEqual(all.slice(0, limit));
			expect(await view.speakersByWords(['quillon'], 'all', 9)).toMatchObject([{ quotes: 4 }, { quotes: 1 }]);
			expect((await view.topics(9)).map(({ topic, articles }) => [topic, articles])).toEqual([
				['Fishing', 2],
				['Port Ellery', 2],
				['Books', 1],
				['Harbours', 1],
				['Hollow Fen', 1],
			]);
			expect(await view.topic('fishing')).toMatchObject({ articles: 2 });
			expect((await view.linesByTopic('fishing', 9)).map(({ id }) => id)).toEqual(['secret', 'harbour']);
			expect(await view.status()).toMatchObject({ articles: 3, quotes: 8, speakers: 4, comments: 2 });
			const [ada] = await view.speakersByWords(['ada'], 'all', 1);
			const said = await view.utterances({ speakers: [ada?.key ?? ''], limit: 9 });
			expect(said.total).toBe(4);
			expect(said.utterances.map(({ article }) => article.id)).toEqual([
				'secret',
				'library',
				'harbour',
				'harbour',
			]);
			const promised = await view.utterances({ about: ['promise'], limit: 9 });
			expect(promised.total).toBe(3);
			expect(promised.utterances.map(({ article }) => article.shelf)).toEqual([ours, null, null]);
			// On each of the shelves she is known, and no more is read than is shown.
			const [first] = (await view.utterances({ about: ['promise'], limit: 1 })).utterances;
			expect(first).toMatchObject({ article: { id: 'secret', shelf: ours }, speaker: 'Ada Quillon' });
			const { counts } = await view.utterances({ about: ['promise'], limit: 1 });
			expect(counts.get(ada?.key ?? '')).toBe(promised.counts.get(ada?.key ?? ''));
			expect(counts.get(ada?.key ?? '')).toBe(2);
			expect((await view.utterances({ limit: 9 })).total).toBe(8);
			expect(await view.hasWord('headline', 'quarry')).toBe(true);
			expect(
				await view.words('headline', { typed: 'quarri', start: 'two letters', shortest: 5, longest: 7 }),
			).toEqual(['quarry']);
			const some = await view.utterances({ about: ['pump', 'boats'], limit: 9, partly: 9 });
			expect(some.partly.map(({ utterance }) => utterance.article.id).sort()).toEqual(['harbour', 'secret']);
		});

		it('takes those added last where a shelf, or one article on it, has more than a thousand matches', async () => {
			const quotes = Array.from({ length: 1_100 }, (_, index) => ({
				said: `Barge ${index},`,
				by: 'Tom Orrin',
			}));
			const paragraphs = quotes.map(({ said }) => `"${said}" said Tom Orrin.`);
			await archive.put([inventedRecord({ id: 'barges', paragraphs, quotes })], ours);
			// A shelf behind it, which has matches too.
			await archive.put([inventedRecord({ id: 'others', paragraphs, quotes })], theirs);
			for (const within of [{}, { article: 'barges' }]) {
				const found = await archive.seenBy(ours).utterances({ ...within, about: ['barge'], limit: 1 });
				expect(found).toMatchObject({ total: 1_000, more: true });
				expect(found.utterances[0]?.parts[0]?.text).toBe('Barge 100,');
			}
		});

		it('shows an article on both shelves once, from the shared one', async () => {
			await archive.put([inventedRecord({ ...harbour, headline: 'Their Own Copy' })], theirs);
			expect(await ids(theirs)).toEqual(['library', 'harbour']);
			expect(await archive.seenBy(theirs).line('harbour')).toMatchObject({ headline: harbour.headline });
			expect(await archive.seenBy(theirs).status()).toEqual(await archive.seenBy(null).status());
		});

		it('shows a server’s own copy when the shared one is removed, and hides it when that is added', async () => {
			const files = archive.sources({ shelf: null, kind: 'folder' });
			const file = { name: 'a.txt', size: 1, modified: 1, sha256: null, reader: 'reader' };
			const before = await archive.seenBy(ours).status();
			await files.put([inventedRecord({ ...secret, headline: 'In the Paper' })], file);
			expect(await archive.seenBy(ours).line('secret')).toMatchObject({ headline: 'In the Paper' });
			expect(await archive.seenBy(ours).status()).toEqual(before);
			expect(await archive.seenBy(theirs).status()).toEqual(before);
			const generation = archive.seenBy(ours).generation();
			await files.remove('a.txt');
			expect(await archive.seenBy(ours).line('secret')).toMatchObject({ headline: secret.headline });
			expect(archive.seenBy(ours).generation()).not.toBe(generation);
			expect(await archive.seenBy(ours).status()).toEqual(before);
			expect(await archive.seenBy(theirs).line('secret')).toBeNull();
			expect(await archive.seenBy(theirs).status()).toMatchObject({ articles: 2, speakers: 3 });
		});

		it('counts a speaker of both shelves once, through every coming and going', async () => {
			const of = (id: string, by: string) =>
				inventedRecord({ id, paragraphs: ['"No," she said.'], quotes: [{ said: 'No,', by }] });
			const speakers = async (server: string | null) => (await archive.seenBy(server).status()).speakers;
			const files = archive.sources({ shelf: null, kind: 'folder' });
			const file = { name: 'a.txt', size: 1, modified: 1, sha256: null, reader: 'reader' };
			await files.put([of('shared', 'Xaver Zweig')], file);
			expect([await speakers(null), await speakers(ours), await speakers(theirs)]).toEqual([4, 4, 4]);
			await files.remove('a.txt');
			expect([await speakers(null), await speakers(ours), await speakers(theirs)]).toEqual([3, 4, 3]);
			await archive.put([of('own', 'Bruno Quillon')], theirs);
			expect(await speakers(theirs)).toBe(3);
			await archive.put([of('own', 'Mei Tan')], theirs);
			expect([await speakers(null), await speakers(ours), await speakers(theirs)]).toEqual([3, 4, 4]);
		});

		it('gives views that see something else generations of their own, which another server’s shelf leaves alone', async () => {
			const [shared, own, other] = [null, ours, theirs].map((server) => archive.seenBy(server));
			const all = [shared, own, other].map((view) => view?.generation());
			expect(all[1]).not.toBe(all[0]);
			// A server with nothing of its own shares the answers of the shared shelf.
			expect(all[2]).toBe(all[0]);
			await archive.put([inventedRecord({ id: 'theirs' })], theirs);
			expect(own?.generation()).toBe(all[1]);
			expect(other?.generation()).not.toBe(all[2]);
			expect(other?.generation()).not.toBe(own?.generation());
			expect(shared?.generation()).toBe(all[0]);
			await archive.put([inventedRecord({ id: 'for-all' })]);
			expect(own?.generation()).not.toBe(all[1]);
		});

		it('keeps shelves separate while many writers fill them at once', async () => {
			const other = await store.open();
			const servers = Array.from({ length: 40 }, (_, index) => `server-${index % 20}`);
			await Promise.all(
				servers.map((server, index) =>
					(index % 2 ? archive : other).put(
						[
							inventedRecord({
								id: `article-${index}`,
								topics: ['Everywhere', server],
								paragraphs: ['"Here," said Ada Quillon.'],
								quotes: [{ said: 'Here,', by: 'Ada Quillon' }],
							}),
						],
						server,
					),
				),
			);
			for (const server of new Set(servers)) {
				const view = other.seenBy(server);
				// What another process has just written may be seen a second later.
				const complete = async () =>
					expect(await view.status()).toMatchObject({ articles: 4, quotes: 8, speakers: 3 });
				await vi.waitFor(complete, { timeout: 5_000 });
				expect(await view.topic('everywhere')).toMatchObject({ articles: 2 });
				expect(await view.topicsByWords(['server'], 'all', 50)).toMatchObject([{ articles: 2 }]);
				expect((await view.utterances({ about: ['here'], limit: 50 })).total).toBe(2);
			}
			await other.close();
		});
	});
}
