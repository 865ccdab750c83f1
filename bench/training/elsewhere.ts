import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { findQuotes } from '../../src/language/quotations.ts';

const line = z.object({ id: z.string(), paragraphs: z.array(z.string()) });

/** An article of a corpus whose lines have paragraphs rather than one text. */
export type PlainArticle = z.infer<typeof line>;

/** Reads such a corpus, one JSON object a line; null where its first line is of another form. Throws on a bad line. */
export function readPlainCorpus(path: string): PlainArticle[] | null {
	const rows = readFileSync(path, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((json): unknown => JSON.parse(json));
	return line.safeParse(rows[0]).success ? rows.map((row) => line.parse(row)) : null;
}

/** What is found in an article: with the best guess of each speaker, and as members see it. */
export const toPlainPrediction = ({ id, paragraphs }: PlainArticle) => ({
	id,
	best: findQuotes(paragraphs, undefined, { leastConfidence: 0 }),
	shown: findQuotes(paragraphs),
});
