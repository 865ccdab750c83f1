import { describe, expect, test } from 'vitest';
import article from '../../commands/article.ts';
import type { Article } from '../../src/article.ts';
import { UserError } from '../../src/errors.ts';
import type { Brief } from '../../src/library/library.ts';
import { contextOf, line, nothingElse, plainLibrary, utterance } from './plain-library.ts';
import { answer, ask } from './quotes-answer.ts';
import { read } from './reading.ts';

describe('pages of /quotes', () => {
	test('cuts a long one at a sentence, and leads to the passage that has all of it, on pages', async () => {
		const sentences = Array.from(
			{ length: 60 },
			(_, n) => `Sentence number ${n + 1} of the long speech stands here.`,
		);
		const long = utterance(sentences.join(' '), { paragraph: 1 });
		const found = {
			...answer,
			groups: [{ speaker: 'Ilse Brandt', role: null, count: 1, utterances: [long] }],
		};
		const card = await ask({ article: 'ferry' }, found);
		expect(await read(card)).toMatch(/stands here\.” \[…\]\n.*\n¶ 2 · .* · shortened/u);
		const [button] = card.actions?.flat() ?? [];
		expect(button).toMatchObject({
			label: '¶\u00a02 in context',
			command: 'article',
			options: { article: 'ferry1', at: 2 },
		});
		const paragraphs = ['What came before. It was long.', `“${sentences.join(' ')}”`, 'What comes after.'];
		const held = contextOf(
			plainLibrary({
				brief: async () => ({ line }) as Brief,
				article: async () => ({ paragraphs }) as Article,
				latest: async () => [line],
			}),
		);
		const pages = [];
		for (let page = 0; page < 2; page++)
			pages.push(await read(await article.run({ article: 'ferry1', at: 2, page }, held)));
		for (const sentence of sentences) expect(pages.join('\n')).toContain(sentence);
		expect(pages[0]).toContain('What came before. It was long.');
		expect(pages[1]).toContain('What comes after.');
		await expect(article.run({ article: 'ferry1', at: 4 }, held)).rejects.toThrow(
			'This article has no ¶\u00a04: it has 3 paragraphs.',
		);
	});

	test('begins every page with the speaker, whatever articles the quotations are in', async () => {
		const other = { ...line, id: 'other1', headline: 'Another Article Altogether' };
		const long = (n: number, article = line) =>
			utterance(`This is what was said at moment ${n} of the meeting, and it took a while.`, {
				paragraph: n,
				article,
			});
		const many = Array.from({ length: 30 }, (_, n) => long(n, n < 15 ? line : other));
		const unnamed = many.map((one) => ({ ...one, speaker: null, role: 'an engineer' }));
		const found = {
			...nothingElse,
			article: null,
			total: 60,
			groups: [
				{ speaker: 'Ilse Brandt', role: 'mayor', count: 30, utterances: many },
				{ speaker: null, role: null, count: 30, utterances: unnamed },
			],
		};
		let page = 0;
		for (let count = 1; page < count; page++) {
			const card = await ask({ page }, found);
			count = Number(/of (\d+)/u.exec(String(card.actions?.flat()[1]?.label))?.[1]);
			expect(card.blocks[0]?.kind).toBe('heading');
			expect(card.blocks[0]).toMatchObject({
				text: [expect.stringMatching(/^(?:Ilse Brandt|Speakers without a name)(?:, continued)?$/u)],
			});
		}
		expect(page).toBeGreaterThan(4);
		expect(await read(await ask({ page: 1 }, found))).toContain('Ilse Brandt, continued');
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
			label: '▶',
			options: { speaker: 'brandt', about: 'meeting', article: 'ferry1', page: 2 },
		});
		expect(card.title).toBe('Ilse Brandt');
		await expect(ask({ page: 500 }, found)).rejects.toThrow(UserError);
	});
});
