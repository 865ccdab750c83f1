import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import type { Library, SpeakerCount } from '../../src/library/library.ts';
import { readReference, referenceTo } from '../../src/library/reference.ts';
import { openEmptyLibrary } from './empty-library.ts';
import { type Invented, inventedRecord } from './invented.ts';

const here = '100000000000000001';
const elsewhere = '100000000000000002';

/** What is said, by whom; each stands once. */
const said = [
	['harbour', 'We were promised boats and a pier', 'Ada Quillon'],
	['harbour', 'Nobody repairs a pier in the winter', 'Ada Quillon'],
	['harbour', 'The boats will come in the spring', 'Bruno Teal'],
	['library', 'Reading needs a quiet room with lamps', 'Ada Quillon'],
	['library', 'Lamps were promised to every reader', 'Cora Lund'],
	['library', 'No lamp was ever seen in this town', null],
	['ferry', 'The ferry needs a pier and boats', 'Dana Ruiz'],
	['ferry', 'Every town has the ferry it wants', 'Cora Lund'],
] as const;
const names = ['Ada Quillon', 'Bruno Teal', 'Cora Lund', 'Dana Ruiz', 'Emil Sand'] as const;
const days = { harbour: '02', library: '03', ferry: '04' } as const;

/** The articles with these speakers; null hides, "" names nobody. */
function articles(speakers: readonly (string | null)[]): Invented[] {
	return Object.entries(days).map(([id, day]) => ({
		id,
		publishedAt: `2031-05-${day}T08:00:00+02:00`,
		headline: `The ${id} of Port Ellery`,
		// What leads in to a quotation is searched with it, so it is no other quotation.
		paragraphs: said.flatMap(([article, words]) =>
			article === id ? ['It rained.', `"${words}," it was said.`] : [],
		),
		quotes: said.flatMap(([article, words], index) => {
			const by = speakers[index];
			if (article !== id || by === null) return [];
			return [{ said: `${words},`, by: by === '' || by === undefined ? null : by, cue: 'said' }];
		}),
	}));
}
const asRead = said.map(([, , by]) => by ?? '');

async function opened(speakers: readonly (string | null)[]): Promise<OpenLibrary> {
	const open = await openEmptyLibrary();
	await open.archive.put(articles(speakers).map(inventedRecord));
	return open;
}

async function referenceOf(open: OpenLibrary, words: string) {
	const { utterances } = await open.archive.seenBy(null).utterances({ limit: 100 });
	const found = utterances.find(({ parts }) => parts.some(({ text }) => text.startsWith(words)));
	const reference = found && readReference(referenceTo(found));
	if (!reference) throw new Error(`Nobody said "${words}".`);
	return reference;
}

/** Everything that a library answers about who said what, without what tells how it came about. */
async function seen(library: Library): Promise<unknown> {
	const answers = {
		quotes: await library.quotes({}),
		ofSpeakers: await Promise.all(names.map((speaker) => library.quotes({ speaker }).catch(String))),
		about: await Promise.all(['pier', 'lamps', 'boats town'].map((about) => library.quotes({ about }))),
		both: await Promise.all(names.map((speaker) => library.quotes({ speaker, about: 'pier' }).catch(String))),
		inArticles: await Promise.all(Object.keys(days).map((article) => library.quotes({ article }))),
		briefs: await Promise.all(Object.keys(days).map((article) => library.brief(article))),
		bodies: (await Promise.all(Object.keys(days).map((article) => library.article(article)))).map(
			({ quotes }) => quotes.map(({ text, speaker }) => [text, speaker]),
		),
		lines: await library.latest(10),
		speakers: byCount(await library.suggestSpeakers('', 25)),
		typed: await Promise.all(
			['ada', 'quil', 'sand', 'em'].map(async (name) => byCount(await library.suggestSpeakers(name, 25))),
		),
		inHarbour: byCount(await library.suggestSpeakers('', 25, 'harbour')),
		offered: await library.suggestAbout('', 25, {}),
		like: await Promise.all(['', 'we', 'pier', 'the'].map((typed) => library.quotesLike(typed, 25, {}))),
		status: { ...(await library.status()), broken: [] },
	};
	return JSON.parse(
		JSON.stringify(answers, (key, value: unknown) =>
			key === 'corrected' && !Array.isArray(value) ? undefined : key === 'revision' ? '' : value,
		),
		(key, value: unknown) => (key === 'groups' || key === 'partly' ? sorted(value as Groups) : value),
	);
}

/** Speakers with as many quotations come in no order. */
const byCount = (speakers: readonly SpeakerCount[]) =>
	speakers.toSorted((a, b) => b.quotes - a.quotes || a.speaker.localeCompare(b.speaker));
/** The same for groups of quotations; those with some of the words come in the order of how rare the words are. */
type Groups = { speaker: string | null; count: number; utterances: unknown[] }[];
const sorted = (groups: Groups) =>
	groups
		.map((group) => ({ ...group, utterances: group.utterances.map((one) => JSON.stringify(one)).sort() }))
		.toSorted((a, b) => b.count - a.count || String(a.speaker).localeCompare(String(b.speaker)));

