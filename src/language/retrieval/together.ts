import { fold, wordForm } from '../fold.ts';
import { inOrder, pairsIn } from './closeness.ts';
import type { SearchQuery } from './search-query.ts';
import { mayBeFormOf, stemOf } from './text-words.ts';

/** Letters of a text that are looked at. */
const mostLetters = 4_000;

/**
 * How much the words of a search stand together in a text as they were typed: side by side, close to each other and in
 * their order, each up to 1; 0 for a search of one word. Linear in the text, and by the measures that find answers.
 */
export function together(text: string, { words }: SearchQuery): number {
	if (words.length < 2) return 0;
	const stems = words.map(({ word, begun }) => (begun ? null : stemOf(word)));
	const mayBeMeant = mayBeFormOf(words);
	const places: number[][] = words.map(() => []);
	let at = -1;
	for (const [form] of text.slice(0, mostLetters).matchAll(wordForm)) {
		at++;
		if (!mayBeMeant(form)) continue;
		const folded = fold(form);
		const stem = stemOf(folded);
		for (const [term, { word }] of words.entries())
			if (stems[term] === null ? folded.startsWith(word) : stems[term] === stem) places[term]?.push(at);
	}
	const strength = Float64Array.from(places, ({ length }) => (length > 0 ? 1 : 0));
	const { close, beside } = pairsIn(places, strength);
	return beside + close + inOrder(places) / words.length;
}
