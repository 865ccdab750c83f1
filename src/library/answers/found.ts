import { stem } from '../../language/en/stem.ts';
import { wordForm, words } from '../../language/fold.ts';
import type { Utterance } from '../../stores/articles.ts';
import type { Found } from '../library.ts';

/** Letters and digits that folding leaves as they are. */
const plain = /^[a-z\d]+$/u;
/** Any letter, digit or accent that folding changes, or that may be one: all but ASCII and the punctuation of news. */
const unusual = /[^\0-\x7f\u00a0\u2010-\u2027]/u;
const plainWord = /[a-z\d]*/uy;

interface Sought {
	readonly words: readonly string[];
	/** The words by their stems. */
	readonly byStem: ReadonlyMap<string, string>;
	/** The stems without their last letter, which is all that stemming changes of what it leaves of a word. */
	readonly starts: readonly string[];
}

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
	let last: Sought | null = null;
	return ({ parts }, sought) => {
		if (last?.words !== sought) last = prepared(sought);
		const { byStem, starts } = last;
		const forms = new Set<string>();
		const here = new Set<string>();
		for (const { text } of parts) {
			for (const form of formsWith(starts, text)) {
				const own = stemsOf(form).flatMap((one) => byStem.get(one) ?? []);
				for (const word of own) here.add(word);
				if (own.length > 0) forms.add(form);
			}
		}
		return { words: [...forms], around: sought.filter((word) => !here.has(word)) };
	};
}

function prepared(sought: readonly string[]): Sought {
	const byStem = new Map(sought.map((word) => [stem(word), word]));
	return { words: sought, byStem, starts: [...new Set([...byStem.keys()].map(beginningOf))] };
}

const beginningOf = (stemmed: string): string => (stemmed.length > 1 ? stemmed.slice(0, -1) : stemmed);

/**
 * The words of a text that may have one of the stems, in the order of the text, as they are written: most words begin
 * in another way, and folding and stemming them all takes long.
 */
function formsWith(starts: readonly string[], text: string): string[] {
	if (unusual.test(text)) {
		return (text.match(wordForm) ?? []).filter((form) => {
			const lower = form.toLowerCase();
			return !plain.test(lower) || starts.some((start) => lower.startsWith(start));
		});
	}
	const lower = text.toLowerCase();
	const found = new Map<number, string>();
	for (const start of starts) {
		for (let at = lower.indexOf(start); at !== -1; at = lower.indexOf(start, at + 1)) {
			if (plain.test(lower.charAt(at - 1))) continue;
			plainWord.lastIndex = at;
			found.set(at, text.slice(at, at + (plainWord.exec(lower)?.[0].length ?? 0)));
		}
	}
	return starts.length === 1
		? [...found.values()]
		: [...found].sort(([one], [other]) => one - other).map(([, form]) => form);
}
