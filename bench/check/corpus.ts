// Quotations of any corpus: one JSON object a line, with the quotations marked in a text or in paragraphs, or articles
// as `npm run read` prints them.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Article, articleSchema } from '../../src/article.ts';
import { findQuotes } from '../../src/language/quotations.ts';

/** A quotation as the corpus marks it, without its marks. */
export interface GoldQuote {
	readonly paragraph: number;
	readonly text: string;
}

export interface GoldArticle {
	readonly article: Article;
	readonly quotes: readonly GoldQuote[];
}

const span = z.object({ start: z.int(), end: z.int() });
const inText = z.object({ id: z.string(), text: z.string(), quotes: z.array(span) });
const inParagraphs = z.object({
	id: z.string(),
	paragraphs: z.array(z.string()),
	quotes: z.array(span.extend({ paragraph: z.int() })),
});

/** Reads a corpus. @throws for a line of another shape. */
export function readQuoteCorpus(path: string): GoldArticle[] {
	const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
	return lines.map((line, index) => read(JSON.parse(line), index));
}

function read(json: unknown, index: number): GoldArticle {
	const own = articleSchema.safeParse(json);
	if (own.success) {
		const { quotes } = own.data;
		return { article: own.data, quotes: quotes.map(({ paragraph, text }) => ({ paragraph, text })) };
	}
	const plain = inParagraphs.safeParse(json);
	if (plain.success) {
		const { id, paragraphs, quotes } = plain.data;
		return gold(id, index, paragraphs, quotes);
	}
	const { id, text, quotes } = inText.parse(json);
	const paragraphs: string[] = [];
	const placed: (z.infer<typeof span> & { paragraph: number })[] = [];
	let at = 0;
	for (const line of text.split('\n')) {
		if (line.trim() !== '') {
			for (const { start, end } of quotes) {
				if (start >= at && end <= at + line.length)
					placed.push({ start: start - at, end: end - at, paragraph: paragraphs.length });
			}
			paragraphs.push(line);
		}
		at += line.length + 1;
	}
	return gold(id, index, paragraphs, placed);
}

const marks = /^["“”„«‘'`]+|["“”»’'`]+$/gu;

function gold(
	id: string,
	index: number,
	paragraphs: readonly string[],
	quotes: readonly { paragraph: number; start: number; end: number }[],
): GoldArticle {
	const article: Article = {
		id: `bench-${index}`,
		revision: `bench-${index}`,
		source: { kind: 'json', name: `${index}.json`, sha256: index.toString(16).padStart(64, '0') },
		url: null,
		site: 'Bench',
		language: 'en',
		headline: `Article ${index} ${id.slice(0, 20)}`,
		deck: null,
		byline: [],
		publishedAt: new Date(1_450_000_000_000 + index * 3_600_000).toISOString(),
		updatedAt: null,
		capturedAt: null,
		caption: null,
		credit: null,
		paragraphs: [...paragraphs],
		quotes: findQuotes(paragraphs, 'en'),
		topics: [],
		related: [],
		comments: [],
	};
	const texts = quotes.flatMap(({ paragraph, start, end }): GoldQuote[] => {
		const text = (paragraphs[paragraph] ?? '').slice(start, end).replace(marks, '').trim();
		return text === '' ? [] : [{ paragraph, text }];
	});
	return { article, quotes: texts };
}
