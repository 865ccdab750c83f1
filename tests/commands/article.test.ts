import { describe, expect, test } from 'vitest';
import article from '../../commands/article.ts';
import { UserError } from '../../src/errors.ts';
import type { Brief } from '../../src/library/library.ts';
import { contextOf, line, plainLibrary, utterance } from './plain-library.ts';
import { read } from './reading.ts';

const brief: Brief = {
	line,
	deck: 'The boat crosses twelve times a day.',
	byline: ['Mats Oker'],
	publishedAt: '2031-05-03T09:30:00+02:00',
	updatedAt: null,
	capturedAt: '2031-05-04T18:00:00+03:00',
	caption: 'The ferry at the new pier',
	credit: '© Ostwick Courier / A. Lund',
	speakersNotReadIn: null,
	summary: [
		{
			text: 'The harbour ferry sails again on Monday.',
			paragraph: 0,
			sentence: 0,
			length: 'line',
		},
		{ text: 'The council paid for the pier.', paragraph: 3, sentence: 5, length: 'short' },
		{ text: 'Pupils travel free of charge.', paragraph: 5, sentence: 8, length: 'full' },
	],
	mainSpeakers: [
		{
			speaker: 'Ilse Brandt',
			role: 'mayor',
			count: 4,
			telling: utterance('The ferry is the street that this town lost.'),
		},
		{
			speaker: 'Tomas Renn',
			role: null,
			count: 2,
			telling: utterance('I bake for the first boat.', { paragraph: 8, cue: null }),
		},
	],
	topics: ['Ostwick', 'ferries'],
	topicsAre: 'tags',
};
const show = async (given: Brief) => article.run({}, contextOf(plainLibrary({ brief: async () => given })));

