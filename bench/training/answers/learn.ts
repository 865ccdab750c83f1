import { createLinear, type LinearTable } from '../../../src/language/model/linear.ts';
import { decisionNames, decisionRow } from '../../../src/language/retrieval/decide.ts';
import { evidenceNames, evidenceOf } from '../../../src/language/retrieval/evidence.ts';
import { promising } from '../../../src/language/retrieval/match.ts';
import { type Ranked, rankPassages } from '../../../src/language/retrieval/rank.ts';
import type { Exercise } from './corpus.ts';
import { type Case, fitLinear } from './fit.ts';

/** Passages that a question's right one is chosen from in training. */
const mostChosen = 30;
const kinds = ['who', 'when', 'where', 'why', 'how many', 'how', 'what'];
const passageOptions = {
	pull: 5,
	orNone: false,
	kinds,
	byKind: ['wanted', 'nearest', 'length', 'first', 'last', 'index', 'focusNear', 'starts'],
};
const decisionOptions = { pull: 25, orNone: true, kinds: [], byKind: [] };
/** What a question about something else counts for, beside one that is only turned a little: they are fewer. */
const offTopicWeight = 12;

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
	return exercises.map((exercise) => ({ exercise, ranked: rankPassages(exercise.match, model) }));
}

/** Whether the best passage is an answer; learned from rankings by models that never saw the article. */
export function learnDecision(answered: readonly Answered[]): LinearTable {
	const examples = answered.flatMap(({ exercise, ranked }): Case[] => {
		if (ranked.length === 0) return [];
		const { answerable, offTopic = false } = exercise.gold;
		const weight = offTopic ? offTopicWeight : 1;
		return [{ rows: [decisionRow(exercise.match, ranked)], right: answerable ? [0] : [], weight, kind: '' }];
	});
	return fitLinear(examples, decisionNames, decisionOptions);
}

/** The score of each question; lowest where no word of it was found. */
export function decisionsOf(answered: readonly Answered[], table: LinearTable): number[] {
	const model = createLinear(table, decisionNames);
	return answered.map(({ exercise, ranked }) =>
		ranked.length === 0 ? Number.NEGATIVE_INFINITY : model.score(decisionRow(exercise.match, ranked)),
	);
}

/** The bound that this share of the answerable questions reaches. */
export function boundFor(answered: readonly Answered[], scores: readonly number[], share: number): number {
	const reached = scores
		.filter((_, index) => answered[index]?.exercise.gold.answerable)
		.sort((one, other) => one - other);
	return reached[Math.floor((1 - share) * reached.length)] ?? 0;
}
