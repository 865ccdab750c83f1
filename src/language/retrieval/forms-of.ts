import { fold } from '../fold.ts';
import type { Collection } from './collection.ts';
import type { Passage } from './passages.ts';

/** The words of a passage, folded, in order. */
export function formsOf({ texts }: Collection, { text, paragraph, words }: Passage): readonly string[] {
	const whole = texts[text]?.paragraphs[paragraph] ?? '';
	return words.map(({ start, end }) => fold(whole.slice(start, end)));
}
