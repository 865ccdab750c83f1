/**
 * Summarises a file of articles, one `{id, paragraphs, headline?}` in JSON a line, and prints one
 * `{id, sentences}` a line: what a ROUGE script takes.
 *
 *     npx node bench/summaries.ts ARTICLES.jsonl > predictions.jsonl
 */
import { readFileSync } from 'node:fs';
import { summarise } from '../src/language/summary.ts';

const [path] = process.argv.slice(2);
if (!path) throw new Error('usage: node bench/summaries.ts ARTICLES.jsonl');
for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
	const {
		id,
		paragraphs,
		headline = '',
	} = JSON.parse(line) as {
		id: string;
		paragraphs: string[];
		headline?: string;
	};
	const sentences = summarise(paragraphs, headline, [], { language: 'en' }).map(({ text }) => text);
	console.log(JSON.stringify({ id, sentences }));
}
