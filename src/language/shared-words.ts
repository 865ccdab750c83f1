import { stem } from './en/stem.ts';
import { wordForm, words } from './fold.ts';
import { functionWords } from './function-words.ts';

/** A word that several use, as one of them writes it, and the numbers of those who do. */
export interface SharedWord {
	readonly word: string;
	readonly by: readonly number[];
}

/** Shorter words say little, and names of the parts of a text are longer. */
const shortest = 4;
/** Characters of what one says that are looked at. */
const looked = 20_000;

/**
 * Words with a meaning that at least two of several texts use, in any form: those that most use first, then those used
 * most often.
 * @param apart folded words that are left out, in any form: what the texts were chosen by.
 */
export function sharedWords(texts: readonly string[], apart: readonly string[] = []): readonly SharedWord[] {
	const left = new Set(apart.map(stem));
	const found = new Map<string, { word: string; by: Set<number>; count: number }>();
	for (const [number, text] of texts.entries()) {
		for (const [form] of text.slice(0, looked).matchAll(wordForm)) {
			const [word = ''] = words(form);
			if (word.length < shortest || functionWords.has(word) || !/^\p{L}+$/u.test(word)) continue;
			const root = stem(word);
			if (left.has(root)) continue;
			const known = found.get(root) ?? { word: form.toLowerCase(), by: new Set(), count: 0 };
			known.by.add(number);
			known.count++;
			found.set(root, known);
		}
	}
	return [...found.values()]
		.filter(({ by }) => by.size > 1)
		.sort((a, b) => b.by.size - a.by.size || b.count - a.count)
		.map(({ word, by }) => ({ word, by: [...by] }));
}
