import { antecedentFeatures } from '../../src/language/attribution/antecedents.ts';
import { attribute, chooseBy, chooseSources } from '../../src/language/attribution/attribute.ts';
import type { Attribution } from '../../src/language/attribution/attribution.ts';
import { type Doubted, doubtFeatures } from '../../src/language/attribution/doubt.ts';
import type { Choose } from '../../src/language/attribution/walk.ts';
import { settle } from '../../src/language/attributions.ts';
import { createScorer, type Scorer, type WeightTable } from '../../src/language/model/loglinear.ts';
import type { Models } from '../../src/language/model/models.ts';
import { createForest, type Forest, type Tree } from '../../src/language/model/trees.ts';
import { type BoostOptions, fitForest, type Group } from './boost.ts';
import {
	antecedentGroups,
	doubtGroups,
	type Lesson,
	type Meant,
	type Reading,
	scareChoices,
	sourceChoices,
} from './examples.ts';
import { type Choice, fitWeights, type Options, random, Space } from './learn.ts';

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
const antecedentOptions: BoostOptions = {
	trees: 120,
	leaves: 6,
	sample: 0.7,
	rate: 0.13,
	pull: 2,
	least: 30,
	columns: 0.5,
	seed: 3,
};
const doubtOptions: BoostOptions = {
	trees: 300,
	leaves: 8,
	sample: 0.7,
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
	/**
	 * It teaches sources and pronouns too: all its "he" and "she" are resolved, not only those that are a source. With
	 * sources learned from the news of today too, more of them are right, and more of the names shown there are wrong.
	 */
	isResolved: boolean;
	/** Courses of one group are never parted: neighbours of a corpus, articles of a site. */
	group: string;
}

export const toCourse = (
	lesson: Lesson,
	space: Space,
	rest: Pick<Course, 'meant' | 'isResolved' | 'group'>,
): Course => ({ lesson, choices: sourceChoices(lesson, space), ...rest });

const FOLDS = 5;

/** Cuts courses into five parts, groups together; of each its own and all others. */
export function foldsOf(courses: readonly Course[]): { seen: Course[]; unseen: Course[] }[] {
	const groups = [...new Set(courses.map(({ group }) => group))];
	const folds = new Map(groups.map((group, index) => [group, index % FOLDS]));
	return [...Array(FOLDS).keys()].map((fold) => ({
		seen: courses.filter(({ group }) => folds.get(group) !== fold),
		unseen: courses.filter(({ group }) => folds.get(group) === fold),
	}));
}

type Found = ReadonlyMap<string, readonly Doubted[]>;

/**
 * Learns all models from courses. What one model tells the next is taken, for each article, from models that never
 * saw it, so that the next does not trust it too much. `forests` says of how many the one for pronouns is the mean.
 */
export function learnTables(courses: readonly Course[], space: Space, forests = ORDERS): Tables {
	const folds = foldsOf(courses).map((fold) => ({ ...fold, source: learnSources(fold.seen, space, 1) }));
	const found = new Map(folds.flatMap(({ unseen, source }) => chosen(unseen, source, {})));
	const weighed = new Map(
		folds.flatMap(({ seen, unseen, source }) => chosen(unseen, source, learnScare(seen, found, 1))),
	);
	return {
		source: learnSources(courses, space),
		scare: learnScare(courses, found),
		doubt: fitForest(
			courses.flatMap(({ lesson }) => doubtGroups(lesson, weighed.get(lesson.article.id) ?? [])),
			doubtFeatures,
			doubtOptions,
		),
		antecedent: learnAntecedents(courses, weighed, forests),
	};
}

/** Several forests as one whose score is the mean of theirs: it depends less on what each of their trees saw. */
function meanForest(forests: readonly Forest[]): Forest {
	const share = (tree: Tree): Tree =>
		typeof tree === 'number'
			? Math.round((1e4 * tree) / forests.length) / 1e4
			: [tree[0], tree[1], share(tree[2]), share(tree[3])];
	return {
		features: forests[0]?.features ?? [],
		trees: forests.flatMap(({ trees }) => trees.map(share)),
	};
}

