import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import quote from '../../commands/quote.ts';
import type { Context } from '../../commands/shared/context.ts';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import type { Card } from '../../src/card.ts';
import { openEmptyLibrary } from '../library/empty-library.ts';
import { inventedRecord } from '../library/invented.ts';
import { contextOf } from './plain-library.ts';
import { read } from './reading.ts';

let open: OpenLibrary;
let context: Context;
beforeAll(async () => {
	open = await openEmptyLibrary();
	await open.archive.put(
		[
			{
				id: 'pier',
				headline: 'Pier of Port Ellery Shut',
				url: 'https://ellery.example/pier',
				publishedAt: '2031-05-03T09:30:00+02:00',
				paragraphs: [
					'"The pier was never safe," said Ada Venn, the harbour master.',
					'"We wait for money," said Bruno Teal. "We have waited for years."',
					'A clerk called it "a disgrace".',
				],
				quotes: [
					{ said: 'The pier was never safe,', by: 'Ada Venn', role: 'the harbour master' },
					{ said: 'We wait for money,', by: 'Bruno Teal', group: 7 },
					{ said: 'We have waited for years.', by: 'Bruno Teal', group: 7 },
					{ said: 'a disgrace', kind: 'fragment' as const, role: 'A clerk' },
				],
			},
			{
				id: 'ferry',
				headline: 'Ferry of Port Ellery Sails',
				publishedAt: '2031-05-04T09:30:00+02:00',
				paragraphs: ['"A ferry needs a pier," said Ada Venn.', '"Money is not the pier," said Cora Lund.'],
				quotes: [
					{ said: 'A ferry needs a pier,', by: 'Ada Venn' },
					{ said: 'Money is not the pier,', by: 'Cora Lund' },
				],
			},
		].map(inventedRecord),
	);
	context = contextOf(open.libraryOf(null));
});
afterAll(() => open.close());

const ask = (given: Partial<Parameters<typeof quote.run>[0]>, where: Context = context) =>
	quote.run({ about: 'pier', ...given }, where);
const words = async (card: Card) => /“(.*?)”/u.exec(await read(card))?.[1];
const button = (card: Card, label: string) => {
	const found = card.actions?.flat().find((action) => action.label.startsWith(label));
	if (!found || !('command' in found)) throw new Error(`No button ${label}.`);
	return found;
};
const offers = async (typed: string, filled = {}, where: Context = context) =>
	(await quote.options.about.suggest?.(typed, where, filled)) ?? [];

describe('/quote', () => {
	test('is one quotation: words, speaker and office, place, headline, and the ways on', async () => {
		expect(await read(await ask({ about: 'never safe' }))).toMatchInlineSnapshot(`
			"Quote about never safe
			│ “The pier was never safe”
			Ada Venn, the harbour master
			¶ 1 (https://ellery.example/pier#:~:text=The%20pier%20was%20never%20safe) · Pier of Port Ellery Shut (https://ellery.example/pier) · The Ellery Post · published 3 May 2031
			[In context] [At The Ellery Post] → https://ellery.example/pier#:~:text=The%20pier%20was%20never%20safe [More by Ada Venn] [Another] (off) [Picture]
			[Something wrong?]"
		`);
	});

	test('takes what begins as typed before what has the words, and goes on to the next', async () => {
		const first = await ask({ about: 'money' });
		expect(await words(first)).toBe('Money is not the pier');
		const another = button(first, 'Another');
		expect(await words(await quote.run(another.options as never, context))).toBe('We wait for money,');
	});

	test('says which words are not in it, but in the text around it', async () => {
		const text = await read(await ask({ about: 'master' }));
		expect(text).toContain('“The pier was never safe”');
		expect(text).toContain('master is in the text around it, not in the quote');
		expect(await read(await ask({ about: 'pier' }))).not.toContain('in the text around it');
	});

	test('shows the newest where that is asked for, within a speaker or an article', async () => {
		expect(await words(await ask({ about: 'pier', speaker: 'venn', show: 'newest' }))).toBe(
			'A ferry needs a pier',
		);
		expect(await words(await ask({ about: 'pier', speaker: 'venn', article: 'pier' }))).toBe(
			'The pier was never safe',
		);
	});

	test('at random shows every one that fits once before any comes again', async () => {
		const seen = new Set<string | undefined>();
		let card = await ask({ about: 'anything', show: 'random' });
		for (let count = 0; count < 5; count++) {
			seen.add(await words(card));
			card = await quote.run(button(card, 'Another').options as never, context);
		}
		expect(seen.size).toBeGreaterThan(2);
		const rounds = await Promise.all(
			[0, 1, 2, 3, 4].map(async (number) => words(await ask({ about: 'anything', show: 'random', number }))),
		);
		expect(new Set(rounds).size).toBe(5);
	});

	test('in the thread of an article means that one, unless all are asked for', async () => {
		const thread: Context = Object.create(context, {
			place: { value: { ...context.place, article: 'pier' } },
		});
		expect(await words(await ask({ about: 'money' }, thread))).toBe('We wait for money,');
		expect(await words(await ask({ about: 'money', article: 'all' }, thread))).toBe('Money is not the pier');
		expect((await offers('pier', {}, thread)).map(({ label }) => label)).toEqual([
			'The pier was never safe · Ada Venn',
		]);
	});

	test('offers quotations by their first words and by what they are about, while one types', async () => {
		expect((await offers('')).map(({ label }) => label)).toEqual([
			'Anything',
			'A ferry needs a pier · Ada Venn',
			'Money is not the pier · Cora Lund',
			'The pier was never safe · Ada Venn',
			'We wait for money, … We have waited for years. · Bruno Teal',
			'a disgrace · A clerk',
		]);
		const labels = async (typed: string, filled = {}) =>
			(await offers(typed, filled)).map(({ label }) => label);
		expect(await labels('mon')).toEqual([
			'Money is not the pier · Cora Lund',
			'We wait for money, … We have waited for years. · Bruno Teal',
		]);
		expect(await labels('WE WAÍT f')).toEqual([
			'We wait for money, … We have waited for years. · Bruno Teal',
		]);
		expect(await labels('pier', { speaker: 'lund' })).toEqual(['Money is not the pier · Cora Lund']);
		expect(await labels('disgrace')).toEqual(['a disgrace · A clerk']);
		expect(await labels('nobody says this')).toEqual([]);
	});

	test('shows the one that was picked, and says so where it is gone', async () => {
		const [picked] = await offers('disgr');
		expect(await words(await ask({ about: picked?.value ?? '' }))).toBe('a disgrace');
		await expect(ask({ about: '=pier:AAAAAAAAAAA' })).rejects.toThrow(
			'The article no longer has this quotation, or it was hidden in this server.',
		);
		await expect(ask({ about: '=gone:AAAAAAAAAAA' })).rejects.toThrow('no longer in the library');
	});

	test('says what was looked for where nothing fits', async () => {
		expect(await read(await ask({ about: 'lighthouse' }))).toContain('No quotes mention lighthouse.');
	});

	test('without any article says how to add one', async () => {
		const none = await openEmptyLibrary();
		expect(await read(await ask({}, contextOf(none.libraryOf(null))))).toContain('No articles yet');
		await none.close();
	});
});
