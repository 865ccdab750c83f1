import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../src/discussion/questions/questions.ts';
import { asked, questionsCard } from '../../src/discussion/questions-card.ts';
import { pickComments } from '../../src/language/comments.ts';
import type { Utterance } from '../../src/library/library.ts';
import { readArticles } from '../../src/reading/read.ts';
import { recordOf } from '../../src/sources/record.ts';
import { inMarks, standing } from '../commands/marks.ts';
import { line } from '../commands/plain-library.ts';
import { read, taken } from '../commands/reading.ts';

const folder = new URL('../../data/articles/', import.meta.url);

describe('an article that ships', () => {
	it.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))(
		'gives three to five questions, with nothing in marks that is not in it: %s',
		async (name) => {
			const [article = expect.fail()] = await readArticles(readFileSync(new URL(name, folder)), { name });
			const { utterances } = recordOf(article);
			const questions = questionsOf({
				...article,
				utterances: utterances.map((utterance): Utterance => ({ ...utterance, article: line })),
				comments: pickComments(article.comments, { sort: 'threads', language: article.language }),
			});
			expect(questions.length).toBeGreaterThanOrEqual(3);
			expect(questions.length).toBeLessThanOrEqual(5);
			const card = questionsCard(line, questions, '');
			expect((await taken(card)).cut).toBe(false);
			const stands = standing([article]);
			const marked = inMarks(await read(card));
			for (const words of marked) expect(stands(words)).toBe(true);
			for (const question of questions) expect(asked(question)).toMatch(/^[A-Z].*\?$/u);
		},
	);
});
