import { stem } from '../../language/en/stem.ts';
import { wordForm, words } from '../../language/fold.ts';
import type { Utterance } from '../../stores/articles.ts';
import type { Found } from '../library.ts';

/** Letters and digits that folding leaves as they are. */
const plain = /^[a-z\d]+$/u;

/**
 * Says why utterances were found by words: which of their own words match, in any form, and which are
 * only in the text around them. It remembers the words that it has looked at, for the utterances of one answer.
 */
export function findingWords(): (utterance: Utterance, sought: readonly string[]) => Found {
	const stems = new Map<string, readonly string[]>();
	const stemsOf = (form: string) => {
		let known = stems.get(form);
		if (!known) {
			known = words(form).map(stem);
			stems.set(form, known);
		}
		return known;
	};
	return ({ parts }, sought) => {
		const wanted = new Map(sought.map((word) => [stem(word), word]));
		// Stemming changes the end of a word only.
		const starts = new Set([...wanted.keys()].map((stemmed) => stemmed.slice(0, 2)));
		const forms = new Set<string>();
		const here = new Set<string>();
		for (const { text } of parts) {
			for (const [form] of text.matchAll(wordForm)) {
				// Most words begin in another way, and folding and stemming them all takes long.
				const start = form.slice(0, 2).toLowerCase();
				if (plain.test(start) && !starts.has(start) && !starts.has(start.charAt(0))) continue;
				const own = stemsOf(form).flatMap((one) => wanted.get(one) ?? []);
				for (const word of own) here.add(word);
				if (own.length > 0) forms.add(form);
			}
		}
		return { words: [...forms], around: sought.filter((word) => !here.has(word)) };
	};
}
