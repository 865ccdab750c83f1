import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Attribution } from '../src/language/attribution/attribute.ts';
import {
	learnConfidence,
	type Outcome,
	outcomesOf,
	precisionAt,
	thresholdFor,
} from './training/confidence.ts';
import { readCorpus } from './training/corpus.ts';
import { toLesson } from './training/examples.ts';
import {
	attributeAll,
	type Course,
	learnAntecedents,
	learnScare,
	learnSources,
	modelsOf,
	toCourses,
} from './training/folds.ts';
import { Space } from './training/learn.ts';
import { toPrediction } from './training/predictions.ts';

// npm run train -- CORPUS [OUT]
// Learns the models of src/language from CORPUS/train.jsonl and writes data/models/quotations.json. Every fold
// is also read by models that never saw it; OUT gets those predictions, for the corpus's own scoring script.

const FOLDS = 5;
const LEAST_QUOTATION = 0.62;
const PRECISION = 0.97;
const SMALL = 0.04;

const [corpus, out] = process.argv.slice(2);
if (!corpus) {
	console.error('usage: npm run train -- CORPUS [OUT.jsonl]');
	process.exit(2);
}

const meant = z
	.record(z.string(), z.record(z.string(), z.string()))
	.parse(JSON.parse(readFileSync(new URL('../data/training/pronouns.json', import.meta.url), 'utf8')));
const lessons = readCorpus(join(corpus, 'train.jsonl')).map(toLesson);
const space = new Space();
const courses = toCourses(lessons, space, meant);
const foldOf = (index: number) => Math.floor(index / FOLDS) % FOLDS;
const seen = (fold: number) => courses.filter((_, index) => foldOf(index) !== fold);
const unseen = (fold: number) => courses.filter((_, index) => foldOf(index) === fold);
const folds = [...Array(FOLDS).keys()];

const sources = folds.map((fold) => learnSources(seen(fold), space, SMALL));
const found = new Map<string, Attribution[]>();
for (const fold of folds) {
	const models = modelsOf({ source: sources[fold] ?? {}, antecedent: {}, scare: {} });
	for (const [id, attributions] of attributeAll(unseen(fold), models)) found.set(id, attributions);
}

const judged = new Map<string, Attribution[]>();
for (const fold of folds) {
	const scare = learnScare(seen(fold), found);
	const antecedent = learnAntecedents(seen(fold), found);
	const models = modelsOf({ source: sources[fold] ?? {}, antecedent, scare });
	for (const [id, attributions] of attributeAll(unseen(fold), models)) judged.set(id, attributions);
}

const outcomes = (some: readonly Course[]): Outcome[] =>
	some.flatMap((course) => outcomesOf(course, judged.get(course.lesson.article.id) ?? [], LEAST_QUOTATION));
const confident = folds.flatMap((fold) => {
	const table = learnConfidence(outcomes(seen(fold)));
	return precisionAt(outcomes(unseen(fold)), table);
});
const chosen = thresholdFor(confident, PRECISION);

const model = {
	about: 'Learned by `npm run train`; the card beside this file says from what, and how well it does.',
	leastQuotation: LEAST_QUOTATION,
	leastConfidence: chosen.threshold,
	confidence: learnConfidence(outcomes(courses)),
	antecedent: learnAntecedents(courses, found),
	scare: learnScare(courses, found),
	source: learnSources(courses, space, SMALL),
};
writeFileSync(
	new URL('../data/models/quotations.json', import.meta.url),
	`${JSON.stringify(model, null, '\t')}\n`,
);
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
