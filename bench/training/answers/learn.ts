import { createLinear, type LinearTable } from '../../../src/language/model/linear.ts';
import { decisionNames, decisionRow, isUntold } from '../../../src/language/retrieval/decide.ts';
import { evidenceNames, evidenceOf, meaningNames } from '../../../src/language/retrieval/evidence.ts';
import { promising } from '../../../src/language/retrieval/match.ts';
import { premiseNames } from '../../../src/language/retrieval/premise.ts';
import {
	type Evident,
	evidentPassages,
	type Ranked,
	rankPassages,
} from '../../../src/language/retrieval/rank.ts';
import type { Exercise } from './corpus.ts';
import { type Case, fitLinear } from './fit.ts';

/** Passages that a question's right one is chosen from in training. */
const mostChosen = 30;
const kinds = ['who', 'when', 'where', 'why', 'how many', 'how', 'what'];
/** Words near in meaning say whether there is an answer; which sentence is the answer they show worse than it is without. */
const ofMeaning = new Set<string>(meaningNames);
const passageOptions = {
	pull: (name: string) => (ofMeaning.has(name) ? 10_000 : 5),
	squared: () => true,
	orNone: false,
	kinds,
	byKind: ['wanted', 'nearest', 'length', 'first', 'last', 'index', 'focusNear', 'starts'],
};
/** What is in the question, and what repeats the evidence of the best passage, is believed less. */
const isDoubted = (name: string) =>
	name.startsWith('has ') || name.endsWith(' of three') || (premiseNames as readonly string[]).includes(name);
/** What is rare and says much. */
const telling = new Set(
	'questionDenies otherNumber oppositeAlone isYesNo untoldYesNo untoldWhy untoldHow untoldEvent'.split(' '),
);
const decisionOptions = {
	pull: (name: string) => (telling.has(name) ? 3 : isDoubted(name) ? 60 : 30),
	squared: (name: string) => !name.startsWith('has ') && !telling.has(name),
	orNone: true,
	kinds: [],
	byKind: [],
};
/** What a question about something else counts for, beside one that is only turned a little, by where it comes from. */
const offTopicWeights = { ofCorpus: 3, askedElsewhere: 0.5 };

const cases = new WeakMap<Exercise, Case | null>();

/** A question with the passages to choose from; null where the right one is not among them. */
function caseOf(exercise: Exercise): Case | null {
	const known = cases.get(exercise);
	if (known !== undefined) return known;
	const numbers = promising(exercise.match, mostChosen);
	const right = numbers.flatMap((number, index) => (exercise.right.has(number) ? [index] : []));
	const kind = exercise.match.question.kind;
	const made =
		right.length === 0 ? null : { rows: evidenceOf(exercise.match, numbers), right, weight: 1, kind };
	cases.set(exercise, made);
	return made;
}

/** Which passage answers. */
export function learnPassage(exercises: readonly Exercise[]): LinearTable {
	return fitLinear(
		exercises.flatMap((one) => caseOf(one) ?? []),
		evidenceNames,
		passageOptions,
	);
}

/** A question with its passages, ranked by a model. */
export interface Answered {
	readonly exercise: Exercise;
	readonly ranked: readonly Ranked[];
}

export function rankAll(exercises: readonly Exercise[], table: LinearTable): Answered[] {
	const model = createLinear(table, evidenceNames);
	return exercises.map((exercise) => {
		const evident = evidence.get(exercise) ?? evidentPassages(exercise.match);
		evidence.set(exercise, evident);
		return { exercise, ranked: rankPassages(exercise.match, model, evident) };
	});
}

/** Worked out once, for all models that rank by it. */
const evidence = new WeakMap<Exercise, Evident>();
const decisionRows = new WeakMap<Answered, Float64Array>();

function rowOf(answered: Answered): Float64Array {
	const row = decisionRows.get(answered) ?? decisionRow(answered.exercise.match, answered.ranked);
	decisionRows.set(answered, row);
	return row;
}

/** Whether the best passage is an answer; learned from rankings by models that never saw the article. */
export function learnDecision(answered: readonly Answered[]): LinearTable {
	const articles = new Set(answered.map(({ exercise }) => exercise.article)).size;
	const sizes = Map.groupBy(answered, ({ exercise }) => groupOf(exercise));
	const usual = (answerable: boolean) =>
		answered.filter(({ exercise: { gold } }) => !gold.offTopic && gold.answerable === answerable).length /
		articles;
	const usually = { answerable: usual(true), not: usual(false) };
	const examples = answered.flatMap((one): Case[] => {
		if (one.ranked.length === 0) return [];
		const { exercise } = one;
		const { gold, article, writtenFor } = exercise;
		const group = sizes.get(groupOf(exercise))?.length ?? 1;
		const weight = gold.offTopic
			? offTopicWeights[article === writtenFor ? 'ofCorpus' : 'askedElsewhere']
			: // Each article has its own writers: those who wrote more questions count for more, but not by as much.
				Math.sqrt(usually[gold.answerable ? 'answerable' : 'not'] / group);
		const right = gold.answerable ? [0] : [];
		return [{ rows: [rowOf(one)], right, weight, kind: '' }];
	});
	return fitLinear(examples, decisionNames, decisionOptions);
}

const groupOf = ({ article, gold }: Exercise): string =>
	`${article} ${gold.offTopic ? 'off topic' : gold.answerable}`;

/** The score of each question; lowest where no word of it was found. */
export function decisionsOf(answered: readonly Answered[], table: LinearTable): number[] {
	const model = createLinear(table, decisionNames);
	return answered.map((one) =>
		one.ranked.length === 0 || isUntold(one.exercise.match, one.ranked)
			? Number.NEGATIVE_INFINITY
			: model.score(rowOf(one)),
	);
}

/** The bound that this share of the answerable questions reaches. */
export function boundFor(
	scored: readonly { readonly answered: Answered; readonly score: number }[],
	share: number,
): number {
	const reached = scored
		.filter(({ answered }) => answered.exercise.gold.answerable)
		.map(({ score }) => score)
		.sort((one, other) => one - other);
	return reached[Math.floor((1 - share) * reached.length)] ?? 0;
}
