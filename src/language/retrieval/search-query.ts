import { type ComparedWord, comparedWords } from '../compare/words.ts';
import { stem } from '../en/stem.ts';
import { words } from '../fold.ts';
import { emptyWords } from '../function-words.ts';

/** What somebody typed to search for. All words are folded. */
export interface SearchQuery {
	/** Words that have to be there in any form, each once; the last of one row may be only begun ("harb*"). */
	readonly words: readonly SoughtWord[];
	/** Words in quotation marks, which have to stand together as they are. */
	readonly phrases: readonly SoughtPhrase[];
	/** Words that may not be there. */
	readonly without: readonly string[];
	/** Phrases that may not be there. */
	readonly withoutPhrases: readonly SoughtPhrase[];
}

export interface SoughtWord {
	readonly word: string;
	/** Whether it may be the beginning of a word. */
	readonly begun: boolean;
}

export interface SoughtPhrase {
	/** As it was typed, without its marks. */
	readonly typed: string;
	readonly words: readonly ComparedWord[];
}

/** More than anybody means: each costs time. */
const most = { letters: 300, words: 8, wordLength: 48, phrases: 2, phraseWords: 16, without: 6 };
const piece = /(-?)(?:["“”„«»‟]([^"“”„«»‟]{1,300})["“”„«»‟]|([^\s"“”„«»‟]+))/gu;

/**
 * Reads what somebody typed: words, phrases in quotation marks of any kind, "-word" or a phrase behind "-" for what may not be there, and
 * "word*" for a beginning. Words that say nothing ("the") are left out where others are there. A mark that is never
 * closed sets nothing off.
 */
export function readSearch(typed: string): SearchQuery {
	const found = new Map<string, SoughtWord>();
	const phrases: SoughtPhrase[] = [];
	const without = new Set<string>();
	const withoutPhrases: SoughtPhrase[] = [];
	for (const [, minus, phrase, word = ''] of typed.slice(0, most.letters).matchAll(piece)) {
		const own = phrase === undefined ? [] : comparedWords(phrase).slice(0, most.phraseWords);
		const isPhrase = phrase !== undefined && own.length > 1;
		if (minus === '-' && isPhrase) {
			if (withoutPhrases.length < most.phrases) withoutPhrases.push({ typed: phrase.trim(), words: own });
			continue;
		}
		if (minus === '-') {
			for (const one of words(phrase ?? word)) without.add(one.slice(0, most.wordLength));
			continue;
		}
		if (isPhrase) {
			if (phrases.length < most.phrases) phrases.push({ typed: phrase.trim(), words: own });
			continue;
		}
		const begun = /[\p{L}\p{N}]\*$/u.test(word);
		for (const one of words(phrase ?? word)) {
			const cut = one.slice(0, most.wordLength);
			const key = begun ? `${cut}*` : stem(cut);
			if (!found.has(key)) found.set(key, { word: cut, begun });
		}
	}
	const all = [...found.values()];
	const telling = all.filter(({ word, begun }) => begun || !emptyWords.has(word));
	return {
		words: (telling.length > 0 || phrases.length > 0 ? telling : all).slice(0, most.words),
		phrases,
		without: [...without].slice(0, most.without),
		withoutPhrases,
	};
}
