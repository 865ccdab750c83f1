import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import compare from '../../commands/compare.ts';
import type { Context } from '../../commands/shared/context.ts';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import { sharedWords } from '../../src/language/shared-words.ts';
import { openEmptyLibrary } from '../library/empty-library.ts';
import { inventedRecord } from '../library/invented.ts';
import { contextOf } from './plain-library.ts';
import { read, taken } from './reading.ts';

let open: OpenLibrary;
let context: Context;
beforeAll(async () => {
	open = await openEmptyLibrary();
	const quotes = (list: readonly (readonly [string, string])[]) => ({
		paragraphs: list.flatMap(([by, said]) => ['It rained.', `"${said}" said ${by}.`]),
		quotes: list.map(([by, said]) => ({ said, by })),
	});
	const many = Array.from(
		{ length: 30 },
		(_, n) =>
			[
				'Emil Sand',
				`The lamp number ${n} is out, and ${'nobody cares about it at all, '.repeat(4)}yes.`,
			] as const,
	);
	await open.archive.put(
		[
			{
				id: 'pier',
				publishedAt: '2031-05-03T09:30:00+02:00',
				...quotes([
					['Ada Quillon', 'The pier needs money from the council,'],
					['Bruno Teal', 'No pier without workers,'],
					['Ada Quillon', 'The council knows what a pier costs,'],
				]),
			},
			{
				id: 'ferry',
				publishedAt: '2031-05-04T09:30:00+02:00',
				...quotes([
					['Bruno Teal', 'The council never paid for a pier,'],
					['Cora Lund', 'Ferries sail to a pier,'],
					['Dora Quillon', 'A pier is a pier,'],
					...many,
				]),
			},
		].map(inventedRecord),
	);
	context = contextOf(open.libraryOf(null));
});
afterAll(() => open.close());

const ask = (given: Partial<Parameters<typeof compare.run>[0]>) =>
	compare.run({ speakers: 'Ada Quillon, teal', topic: 'pier', ...given }, context);
const said = async (given: Parameters<typeof ask>[0]) =>
	[...(await read(await ask(given))).matchAll(/“(.*?)”/gu)].map(([, words]) => words);

describe('/compare', () => {
	test('sets what people said on a subject side by side, in turn, and names the words they share', async () => {
		expect(await read(await ask({ article: 'pier' }))).toMatchInlineSnapshot(`
			"Side by side: 3 quotes
			Ada Quillon · Bruno Teal on pier
			================================
			│ “The pier needs money from the council”
			Ada Quillon · ¶ 2
			│ “No pier without workers”
			Bruno Teal · ¶ 4
			│ “The council knows what a pier costs”
			Ada Quillon · ¶ 6
			[Read in context… ▾]
			  ¶ 2 · Ada Quillon
			  ¶ 4 · Bruno Teal
			  ¶ 6 · Ada Quillon
			Headline of pier · The Ellery Post · published 3 May 2031
			[In the order of the articles] [All on this]"
		`);
	});

	test('begins with the newest, or goes in the order of the articles', async () => {
		expect(await said({})).toEqual([
			'The pier needs money from the council',
			'The council never paid for a pier',
			'The council knows what a pier costs',
			'No pier without workers',
		]);
		expect(await said({ order: 'reading' })).toEqual([
			'The pier needs money from the council',
			'No pier without workers',
			'The council knows what a pier costs',
			'The council never paid for a pier',
		]);
	});

	test('says who said nothing on it, and takes up to four', async () => {
		const text = await read(await ask({ speakers: 'Ada Quillon; Bruno Teal, Cora Lund, Emil Sand' }));
		expect(text).toContain('No quote by Emil Sand mentions pier.');
		expect(text).toContain('[More by Emil Sand]');
		expect(text).not.toContain('[More by Bruno Teal]');
		expect(text).toContain('Ada Quillon and Bruno Teal use the word council');
		expect(text).toContain('Ferries sail to a pier');
	});

	test('has pages that fit a message', async () => {
		const first = await ask({ speakers: 'Emil Sand, Ada Quillon', topic: 'lamp' });
		expect(await read(first)).toContain('1 of ');
		expect((await taken(first)).cut).toBe(false);
		const second = await read(await ask({ speakers: 'Emil Sand, Ada Quillon', topic: 'lamp', page: 1 }));
		expect(second).toContain('2 of ');
	});

	test('says which name was put right', async () => {
		const text = await read(await ask({ speakers: 'Ada Quillon, Brunno Teel' }));
		expect(text).toContain('No speaker called Brunno Teel; showing Bruno Teal instead.');
		expect(await read(await ask({ speakers: 'Ada Quillon, bru' }))).not.toContain('instead');
	});

	test('says what is wrong with the names', async () => {
		await expect(ask({ speakers: 'Ada Quillon' })).rejects.toThrow('Name two to four people');
		await expect(ask({ speakers: 'a, b, c, d, e' })).rejects.toThrow('there are 5');
		await expect(ask({ speakers: 'quillon, teal' })).rejects.toThrow('quillon may be several people');
		const onFerries = ask({ speakers: 'quillon, Cora Lund', topic: 'council' });
		await expect(onFerries).rejects.toThrow('quillon may be several people: Ada Quillon, Dora Quillon');
		await expect(ask({ speakers: 'Ada Quillon, zzzzz' })).rejects.toThrow('No speaker called zzzzz');
	});

	test('offers a search and what they did say where none of them is quoted on the subject', async () => {
		expect(await read(await ask({ topic: 'volcano' }))).toMatchInlineSnapshot(`
			"Side by side
			None of them is quoted on volcano
			=================================
			Other words may find more.
			[Search the words] [More by Ada Quillon] [More by Bruno Teal]"
		`);
	});

	test('completes the last of the names', async () => {
		const offers = await compare.options.speakers.suggest?.('Ada Quillon, te', context, {});
		expect(offers).toEqual([
			{ label: 'Ada Quillon, Bruno Teal · 2 quotes', value: 'Ada Quillon, Bruno Teal' },
		]);
		const others = await compare.options.speakers.suggest?.('Ada Quillon,', context, {});
		expect(others?.map(({ value }) => value)).not.toContain('Ada Quillon, Ada Quillon');
		expect(await compare.options.speakers.suggest?.('a, b, c, d, ', context, {})).toEqual([]);
	});
});

describe('shared words', () => {
	test('are those with a meaning that several use, whatever the ending, without what was looked for', () => {
		const texts = ['The piers need money, money!', 'A pier is Money well spent', 'Money is not all'];
		expect(sharedWords(texts)).toEqual([
			{ word: 'money', by: [0, 1, 2] },
			{ word: 'piers', by: [0, 1] },
		]);
		expect(sharedWords(texts, ['pier']).map(({ word }) => word)).toEqual(['money']);
		expect(sharedWords(['one', 'two'])).toEqual([]);
	});
});
