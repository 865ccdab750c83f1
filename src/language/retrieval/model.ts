import answers from '../../../data/models/answers.json' with { type: 'json' };
import { createLinear, type LinearTable } from '../model/linear.ts';
import { decisionNames } from './decide.ts';
import { evidenceNames } from './evidence.ts';
import type { AnswerModel } from './rank.ts';

/** The model as its JSON has it. */
export interface AnswerTables {
	readonly passage: LinearTable;
	readonly answered: LinearTable;
	readonly least: number;
}

let prepared: AnswerModel | null = null;

/** The trained model, prepared once, at first use. */
export function answerModel(): AnswerModel {
	prepared ??= modelOf(answers as unknown as AnswerTables);
	return prepared;
}

export function modelOf({ passage, answered, least }: AnswerTables): AnswerModel {
	return {
		passage: createLinear(passage, evidenceNames),
		answered: createLinear(answered, decisionNames),
		least,
	};
}
