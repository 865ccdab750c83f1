import { describe, expect, test } from 'vitest';
import ask from '../../commands/ask.ts';
import mention from '../../commands/check-mention.ts';
import type { Context } from '../../commands/shared/context.ts';
import type { AskAnswer, Library } from '../../src/library/library.ts';
import { contextOf, line, plainLibrary } from './plain-library.ts';
import { read } from './reading.ts';

const passage = {
	article: line,
	paragraph: 2,
	text: 'We sail on Monday.',
	isSaid: true,
	quoted: true,
	speaker: 'Ilse Brandt',
	role: 'mayor',
};
const told: AskAnswer = {
	article: null,
	answered: true,
	missing: [],
	otherLanguage: false,
	passages: [
		passage,
		{ ...passage, paragraph: 4, text: 'The ferry cost 9 million.', isSaid: false, quoted: false },
	],
};
const library = (answer: AskAnswer, more: Partial<Library> = {}) =>
	plainLibrary({ ask: async () => answer, latest: async () => [line], ...more });

/** The same context in another place; what it lacks is still only missed where it is used. */
const at = (place: Partial<Context['place']>, context: Context): Context =>
	Object.create(context, { place: { value: { ...context.place, ...place } } });

describe('/ask', () => {
	test('shows the passages word for word, who says them if anybody does, and where', async () => {
		const card = await ask.run({ question: 'When does it sail?' }, contextOf(library(told)));
		expect(await read(card)).toMatchInlineSnapshot(`
			"Answer, word for word
			When does it sail?
			==================
			│ “We sail on Monday.”
			Ilse Brandt, mayor · ¶ 3 · Ostwick Reopens Its Harbour Ferry After Six Years (https://courier.example/ferry) · published 3 May 2031
			│ The ferry cost 9 million.
			¶ 5 · Ostwick Reopens Its Harbour Ferry After Six Years (https://courier.example/ferry) · published 3 May 2031
			[Read in context… ▾]
			  ¶ 3 · Ilse Brandt
			  ¶ 5 · Ilse Brandt
			[Search the words]"
		`);
	});

	test('shows an answer in a talk behind its question, which is not marked as what the answer says', async () => {
		const asked = 'Mayor, when do you sail?';
		const talk = { ...told, passages: [{ ...passage, asked }] };
		const card = await ask.run({ question: 'When does it sail?' }, contextOf(library(talk)));
		const lines = (await read(card)).split('\n');
		const at = lines.indexOf(`Asked: ${asked}`);
		expect(lines.slice(at, at + 2)).toEqual([`Asked: ${asked}`, '│ “We sail on Monday.”']);
		expect(lines.indexOf(`Asked: ${asked}`, at + 1)).toBe(-1);
	});

	test('says that nothing answers it, and shows the nearest', async () => {
		const refused = { ...told, article: line, answered: false, passages: [passage] };
		const card = await ask.run({ question: 'Who pays?', article: 'ferry1' }, contextOf(library(refused)));
		const text = await read(card);
		expect(text).toContain('No answer found');
		expect(text).toContain('No answer to that was found in this article.');
		expect(text).toContain('“We sail on Monday.”');
		expect(text).toContain('[Ask all articles]');
	});

	test('names the words of a refused question that stand nowhere there', async () => {
		const refused = { ...told, answered: false, passages: [passage] };
		const shown = async (answer: AskAnswer) =>
			read(await ask.run({ question: 'Why did it sink?' }, contextOf(library(answer))));
		expect(await shown({ ...refused, article: line, missing: ['sink'] })).toContain(
			'This article does not have the word sink, in any form.',
		);
		expect(await shown({ ...refused, missing: ['sink', 'storm'] })).toContain(
			'The articles that come nearest do not have the words sink or storm, in any form.',
		);
		expect(await shown(refused)).not.toContain('in any form');
	});

	test('says once that no word of a question is there', async () => {
		const refused = { ...told, answered: false, passages: [], missing: ['capital', 'France'] };
		const card = await ask.run({ question: 'What is the capital of France?' }, contextOf(library(refused)));
		const text = await read(card);
		expect(text).toContain('No word of the question is there.');
		expect(text).not.toContain('in any form');
	});

	test('says of an answer too that the verb of the question stands nowhere there', async () => {
		const card = await ask.run(
			{ question: 'What sank?' },
			contextOf(library({ ...told, missing: ['sank'] })),
		);
		expect(await read(card)).toContain('do not have the word sank, in any form.');
	});

	test('says where a question is in another language than what was read', async () => {
		const refused = { ...told, answered: false, otherLanguage: true };
		const card = await ask.run({ question: 'Wer zahlt?' }, contextOf(library(refused)));
		expect(await read(card)).toContain('The question is in another language than the articles.');
	});

	test('says of a passage that its page was perhaps not read right', async () => {
		const unsure = { ...passage, article: { ...line, unsure: true } };
		const card = await ask.run({ question: 'When?' }, contextOf(library({ ...told, passages: [unsure] })));
		expect(await read(card)).toContain('published 3 May 2031 · I am not sure that I read this page right');
	});

	test('takes the article of its thread, unless all are asked', async () => {
		const asked: (string | undefined)[] = [];
		const noting = library(told, {
			ask: async (_, article) => {
				asked.push(article);
				return told;
			},
			suggestArticles: async () => [line],
		});
		const context = contextOf(noting);
		const inThread = at({ article: line.id }, context);
		await ask.run({ question: 'When?' }, inThread);
		await ask.run({ question: 'When?', article: 'all' }, inThread);
		expect(asked).toEqual([line.id, undefined]);
	});

	test('is what a question to the bot gets', async () => {
		const context = contextOf(library(told));
		const message = {
			id: '5',
			text: 'When does it sail?',
			author: { id: '3', name: 'Lena' },
			url: 'https://discord.com/channels/1/2/5',
			attachments: [],
		};
		const here = at({ target: { kind: 'message', message } }, context);
		expect(await read(await mention.run({}, here))).toContain('“We sail on Monday.”');
	});

	test('keeps marks and markdown of a question out of the card', async () => {
		const card = await ask.run({ question: '“**Who**” @everyone <@1> "said" it?' }, contextOf(library(told)));
		expect(card.title).not.toMatch(/["“”]/u);
		expect(await read(card)).not.toContain('“**Who**”');
	});
});
