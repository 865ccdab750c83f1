import { antecedentFeatures } from '../../src/language/attribution/antecedents.ts';
import { attribute, chooseSources } from '../../src/language/attribution/attribute.ts';
import type { Attribution } from '../../src/language/attribution/attribution.ts';
import { type Doubted, doubtFeatures } from '../../src/language/attribution/doubt.ts';
import { createScorer, type Scorer, type WeightTable } from '../../src/language/model/loglinear.ts';
import type { Models } from '../../src/language/model/models.ts';
import { createForest, type Forest } from '../../src/language/model/trees.ts';
import { type BoostOptions, fitForest } from './boost.ts';
import {
	antecedentGroups,
	doubtGroups,
	type Lesson,
	type Meant,
	scareChoices,
	sourceChoices,
} from './examples.ts';
import { type Choice, fitWeights, type Options, Space } from './learn.ts';

export interface Tables {
	source: WeightTable;
	antecedent: Forest;
	scare: WeightTable;
	doubt: Forest;
}

export const modelsOf = (tables: Tables): Models => ({
	source: createScorer(tables.source),
	antecedent: createForest(tables.antecedent),
	scare: createScorer(tables.scare),
	doubt: createForest(tables.doubt),
});

const sourceOptions: Options = { rounds: 12, rate: 0.1, pull: 2e-3, seed: 1 };
const scareOptions: Options = { rounds: 12, rate: 0.03, pull: 3e-3, seed: 2 };
const trees = { leaves: 6, sample: 0.7 };
const antecedentOptions: BoostOptions = {
	...trees,
	trees: 100,
	rate: 0.15,
	pull: 2,
	least: 30,
	columns: 0.5,
	seed: 3,
};
const doubtOptions: BoostOptions = {
	...trees,
	trees: 120,
	rate: 0.05,
	pull: 3,
	least: 20,
	columns: 0.4,
	seed: 4,
};

/** A feature of so few mentions says more about its article than about English; such a small weight hardly matters. */
const SEEN = 5;
const SMALL = 0.04;

/** What the articles teach about sources, extracted once: choosing folds of them is then cheap. */
export interface Course {
	lesson: Lesson;
	choices: Choice[];
	meant: Meant | null;
}

export function toCourses(
	lessons: readonly Lesson[],
	space: Space,
	meant: Readonly<Record<string, Meant>>,
): Course[] {
	return lessons.map((lesson) => ({
		lesson,
		choices: sourceChoices(lesson, space),
		meant: meant[lesson.article.id] ?? null,
	}));
}

const FOLDS = 5;

/** Cuts courses into five parts, neighbours together; of each its own and all others. */
export function foldsOf(courses: readonly Course[]): { seen: Course[]; unseen: Course[] }[] {
	const foldOf = (index: number) => Math.floor(index / FOLDS) % FOLDS;
	return [...Array(FOLDS).keys()].map((fold) => ({
		seen: courses.filter((_, index) => foldOf(index) !== fold),
		unseen: courses.filter((_, index) => foldOf(index) === fold),
	}));
}

type Found = ReadonlyMap<string, readonly Doubted[]>;

/**
 * Learns all models from courses. What one model tells the next is taken, for each article, from models that never
 * saw it, so that the next does not trust it too much.
 */
export function learnTables(courses: readonly Course[], space: Space): Tables {
	const folds = foldsOf(courses).map((fold) => ({ ...fold, source: learnSources(fold.seen, space) }));
	const found = new Map(folds.flatMap(({ unseen, source }) => chosen(unseen, source, {})));
	const weighed = new Map(
		folds.flatMap(({ seen, unseen, source }) => chosen(unseen, source, learnScare(seen, found))),
	);
	const groups = courses.flatMap(({ lesson, meant }) =>
		meant ? antecedentGroups(lesson, meant, weighed.get(lesson.article.id) ?? []) : [],
	);
	return {
		source: learnSources(courses, space),
		scare: learnScare(courses, found),
		doubt: fitForest(
			courses.flatMap(({ lesson }) => doubtGroups(lesson, weighed.get(lesson.article.id) ?? [])),
			doubtFeatures,
			doubtOptions,
		),
		antecedent: fitForest(groups, antecedentFeatures, antecedentOptions),
	};
}

/** The order of the choices has a small effect: the mean over several orders depends less on it. */
export function meanOf(choices: readonly Choice[], size: number, options: Options): Float64Array {
	const mean = new Float64Array(size);
	for (let order = 0; order < ORDERS; order++) {
		const weights = fitWeights(choices, size, { ...options, seed: options.seed + 10 * order });
		for (const [at, weight] of weights.entries()) mean[at] = (mean[at] ?? 0) + weight / ORDERS;
	}
	return mean;
}

const ORDERS = 3;

function learnSources(courses: readonly Course[], space: Space): WeightTable {
	const choices = courses.flatMap((course) => course.choices);
	return space.table(meanOf(choices, space.size, sourceOptions), SMALL, SEEN);
}

function learnScare(courses: readonly Course[], found: Found): WeightTable {
	const space = new Space();
	const choices = courses.flatMap(({ lesson }) =>
		scareChoices(lesson, found.get(lesson.article.id) ?? [], space),
	);
	return space.table(meanOf(choices, space.size, scareOptions));
}

function chosen(courses: readonly Course[], source: WeightTable, scare: WeightTable): [string, Doubted[]][] {
	const models: { source: Scorer; scare: Scorer } = {
		source: createScorer(source),
		scare: createScorer(scare),
	};
	return courses.map(({ lesson }) => [lesson.article.id, chooseSources(lesson.parsedArticle, models)]);
}

/** Attributions of each article by id. */
export function attributeAll(courses: readonly Course[], models: Models): [string, Attribution[]][] {
	return courses.map(({ lesson }) => [lesson.article.id, attribute(lesson.parsedArticle, models)]);
}
