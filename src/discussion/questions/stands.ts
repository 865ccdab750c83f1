import type { LanguagePack } from '../../language/pack.ts';
import { statementsOf } from './matter.ts';
import type { Material, Question } from './question.ts';

/** Statements in which somebody takes a stand, one of each speaker who is not in `used`, in reading order. */
export function stands(
	{ utterances }: Material,
	pack: LanguagePack,
	used: readonly Question[],
): readonly Question[] {
	const spoken = new Set<string | null>();
	for (const question of used) {
		if (question.kind === 'sides') for (const { speaker } of question.sides) spoken.add(speaker);
		if (question.kind === 'disputed') spoken.add(question.said.speaker);
	}
	return statementsOf(utterances, pack).flatMap(({ utterance, speaker, text }): Question[] => {
		if (spoken.has(speaker) || !pack.takesAStand(text) || pack.isPartOfTalk(text)) return [];
		spoken.add(speaker);
		return [{ kind: 'stand', said: utterance }];
	});
}
