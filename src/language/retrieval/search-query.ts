import { comparedWords } from '../compare/words.ts';
import { stem } from '../en/stem.ts';
import { words } from '../fold.ts';
import { emptyWords } from '../function-words.ts';
import { isTakenForAnother, type JoinedWords, joinedIn, plainPiece } from './joined.ts';

/** What somebody typed to search for. All words are folded. */
export interface SearchQuery {
	/** Words that have to be there in any form, each once; the last of one row may be only begun ("harb*"). */
	readonly words: readonly SoughtWord[];
	/** Words in quotation marks, and words joined by marks ("COVID-19"), which have to stand together as they are. */
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
	readonly words: readonly { readonly folded: string }[];
	/** Of what was typed without quotation marks: how its words are joined. */
	readonly joined?: JoinedWords;
}

/** More than anybody means: each costs time. */
const most = { letters: 300, words: 8, wordLength: 48, phrases: 2, phraseWords: 16, joined: 3, without: 6 };
const piece =
	/(-?)(?:["“”„«»‟]([^"“”„«»‟]{1,300})["“”„«»‟]|(?<![^\s-])["“”„«»‟]([^"“”„«»‟]{1,300}?)(?=\s-\S|$)|([^\s"“”„«»‟]+))/gu;

/**
 * Reads what somebody typed: words, phrases in quotation marks of any kind, "-word" or a phrase behind "-" for what may not
 * be there, and "word*" for a beginning. Words that say nothing ("the") are left out where others are there. Words that
 * marks join ("COVID-19", "O'Brien") stand together. A phrase whose mark is never closed ends with what was typed, or
 * before a "-word".
 */
export function readSearch(typed: string): SearchQuery {
	const found = new Map<string, SoughtWord>();
	const phrases: SoughtPhrase[] = [];
	const joined = new Map<string, SoughtPhrase>();
	const without = new Set<string>();
	const withoutPhrases: SoughtPhrase[] = [];
	for (const [, minus, closed, open, bare = ''] of typed.slice(0, most.letters).matchAll(piece)) {
		const marked = closed ?? open;
		const own = marked === undefined ? [] : comparedWords(marked).slice(0, most.phraseWords);
		const text = (marked ?? bare).trim();
		const phrase = marked !== undefined && own.length > 1 ? { typed: text, words: own } : joinedPhrase(text);
		if (phrase && minus === '-') {
			if (withoutPhrases.length < most.phrases) withoutPhrases.push(phrase);
		} else if (phrase?.joined) {
			joined.set(phrase.typed, phrase);
		} else if (phrase) {
			if (phrases.length < most.phrases) phrases.push(phrase);
		} else if (minus === '-') {
			for (const one of words(text)) without.add(one.slice(0, most.wordLength));
		} else {
			const begun = isBegun(text);
			for (const one of words(text)) {
				const cut = one.slice(0, most.wordLength);
				const key = begun ? `${cut}*` : stem(cut);
				if (!found.has(key)) found.set(key, { word: cut, begun });
			}
		}
	}
	const all = [...found.values()];
	const telling = all.filter(({ word, begun }) => begun || !emptyWords.has(word));
	const together = [...phrases, ...[...joined.values()].slice(0, most.joined)];
	return {
		words: (telling.length > 0 || together.length > 0 ? telling : all).slice(0, most.words),
		phrases: together,
		without: [...without].slice(0, most.without),
		withoutPhrases,
	};
}

/** "harb*": a word that is only begun. */
const isBegun = (text: string): boolean => /[\p{L}\p{N}]\*$/u.test(text);

/** Words that marks join, or a word that the index takes for another; null where every word of it says nothing ("don't"). */
function joinedPhrase(text: string): SoughtPhrase | null {
	const typed = plainPiece(text);
	const own = words(typed);
	const alone = own.length === 1 && !isBegun(text) && isTakenForAnother(own[0] ?? '');
	const joined = joinedIn(text) ?? (alone ? { words: own, before: '', after: '' } : null);
	if (!joined || (joined.words.length > 1 && joined.words.every((word) => emptyWords.has(word)))) return null;
	return { typed, words: joined.words.map((folded) => ({ folded })), joined };
}
