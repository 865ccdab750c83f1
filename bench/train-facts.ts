import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createForest } from '../src/language/model/trees.ts';
import { factsOf } from '../src/reading/html/facts/facts.ts';
import { type FactPage, factPagesIn, learnFacts } from './training/pages/facts.ts';
import { folded } from './training/pages/folded.ts';
import { shownAuthors } from './training/pages/right.ts';
import { readable } from './training/readable.ts';

// npm run train:facts -- [--folds N INTO] FOLDER…
// Learns which of the titles, days and names on a page are those of its article, from the pages of FOLDER/html and what
// FOLDER/truth.jsonl says is right, and writes data/models/facts.json. With --folds it leaves the model as it is, reads
// each page by models that never saw its site, each site in one of N parts, and writes what was read to
// INTO/facts.jsonl for the corpus's scoring script: {"id", "title", "author", "date"}.

const arguments_ = process.argv.slice(2);
const folds = arguments_[0] === '--folds' ? Number(arguments_[1]) : 0;
const into = folds > 0 ? (arguments_[2] ?? '') : '';
const folders = folds > 0 ? arguments_.slice(3) : arguments_;
if (folders.length === 0 || (folds !== 0 && !(folds > 1))) {
	console.error('usage: npm run train:facts -- [--folds N INTO] FOLDER…');
	process.exit(2);
}
const pages = factPagesIn(folders);
if (folds > 0) {
	mkdirSync(into, { recursive: true });
	const lines = new Map<FactPage, string>();
	for (const { seen, unseen } of folded(pages, folds, 13)) {
		const { titles, days, authors } = learnFacts(seen);
		const models = { titles: createForest(titles), days: createForest(days), authors: createForest(authors) };
		for (const page of unseen) lines.set(page, JSON.stringify(read(page, models)));
	}
	writeFileSync(join(into, 'facts.jsonl'), pages.map((page) => `${lines.get(page)}\n`).join(''));
} else {
	const about = `Learned by \`npm run train:facts\`; the card beside this file says from what, and how well it does.`;
	writeFileSync(
		new URL('../data/models/facts.json', import.meta.url),
		`${readable({ about, ...learnFacts(pages) })}\n`,
	);
}
console.error(`${pages.length} pages of ${folders.map((folder) => basename(folder)).join(', ')}`);

function read({ id, page, ground }: FactPage, models: Parameters<typeof factsOf>[3]) {
	const { title, authors, published } = factsOf(page, ground.layout, null, models);
	return { id, text: '', title, author: shownAuthors(authors) || null, date: published };
}
