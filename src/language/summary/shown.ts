import type { SummarySentence } from '../../article.ts';

/**
 * The sentences of a summary as they are shown, in the same order: a pronoun that means somebody of an earlier
 * sentence is replaced by the name in square brackets, unless the sentence directly before is shown too. Apart from
 * brackets they are word for word.
 */
export function asShown(
	sentences: readonly Pick<SummarySentence, 'text' | 'sentence' | 'bracket'>[],
): string[] {
	return sentences.map(({ text, sentence, bracket }, at) =>
		bracket === undefined || sentences[at - 1]?.sentence === sentence - 1
			? text
			: `${text.slice(0, bracket.start)}[${bracket.name}]${text.slice(bracket.end)}`,
	);
}
