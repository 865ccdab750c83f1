import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { english } from '../src/language/en/pack.ts';
import { speakers } from '../src/language/en/speakers.ts';
import type { Trained } from '../src/language/model/models.ts';
import { createForest } from '../src/language/model/trees.ts';
import { findSpoken } from '../src/language/quotations.ts';
import {
	figuresAt,
	learnConfidence,
	type Outcome,
	outcomesOf,
	precisionAt,
	type Trust,
} from './training/confidence.ts';
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
import { learnPart } from './training/parts.ts';
import { toGold, toPrediction } from './training/predictions.ts';
import { readable } from './training/readable.ts';
import { judgedSpans, leastQuotationOf, spanFigures } from './training/thresholds.ts';

// npm run train -- POLNEAR [--elsewhere CORPORA] [--parts FOLDER] [OUT]
// Learns the models of src/language from POLNEAR/train.jsonl and the articles of CORPORA that
// data/training/news.json labels, and writes data/models/quotations.json. Every fold is also read by models that
// never saw it; these predictions go to OUT-polnear.jsonl and OUT-news.jsonl, for the corpora's scoring scripts, with
// what is right of the news in OUT-gold.jsonl. With --parts a training that was cut short goes on where it was: FOLDER
// keeps what each fold learned.

/**
 * How much an article of today's news counts for marks and confidence, against one of PolNeAR, which has four times as
 * many. With 2 the marks of PolNeAR are judged worse than without the news.
 */
const NEWS = 1;
/** Marks are a quotation's from this probability on: fewer of PolNeAR's quotations are missed than at the best F1. */
const MARKS = 0.55;
/** The shipped choice of pronouns is the mean of so many forests, twice as many as a fold's: chance tells less then. */
const FORESTS = 6;
/** A name is shown from this confidence on: cross-validated, 96 in a hundred names shown in the news are right there. */
const NAMES = 0.7;

const { values, positionals } = parseArgs({
	options: { elsewhere: { type: 'string' }, dry: { type: 'boolean' }, parts: { type: 'string' } },
	allowPositionals: true,
});
const [corpus, out] = positionals;
if (!corpus) {
	console.error('usage: npm run train -- POLNEAR [--elsewhere CORPORA] [--parts FOLDER] [OUT]');
	process.exit(2);
}

const space = new Space();
const courses = [...polnear(corpus), ...(values.elsewhere ? news(values.elsewhere) : [])];
const folds = foldsOf(courses).map((fold, index) => ({
	...fold,
	tables: learnPart(values.parts, `fold-${index}`, () => learnTables(fold.seen, space)),
}));
const judged = new Map<string, Attributed>(
	folds.flatMap(({ unseen, tables }) => attributeAll(unseen, modelsOf(tables))),
);

const marked = courses.filter(({ lesson }) => lesson.article.marks === 'double');
const labelled = courses.filter(({ lesson }) => lesson.article.marks === 'any');
const spansOf = (some: readonly Course[]) =>
	some.flatMap((course) => judgedSpans(course, judged.get(course.lesson.article.id)?.byModels ?? []));
const wholeOf = (some: readonly Course[]) =>
	some.reduce((sum, { lesson }) => sum + lesson.article.quotes.length, 0);
/** The confidence is learned from marks that are at least as probably a quotation's. */
const taughtFrom = leastQuotationOf(
	[marked, labelled]
		.filter((some) => some.length > 0)
		.map((some) => ({ spans: spansOf(some), whole: wholeOf(some) })),
);

const outcomes = (some: readonly Course[]): Outcome[] =>
	some.flatMap((course) =>
		outcomesOf(course, judged.get(course.lesson.article.id)?.settled ?? [], taughtFrom),
	);
const read = folds.map((fold) => {
	const trust = learnConfidence(outcomes(fold.seen));
	return { ...fold, trust, shown: precisionAt(outcomes(fold.unseen), trust) };
});
const shown = read.flatMap((fold) => fold.shown);
if (!values.dry) {
	const { antecedent, doubt, ...tables } = learnPart(values.parts, 'all', () =>
		learnTables(courses, space, FORESTS),
	);
	const model = {
		about: 'Learned by `npm run train`; the card beside this file says from what, and how well it does.',
		leastQuotation: MARKS,
		leastConfidence: NAMES,
		...learnConfidence(outcomes(courses)),
		antecedent,
		doubt,
		...tables,
	};
	writeFileSync(new URL('../data/models/quotations.json', import.meta.url), `${readable(model)}\n`);
}
if (out) writePredictions(out);
const thresholds = [0, 0.5, 0.6, 0.7, 0.76, 0.8, 0.85, 0.9, 0.95];
for (const some of [marked, labelled]) {
	const marks = some[0]?.lesson.article.marks;
	console.log(marks === 'any' ? 'news' : 'polnear', {
		spans: spanFigures(spansOf(some), wholeOf(some), MARKS),
		names: thresholds.map((at) =>
			figuresAt(
				shown.filter((one) => one.marks === marks),
				at,
			),
		),
	});
}
const pronouns = outcomes(marked).filter(({ attribution, known }) => known && attribution.mention?.gender);
const resolved = pronouns.filter(({ right }) => right).length / (pronouns.length || 1);
console.log({ pronouns: pronouns.length, resolved });
console.log({ articles: courses.length, features: space.size, taughtFrom });

function trainedOf(tables: Tables, { confidence, description }: Trust): Trained {
	return {
		...modelsOf(tables),
		confidence: createForest(confidence),
		description: createForest(description),
		leastQuotation: MARKS,
		leastConfidence: NAMES,
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
	write(
		'polnear',
		marked.map(({ lesson }) => toPrediction(lesson, judged.get(lesson.article.id)?.byModels ?? [], MARKS)),
	);
	write(
		'gold',
		labelled.map(({ lesson }) => toGold(lesson.article)),
	);
	write(
		'news',
		read.flatMap(({ unseen, tables, trust }) => {
			const trained = trainedOf(tables, trust);
			const rules = { ...speakers, models: () => trained };
			return unseen
				.filter((course) => labelled.includes(course))
				.map(({ lesson: { article } }) => ({
					id: article.id,
					best: findSpoken(article.paragraphs, english.words, rules, 0),
					shown: findSpoken(article.paragraphs, english.words, rules, NAMES),
				}));
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
