import { readFileSync, writeFileSync } from 'node:fs';
import { summarise } from '../src/language/summary/summary.ts';

// npm run --silent bench:summaries -- GOLD.jsonl PREDICTIONS.jsonl
// Summarises each article of GOLD (a line: id, paragraphs, and headline where there is one) in three sentences, for
// the corpus's own scoring script, and prints how long an article takes: the best of several rounds, in milliseconds.

const [goldPath, predictionsPath] = process.argv.slice(2);
if (!goldPath || !predictionsPath) {
	console.error('usage: npm run --silent bench:summaries -- GOLD.jsonl PREDICTIONS.jsonl');
	process.exit(2);
}
const articles = readFileSync(goldPath, 'utf8')
	.split('\n')
	.filter(Boolean)
	.map((line) => JSON.parse(line) as { id: string; paragraphs: string[]; headline?: string });

const predict = () =>
	articles.map(({ id, paragraphs, headline = '' }) => ({
		id,
		sentences: summarise(paragraphs, { headline, language: 'en' }).map(({ text }) => text),
	}));

const predictions = predict();
writeFileSync(predictionsPath, `${predictions.map((line) => JSON.stringify(line)).join('\n')}\n`);

const rounds = 3;
let best = Number.POSITIVE_INFINITY;
for (let round = 0; round < rounds; round++) {
	const start = performance.now();
	predict();
	best = Math.min(best, performance.now() - start);
}
console.log(
	JSON.stringify({ articles: articles.length, 'ms.each': Math.round((100 * best) / articles.length) / 100 }),
);
