import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asShown } from '../../src/language/summary/shown.ts';
import { summaryOf } from '../../src/language/summary/summary.ts';
import { readArticles } from '../../src/reading/read.ts';

const folder = 'data/articles';
const articles = (
	await Promise.all(
		readdirSync(folder).map((name) => readArticles(readFileSync(`${folder}/${name}`), { name })),
	)
).flat();

describe('the summaries of the articles that ship', () => {
	test.each(articles)('$headline: word for word, in order, each length in the longer one', (article) => {
		const { paragraphs, headline, deck, quotes, language } = article;
		const summary = summaryOf(paragraphs, { headline, deck, quotes, language });
		const places = summary.map(({ text, paragraph }) => [paragraph, paragraphs[paragraph]?.indexOf(text)]);
		expect(places.every(([, at]) => at !== undefined && at >= 0)).toBe(true);
		expect(places).toEqual(
			places.toSorted(([a, at], [b, other]) => Number(a) - Number(b) || Number(at) - Number(other)),
		);
		const count = (length: string) => summary.filter((one) => one.length === length).length;
		expect(count('line')).toBe(1);
		// At most five with the line, fewer where more may not be understood.
		expect(count('short')).toBeLessThanOrEqual(4);
		expect(count('full')).toBeGreaterThan(0);
	});

	test('are of no sentence that stands in a comment or under a picture', () => {
		for (const { paragraphs, headline, deck, quotes, language, caption, comments } of articles) {
			const others = [caption ?? '', ...comments.map(({ text }) => text)].join('\n');
			for (const { text } of summaryOf(paragraphs, { headline, deck, quotes, language }))
				expect(others).not.toContain(text);
		}
	});

	test('stay word for word whichever paragraphs are left', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...articles).chain((article) =>
					fc.record({
						article: fc.constant(article),
						paragraphs: fc.shuffledSubarray(article.paragraphs),
					}),
				),
				({ article: { headline, deck, language }, paragraphs }) => {
					const summary = summaryOf(paragraphs, { headline, deck, language });
					const shown = asShown(summary);
					for (const [at, { text, paragraph }] of summary.entries()) {
						expect(paragraphs[paragraph]).toContain(text);
						// Without brackets and the ellipsis for what is left out at its beginning, each piece is its own.
						for (const piece of (shown[at] ?? '').replace(/^… /u, '').split(/\[[^\]]+\]/u))
							expect(text).toContain(piece);
					}
				},
			),
			{ numRuns: 50 },
		);
	});
});