describe('what a server corrects', () => {
	let open: OpenLibrary;
	beforeEach(async () => {
		open = await opened(asRead);
		return () => open.close();
	});

	it('shows in every view of that server as if it had been read so, and in no other', {
		timeout: 60_000,
	}, async () => {
		const change = fc.constantFrom(...names, '', null);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.nat({ max: said.length - 1 }), change), { minLength: 1, maxLength: 6 }),
				async (changes) => {
					const corrections = open.correctionsOf(here);
					for (const { correction } of await corrections.list()) await corrections.undo(correction);
					const truth: (string | null)[] = [...asRead];
					for (const [index, to] of changes) {
						const reference = await referenceOf(open, said[index]?.[1] ?? '');
						await corrections.correct(
							reference,
							to === null
								? { change: 'hidden' }
								: to === ''
									? { change: 'unnamed' }
									: { change: 'speaker', speaker: to },
							'300',
						);
						truth[index] = to;
					}
					const other = await opened(truth);
					expect(await seen(open.libraryOf(here))).toEqual(await seen(other.libraryOf(here)));
					await other.close();
					const plain = await opened(asRead);
					expect(await seen(open.libraryOf(elsewhere))).toEqual(await seen(plain.libraryOf(elsewhere)));
					expect(await seen(open.libraryOf(null))).toEqual(await seen(plain.libraryOf(null)));
					for (const { correction } of await corrections.list()) await corrections.undo(correction);
					expect(await seen(open.libraryOf(here))).toEqual(await seen(plain.libraryOf(here)));
					await plain.close();
				},
			),
			{
				numRuns: 25,
				// All quotations with a word of the search hidden: the word stays in the vocabulary.
				examples: [
					[
						[
							[7, null],
							[5, null],
							[0, 'Ada Quillon'],
						],
					],
				],
			},
		);
	});

	it('says so on the quotation, with the name that was read', async () => {
		const corrections = open.correctionsOf(here);
		await corrections.correct(
			await referenceOf(open, 'Nobody repairs'),
			{ change: 'speaker', speaker: ' Emil  Sand ' },
			'300',
		);
		const { groups } = await open.libraryOf(here).quotes({ speaker: 'sand' });
		expect(groups).toMatchObject([
			{ speaker: 'Emil Sand', count: 1, utterances: [{ corrected: { was: 'Ada Quillon' } }] },
		]);
		expect(await corrections.list()).toMatchObject([
			{
				correction: { words: 'Nobody repairs a pier in the winter,', was: 'Ada Quillon', member: '300' },
				line: { id: 'harbour' },
			},
		]);
	});

	it('stays when the article is read again, as long as the words stand', async () => {
		const corrections = open.correctionsOf(here);
		const hidden = await referenceOf(open, 'We were promised');
		await corrections.correct(hidden, { change: 'hidden' }, '300');
		const [harbour] = articles(asRead);
		if (!harbour) throw new Error('There is no article.');
		const first = 'Rain fell on Port Ellery all day.';
		await open.archive.put([
			inventedRecord({ ...harbour, paragraphs: [first, ...(harbour.paragraphs ?? [])] }),
		]);
		const words = async () => JSON.stringify(await open.libraryOf(here).quotes({ article: 'harbour' }));
		expect(await words()).not.toContain('We were promised');
		expect(await words()).toContain('Nobody repairs');
		const rest = (harbour.quotes ?? []).slice(1);
		await open.archive.put([
			inventedRecord({ ...harbour, quotes: rest, paragraphs: (harbour.paragraphs ?? []).slice(2) }),
		]);
		await expect(corrections.find(hidden)).rejects.toThrow('no longer has this quotation');
		expect((await open.libraryOf(here).quotes({ article: 'harbour' })).total).toBe(2);
		expect(await corrections.undo(hidden)).toMatchObject({ change: 'hidden' });
	});

	it('hides what was said before an article was changed, too', async () => {
		const files = open.archive.sources({ shelf: null, kind: 'folder' });
		const state = { name: 'pier.txt', size: 1, modified: 1, sha256: 'a', reader: 'r' };
		const pier = (line: string, mark: string) => {
			const record = inventedRecord({
				id: 'pier1',
				paragraphs: [`"${line}," said Ada Quillon.`],
				quotes: [{ said: `${line},`, by: 'Ada Quillon' }],
			});
			const article = { ...record.article, source: { ...record.article.source, sha256: mark } };
			return { ...record, article };
		};
		await files.put([pier('The pier is sold to nobody', 'a'.repeat(64))], state);
		const reference = await referenceOf(open, 'The pier is sold');
		await open.correctionsOf(here).correct(reference, { change: 'hidden' }, '300');
		await files.put([pier('The pier is sold at last', 'b'.repeat(64))], { ...state, size: 2, sha256: 'b' });
		const former = async (server: string) =>
			(await open.libraryOf(server).quotes({ article: 'pier1' })).former.length;
		expect(await former(elsewhere)).toBe(1);
		expect(await former(here)).toBe(0);
	});

	it('is refused for what is no name, and for what is not there', async () => {
		const corrections = open.correctionsOf(here);
		const reference = await referenceOf(open, 'We were promised');
		for (const speaker of ['', '  ', '“Ada”', '12', 'x'.repeat(81)])
			await expect(corrections.correct(reference, { change: 'speaker', speaker }, '300')).rejects.toThrow(
				'A speaker is a name',
			);
		await expect(
			corrections.correct({ article: 'gone', key: 'AAAAAAAAAAA' }, { change: 'hidden' }, '300'),
		).rejects.toThrow('no longer in the library');
		expect(await corrections.undo(reference)).toBeNull();
	});
});
