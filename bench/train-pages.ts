import { writeFileSync } from 'node:fs';
import { createForest } from '../src/language/model/trees.ts';
import { chooseBlocks } from '../src/reading/html/blocks/choose.ts';
import { judge } from '../src/reading/html/blocks/judge.ts';
import { contextWith, folded, learn, mapsOf } from './training/pages/learn.ts';
import type { Learned, Taught } from './training/pages/page.ts';
import { meanF1 } from './training/pages/score.ts';
import { taughtFrom } from './training/pages/taught.ts';

// npm run train:pages -- [--folds N] FOLDER…
// Learns which blocks of a page are its text, from the pages of FOLDER/html and FOLDER/truth.jsonl or
// FOLDER/ground-truth.json, and writes data/models/pages.json: a model for articles, one for threads. With --folds it
// writes nothing and prints the F1 of words on pages of sites that the model never saw, each site in one of N parts.

const arguments_ = process.argv.slice(2);
const folds = arguments_[0] === '--folds' ? Number(arguments_[1]) : 0;
const folders = folds > 0 ? arguments_.slice(2) : arguments_;
if (folders.length === 0 || (folds !== 0 && !(folds > 1))) {
	console.error('usage: npm run train:pages -- [--folds N] FOLDER…');
	process.exit(2);
}
const pages = taughtFrom(folders);
const articles = pages.filter(({ kind }) => kind === 'article');
const threads = pages.filter(({ kind }) => kind === 'forum');

if (folds > 0) for (const part of [articles, threads]) validate(part);
else {
	const learned: Record<string, Learned> = { articles: learn(articles) };
	if (threads.length > 0) learned.threads = learn(threads);
	writeFileSync(new URL('../data/models/pages.json', import.meta.url), written(learned));
}

function validate(part: readonly Taught[]): void {
	const texts = new Map<Taught, string>();
	for (const { seen, unseen } of folded(part, folds, 13)) {
		const { tables, first, second } = learn(seen);
		const model = { first: createForest(first), second: createForest(second) };
		const words = mapsOf(tables);
		for (const page of unseen) {
			const { blocks } = page.layout;
			const { taken } = chooseBlocks(blocks, judge(contextWith(page, words), model));
			texts.set(page, blocks.flatMap(({ text }, at) => (taken[at] ? [text] : [])).join('\n'));
		}
	}
	for (const corpus of new Set(part.map((page) => page.corpus))) {
		const own = part.filter((page) => page.corpus === corpus);
		const f1 = meanF1(own.map((page) => [texts.get(page) ?? '', page.text]));
		console.log(
			JSON.stringify({ corpus, kind: own[0]?.kind, pages: own.length, f1: Math.round(f1 * 1000) / 10 }),
		);
	}
}

/** A line a tree and a table's letter, so that a change of a model shows as one. */
function written(models: Readonly<Record<string, Learned>>): string {
	return `${JSON.stringify(models)
		.replace(/\],\[(?="\w)/gu, (found) => found)
		.replace(/"trees":\[/gu, '"trees":[\n')}\n`;
}
