import { readFileSync } from 'node:fs';
import { z } from 'zod';

const offset = z.int().nonnegative();
const span = z.object({ start: offset, end: offset });
const line = z.object({
	id: z.string(),
	text: z.string(),
	quotes: z.array(
		span.extend({
			kind: z.enum(['direct', 'mixed']),
			closed: z.boolean(),
			speaker: z.string().nullish(),
			speakerStart: offset.optional(),
			speakerEnd: offset.optional(),
			speakerType: z.string(),
			speakerCanonical: z.string().optional(),
			nameStart: offset.optional(),
			nameEnd: offset.optional(),
		}),
	),
	nonQuotes: z.array(span),
	partial: z.array(span),
});

export type Line = z.infer<typeof line>;

/** A quotation of a corpus; `reader` is what a reader said of who speaks, where readers labelled it. */
export type GoldQuote = Line['quotes'][number] & {
	reader?: { type: 'person' | 'described' | 'body' | 'unknown'; name: string | null };
};
export interface Range {
	start: number;
	end: number;
}

/** An article of a corpus, cut into paragraphs; `starts` are their offsets in the whole text. */
export interface GoldArticle extends Omit<Line, 'quotes'> {
	quotes: GoldQuote[];
	/** The marks between which its quotations are labelled. */
	marks: 'double' | 'any';
	paragraphs: string[];
	starts: number[];
}

/** Reads a corpus of articles with marked quotations, one JSON object a line. Throws on a line of another shape. */
export function readCorpus(path: string): GoldArticle[] {
	const articles: GoldArticle[] = [];
	for (const json of readFileSync(path, 'utf8').split('\n')) {
		if (json) articles.push(cut(line.parse(JSON.parse(json)), 'double'));
	}
	return articles;
}

/** Cuts the text of an article into paragraphs, those that are blank left out. */
export function cut(
	article: Omit<Line, 'quotes'> & { quotes: GoldQuote[] },
	marks: GoldArticle['marks'],
): GoldArticle {
	const paragraphs: string[] = [];
	const starts: number[] = [];
	let at = 0;
	for (const text of article.text.split('\n')) {
		if (text.trim()) {
			paragraphs.push(text);
			starts.push(at);
		}
		at += text.length + 1;
	}
	return { ...article, marks, paragraphs, starts };
}

export const overlap = (one: Range, other: Range): number =>
	Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));

/** Intersection over union. */
export function likeness(one: Range, other: Range): number {
	const shared = overlap(one, other);
	return shared / (one.end - one.start + (other.end - other.start) - shared);
}
