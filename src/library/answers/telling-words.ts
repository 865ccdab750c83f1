import { emptyWords } from '../../language/function-words.ts';

/** Typed words without those that say nothing by themselves ("of", "the"); all of them where none is left. */
export function tellingWords(typed: readonly string[]): readonly string[] {
	const telling = typed.filter((word) => !emptyWords.has(word));
	return telling.length > 0 ? telling : typed;
}
