import { typed as asTyped, UserError } from '../../errors.ts';
import { stem } from '../../language/en/stem.ts';
import { typedWords } from '../../language/fold.ts';
import type { ArticleView } from '../../stores/articles.ts';
import type { CorrectedWord } from '../found.ts';
import { nearestWord } from './slips.ts';
import { tellingWords } from './telling-words.ts';

/** How many words are looked for: each costs time, and nobody means more. */
const mostWords = 6;
/** How many words of one question are corrected. */
const mostCorrected = 2;

/**
 * The words to look for, each once whatever its ending: those without meaning are left out as long as others are
 * there. @throws UserError where there is no word.
 */
export function soughtWords(about: string): readonly string[] {
	const typed = typedWords(about);
	if (typed.length === 0) {
		throw new UserError(['No word to look for in ', asTyped(about), ': give a word or two.']);
	}
	const stems = new Map<string, string>();
	for (const word of tellingWords(typed)) if (!stems.has(stem(word))) stems.set(stem(word), word);
	return [...stems.values()].slice(0, mostWords);
}

/** The words that are not in the library, each with the word it was probably meant for. */
export async function correctedSearch(
	archive: ArticleView,
	words: readonly string[],
): Promise<readonly CorrectedWord[]> {
	const corrected: CorrectedWord[] = [];
	for (const typed of words) {
		if (corrected.length === mostCorrected) break;
		// Another form of it may be there: the vocabulary has whole words, and the search their stems.
		if ((await archive.utterances({ about: [typed], limit: 0 })).total > 0) continue;
		const taken = await nearestWord(archive, 'utterance', typed, { sameInitial: true });
		// What a server hides is in the vocabulary, and found by nobody there.
		if (taken !== null && taken !== typed) corrected.push({ typed, taken });
	}
	return corrected;
}
