import { type Attribution, attribute, type Models } from '../../src/language/attribution/attribute.ts';
import { createScorer, type WeightTable } from '../../src/language/model/loglinear.ts';
import { antecedentChoices, type Lesson, type Meant, scareChoices, sourceChoices } from './examples.ts';
import { type Choice, fitWeights, type Options, Space } from './learn.ts';

export interface Tables {
	source: WeightTable;
	antecedent: WeightTable;
	scare: WeightTable;
}

const sourceOptions: Options = { rounds: 8, rate: 0.1, pull: 2e-4, seed: 1 };
const scareOptions: Options = { rounds: 12, rate: 0.03, pull: 1e-3, seed: 2 };
const antecedentOptions: Options = { rounds: 24, rate: 0.08, pull: 3e-3, seed: 3 };

export const modelsOf = (tables: Tables): Models => ({
	source: createScorer(tables.source),
	antecedent: createScorer(tables.antecedent),
	scare: createScorer(tables.scare),
});

/** A feature of so few mentions says more of its article than of English. */
const SEEN = 5;

/** What the articles teach of sources, taken once: choosing folds of them is then cheap. */
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

export function learnSources(courses: readonly Course[], space: Space, least: number): WeightTable {
	const choices = courses.flatMap((course) => course.choices);
	return space.table(fitWeights(choices, space.size, sourceOptions), least, SEEN);
}

/** Learns the classifier of marks; `found` holds what sources were found by a model that never saw the article. */
export function learnScare(
	courses: readonly Course[],
	found: ReadonlyMap<string, readonly Attribution[]>,
): WeightTable {
	const space = new Space();
	const choices = courses.flatMap(({ lesson }) =>
		scareChoices(lesson, found.get(lesson.article.id) ?? [], space),
	);
	return space.table(fitWeights(choices, space.size, scareOptions));
}

const ROUNDS = 3;

/** With few examples the order in which they come tells: the mean over several orders hangs less on it. */
const SEEDS = [3, 5, 7, 11, 13];

function meanOf(all: readonly Float64Array[]): Float64Array {
	const mean = new Float64Array(all[0]?.length ?? 0);
	for (const weights of all) {
		for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (weights[at] ?? 0) / all.length;
	}
	return mean;
}

/** Learns antecedents from resolved pronouns; the others of an article are guessed by the round before. */
export function learnAntecedents(
	courses: readonly Course[],
	found: ReadonlyMap<string, readonly Attribution[]>,
): WeightTable {
	const space = new Space();
	let weights: Float64Array = new Float64Array(0);
	const guess = (alternatives: readonly Int32Array[]): number => {
		const scores = alternatives.map((features, index) =>
			features.reduce((sum, feature) => sum + (weights[feature] ?? 0), -index / 10),
		);
		return scores.indexOf(Math.max(...scores));
	};
	for (let round = 0; round < ROUNDS; round++) {
		const choices = courses.flatMap(({ lesson, meant }) =>
			meant
				? antecedentChoices(
						lesson,
						meant,
						(found.get(lesson.article.id) ?? []).map((one) => ({ ...one })),
						guess,
						space,
					)
				: [],
		);
		weights = meanOf(SEEDS.map((seed) => fitWeights(choices, space.size, { ...antecedentOptions, seed })));
	}
	return space.table(weights);
}

/** Attributions of each article by id. */
export function attributeAll(courses: readonly Course[], models: Models): Map<string, Attribution[]> {
	return new Map(courses.map(({ lesson }) => [lesson.article.id, attribute(lesson.stage, models)]));
}
