import { emptyWords } from '../function-words.ts';
import type { QuestionWords } from '../questions.ts';
import { slipsBetween, sorted } from './slips-between.ts';
import { wordVectors } from './word-vectors.ts';

/** The word behind "how" that makes it ask for a number, "mutch" as well; null for another one. */
export function measureOf(word: string, grammar: QuestionWords | undefined): string | null {
	if (grammar?.measures.has(word)) return word;
	if (!grammar || word.length < 4 || emptyWords.has(word) || wordVectors().numberOf(word) >= 0) return null;
	return (
		grammar.counting.keys().find((one) => grammar.measures.has(one) && slipsBetween(word, one) === 1) ?? null
	);
}

/** What a question word with one slip in it asks for ("whre"); undefined for any other word, and for one that is known. */
export function meantAsking(word: string, { kinds }: QuestionWords): string | undefined {
	if (word.length < 3 || word.length > 6 || emptyWords.has(word) || wordVectors().numberOf(word) >= 0)
		return undefined;
	const isMeant = (one: string) =>
		slipsBetween(word, one) === 1 && (word.charAt(0) === one.charAt(0) || sorted(word) === sorted(one));
	const meant = kinds.keys().find(isMeant);
	return meant && kinds.get(meant);
}
