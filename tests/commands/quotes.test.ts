import { describe, expect, test } from 'vitest';
import quotes from '../../commands/quotes.ts';
import type { FoundUtterance } from '../../src/library/library.ts';
import { contextOf, line, nothingElse, plainLibrary, utterance } from './plain-library.ts';
import { answer, ask } from './quotes-answer.ts';
import { read } from './reading.ts';

const nothingFound = { ...answer, groups: [], total: 0 };

describe('/quotes', () => {
	test('reads as quotations by speaker, each with its place, split ones put together', async () => {
		expect(await read(await ask({ article: 'ferry' }))).toMatchInlineSnapshot(`
			"3 quotes
			Ostwick Reopens Its Harbour Ferry After Six Years (https://courier.example/ferry)
			============================================================
			Ilse Brandt
			-----------
			mayor
			│ “We counted the days,” mayor Ilse Brandt said. “The ferry is the street that this town lost.”
			¶ 3
			│ “We sail on Monday.”
			¶ 5

			Speakers without a name
			-----------------------
			│ “Nobody asked us.”
			¶ 3
			[Read in context… ▾]
			  ¶ 3 · Ilse Brandt
			  ¶ 5 · Ilse Brandt
			  Something wrong?
			Ostwick Courier (https://courier.example/ferry) · published 3 May 2031
			[Article] [9 comments]"
		`);
	});

	test('says of a speaker without a name what the article calls him', async () => {
		const unnamed = utterance('No comment.', {
			speaker: null,
			role: 'a spokesman for the mayor',
			paragraph: 6,
		});
		const group = { speaker: null, role: unnamed.role, count: 1, utterances: [unnamed] };
		const text = await read(await ask({ article: 'ferry' }, { ...answer, groups: [group], total: 1 }));
		expect(text).toContain('a spokesman for the mayor\n¶ 7');
	});

	test('says whom a surname may mean, and offers them, whoever of them is shown', async () => {
		const several = [
			{ speaker: 'Ilse Brandt', role: 'mayor', count: 2 },
			{ speaker: 'Otto Brandt', role: null, count: 1 },
		];
		const [group] = answer.groups;
		const note = 'Brandt may be Ilse Brandt (mayor) or Otto Brandt.';
		const one = { ...answer, groups: group ? [group] : [], several };
		const text = await read(await ask({ speaker: 'Brandt', about: 'ferry' }, one));
		expect(text).toContain(note);
		expect(text).toContain('\n  Otto Brandt\n');
		expect(await read(await ask({ speaker: 'Brandt', about: 'x' }, { ...nothingFound, several }))).toContain(
			note,
		);
		const many = Array.from({ length: 7 }, (_, n) => ({ speaker: `Brandt ${n}`, role: null, count: 1 }));
		expect(await read(await ask({ speaker: 'Brandt' }, { ...answer, several: many }))).toContain(
			'Brandt may be Brandt 0, Brandt 1, Brandt 2, Brandt 3 or 3 others.',
		);
	});

	test('over the whole library names the article of each', async () => {
		const text = await read(await ask({ speaker: 'brandt' }, { ...answer, article: null }));
		expect(text).toContain(
			`¶ 3 · ${line.headline} (https://courier.example/ferry) · Ostwick Courier · published 3 May 2031`,
		);
	});

	test('over the whole library names an article once, and again at the top of a page', async () => {
		const said = Array.from({ length: 40 }, (_, n) => utterance(`Number ${n}.`, { paragraph: n }));
		const group = { speaker: 'Ilse Brandt', role: 'mayor', count: 40, utterances: said };
		const many = { ...answer, article: null, groups: [group], total: 40 };
		const shown = await Promise.all([0, 1].map(async (page) => read(await ask({ page }, many))));
		for (const text of shown) {
			expect(text.split(line.headline)).toHaveLength(2);
			expect(text).toMatch(/Ostwick Courier · published 3 May 2031\n.*\n¶ \d+ · same article\n/u);
		}
	});

	test('puts those that have the words only in the text around them last', async () => {
		const found = (words: string[]) => ({ words, around: words.length > 0 ? [] : ['pier'] });
		const group = (speaker: string, ...utterances: FoundUtterance[]) => ({
			...{ speaker, role: null, count: utterances.length },
			utterances: utterances.map((one) => ({ ...one, speaker, role: null })),
		});
		const around = { ...utterance('Not a word about it.'), found: found([]) };
		const groups = [
			group('Ilse Brandt', around, { ...utterance('The pier stays.'), found: found(['pier']) }),
			group('Tomas Renn', around),
			group('Ada Quillon', { ...utterance('My pier.'), found: found(['pier']) }),
		];
		const text = await read(await ask({ about: 'pier' }, { ...answer, groups, about: ['pier'] }));
		expect(text).toMatch(
			/Brandt.*The pier stays.*Quillon.*My pier.*Only in the text around.*Brandt.*Not a.*Renn.*Not a/su,
		);
		expect(text.match(/Not a word/gu)).toHaveLength(2);
		expect(text).not.toContain('in the text around it');
	});

	test('asks the library for what was given, and nothing else', async () => {
		const asked: unknown[] = [];
		const library = plainLibrary({
			quotes: async (query) => {
				asked.push(query);
				return answer;
			},
		});
		await quotes.run({ speaker: 'Ilse Brandt', page: 0 }, contextOf(library));
		expect(asked).toEqual([{ speaker: 'Ilse Brandt' }]);
	});

	test('offers a menu of the passages, and of the speakers where there are several, keeping the article', async () => {
		const groups = [
			...answer.groups,
			{ speaker: 'Tomas Renn', role: 'baker', count: 1, utterances: [utterance('I bake.')] },
		];
		const menu = (await ask({ article: 'ferry' }, { ...answer, groups })).blocks.find(
			({ kind }) => kind === 'menu',
		);
		expect(menu).toMatchObject({
			choices: [
				{ label: '¶\u00a03 · Ilse Brandt', command: 'article', options: { article: 'ferry1', at: 3 } },
				{ label: '¶\u00a05 · Ilse Brandt', description: 'We sail on Monday.' },
				{
					label: 'Ilse Brandt',
					description: 'All 2 quotes · mayor',
					options: { article: 'ferry1', speaker: 'Ilse Brandt' },
				},
				{ label: 'Tomas Renn', options: { article: 'ferry1', speaker: 'Tomas Renn' } },
				{ label: 'Something wrong?', command: 'correct quote', options: { article: 'ferry1', page: 0 } },
			],
		});
	});

	test('says where the menu holds only some of the speakers', async () => {
		const groups = Array.from({ length: 37 }, (_, n) => ({
			...{ speaker: `Speaker ${n}`, role: null, count: 1 },
			utterances: [utterance('I was asked.')],
		}));
		const menu = (await ask({ article: 'ferry' }, { ...answer, groups })).blocks.find(
			({ kind }) => kind === 'menu',
		);
		expect(menu).toMatchObject({
			placeholder: expect.stringContaining('(12 of 37)'),
			choices: { length: 14 },
		});
	});

	test('shows the words that were looked for in bold, says which are only in the text around, and puts partial matches last', async () => {
		const full = utterance('The ferry sails on Monday.', { speaker: 'Ilse Brandt', role: null });
		const some = utterance('Ferries are slow.', { speaker: 'Tomas Renn', role: null });
		const group = { role: null, count: 1 };
		const found = {
			...nothingElse,
			...{ article: null, total: 1, about: ['ferry', 'timetable'], more: true },
			corrected: [{ typed: 'timtable', taken: 'timetable' }],
			groups: [
				{
					...{ ...group, speaker: 'Ilse Brandt' },
					utterances: [{ ...full, found: { words: ['ferry'], around: ['timetable'] } }],
				},
			],
			partly: [
				{
					...{ ...group, speaker: 'Tomas Renn' },
					utterances: [{ ...some, found: { words: ['Ferries'], around: [] } }],
				},
			],
		};
		const card = await ask({ about: 'ferry timtable' }, found);
		expect(card.blocks).toContainEqual({
			kind: 'said',
			text: [{ mark: 'verbatim', text: 'The ferry sails on Monday.', bold: ['ferry'] }],
		});
		const text = await read(card);
		expect(text).toContain('No quote has timtable; looked for timetable instead.');
		expect(card.eyebrow).toBe('At least 1 quote that mentions ferry timetable');
		expect(text).toMatch(
			/¶ 3 · timetable in the text around it · [\s\S]*With only some of the words\n[\s\S]*Tomas Renn/u,
		);
	});

	test('says what was looked for where nothing was found, and what to try', async () => {
		const none = {
			...nothingElse,
			article: line,
			groups: [],
			speaker: 'Ilse Brandt',
			about: ['submarines', 'underwater'],
		};
		const asked = { speaker: 'Brandt', about: 'the submarines underwater' };
		const text = await read(await ask({ ...asked, article: 'ferry' }, none));
		expect(text).toContain('No quotes by Ilse Brandt in this article mention the submarines underwater.');
		expect(text).toContain('Looked for submarines, underwater, whatever the ending,');
		const everywhere = await ask(asked, { ...none, article: null });
		expect(everywhere.title).toBe('No quotes found');
		expect(everywhere.blocks[0]).toEqual({
			kind: 'text',
			text: [
				'No quotes',
				' by ',
				{ mark: 'strong', text: 'Ilse Brandt' },
				' mention ',
				{ mark: 'strong', text: 'the submarines underwater' },
				'.',
			],
		});
		expect(text).toContain('[All its quotes]');
		expect(everywhere.actions?.flat()).toContainEqual({
			label: 'Search the words',
			command: 'search',
			options: { query: 'the submarines underwater' },
		});
	});

	test('without any article says how to add one', async () => {
		expect((await quotes.run({}, contextOf(plainLibrary({})))).title).toBe('No articles yet');
	});

	test('offers speakers with the number of quotes, within the article that was chosen', async () => {
		const asked: unknown[] = [];
		const library = plainLibrary({
			suggestSpeakers: async (...given) => {
				asked.push(given);
				return [{ speaker: 'Ilse Brandt', role: 'mayor', quotes: 1 }];
			},
		});
		const offered = await quotes.options.speaker.suggest?.('il', contextOf(library), { article: 'ferry1' });
		expect(offered).toEqual([{ label: 'Ilse Brandt · 1 quote', value: 'Ilse Brandt' }]);
		expect(asked).toEqual([['il', 25, 'ferry1']]);
	});
});
