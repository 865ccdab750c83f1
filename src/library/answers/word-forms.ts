import { verbForms } from '../../language/en/lexicon/infinitives.ts';
import { stem } from '../../language/en/stem.ts';

/** A folded word, with those forms of the same verb that the index takes for another word: "die" with "died". */
export function wordForms(word: string): readonly string[] {
	const byStem = new Map<string, string>();
	for (const form of verbForms(word)) if (!byStem.has(stem(form))) byStem.set(stem(form), form);
	return [...byStem.values()];
}