describe('/article', () => {
	test('does not name the site again as its own author', async () => {
		const text = await read(await show({ ...brief, byline: ['OSTWICK COURIER', 'Mats Oker'] }));
		expect(text).toContain('at 07:30 · by Mats Oker');
		expect(await read(await show({ ...brief, byline: ['Ostwick Courier'] }))).not.toContain(' · by ');
	});

	test('reads, from top to bottom, as the article in brief', async () => {
		expect(await read(await show(brief))).toMatchInlineSnapshot(`
			"Article
			Ostwick Reopens Its Harbour Ferry After Six Years (https://courier.example/ferry)
			============================================================
			The boat crosses twelve times a day.
			Ostwick Courier · published 3 May 2031 at 07:30 · by Mats Oker
			Picture: The ferry at the new pier · © Ostwick Courier / A. Lund

			Summary
			-------
			The harbour ferry sails again on Monday. (¶ 1)
			[Longer summary]
			Who says what
			-------------
			│ “The ferry is the street that this town lost.”
			Ilse Brandt, mayor · ¶ 3
			│ “I bake for the first boat.”
			Tomas Renn · ¶ 9
			Topics: Ostwick · ferries
			[In context, or a speaker… ▾]
			  ¶ 3 · Ilse Brandt
			  ¶ 9 · Tomas Renn
			  ¶ 1 · Summary
			  Ilse Brandt
			  Tomas Renn
			[6 quotes] [9 comments] [2 topics] [Discuss]"
		`);
	});

	test('shows one line first, and a longer summary on demand', async () => {
		const shown = async (length: 'line' | 'short' | 'full') => {
			const card = await article.run({ length }, contextOf(plainLibrary({ brief: async () => brief })));
			const [button] = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.actions : []));
			return { text: await read(card), button };
		};
		const line = await shown('line');
		expect(line.text).toContain('sails again on Monday. (¶ 1)');
		expect(line.text).not.toContain('The council paid');
		expect(line.button).toMatchObject({ label: 'Longer summary', options: { length: 'short' } });
		const short = await shown('short');
		expect(short.text).toContain('The council paid');
		expect(short.text).not.toContain('Pupils travel');
		expect(short.button).toMatchObject({ label: 'Longer summary', options: { length: 'full' } });
		const full = await shown('full');
		expect(full.text).toContain('Pupils travel');
		expect(full.button).toMatchObject({ label: 'One line', options: { length: 'line' } });
	});

	test('names a sentence of the summary in the menu as the card shows it', async () => {
		const joined = {
			text: 'But the council paid.',
			paragraph: 5,
			sentence: 8,
			opening: 4,
			length: 'line',
		} as const;
		const card = await article.run(
			{},
			contextOf(plainLibrary({ brief: async () => ({ ...brief, summary: [joined] }) })),
		);
		expect(await read(card)).toContain('… the council paid. (¶ 6)');
		const choices = card.blocks.flatMap((block) => (block.kind === 'menu' ? block.choices : []));
		expect(choices).toContainEqual(
			expect.objectContaining({
				label: expect.stringMatching(/6 · Summary$/u),
				description: '… the council paid.',
			}),
		);
	});

	test('shows whom a pronoun means in brackets, unless the sentence before it is shown too', async () => {
		const [first, second, third] = brief.summary;
		if (!first || !second || !third) throw new Error('three sentences are needed');
		const bracket = { start: 0, end: 2, replaces: 'pronoun' as const, name: 'Ilse Brandt' };
		const alone = { ...second, text: 'He paid for the pier.', bracket };
		const behind = { ...third, text: 'He paid again.', sentence: alone.sentence + 1, bracket };
		const card = await article.run(
			{ length: 'full' },
			contextOf(plainLibrary({ brief: async () => ({ ...brief, summary: [first, alone, behind] }) })),
		);
		const text = await read(card);
		expect(text).toContain('[Ilse Brandt] paid for the pier. (¶ 4)');
		expect(text).toContain('He paid again. (¶ 6)');
	});

	test('has no summary of an article that is hardly longer than one', async () => {
		expect(await read(await show({ ...brief, summary: [] }))).toContain('too short for a summary');
	});

	test('says that a date is the one of capture where nothing else is known', async () => {
		const text = await read(await show({ ...brief, publishedAt: null }));
		expect(text).toContain('saved 4 May 2031 at 15:00 · publication date unknown');
	});

	test('says the day where the page says no more', async () => {
		const text = await read(await show({ ...brief, publishedAt: null, publishedOn: '2031-05-03' }));
		expect(text).toContain('published 3 May 2031');
		expect(text).not.toContain('unknown');
	});

	test('says that nobody is named where speakers are not read in the language', async () => {
		const inFrench = await read(await show({ ...brief, speakersNotReadIn: 'fr-CA' }));
		expect(inFrench).toContain('Speakers are not read in French.');
		const unknown = await read(await show({ ...brief, speakersNotReadIn: 'und' }));
		expect(unknown).toContain('Speakers are not read in the language of this text.');
		expect(await read(await show(brief))).not.toContain('Speakers are not read');
	});

	test('says when it was added where the page has no date, and that its source is unknown', async () => {
		const undated = { ...brief, line: { ...line, site: null }, publishedAt: null, capturedAt: null };
		expect(await read(await show(undated))).toContain(
			'Source unknown · added 3 May 2031 at 07:30 · publication date unknown',
		);
	});

	test('leads on to quotes, topics, comments and a discussion of this article', async () => {
		const [row] = (await show(brief)).actions ?? [];
		expect(row).toMatchObject([
			{ label: '6 quotes', command: 'quotes', options: { article: 'ferry1' }, disabled: false },
			{ label: '9 comments', command: 'comments', options: { article: 'ferry1' }, disabled: false },
			{ label: '2 topics', command: 'topics', options: { article: 'ferry1' }, disabled: false },
			{ label: 'Discuss', command: 'discuss open', options: { article: 'ferry1' } },
		]);
	});

	test('switches off the buttons that would lead to nothing', async () => {
		const counts = { ...line.counts, comments: 0, quotes: 0 };
		const [row] = (await show({ ...brief, line: { ...line, counts } })).actions ?? [];
		expect(row).toMatchObject([{ disabled: true }, { disabled: true }, { disabled: false }, {}]);
	});

	test('without any article says how to add one', async () => {
		const card = await article.run({}, contextOf(plainLibrary({})));
		expect(card.title).toBe('No articles yet');
	});

	test('passes on what the library says of an unknown article', async () => {
		const unknown = new UserError('I have no article on submarines. The nearest is the one on the ferry.');
		const library = plainLibrary({
			latest: async () => [line],
			brief: async () => {
				throw unknown;
			},
		});
		await expect(article.run({ article: 'submarines' }, contextOf(library))).rejects.toBe(unknown);
	});
});
