import { shortLine } from '../cards/cut.ts';
import type { Poll } from './delivery.ts';
import type { Question } from './questions/question.ts';
import { asked } from './questions-card.ts';

/** Discord's; shortened lines may take less. */
const longest = { question: 300, answer: 55 };
const hours = 72;

/** A poll on the first question that has answers to choose from; null where none has. */
export function pollOf(questions: readonly Question[]): Poll | null {
	for (const [index, question] of questions.entries()) {
		const answers = answersTo(question);
		if (new Set(answers).size < 2) continue;
		const text = `Question ${index + 1}: ${asked(question)}`;
		return { question: shortLine(text, longest.question), answers, hours };
	}
	return null;
}

function answersTo(question: Question): readonly string[] {
	switch (question.kind) {
		case 'sides': {
			const names = question.sides.map(({ speaker }) => shortLine(speaker ?? '', longest.answer));
			return new Set(names).size < 2 ? [] : [...names, 'Both', 'Neither'];
		}
		case 'disputed':
		case 'stand':
			return ['Yes', 'In part', 'No'];
		case 'readers':
			return ['The one who wrote first', 'The one who answers', 'Neither'];
		case 'source':
		case 'open':
			return [];
	}
}
