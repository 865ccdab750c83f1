import { describe, expect, test } from 'vitest';
import quotes from '../../commands/quotes.ts';
import { UserError } from '../../src/errors.ts';
import type { QuoteAnswer } from '../../src/library/library.ts';
import { contextOf, line, nothingElse, plainLibrary, utterance } from './plain-library.ts';
import { read } from './reading.ts';

const split = utterance('', {
	paragraph: 2,
	parts: [
		{ kind: 'said', text: 'We counted the days,' },
		{ kind: 'between', text: 'mayor Ilse Brandt said.' },
		{ kind: 'said', text: 'The ferry is the street that this town lost.' },
	],
});
const answer: QuoteAnswer = {
	...nothingElse,
	article: line,
	total: 3,
	groups: [
		{
			speaker: 'Ilse Brandt',
			role: 'mayor',
			count: 2,
			utterances: [split, utterance('We sail on Monday.', { paragraph: 4 })],
		},
		{
			speaker: null,
			role: null,
			count: 1,
			utterances: [utterance('Nobody asked us.', { speaker: null, role: null, cue: null })],
		},
	],
};
const ask = (given: Parameters<typeof quotes.run>[0], found: QuoteAnswer = answer) =>
	quotes.run(given, contextOf(plainLibrary({ quotes: async () => found, latest: async () => [line] })));

describe('/quotes', () => {
	test('reads as quotations by speaker, each with cue and place, split ones put together', async () => {
		expect(await read(await ask({ article: 'ferry' }))).toMatchInlineSnapshot(`
			"Quotes
			Ostwick Reopens Its Harbour Ferry After Six Years (https://courier.example/ferry)
			============================================================
			3 quotes, 2 of them by 1 known speaker.

			Ilse Brandt · 2 quotes
			----------------------
			mayor
			│ “We counted the days,” mayor Ilse Brandt said. “The ferry is the street that this town lost.”
			said · ¶ 3
			│ “We sail on Monday.”
			said · ¶ 5

			Speaker not known · 1 quote
			---------------------------
			The article does not say clearly enough who said this.
			│ “Nobody asked us.”
			¶ 3
			From Ostwick Courier (https://courier.example/ferry) · published 3 May 2031 · ¶ counts its paragraphs
			[The article in brief] [9 comments]"
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
		expect(text).toContain('Without a name · 1 quote');
		expect(text).toContain('a spokesman for the mayor · said · ¶ 7');
		expect(text).not.toContain('Speaker not known');
	});

	test('over the whole library names the article of each', async () => {
		const text = await read(await ask({ speaker: 'brandt' }, { ...answer, article: null }));
		expect(text).toContain(`In ${line.headline} (https://courier.example/ferry) · published 3 May 2031`);
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

	test('offers a menu of the speakers where there are several, keeping the article', async () => {
		const groups = [
			...answer.groups,
			{ speaker: 'Tomas Renn', role: 'baker', count: 1, utterances: [utterance('I bake.')] },
		];
		const menu = (await ask({ article: 'ferry' }, { ...answer, groups })).blocks.find(
			({ kind }) => kind === 'menu',
		);
		expect(menu).toMatchObject({
			choices: [
				{
					label: 'Ilse Brandt',
					description: '2 quotes · mayor',
					options: { article: 'ferry1', speaker: 'Ilse Brandt' },
				},
				{ label: 'Tomas Renn', options: { article: 'ferry1', speaker: 'Tomas Renn' } },
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
			placeholder: 'What one speaker said… (25 of 37 speakers)',
			choices: { length: 25 },
		});
	});

	test('cuts a long one at a sentence and gives a button that shows it whole', async () => {
		const sentences = Array.from(
			{ length: 60 },
			(_, n) => `Sentence number ${n + 1} of the long speech stands here.`,
		);
		const long = utterance(sentences.join(' '), { paragraph: 6 });
		const found = {
			...answer,
			groups: [{ speaker: 'Ilse Brandt', role: null, count: 1, utterances: [long] }],
		};
		const card = await ask({ article: 'ferry' }, found);
		const button = card.actions?.flat().find(({ label }) => label === 'Read ¶ 7 whole');
		expect(button).toMatchObject({ command: 'quotes', options: { article: 'ferry1', paragraph: 6 } });
		expect(await read(card)).toMatch(/stands here\.” \[…\]\nsaid · ¶ 7 · cut here, [\d,]+ more characters/u);
		const pages = [];
		for (let page = 0; page < 2; page++)
			pages.push(await read(await ask({ article: 'ferry', paragraph: 6, page }, found)));
		for (const sentence of sentences) expect(pages.join('\n')).toContain(sentence);
		expect(pages[1]).toContain('Ilse Brandt (goes on)');
	});

	test('turns pages with everything that was asked for', async () => {
		const many = Array.from({ length: 80 }, (_, n) =>
			utterance(`This is what was said at moment ${n} of the meeting.`, { paragraph: n }),
		);
		const found = {
			...answer,
			total: 80,
			groups: [{ speaker: 'Ilse Brandt', role: null, count: 80, utterances: many }],
		};
		const card = await ask({ speaker: 'brandt', about: 'meeting', page: 1 }, found);
		expect(card.actions?.[0]?.[2]).toMatchObject({
			label: 'Next ▶',
			options: { speaker: 'brandt', about: 'meeting', article: 'ferry1', page: 2 },
		});
		expect(await read(card)).toContain('Ilse Brandt (continued)');
		await expect(ask({ page: 500 }, found)).rejects.toThrow(UserError);
	});

	test('shows the words that were looked for in bold, says which stand around, and puts partial matches last', async () => {
		const full = utterance('The ferry sails on Monday.', { speaker: 'Ilse Brandt', role: null });
		const some = utterance('Ferries are slow.', { speaker: 'Tomas Renn', role: null });
		const group = { role: null, count: 1 };
		const found = {
			...nothingElse,
			...{ article: null, total: 1, about: ['ferry', 'timetable'], more: true },
			mended: [{ typed: 'timtable', taken: 'timetable' }],
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
		expect(text).toContain('Over 1 quote by 1 speaker.');
		expect(text).toMatch(
			/¶ 3 · timetable in the text around it\n[\s\S]*With only some of the words\n[\s\S]*Tomas Renn/u,
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
	});

	test('without any article says how one gets in', async () => {
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
