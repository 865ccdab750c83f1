import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createForest } from '../src/language/model/trees.ts';
import { textsWith } from '../src/reading/html/page.ts';
import { folded } from './training/pages/folded.ts';
import { learn, mapsOf } from './training/pages/learn.ts';
import type { Learned, Taught } from './training/pages/page.ts';
import { meanF1 } from './training/pages/score.ts';
import { taughtFrom } from './training/pages/taught.ts';

// npm run train:pages -- [--folds N INTO] FOLDER…
// Learns which blocks of a page are its text, from the pages of FOLDER/html and FOLDER/truth.jsonl or
// FOLDER/ground-truth.json, and writes data/models/pages.json: a model for articles, one for threads. With --folds it
// leaves the model as it is and reads each page by models that never saw its site, each site in one of N parts: what
// they read is written to the folder INTO, a file a part. A part whose file is there is not learned again, so a
// run that was stopped goes on; take a new folder after a change. At the end INTO has the predictions for the scoring
// script of each corpus, and the F1 of words is printed.

const arguments_ = process.argv.slice(2);
const folds = arguments_[0] === '--folds' ? Number(arguments_[1]) : 0;
const into = folds > 0 ? (arguments_[2] ?? '') : '';
const folders = folds > 0 ? arguments_.slice(3) : arguments_;
if (folders.length === 0 || (folds !== 0 && !(folds > 1))) {
	console.error('usage: npm run train:pages -- [--folds N INTO] FOLDER…');
	process.exit(2);
}
const start = performance.now();
const pages = taughtFrom(folders);
const articles = pages.filter(({ kind }) => kind === 'article');
const threads = pages.filter(({ kind }) => kind === 'forum');

if (folds > 0) {
	mkdirSync(into, { recursive: true });
	for (const part of [articles, threads]) if (part.length > 0) validate(part);
} else {
	const learned: Record<string, Learned> = { articles: learn(articles) };
	if (threads.length > 0) learned.threads = learn(threads);
	writeFileSync(new URL('../data/models/pages.json', import.meta.url), written(learned));
}

function validate(part: readonly Taught[]): void {
	const kind = part[0]?.kind ?? 'article';
	const texts = new Map<string, string>();
	for (const [at, { seen, unseen }] of folded(part, folds, 13).entries()) {
		const file = join(into, `${kind}-${at + 1}-of-${folds}.jsonl`);
		if (!existsSync(file)) {
			const { tables, first, second } = learn(seen);
			const model = { tables: mapsOf(tables), first: createForest(first), second: createForest(second) };
			const lines = unseen.map((page) => ({ key: keyOf(page), ...readBy(page, model) }));
			writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
			const minutes = (performance.now() - start) / 60_000;
			console.error(`${kind}, part ${at + 1} of ${folds}: done after ${minutes.toFixed(1)} minutes`);
		}
		for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
			const { key, text } = JSON.parse(line) as { key: string; text: string };
			texts.set(key, text);
		}
	}
	for (const corpus of new Set(part.map((page) => page.corpus))) {
		const own = part.filter((page) => page.corpus === corpus);
		const lines = own.map((page) => JSON.stringify({ id: page.id, text: texts.get(keyOf(page)) ?? '' }));
		writeFileSync(join(into, `${basename(corpus)}-${kind}.jsonl`), `${lines.join('\n')}\n`);
		const f1 = meanF1(own.map((page) => [texts.get(keyOf(page)) ?? '', page.text]));
		console.log(JSON.stringify({ corpus, kind, pages: own.length, f1: Math.round(f1 * 1000) / 10 }));
	}
}

function readBy(page: Taught, model: Parameters<typeof textsWith>[2]) {
	const { texts, sure } = textsWith(page.layout, page, model);
	return { text: texts.join('\n'), sure: Math.round(sure * 1000) / 1000 };
}

function keyOf({ corpus, id }: Taught): string {
	return `${basename(corpus)}/${id}`;
}

/** A line a tree and a table's letter, so that a change of a model shows as one. */
function written(models: Readonly<Record<string, Learned>>): string {
	return `${JSON.stringify(models)
		.replace(/\],\[(?="\w)/gu, (found) => found)
		.replace(/"trees":\[/gu, '"trees":[\n')}\n`;
}
