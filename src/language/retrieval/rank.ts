import type { LinearScorer } from '../model/linear.ts';
import { evidenceNames, evidenceOf } from './evidence.ts';
import { type Match, promising } from './match.ts';

/** A passage as an answer to a question. */
export interface Ranked {
	/** Its number in the collection. */
	readonly number: number;
	readonly score: number;
	/** `evidenceNames` in order. */
	readonly row: Float64Array;
}

/** What answers questions: which passage is the answer, and whether the best one is an answer at all. */
export interface AnswerModel {
	readonly passage: LinearScorer;
	readonly answered: LinearScorer;
	/** From this score of `answered` on, a question counts as answered. */
	readonly least: number;
}

/** Passages that are looked at closely. */
const mostLooked = 40;

const wanted = evidenceNames.indexOf('wanted');
/** What a passage without an amount loses where one is asked for. */
const withoutAmount = 10;

/** Passages, by their numbers, with the evidence of each. */
export interface Evident {
	readonly numbers: readonly number[];
	/** `evidenceNames` in order. */
	readonly rows: readonly Float64Array[];
}

/** The most promising passages, with what speaks for them. */
export function evidentPassages(match: Match): Evident {
	const numbers = promising(match, mostLooked);
	return { numbers, rows: evidenceOf(match, numbers) };
}

/** The most promising passages, best first by the model. */
export function rankPassages(
	match: Match,
	model: LinearScorer,
	{ numbers, rows }: Evident = evidentPassages(match),
): Ranked[] {
	const { kind, asksAmount } = match.question;
	const lacks = (row: Float64Array) => asksAmount && row[wanted] === 0;
	return rows
		.map((row, index) => ({
			number: numbers[index] ?? 0,
			score: model.score(row, kind) - (lacks(row) ? withoutAmount : 0),
			row,
		}))
		.sort((one, other) => other.score - one.score || one.number - other.number);
}
