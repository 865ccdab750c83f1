import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenLibrary } from '../../src/app/open-library.ts';
import { openEmptyLibrary } from './empty-library.ts';
import { inventedRecord } from './invented.ts';
import { articles } from './port-ellery.ts';

describe('asking the library', () => {
	let open: OpenLibrary;
	beforeAll(async () => {
		open = await openEmptyLibrary();
		await open.archive.put(articles.map(inventedRecord));
	});
	afterAll(() => open.close());

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

	it('answers from a talk with what was answered, and the question before it', async () => {
		const open = await openEmptyLibrary();
		const answer = 'Because of the tolls. I had told them so for years. Fishermen cannot pay.';
		const paragraphs = [
			'Carla Zorn left the harbour board in May. We spoke to her in Ostwick.',
			'Why did you leave the harbour board?',
			answer,
			'Would you ever go back?',
			`No. ${'I have many goats now, and each of them has a name. '.repeat(12)}`,
		];
		await open.archive.put([inventedRecord({ id: 'zorn', headline: 'Carla Zorn on goats', paragraphs })]);
		const library = open.libraryOf(null);
		for (const article of ['zorn', undefined]) {
			const { answered, passages } = await library.ask('Why did she leave the harbour board?', article);
			expect(answered).toBe(true);
			expect(passages[0]).toMatchObject({ paragraph: 2, text: answer, asked: paragraphs[1] });
		}
		const [back] = (await library.ask('Would she go back?', 'zorn')).passages;
		expect(back).toMatchObject({ paragraph: 4, asked: paragraphs[3] });
		expect(paragraphs[4]?.startsWith(back?.text ?? '-')).toBe(true);
		expect(back?.text).toMatch(/\.$/u);
		expect(back?.text.length).toBeLessThan(330);
		await open.close();
	});

	it('answers from a talk that is too long to be read whole with what stands behind the question', async () => {
		const open = await openEmptyLibrary();
		const answer = 'They were too dear. Fishermen cannot pay.';
		const others = Array.from({ length: 70 }, (_, at) => [
			`And would you say that goat ${at} likes the board?`,
			`Number ${at} likes nothing but grass, and why should it like the harbour?`,
		]).flat();
		const paragraphs = [
			'Carla Zorn left the harbour board in May. We spoke to her in Ostwick.',
			'Why did you leave the harbour board?',
			'You had been there for years?',
			answer,
			...others,
		];
		await open.archive.put([inventedRecord({ id: 'zorn', headline: 'Carla Zorn on goats', paragraphs })]);
		const { answered, passages } = await open
			.libraryOf(null)
			.ask('Why did she leave the harbour board?', 'zorn');
		expect(answered).toBe(true);
		expect(passages[0]).toMatchObject({ paragraph: 3, text: answer, asked: paragraphs[1] });
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

	it('reads the newest articles for a word with a slip that nobody said and no headline has', async () => {
		const open = await openEmptyLibrary();
		await open.archive.put([
			inventedRecord({ id: 'keeper', paragraphs: ['The old lighthouse of Ostwick stands on a rock.'] }),
			inventedRecord({ id: 'goats', paragraphs: ['Goats eat hay.'] }),
		]);
		const asked = async (question: string) => {
			const { answered, passages } = await open.libraryOf(null).ask(question);
			return { answered, text: passages[0]?.text };
		};
		const text = 'The old lighthouse of Ostwick stands on a rock.';
		expect(await asked('whre is the lighthose')).toEqual({ answered: true, text });
		expect(await asked('wheres the ligthhouse of ostwik')).toEqual({ answered: true, text });
		expect((await asked('where is the zeppelin')).text).toBeUndefined();
		await open.close();
	});

	it('refuses a question in another language than the articles, and says so', async () => {
		const asked = async (question: string) => {
			const { answered, otherLanguage } = await open.libraryOf(null).ask(question);
			return [answered, otherLanguage];
		};
		expect(await asked('Qui est-ce qui répare le pier en hiver ?')).toEqual([false, true]);
		// Where it has no word in common with any article, too.
		expect(await asked('Warum streikten gestern Ziegen?')).toEqual([false, true]);
		expect(await asked('zzyzx qwertz')).toEqual([false, false]);
		expect((await asked('Who repairs a pier in winter?'))[1]).toBe(false);
	});

	it('never shows what an article had wrong without what is right', async () => {
		const open = await openEmptyLibrary();
		const corrected =
			'Correction: An earlier version of this article said that Mayor Olive Marsh called voters “cattle”. She said “capable”.';
		const paragraphs = ['Mayor Olive Marsh spoke to voters in Ostwick on Monday.', corrected];
		await open.archive.put([inventedRecord({ id: 'speech', paragraphs })]);
		const { passages } = await open.libraryOf(null).ask('Did the mayor call voters cattle?', 'speech');
		const shown = passages.map(({ text }) => text).filter((text) => text.includes('cattle'));
		expect(shown).toEqual([corrected]);
		await open.close();
	});

	it('does not take for answered what asks for nothing that it names', async () => {
		for (const question of ['And who said so?', 'What did she say?', 'What is it called?'])
			expect({ question, ...(await open.libraryOf(null).ask(question)) }).toMatchObject({
				question,
				answered: false,
			});
	});
});