/** How much a pronoun counts in an article whose first names are taken for such as no list knows. */
const UNKNOWN = 0.5;

/**
 * Learns whom pronouns mean from the articles in which all of them are resolved. Each is read a second time without
 * the genders of half of its first names: the lists know American ones best, and other papers have others. Whom the
 * pronouns before are taken to mean is what a forest says that never saw the article, mistakes and all: a forest that
 * learned from right answers alone trusts its own too much, and a mistake goes on through the article.
 */
function learnAntecedents(courses: readonly Course[], found: Found, forests: number): Forest {
	const resolved = courses.filter(({ meant, isResolved }) => meant && isResolved);
	const groupsOf = (some: readonly Course[], history?: Choose): Group[] => {
		const next = random(antecedentOptions.seed);
		return some.flatMap(({ lesson, meant }) => {
			const own = found.get(lesson.article.id) ?? [];
			const read = (reading: Reading) => antecedentGroups(lesson, meant ?? {}, own, { ...reading, history });
			return [...read({}), ...read({ weight: UNKNOWN, forget: next })];
		});
	};
	const learn = (groups: Group[], order: number) =>
		fitForest(groups, antecedentFeatures, {
			...antecedentOptions,
			seed: antecedentOptions.seed + 10 * order,
		});
	const halves = [0, 1].map((half) => resolved.filter(({ group }) => hashOf(group) % 2 === half));
	const histories = halves.map((half) => chooseBy(createForest(learn(groupsOf(half), 0))));
	const groups = halves.flatMap((half, index) => groupsOf(half, histories[1 - index]));
	return meanForest(Array.from({ length: forests }, (_, order) => learn(groups, order)));
}

/** A number for a group, the same each time. */
const hashOf = (group: string): number => [...group].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

/** The order of the choices has a small effect: the mean over several orders depends less on it. */
function meanOf(choices: readonly Choice[], size: number, options: Options, orders: number): Float64Array {
	const mean = new Float64Array(size);
	for (let order = 0; order < orders; order++) {
		const weights = fitWeights(choices, size, { ...options, seed: options.seed + 10 * order });
		for (const [at, weight] of weights.entries()) mean[at] = (mean[at] ?? 0) + weight / orders;
	}
	return mean;
}

const ORDERS = 3;

function learnSources(courses: readonly Course[], space: Space, orders = ORDERS): WeightTable {
	const choices = courses.flatMap((course) => (course.isResolved ? course.choices : []));
	return space.table(meanOf(choices, space.size, sourceOptions, orders), SMALL, SEEN);
}

function learnScare(courses: readonly Course[], found: Found, orders = ORDERS): WeightTable {
	const space = new Space();
	const choices = courses.flatMap(({ lesson }) =>
		scareChoices(lesson, found.get(lesson.article.id) ?? [], space),
	);
	return space.table(meanOf(choices, space.size, scareOptions, orders));
}

function chosen(courses: readonly Course[], source: WeightTable, scare: WeightTable): [string, Doubted[]][] {
	const models: { source: Scorer; scare: Scorer } = {
		source: createScorer(source),
		scare: createScorer(scare),
	};
	return courses.map(({ lesson }) => [lesson.article.id, chooseSources(lesson.parsedArticle, models)]);
}

/** Attributions of each article by id: by the models alone, and with the rules as members see them. */
export function attributeAll(courses: readonly Course[], models: Models): [string, Attributed][] {
	return courses.map(({ lesson: { article, parsedArticle } }) => [
		article.id,
		{ byModels: attribute(parsedArticle, models), settled: settle(parsedArticle, models) },
	]);
}

export interface Attributed {
	byModels: Attribution[];
	settled: Attribution[];
}
