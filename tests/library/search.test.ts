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
		expect(said(await search({ query: '"repairs a pier"' }))).toEqual(['Nobody repairs a pier in winter,']);
		expect((await search({ query: '"pier repairs a"' })).nearest).toBe(true);
		expect(said(await search({ query: 'promised -boats' }))).toEqual(['Lamps were promised,']);
	});

	it('takes a beginning, and corrects a slip and says so', async () => {
		expect(said(await search({ query: 'promi* lamps' }))).toEqual(['Lamps were promised,']);
		const slip = await search({ query: 'repiars' });
		expect(slip.corrected).toEqual([{ typed: 'repiars', taken: 'repairs' }]);
		expect(said(slip)[0]).toBe('Nobody repairs a pier in winter,');
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

	it('answers from a page that was read for sure before one that was not, where both answer', async () => {
		const open = await openEmptyLibrary();
		const told = (name: string) => `The lock keeper of ${name} opened the old lock at noon on Monday.`;
		const put = (id: string, paragraphs: string[], unsure: boolean) =>
			open.archive.put([
				inventedRecord({ id, paragraphs, ...(unsure && { unsure: ['paragraphs' as const] }) }),
			]);
		await put('unsure', [told('Kestermouth'), 'The lock keeper opened the old lock.'], true);
		await put('sure', [told('Kestermouth')], false);
		const question = 'When did the lock keeper of Kestermouth open the old lock?';
		const first = await open.libraryOf(null).ask(question);
		expect(first.passages[0]?.article).toMatchObject({ id: 'sure' });
		await open.archive.put([inventedRecord({ id: 'sure', paragraphs: ['The lock is old.'] })]);
		const { passages } = await open.libraryOf(null).ask(question);
		expect(passages[0]?.article).toMatchObject({ id: 'unsure', unsure: true });
		await open.close();
	});

	it('answers what somebody said with what they are quoted with, and by the office in an article', async () => {
		const open = await openEmptyLibrary();
		const paragraphs = [
			'"We keep the ferry," said Olive Marsh, the mayor of Ostwick. "It is cheaper than a bridge."',
			'"The lock is old," Marsh said.',
			'"Boats need it," said Bruno Ruiz.',
		];
		const quotes = [
			{ said: 'We keep the ferry,', by: 'Olive Marsh', role: 'mayor of Ostwick', group: 1 },
			{ said: 'It is cheaper than a bridge.', by: 'Olive Marsh', role: 'mayor of Ostwick', group: 1 },
			{ said: 'The lock is old,', by: 'Olive Marsh', role: 'mayor of Ostwick' },
			{ said: 'Boats need it,', by: 'Bruno Ruiz' },
		];
		await open.archive.put([inventedRecord({ id: 'ferry', paragraphs, quotes })]);
		const asked = async (question: string, article?: string) => {
			const { answered, passages } = await open.libraryOf(null).ask(question, article);
			return answered ? passages.map(({ text, speaker }) => [speaker, text]) : null;
		};
		expect(await asked('What did Bruno Ruiz say?')).toEqual([['Bruno Ruiz', 'Boats need it']]);
		expect(await asked('what does marsh think about the lock?')).toEqual([
			['Olive Marsh', 'The lock is old'],
		]);
		expect(await asked('What did the mayor say about a bridge?', 'ferry')).toEqual([
			['Olive Marsh', 'It is cheaper than a bridge.'],
		]);
		expect(await asked('What did Carla Zorn say?')).toBeNull();
		expect(await asked('What did Olive Marsh say about whales?')).toBeNull();
		await open.close();
	});

	it('answers what somebody of an office said whom the article does not name', async () => {
		const open = await openEmptyLibrary();
		const paragraphs = [
			'"The bells are cracked," the bishop said.',
			'"We will buy a drum," the bishop said.',
			'"We saw nothing," said a nun.',
		];
		const quotes = [
			{ said: 'The bells are cracked,', role: 'the bishop' },
			{ said: 'We will buy a drum,', role: 'the bishop' },
			{ said: 'We saw nothing,', role: 'a nun' },
		];
		await open.archive.put([inventedRecord({ id: 'bells', paragraphs, quotes })]);
		const asked = async (question: string, article?: string) => {
			const { answered, passages } = await open.libraryOf(null).ask(question, article);
			return answered ? passages.map(({ text, role, speaker }) => [speaker, role, text]) : null;
		};
		const both = ['The bells are cracked', 'We will buy a drum'].map((text) => [null, 'the bishop', text]);
		for (const article of ['bells', undefined]) {
			expect(await asked('What did the bishop say?', article)).toEqual(both);
			expect(await asked('What did the bishop say about bells?', article)).toEqual([both[0]]);
			expect(await asked('What did the nun say?', article)).toEqual([[null, 'a nun', 'We saw nothing']]);
			expect(await asked('What did the archbishop say?', article)).toBeNull();
		}
		await open.close();
	});

	it('shows the sentence behind the best one too where that goes on with the answer', async () => {
		const open = await openEmptyLibrary();
		const paragraphs = [
			'The rowing club bought a new boat. It is called the Grey Heron. It was built in Ostwick.',
			'The rowing club sold its hut in May. Tickets are cheap.',
		];
		await open.archive.put([inventedRecord({ id: 'boat', paragraphs })]);
		const asked = async (question: string) =>
			(await open.libraryOf(null).ask(question, 'boat')).passages[0]?.text;
		expect(await asked('What is the new boat of the rowing club called?')).toBe(
			'The rowing club bought a new boat. It is called the Grey Heron.',
		);
		expect(await asked('When did the rowing club sell its hut?')).toBe(
			'The rowing club sold its hut in May.',
		);
		await open.close();
	});

	it('does not say that an article lacks a word that a line of its page has', async () => {
		const open = await openEmptyLibrary();
		const paragraphs = ['Olive Marsh spoke on Monday.', 'Read more: The mayor of Ostwick resigned'];
		await open.archive.put([inventedRecord({ id: 'ferry', paragraphs })]);
		const ask = (question: string) => open.libraryOf(null).ask(question, 'ferry');
		expect(await ask('Why did Olive Marsh resign?')).toMatchObject({ answered: false, missing: [] });
		expect(await ask('Why did Olive Marsh swim?')).toMatchObject({ answered: false, missing: ['swim'] });
		await open.close();
	});

	it('reads for an answer the articles that a misspelt word was meant for', async () => {
		const open = await openEmptyLibrary();
		const told = Array.from({ length: 8 }, (_, number) =>
			inventedRecord({ id: `other-${number}`, paragraphs: [`A bridge costs ${number + 3} million crowns.`] }),
		);
		const paragraphs = ['The funicular will cost 2 million crowns.'];
		await open.archive.put([
			inventedRecord({ id: 'right', headline: 'Funicular planned', paragraphs }),
			...told,
		]);
		const { passages } = await open.libraryOf(null).ask('How much will the funiculer cost?');
		expect(passages[0]?.article.id).toBe('right');
		await open.close();
	});

	it('refuses a question in another language than the articles, and says so', async () => {
		const asked = async (question: string) => {
			const { answered, otherLanguage } = await open.libraryOf(null).ask(question);
			return [answered, otherLanguage];
		};
		expect(await asked('Qui est-ce qui répare le pier en hiver ?')).toEqual([false, true]);
		expect((await asked('Who repairs a pier in winter?'))[1]).toBe(false);
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
