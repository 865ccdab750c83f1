import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Attribution } from '../src/language/attribution/attribution.ts';
import {
	learnConfidence,
	type Outcome,
	outcomesOf,
	precisionAt,
	thresholdFor,
} from './training/confidence.ts';
import { readCorpus } from './training/corpus.ts';
import { type Meant, toLesson } from './training/examples.ts';
import { attributeAll, type Course, foldsOf, learnTables, modelsOf, toCourses } from './training/folds.ts';
import { Space } from './training/learn.ts';
import { toPrediction } from './training/predictions.ts';
import { readable } from './training/readable.ts';

// npm run train -- CORPUS [OUT]
// Learns the models of src/language from CORPUS/train.jsonl and writes data/models/quotations.json. Every fold
// is also read by models that never saw it; OUT gets those predictions, for the corpus's own scoring script.

const LEAST_QUOTATION = 0.56;
const PRECISION = 0.97;

const [corpus, out] = process.argv.slice(2);
if (!corpus) {
	console.error('usage: npm run train -- CORPUS [OUT.jsonl]');
	process.exit(2);
}

const space = new Space();
const courses = toCourses(readCorpus(join(corpus, 'train.jsonl')).map(toLesson), space, readMeant());
const folds = foldsOf(courses);
const judged = new Map<string, Attribution[]>(
	folds.flatMap(({ seen, unseen }) => attributeAll(unseen, modelsOf(learnTables(seen, space)))),
);

const outcomes = (some: readonly Course[]): Outcome[] =>
	some.flatMap((course) => outcomesOf(course, judged.get(course.lesson.article.id) ?? [], LEAST_QUOTATION));
const confident = folds.flatMap(({ seen, unseen }) =>
	precisionAt(outcomes(unseen), learnConfidence(outcomes(seen))),
);
const chosen = thresholdFor(confident, PRECISION);

const { antecedent, doubt, ...tables } = learnTables(courses, space);
const model = {
	about: 'Learned by `npm run train`; the card beside this file says from what, and how well it does.',
	leastQuotation: LEAST_QUOTATION,
	leastConfidence: chosen.threshold,
	confidence: learnConfidence(outcomes(courses)),
	antecedent,
	doubt,
	...tables,
};
writeFileSync(new URL('../data/models/quotations.json', import.meta.url), `${readable(model)}\n`);
if (out) {
	const lines = courses.map((course) =>
		JSON.stringify(toPrediction(course.lesson, judged.get(course.lesson.article.id) ?? [], LEAST_QUOTATION)),
	);
	writeFileSync(out, `${lines.join('\n')}\n`);
}
const pronouns = outcomes(courses).filter((one) => one.attribution.mention?.kind === 'pronoun');
const resolved = pronouns.filter((one) => one.right).length / pronouns.length;
console.log(
	JSON.stringify({ articles: courses.length, features: space.size, ...chosen, resolved }, null, '\t'),
);

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
