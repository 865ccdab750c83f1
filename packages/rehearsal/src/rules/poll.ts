import type { FieldProblem } from '../api.ts';
import { at, problem, required, tooLong } from './problem.ts';

interface RawMedia {
	readonly text?: string | null;
	readonly emoji?: unknown;
}
/** A poll as a request has it. */
export interface RawPoll {
	readonly question: RawMedia;
	readonly answers: readonly { readonly poll_media: RawMedia }[];
	readonly duration?: number | null;
	readonly allow_multiselect?: boolean | null;
	readonly layout_type?: number | null;
}

/** Discord's limits: 300 characters for the question, ten answers of 55. The published schema lacks those of the texts. */
const most = { question: 300, answers: 10, answer: 55 };

export function checkPoll({ question, answers }: RawPoll, path: string): FieldProblem[] {
	const problems = checkText(question.text ?? '', at(at(path, 'question'), 'text'), most.question);
	if (answers.length === 0 || answers.length > most.answers) {
		const said = `Must be between 1 and ${most.answers} in length.`;
		problems.push(problem(at(path, 'answers'), 'BASE_TYPE_BAD_LENGTH', said));
	}
	for (const [index, { poll_media: media }] of answers.entries()) {
		const here = at(at(at(at(path, 'answers'), index), 'poll_media'), 'text');
		if (media.emoji && !media.text) continue;
		problems.push(...checkText(media.text ?? '', here, most.answer));
	}
	return problems;
}

function checkText(text: string, path: string, longest: number): FieldProblem[] {
	if (text.trim() === '') return [required(path)];
	return text.length > longest ? [tooLong(path, longest)] : [];
}
