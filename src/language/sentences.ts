import { packFor } from './packs.ts';
import { type Sentence, sentencesOf } from './sentence-ends.ts';
import { tokenize } from './tokens.ts';

/**
 * The sentences of a paragraph as half-open UTF-16 ranges without the space between them, in order; `language` is
 * a BCP 47 tag, null where nobody knows it. Linear in the paragraph's length; an empty one has none.
 */
export function sentences(paragraph: string, language: string | null = null): Sentence[] {
	const { words } = packFor(language);
	return sentencesOf(tokenize(paragraph, words), paragraph, words);
}
