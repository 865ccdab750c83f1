import { createHash } from 'node:crypto';
import type { Article, Comment, Quote } from '../../src/article.ts';
import { recordOf } from '../../src/sources/record.ts';
import type { ArticleRecord } from '../../src/stores/articles.ts';

/** A quotation as a test writes it down: its words as they stand between straight marks in a paragraph. */
export type Said = { said: string; by?: string | null } & Partial<
	Pick<Quote, 'role' | 'cue' | 'kind' | 'group'>
>;

export interface Invented extends Partial<Omit<Article, 'quotes' | 'comments' | 'source'>> {
	id: string;
	name?: string;
	quotes?: readonly Said[];
	comments?: readonly Partial<Comment>[];
}

/** An article made of what a test says about it. */
export function invented({ id, name, quotes = [], comments = [], ...given }: Invented): Article {
	const paragraphs = given.paragraphs ?? ['Nothing happened in Port Ellery on Monday.'];
	const article = {
		url: null,
		site: 'The Ellery Post',
		language: 'en',
		headline: `Headline of ${id}`,
		deck: null,
		byline: [],
		publishedAt: null,
		updatedAt: null,
		capturedAt: null,
		caption: null,
		credit: null,
		topics: [],
		related: [],
		...given,
		id,
		paragraphs,
		source: { kind: 'dump' as const, name: name ?? `${id}.txt`, sha256: sha256(id) },
		quotes: quotes.map((quote, index) => placed(paragraphs, quote, index)),
		comments: comments.map((comment) => ({ author: null, replyTo: null, text: '', ...comment })),
	};
	return { ...article, revision: given.revision ?? sha256(JSON.stringify(article)).slice(0, 16) };
}

/** A paragraph for each quotation, with its speaker, and the quotations. */
export function saying(...quotes: readonly Said[]): Pick<Invented, 'paragraphs' | 'quotes'> {
	return {
		paragraphs: quotes.map(({ said, by }) => (by ? `"${said}" said ${by}.` : `A note said "${said}".`)),
		quotes,
	};
}

/** The same as a record for the archive. */
export function inventedRecord(given: Invented): ArticleRecord {
	return recordOf(invented(given));
}

function placed(paragraphs: readonly string[], { said, by = null, ...given }: Said, index: number): Quote {
	const paragraph = paragraphs.findIndex((text) => text.includes(`"${said}"`));
	const start = paragraphs[paragraph]?.indexOf(`"${said}"`);
	if (start === undefined) throw new Error(`No paragraph says "${said}".`);
	return {
		text: said,
		paragraph,
		start,
		end: start + said.length + 2,
		speaker: by,
		role: null,
		confidence: by === null ? null : 1,
		mention: null,
		cue: null,
		kind: 'quote',
		group: index,
		...given,
	};
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
