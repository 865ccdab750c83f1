import { readFileSync, writeFileSync } from 'node:fs';
import { type PreparedModel, prepare } from '../src/language/summary/chances.ts';
import { summarise } from '../src/language/summary/summary.ts';
import { type Lesson, learn } from './training/summaries/learn.ts';
import { rouge } from './training/summaries/rouge.ts';

// npm run train:summaries -- GOLD.jsonl [--check]
// Learns which words of an article a summary keeps from articles with summaries (a line: id, paragraphs, reference)
// and writes data/models/summaries.json. Prints ROUGE F1 of three sentences by models that never saw the article, ten
// parts; with --check only that. The same articles give the same file.

const [path, check] = process.argv.slice(2);
if (!path) {
	console.error('usage: npm run train:summaries -- GOLD.jsonl [--check]');
	process.exit(2);
}
const parts = 10;
const lessons = readFileSync(path, 'utf8')
	.split('\n')
	.filter(Boolean)
	.map((line) => JSON.parse(line) as Lesson);

const sums = { words: 0, pairs: 0, sequences: 0 };
for (let part = 0; part < parts; part++) {
	const model = prepare(learn(lessons.filter((_, index) => index % parts !== part)));
	for (const lesson of lessons.filter((_, index) => index % parts === part)) add(lesson, model);
}
console.log(
	JSON.stringify({
		documents: lessons.length,
		'rouge1.f1': percent(sums.words),
		'rouge2.f1': percent(sums.pairs),
		'rougeLsum.f1': percent(sums.sequences),
	}),
);
if (check !== '--check')
	writeFileSync('data/models/summaries.json', `${JSON.stringify(learn(lessons), null, '\t')}\n`);

function add({ paragraphs, reference }: Lesson, model: PreparedModel): void {
	const found = rouge(
		summarise(paragraphs, { language: 'en', model }).map(({ text }) => text),
		reference,
	);
	for (const key of ['words', 'pairs', 'sequences'] as const) sums[key] += found[key];
}

function percent(sum: number): number {
	return Math.round((10_000 * sum) / lessons.length) / 100;
}
