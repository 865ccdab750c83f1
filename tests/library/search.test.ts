import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import type { SearchAnswer, SearchRequest } from '../../src/library/library.ts';
import { readReference, referenceTo } from '../../src/library/reference.ts';
import { openEmptyLibrary } from './empty-library.ts';
import { inventedRecord } from './invented.ts';
import { articles } from './port-ellery.ts';

describe('searching the library', () => {
	let open: OpenLibrary;
	beforeAll(async () => {
		open = await openEmptyLibrary();
		await open.archive.put(articles.map(inventedRecord));
		const pier = {
			id: 'pier',
			headline: 'Old Pier',
			paragraphs: ['The zeppelin flew over the pier.', '"The pier rusts," said Ada Quillon.'],
			quotes: [{ said: 'The pier rusts,', by: 'Ada Quillon' }],
		};
		await open.archive.put([inventedRecord(pier)], 'ours');
	});
	afterAll(() => open.close());
	const search = (request: SearchRequest, server: string | null = null) =>
		open.libraryOf(server).search(request);
	const said = ({ quotes }: SearchAnswer) => quotes.hits.map(({ parts }) => parts[0]?.text);
	const headlines = (answer: SearchAnswer) => answer.articles.hits.map(({ article }) => article.id);

	it('finds quotations, articles and comments at once, each with the words that match', async () => {
		const found = await search({ query: 'pier' });
		expect(said(found)).toEqual(['Nobody repairs a pier in winter,']);
		expect(found.quotes.hits[0]?.found?.words).toEqual(['pier']);
		expect(headlines(found)).toEqual(['harbour']);
		expect(found.comments.hits).toMatchObject([{ author: 'Tess', others: 0 }]);
		const [{ sentence = { text: '', marks: [] } } = {}] = found.comments.hits;
		expect(sentence.marks.map(({ start, end }) => sentence.text.slice(start, end))).toEqual(['pier']);
	});

	it('puts what has all words itself before what has them only around it', async () => {
		const found = await search({ query: 'promised boats' });
		expect(found.quotes.hits[0]?.found).toEqual({ words: ['promised', 'boats'], around: [] });
	});

	it('finds a verb by any of its forms, those that the index takes for another word too', async () => {
		const quotes = ['Seven herons died here', 'The gulls sank there', 'They will die or sink'];
		const invented = quotes.map((text, day) => ({
			id: `gulls-${day}`,
			headline: 'Gulls',
			publishedAt: `2031-05-0${day + 1}T08:00:00Z`,
			paragraphs: [`"${text}," said Ada Quillon.`],
			quotes: [{ said: `${text},`, by: 'Ada Quillon' }],
		}));
		await open.archive.put(invented.map(inventedRecord), 'gulls');
		const inAnyForm = {
			die: [2, 0],
			died: [2, 0],
			dying: [2, 0],
			sink: [2, 1],
			sank: [2, 1],
			'herons die': [0],
		};
		for (const [query, days] of Object.entries(inAnyForm)) {
			const found = await search({ query }, 'gulls');
			expect({ query, nearest: found.nearest }).toEqual({ query, nearest: false });
			expect(headlines(found)).toEqual(days.map((day) => `gulls-${day}`));
			expect(said(found)).toEqual(days.map((day) => `${quotes[day]},`));
			expect(said(await search({ query, speaker: 'Quillon' }, 'gulls'))).toEqual(said(found));
		}
		const dead = await search({ query: 'herons die' }, 'gulls');
		expect(dead.quotes.hits[0]?.found).toEqual({ words: ['herons', 'died'], around: [] });
		expect(said(await search({ query: 'gulls -die' }, 'gulls'))).toEqual([`${quotes[1]},`]);
	});

	it('says which speaker and which topic it took where nobody and nothing is called as typed', async () => {
		const taken = async (request: Partial<SearchRequest>) =>
			(await search({ query: 'pier', ...request })).corrected;
		expect(await taken({ topic: 'harbuors' })).toEqual([
			{ typed: 'harbuors', taken: 'Harbours', of: 'topic' },
		]);
		expect(await taken({ topic: 'harb' })).toEqual([]);
		expect(await taken({ topic: 'HARBOURS' })).toEqual([]);
		expect(await taken({ speaker: 'Quilon' })).toMatchObject([{ typed: 'Quilon', of: 'speaker' }]);
		expect(await taken({ speaker: 'Ada' })).toEqual([]);
	});

	it('puts words that stand together before newer ones that stand apart', async () => {
		const quotes = [
			'The steel of the bridge will rust',
			'Rust is cheap, and steel is not',
			'Steel will rust here',
		];
		const invented = quotes.map((text, day) => ({
			id: `rust-${day}`,
			headline: 'Bridge',
			publishedAt: `2031-05-0${day + 1}T08:00:00Z`,
			paragraphs: [`"${text}," said Ada Quillon.`],
			quotes: [{ said: `${text},`, by: 'Ada Quillon' }],
		}));
		await open.archive.put(invented.map(inventedRecord), 'bridge');
		expect(said(await search({ query: 'steel rust' }, 'bridge'))).toEqual([
			'Steel will rust here,',
			'The steel of the bridge will rust,',
			'Rust is cheap, and steel is not,',
		]);
	});

	it('leaves out what has a forbidden phrase, and keeps what has only its words', async () => {
		const texts = [
			['apart', 'The mast is blue, and going on deck is no way home.'],
			['joined', 'The mast is blue. Nobody is going home.'],
		] as const;
		const records = texts.map(([id, text]) => ({
			id,
			headline: `Ship ${id}`,
			paragraphs: [text, `"The mast: ${text}" said Ada Quillon.`],
			quotes: [{ said: `The mast: ${text}`, by: 'Ada Quillon' }],
			comments: [{ author: 'Bo', text }],
		}));
		await open.archive.put(records.map(inventedRecord), 'mast');
		const found = await search({ query: 'mast -"going home"' }, 'mast');
		expect(found).toMatchObject({ without: [], withoutPhrases: ['going home'], nearest: false });
		expect(headlines(found)).toEqual(['apart']);
		expect(said(found)).toEqual([expect.stringContaining('no way home')]);
		expect(found.comments.hits.map(({ article }) => article.id)).toEqual(['apart']);
		const none = await search({ query: 'mast -"the mast"' }, 'mast');
		expect([...headlines(none), ...said(none), ...none.comments.hits]).toEqual([]);
	});

	it('shows the sentence with a form of an irregular verb that was typed', async () => {
		const paragraphs = ['The lamp burns.', 'Nobody in Port Ellery went home that night.'];
		await open.archive.put([inventedRecord({ id: 'night', headline: 'A Night', paragraphs })], 'night');
		const { articles } = await search({ query: 'went home' }, 'night');
		const sentence = articles.hits.find(({ article }) => article.id === 'night')?.sentence;
		expect(sentence?.marks.map(({ start, end }) => sentence.text.slice(start, end))).toEqual([
			'went',
			'home',
		]);
	});

	it('takes a phrase as it stands, and leaves out what has a forbidden word', async () => {
		const [found] = (await search({ query: '"REPAIRS a pier" winter' })).quotes.hits;
		expect(found).toMatchObject({ found: { words: ['winter', 'repairs a pier'], around: [] } });
		expect(said(await search({ query: '"repairs a pier"' }))).toEqual(['Nobody repairs a pier in winter,']);
		expect((await search({ query: '"pier repairs a"' })).nearest).toBe(true);
		expect(said(await search({ query: 'promised -boats' }))).toEqual(['Lamps were promised,']);
	});

	it('finds words that marks join only where they stand together, whatever the mark', async () => {
		const told = [
			['tess', 'Tess O’Brien', 'We had COVID-19 and 2 crews,'],
			['gideon', 'Gideon Price', 'We had 19 crews and no covid, said Brien to O. Ruiz,'],
		] as const;
		const records = told.map(([id, by, said]) => ({
			id,
			headline: 'Boats',
			paragraphs: [`"${said}" said ${by}.`],
			quotes: [{ said, by }],
			comments: [{ author: 'Bo', text: said }],
		}));
		await open.archive.put(records.map(inventedRecord), 'boats');
		const foundIn: Record<string, string> = {
			'COVID-19': 'tess',
			"O'Brien": 'tess',
			'O’Brien': 'tess',
			'crews -covid-19': 'gideon',
		};
		for (const [query, id] of Object.entries(foundIn)) {
			const found = await search({ query }, 'boats');
			const quoted = found.quotes.hits.map(({ article }) => article.id);
			expect({ query, articles: headlines(found), quoted }).toEqual({ query, articles: [id], quoted: [id] });
			expect(found.nearest).toBe(false);
		}
		const name = await search({ query: "O'Brien" }, 'boats');
		expect(name).toMatchObject({ words: ["O'Brien"], phrases: [] });
		const slip = await search({ query: 'COVUD-19' }, 'boats');
		expect(slip).toMatchObject({ corrected: [{ typed: 'covud', taken: 'covid' }], nearest: false });
		expect(headlines(slip)).toEqual(['tess']);
	});

	it('takes no number for a slip in another one', async () => {
		const records = ['2030', '1984'].map((year) => ({
			id: `in-${year}`,
			headline: `Canal ${year}`,
			paragraphs: [`"The canal will be dry in ${year}," said Gideon Price.`],
			quotes: [{ said: `The canal will be dry in ${year},`, by: 'Gideon Price' }],
		}));
		await open.archive.put(records.map(inventedRecord), 'canals');
		for (const query of ['canal 2031', 'canal-1985', 'dry 2031-2032'])
			expect(await search({ query }, 'canals')).toMatchObject({ corrected: [], nearest: true });
	});

	it('takes a beginning, and corrects a slip and says so', async () => {
		expect(said(await search({ query: 'promi* lamps' }))).toEqual(['Lamps were promised,']);
		const slip = await search({ query: 'repiars' });
		expect(slip.corrected).toEqual([{ typed: 'repiars', taken: 'repairs' }]);
		expect(said(slip)[0]).toBe('Nobody repairs a pier in winter,');
		const begun = await search({ query: 'promis' });
		expect(begun.corrected).toEqual([{ typed: 'promis', taken: 'promised' }]);
		expect(said(begun)).toContain('Lamps were promised,');
	});

	it('keeps to one kind, to a speaker, a topic and days', async () => {
		expect((await search({ query: 'pier', in: 'articles' })).quotes.hits).toEqual([]);
		const by = await search({ query: 'promised', speaker: 'quillon' });
		expect(by).toMatchObject({ speaker: null, articles: { total: 0 } });
		expect(said(by)).toEqual([articles[0]?.quotes?.[0]?.said]);
		expect(headlines(await search({ query: 'quillon', topic: 'books' }))).toEqual(['library']);
		const april3 = Date.UTC(2031, 3, 3);
		expect(said(await search({ query: 'promised', since: april3 }))).toEqual(['Lamps were promised,']);
		expect(said(await search({ query: 'promised', until: april3, speaker: 'quillon' }))).toHaveLength(1);
	});

	it('gives the nearest where nothing has all of it, or nothing at all', async () => {
		const near = await search({ query: 'zeppelin pier' });
		expect(near.nearest).toBe(true);
		expect(said(near)).toEqual(['Nobody repairs a pier in winter,']);
		expect(await search({ query: 'qqqqqqq' })).toMatchObject({ nearest: true, quotes: { hits: [] } });
		await expect(search({ query: '***' })).rejects.toThrow('No word to look for in');
	});

	it('shows a server its own shelf beside the shared one, and nobody else', async () => {
		expect(headlines(await search({ query: 'zeppelin' }, 'ours'))).toEqual(['pier']);
		expect((await search({ query: 'zeppelin' }, 'theirs')).nearest).toBe(true);
		expect((await search({ query: 'zeppelin' })).articles.hits).toEqual([]);
	});

	it('finds nothing that the server hides, in quotations, articles and answers, while others do', async () => {
		const server = 'hiding';
		const library = open.libraryOf(server);
		const [hit] = (await library.search({ query: 'repairs winter', in: 'quotes' })).quotes.hits;
		if (!hit) throw new Error('not found');
		const reference = readReference(referenceTo(hit));
		if (!reference) throw new Error('no reference');
		await open.correctionsOf(server).correct(reference, { change: 'hidden' }, '1');
		const found = await open.libraryOf(server).search({ query: 'repairs winter' });
		expect(said(found)).toEqual([]);
		expect(found.articles.hits.map(({ sentence }) => sentence?.text ?? '').join()).not.toContain(
			'Nobody repairs',
		);
		const { passages } = await open.libraryOf(server).ask('Who repairs a pier in winter?');
		expect(passages.map(({ text }) => text).join()).not.toContain('Nobody repairs');
		expect(said(await search({ query: 'repairs winter' }, 'another'))).toHaveLength(1);
	});
});
