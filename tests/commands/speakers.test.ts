import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartOf } from '../../commands/shared/speakers-chart.ts';
import speakers from '../../commands/speakers.ts';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import { quotationKey } from '../../src/library/reference.ts';
import { openPictures } from '../../src/pictures/pool.ts';
import { openEmptyLibrary } from '../library/empty-library.ts';
import { type Invented, inventedRecord, saying } from '../library/invented.ts';
import { quietLog } from '../quiet-log.ts';
import { contextOf } from './plain-library.ts';
import { read } from './reading.ts';

const pier: Invented = {
	id: 'pier',
	headline: 'The pier of Ostwick is shut',
	publishedAt: '2031-04-02T08:00:00Z',
	topics: ['piers', 'Ostwick', 'Ada Quillon', 'Quillon', 'Harbour Master Ada Quillon'],
	...saying(
		{ said: 'The pier is rotten,', by: 'Ada Quillon', role: 'the harbour master' },
		{ said: 'Nobody repairs a pier in winter,', by: 'Ada Quillon' },
		{ said: 'Then sell it,', by: 'Bruno Renn' },
		{ said: 'go home' },
	),
};
const lamps: Invented = {
	id: 'lamps',
	headline: 'New lamps for the harbour',
	publishedAt: '2031-05-02T08:00:00Z',
	topics: ['lamps', 'Ostwick', 'Ada Quillon'],
	...saying({ said: 'Lamps were promised,', by: 'Ada Quillon' }),
};
const secret: Invented = {
	id: 'secret',
	headline: 'What the other server reads',
	publishedAt: '2031-05-03T08:00:00Z',
	...saying({ said: 'Ours alone,', by: 'Cleo Marsh' }),
};

describe('/speakers', () => {
	let open: OpenLibrary;
	const contextFor = (server: string | null) => contextOf(open.libraryOf(server));
	beforeAll(async () => {
		open = await openEmptyLibrary();
		await open.archive.put([pier, lamps].map(inventedRecord));
		await open.archive.put([inventedRecord(secret)], '200');
	});
	afterAll(() => open.close());

	test('says who is quoted how much, in which months, and in articles on what', async () => {
		const text = await read(await speakers.run({}, contextFor(null)));
		expect(text).toContain('5 quotes, 2 speakers');
		expect(text).toContain('Ada Quillon, the harbour master · 3 quotes (60%) in 2 articles');
		expect(text).toContain('On: Ostwick · lamps · piers | May 2031: 1 · April 2031: 2');
		expect(text).toContain('Bruno Renn · 1 quote (20%) in 1 article');
		expect(text).toContain('all in April 2031');
		expect(text).not.toContain('Cleo Marsh');
	});

	test('of one article gives the paragraphs, and how often they are quoted in all', async () => {
		const card = await speakers.run({ article: 'pier' }, contextFor(null));
		const text = await read(card);
		expect(text).toContain('The pier of Ostwick is shut');
		expect(text).toContain('2 quotes (50%) here; quoted in 2 articles in all');
		expect(text).toContain('¶ 1, ¶ 2');
		expect(card.blocks.at(-1)).toMatchObject({
			kind: 'menu',
			choices: [{ label: 'Ada Quillon', command: 'quotes', options: { article: 'pier' } }, {}],
		});
	});

	test('counts what the server of the one who asks sees, with its corrections', async () => {
		expect(await read(await speakers.run({}, contextFor('200')))).toContain('Cleo Marsh · 1 quote');
		const { utterances } = await open.archive.seenBy('100').utterances({ article: 'lamps', limit: 5 });
		const [said] = utterances;
		if (!said) throw new Error('the lamps are quoted');
		await open
			.correctionsOf('100')
			.correct({ article: 'lamps', key: quotationKey(said) }, { change: 'hidden' }, '1');
		const text = await read(await speakers.run({}, contextFor('100')));
		expect(text).toContain('Ada Quillon, the harbour master · 2 quotes');
		expect(text).not.toContain('May 2031');
	});

	test('draws a chart of the page, with its numbers in words', async () => {
		const pictures = openPictures(quietLog);
		const context = Object.assign(contextFor(null), { pictures });
		for (const article of [undefined, 'pier']) {
			const given = article === undefined ? {} : { article };
			const first = await speakers.run(given, context);
			expect(first.actions?.flat()).toContainEqual(expect.objectContaining({ label: 'Chart' }));
			const card = await speakers.run({ ...given, picture: 'dark' }, context);
			const [picture] = card.blocks;
			if (picture?.kind !== 'picture') throw new Error('no picture');
			expect(Buffer.from(picture.bytes).subarray(1, 4).toString()).toBe('PNG');
			expect(picture.alt).toContain('Ada Quillon: ');
			if (article === undefined) expect(picture.alt).toContain('3 quotes (May 2031: 1, April 2031: 2)');
			expect(await read(card)).toContain('Ada Quillon, the harbour master');
		}
		await pictures.close();
	});

	test('names the year below the first month of it, and one month alone in the title', async () => {
		const answer = await contextFor(null).library.speakers(undefined, 0);
		expect(chartOf(answer, 'dark')).toMatchObject({
			title: 'Quotes each month',
			columns: ['Apr\n2031', 'May'],
		});
		const months = [{ month: '2031-05', count: 2 }];
		const one = { ...answer, speakers: answer.speakers.map((speaker) => ({ ...speaker, months })) };
		expect(chartOf(one, 'dark').title).toBe('Quotes in May 2031');
	});

	test('says so where nobody is quoted, and where there is no such page', async () => {
		const none = contextOf({
			...contextFor(null).library,
			speakers: async (_, page) => ({
				...{ article: null, total: 0, people: 0, more: false, page, pages: 1, speakers: [] },
			}),
		});
		expect(await read(await speakers.run({}, none))).toContain('The articles in the library quote nobody.');
		await expect(speakers.run({ page: 3 }, none)).rejects.toThrow('There is no page 4');
	});
});
