import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article.ts';
import { readArticles } from '../../src/reading/read.ts';

/** What a person found in a shipped article, by hand. */
interface Truth extends Pick<Article, 'site' | 'headline' | 'deck' | 'caption' | 'byline' | 'topics'> {
	readonly credit: string | null;
	readonly capturedAt: string | null;
	readonly publishedAt: string | null;
	readonly updatedAt: string | null;
	readonly related: readonly string[];
	readonly paragraphs: number;
	readonly quotes: readonly { paragraph: number; firstWords: string; speaker: string | null }[];
	readonly comments: readonly { author: string | null; replyTo: string | null; firstWords: string }[];
}

const folder = new URL('../../data/articles/', import.meta.url);
const shipped = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const articles = new Map<string, Article>();
for (const name of shipped) {
	const [article] = await readArticles(readFileSync(new URL(name, folder)), { name });
	if (article) articles.set(name, article);
}
const read = (name: string): Article => {
	const article = articles.get(name);
	if (!article) throw new Error(`${name} holds no article.`);
	return article;
};
const truthOf = (name: string): Truth =>
	JSON.parse(readFileSync(new URL(name.replace(/\.txt$/u, '.truth.json'), import.meta.url), 'utf8'));

const folded = (text: string) => text.replace(/\s+/gu, ' ').trim();
const moment = (time: string | null) => (time === null ? null : Date.parse(time));
const withoutSign = (credit: string | null) =>
	credit === null ? null : credit.replace(/^(?:©|(?:Photo|Picture|Image):) ?/u, '');

it('ships at least six articles', () => {
	expect(shipped.length).toBeGreaterThanOrEqual(6);
});

describe.each(shipped)('%s', (name) => {
	const article = read(name);
	const truth = truthOf(name);

	it('has the head that a person found', () => {
		const { site, headline, deck, caption, byline, topics } = article;
		expect({ site, headline, deck, caption, byline, topics }).toEqual({
			site: truth.site,
			headline: truth.headline,
			deck: truth.deck,
			caption: truth.caption,
			byline: truth.byline,
			topics: truth.topics,
		});
		expect(withoutSign(article.credit)).toBe(withoutSign(truth.credit));
		for (const when of ['capturedAt', 'publishedAt', 'updatedAt'] as const) {
			expect(moment(article[when])).toBe(moment(truth[when]));
		}
	});

	it('has as many paragraphs, and the related headlines', () => {
		expect(article.paragraphs.length).toBe(truth.paragraphs);
		expect(article.related.map(({ headline }) => headline)).toEqual(truth.related);
	});

	it('has every comment under its author, with the author it answers', () => {
		const comments = article.comments.map(({ author, replyTo, text }, at) => ({
			author,
			replyTo,
			firstWords: folded(text).slice(0, folded(truth.comments[at]?.firstWords ?? '').length),
		}));
		expect(comments).toEqual(truth.comments.map((one) => ({ ...one, firstWords: folded(one.firstWords) })));
	});

	it('has every quotation at its place', () => {
		for (const { paragraph, firstWords } of truth.quotes) {
			const found = article.quotes.some(
				(quote) => quote.paragraph === paragraph && folded(quote.text).startsWith(folded(firstWords)),
			);
			expect(found, `¶ ${paragraph + 1} “${firstWords}”`).toBe(true);
		}
	});

	it('names nobody who did not say it', () => {
		for (const { paragraph, firstWords, speaker } of truth.quotes) {
			const found = article.quotes.find(
				(quote) => quote.paragraph === paragraph && folded(quote.text).startsWith(folded(firstWords)),
			);
			expect([null, speaker], `¶ ${paragraph + 1} “${firstWords}”`).toContain(found?.speaker);
		}
	});
});

it('names most of those who speak in the shipped articles', () => {
	const speaking = shipped.flatMap((name) => truthOf(name).quotes.filter(({ speaker }) => speaker !== null));
	const named = shipped.flatMap((name) => read(name).quotes.filter(({ speaker }) => speaker !== null));
	expect(named.length / speaking.length).toBeGreaterThan(0.75);
});
