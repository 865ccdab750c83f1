import { functionWords } from './lexicon/words.ts';

const unsaying = new Set('said says say saying told tells added adds mr mrs ms dr'.split(' '));

/**
 * The content words, in order: lower case, without function words and attribution, with the
 * most common endings of English removed so that "talks" matches "talk".
 */
export function contentWords(text: string): string[] {
	const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]+/gu) ?? [];
	return words.filter((word) => !functionWords.has(word) && !unsaying.has(word)).map(stem);
}

function stem(word: string): string {
	if (word.length < 5) return word;
	return word.replace(/(?:ies|ied|ing|ed|es|s|ly)$/u, '');
}
