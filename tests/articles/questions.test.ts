import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/app/open-library.ts';
import type { AskAnswer, Library } from '../../src/library/library.ts';
import { quietLog } from '../quiet-log.ts';
import { copyShippedArchive } from '../shipped-archive.ts';
import questions from './questions.json' with { type: 'json' };

// Forty questions about the articles that ship, written before any of them was asked: each with words of the passage
// that answers it, or null where the article tells nothing of it.

let folder: string;
let opened: Awaited<ReturnType<typeof openLibrary>>;
let library: Library;
let ids: ReadonlyMap<string, string>;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'verbatim-questions-'));
	await copyShippedArchive(folder);
	opened = await openLibrary({ articles: 'data/articles', dataDir: folder, cacheUrl: null, log: quietLog });
	await opened.loaded;
	library = opened.libraryOf(null);
	const lines = await library.latest(20);
	const articles = await Promise.all(lines.map(({ id }) => library.article(id)));
	ids = new Map(articles.map(({ id, source }) => [source.name.replace(/\.txt$/u, ''), id]));
}, 60_000);
afterAll(async () => {
	await opened.close();
	await rm(folder, { recursive: true, force: true });
});

const isRight = ({ answered, passages }: AskAnswer, answer: string | null): boolean =>
	answer === null ? !answered : answered && (passages[0]?.text.includes(answer) ?? false);

async function wrongOnes(where: 'article' | 'library'): Promise<string[]> {
	const wrong: string[] = [];
	for (const { article, question, answer } of questions) {
		const found = await library.ask(question, where === 'article' ? ids.get(article) : undefined);
		// What one article does not tell may stand in another.
		if (where === 'library' && answer === null) continue;
		if (!isRight(found, answer)) wrong.push(`${question} → ${found.answered} ${found.passages[0]?.text}`);
	}
	return wrong;
}

describe('the forty questions on the articles that ship', () => {
	test('are forty, of which some are not answered by their article', () => {
		expect(questions).toHaveLength(40);
		expect(questions.filter(({ answer }) => answer === null)).toHaveLength(8);
		for (const { article } of questions) expect([...ids.keys()]).toContain(article);
	});

	test('in their article, get the right passage first or are refused', async () => {
		const wrong = await wrongOnes('article');
		expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(2);
	});

	test('in the whole library, get the right passage first', async () => {
		const wrong = await wrongOnes('library');
		expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(4);
	});

	test('every passage that is shown stands word for word in its article', async () => {
		for (const { question } of questions) {
			const { passages } = await library.ask(question);
			for (const { article, paragraph, text } of passages) {
				const { paragraphs } = await library.article(article.id);
				expect(paragraphs[paragraph]).toContain(text);
			}
		}
	});

	test('no passage that is shown is a part of another one', async () => {
		const asked = [...questions.map(({ question }) => question), 'What did Mensah say about the move?'];
		for (const question of asked) {
			const { passages } = await library.ask(question);
			for (const [at, { article, text }] of passages.entries()) {
				const others = passages.filter((other, index) => index !== at && other.article.id === article.id);
				expect(others.filter((other) => other.text.includes(text))).toEqual([]);
			}
		}
	});

	test('every sentence that a search shows of them stands word for word in its article or comment', async () => {
		let seen = 0;
		for (const { question } of questions) {
			const query = (question.match(/[A-Za-z]{5,}/gu) ?? []).slice(-1).join(' ');
			if (query === '') continue;
			const { articles, comments } = await library.search({ query });
			for (const { article, sentence } of articles.hits) {
				if (sentence === null) continue;
				const { paragraphs } = await library.article(article.id);
				expect(paragraphs[sentence.paragraph]).toContain(sentence.text);
				seen++;
			}
			for (const { article, sentence } of comments.hits) {
				const held = (await library.article(article.id)).comments.map(({ text }) => text);
				expect(held.some((text) => text.includes(sentence.text))).toBe(true);
				seen++;
			}
		}
		expect(seen).toBeGreaterThan(30);
	});
});
