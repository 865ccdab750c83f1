import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { english } from '../src/language/en/pack.ts';
import { speakers } from '../src/language/en/speakers.ts';
import { createScorer, type WeightTable } from '../src/language/model/loglinear.ts';
import type { Trained } from '../src/language/model/models.ts';
import { findSpoken } from '../src/language/quotations.ts';
import { figuresAt, learnConfidence, type Outcome, outcomesOf, precisionAt } from './training/confidence.ts';
import { readCorpus } from './training/corpus.ts';
import { type Meant, toLesson } from './training/examples.ts';
import {
	type Attributed,
	attributeAll,
	type Course,
	foldsOf,
	learnTables,
	modelsOf,
	type Tables,
	toCourse,
} from './training/folds.ts';
import { Space } from './training/learn.ts';
import { readNews } from './training/news.ts';
import { toPrediction } from './training/predictions.ts';
import { readable } from './training/readable.ts';

// npm run train -- POLNEAR [--elsewhere CORPORA] [OUT]
// Learns the models of src/language from POLNEAR/train.jsonl and the articles of CORPORA that
// data/training/news.json labels, and writes data/models/quotations.json. Every fold is also read by models that
// never saw it; these predictions go to OUT-polnear.jsonl and OUT-news.jsonl, for the corpora's scoring scripts, with
// what is right of the news in OUT-gold.jsonl.

const LEAST_QUOTATION = 0.5;
const LEAST_CONFIDENCE = 0.7;
/** How much an article of today's news counts against one of PolNeAR, which has four times as many. */
const NEWS = 2;

const { values, positionals } = parseArgs({
	options: { elsewhere: { type: 'string' }, dry: { type: 'boolean' } },
	allowPositionals: true,
});
const [corpus, out] = positionals;
if (!corpus) {
	console.error('usage: npm run train -- POLNEAR [--elsewhere CORPORA] [OUT]');
	process.exit(2);
}

const space = new Space();
const courses = [...polnear(corpus), ...(values.elsewhere ? news(values.elsewhere) : [])];
const folds = foldsOf(courses).map((fold) => ({ ...fold, tables: learnTables(fold.seen, space) }));
const judged = new Map<string, Attributed>(
	folds.flatMap(({ unseen, tables }) => attributeAll(unseen, modelsOf(tables))),
);

const outcomes = (some: readonly Course[]): Outcome[] =>
	some.flatMap((course) =>
		outcomesOf(course, judged.get(course.lesson.article.id)?.settled ?? [], LEAST_QUOTATION),
	);
const read = folds.map((fold) => {
	const confidence = learnConfidence(outcomes(fold.seen));
	return {
		...fold,
		trained: trainedOf(fold.tables, confidence),
		shown: precisionAt(outcomes(fold.unseen), confidence),
	};
});

if (!values.dry) {
	const { antecedent, doubt, ...tables } = learnTables(courses, space);
	const model = {
		about: 'Learned by `npm run train`; the card beside this file says from what, and how well it does.',
		leastQuotation: LEAST_QUOTATION,
		leastConfidence: LEAST_CONFIDENCE,
		confidence: learnConfidence(outcomes(courses)),
		antecedent,
		doubt,
		...tables,
	};
	writeFileSync(new URL('../data/models/quotations.json', import.meta.url), `${readable(model)}\n`);
}
if (out) writePredictions(out);
const shown = read.flatMap((fold) => fold.shown);
const thresholds = [0, 0.5, 0.6, 0.7, 0.76, 0.8, 0.85, 0.9, 0.95];
for (const marks of ['double', 'any'] as const) {
	const some = shown.filter((one) => one.marks === marks);
	console.log(
		marks === 'any' ? 'news' : 'polnear',
		thresholds.map((at) => figuresAt(some, at)),
	);
}
console.log({ articles: courses.length, features: space.size });

function trainedOf(tables: Tables, confidence: WeightTable): Trained {
	return {
		...modelsOf(tables),
		confidence: createScorer(confidence),
		leastQuotation: LEAST_QUOTATION,
		leastConfidence: LEAST_CONFIDENCE,
	};
}

function polnear(folder: string): Course[] {
	const meant = readMeant();
	return readCorpus(join(folder, 'train.jsonl')).map((article, index) =>
		toCourse(toLesson(article), space, {
			meant: meant[article.id] ?? null,
			isResolved: true,
			group: `polnear ${Math.floor(index / 5)}`,
		}),
	);
}

function news(folder: string): Course[] {
	return readNews(folder).map(({ article, meant, site }) =>
		toCourse(toLesson(article, NEWS), space, { meant, isResolved: false, group: site }),
	);
}

function writePredictions(path: string): void {
	const write = (name: string, lines: readonly unknown[]) =>
		writeFileSync(`${path}-${name}.jsonl`, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
	const all = read.flatMap(({ unseen, trained }) => unseen.map(({ lesson }) => ({ lesson, trained })));
	const marked = all.filter(({ lesson }) => lesson.article.marks === 'double');
	const any = all.filter(({ lesson }) => lesson.article.marks === 'any');
	write(
		'polnear',
		marked.map(({ lesson }) =>
			toPrediction(lesson, judged.get(lesson.article.id)?.byModels ?? [], LEAST_QUOTATION),
		),
	);
	write(
		'news',
		any.map(({ lesson: { article }, trained }) => {
			const rules = { ...speakers, models: () => trained };
			return {
				id: article.id,
				best: findSpoken(article.paragraphs, english.words, rules, 0),
				shown: findSpoken(article.paragraphs, english.words, rules, trained.leastConfidence),
			};
		}),
	);
}

/** Who the pronouns of each article mean, by offset; the file has them by name. */
function readMeant(): Record<string, Meant> {
	const file = new URL('../data/training/pronouns.json', import.meta.url);
	const schema = z.record(z.string(), z.record(z.string(), z.array(z.int().nonnegative())));
	const articles = Object.entries(schema.parse(JSON.parse(readFileSync(file, 'utf8'))));
	return Object.fromEntries(
		articles.map(([id, names]) => [
			id,
			Object.fromEntries(
				Object.entries(names).flatMap(([name, offsets]) => offsets.map((offset) => [String(offset), name])),
			),
		]),
	);
}
