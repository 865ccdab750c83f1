import { infinitiveOf } from '../en/lexicon/infinitives.ts';
import { stem } from '../en/stem.ts';
import { fold, wordForm } from '../fold.ts';
import type { Token } from '../tokens.ts';

/** A word of a text as a search compares it. */
export interface TextWord {
	/** Folded and without its ending, by the same rules as the full-text tables. */
	readonly stem: string;
	/** UTF-16, half-open. */
	readonly start: number;
	readonly end: number;
	/** Written with a capital. */
	readonly capital: boolean;
	readonly kind: 'word' | 'number';
}

const stems = new Map<string, string>();
/** Remembered words; a text of strangers may hold any number. */
const mostRemembered = 20_000;

/** English words whose "s" is no ending: Porter's rules make of them "hi", "doe" and the like, which are other words. */
export const endingInS: readonly string[] = ['his', 'this', 'thus', 'yes', 'was', 'does', 'has'];

/** Words that have no ending: of "one" those rules make "on". */
const whole = new Set([...endingInS, 'one']);

/** A folded word without its ending, remembered: the words of a language come again and again. */
export function stemOf(folded: string): string {
	let known = stems.get(folded);
	if (known === undefined) {
		const infinitive = infinitiveOf.get(folded) ?? folded;
		known = whole.has(infinitive) ? infinitive : stem(infinitive);
		if (stems.size >= mostRemembered) stems.clear();
		stems.set(folded, known);
	}
	return known;
}

/** How a folded word or another form of it begins, up to so many letters: the stem of "went" is "go". */
export const beginningsOf = (folded: string, letters: number): string[] => [
	...new Set([folded.slice(0, letters), stemOf(folded).slice(0, letters)]),
];

/** Whether a word of a text may be a form of one of these: most begin with another letter, and to fold and stem all takes long. */
export function mayBeFormOf(words: readonly { readonly word: string }[]): (form: string) => boolean {
	const initials = new Set(words.flatMap(({ word }) => beginningsOf(word, 1)));
	return (form) => form.charCodeAt(0) >= 128 || initials.has(form.charAt(0).toLowerCase());
}

const plain = /^[a-z0-9]+$/u;

/** The words of some tokens, in order; a hyphenated one is several words. Linear. */
export function textWords(tokens: readonly Token[]): TextWord[] {
	const found: TextWord[] = [];
	for (const { kind, lower, text, start, end, capital } of tokens) {
		if (kind === 'mark') continue;
		if (plain.test(lower)) {
			found.push({ stem: stemOf(lower), start, end, capital, kind });
			continue;
		}
		// "1,000" is one number; of "two-year" and "Smith's" each part is a word.
		if (kind === 'number' && /^[\d.,]+$/u.test(text)) {
			found.push({ stem: text.replaceAll(',', ''), start, end, capital, kind });
			continue;
		}
		for (const part of text.matchAll(wordForm)) {
			const from = start + part.index;
			found.push({
				stem: stemOf(fold(part[0])),
				start: from,
				end: from + part[0].length,
				capital: /^\p{Lu}/u.test(part[0]),
				kind: /^\p{N}/u.test(part[0]) ? 'number' : 'word',
			});
		}
	}
	return found;
}
