import { comparedWords } from '../compare/words.ts';
import { fold, wordForm } from '../fold.ts';
import { sentences } from '../sentences.ts';
import { type JoinedWords, joinedRanges } from './joined.ts';
import type { SearchQuery, SoughtPhrase } from './search-query.ts';
import { beginningsOf, mayBeFormOf, stemOf } from './text-words.ts';

/** A sentence that a search found, with the words that it was found by. */
export interface FoundSentence {
	/** Which of the texts, counted from 0. */
	readonly text: number;
	/** UTF-16, half-open, in that text. */
	readonly start: number;
	readonly end: number;
	/** Where words of the search stand in that text, in order. */
	readonly marks: readonly { readonly start: number; readonly end: number }[];
	/** How many of the words and phrases it has. */
	readonly has: number;
}

/** Texts that are looked at closely, and letters of a text: those that have most of the words. */
const most = { texts: 40, letters: 12_000 };

/**
 * The sentence with most of what a search looks for, of as many the first; null where none has any of it. Only texts
 * that seem to have some of the words are read closely, so the cost stays bounded for long articles.
 * @param hidden words that are not shown: a sentence with them, or out of them, is left out.
 */
export function bestSentence(
	texts: readonly string[],
	query: SearchQuery,
	language: string | null,
	hidden: readonly string[] = [],
): FoundSentence | null {
	let best: FoundSentence | null = null;
	for (const text of likely(texts, query)) {
		const whole = (texts[text] ?? '').slice(0, most.letters);
		const found = marksIn(whole, query);
		if (found.marks.length === 0) continue;
		for (const { start, end } of sentences(whole, language)) {
			const sentence = whole.slice(start, end);
			if (hidden.some((words) => sentence.includes(words) || words.includes(sentence))) continue;
			const own = found.marks.filter((mark) => mark.start >= start && mark.end <= end);
			const has = new Set(own.map(({ of }) => of)).size;
			if (has > (best?.has ?? 0))
				best = { text, start, end, has, marks: own.map(({ start, end }) => ({ start, end })) };
		}
	}
	return best;
}

/** How many of the words and phrases of a search a text has, in any of its sentences. */
export function countFound(text: string, query: SearchQuery): number {
	return new Set(marksIn(text.slice(0, most.letters), query).marks.map(({ of }) => of)).size;
}

/** Whether a text has a word or a phrase that may not be there. */
export function hasForbidden(text: string, { without, withoutPhrases }: SearchQuery): boolean {
	if (withoutPhrases.some((phrase) => phraseRanges(text, phrase).length > 0)) return true;
	if (without.length === 0) return false;
	const words = without.map((word) => ({ word, begun: false }));
	return marksIn(text, { words, phrases: [] }).marks.length > 0;
}

/** Where in a text a phrase stands, word for word whatever the case and the marks. */
export function phraseRanges(
	text: string,
	{ words, joined }: SoughtPhrase,
): { start: number; end: number }[] {
	if (joined) return joinedRanges(text, joined);
	const own = comparedWords(text);
	const found: { start: number; end: number }[] = [];
	for (let at = 0; at + words.length <= own.length; at++) {
		if (!words.every(({ folded }, step) => own[at + step]?.folded === folded)) continue;
		found.push({ start: own[at]?.start ?? 0, end: own[at + words.length - 1]?.end ?? 0 });
	}
	return found;
}

/** The numbers of the texts with the most words in common with a search, by the beginnings of words, in order. */
function likely(texts: readonly string[], { words, phrases }: SearchQuery): number[] {
	const begins = [
		...words.map(({ word }) => word),
		...phrases.flatMap((one) => one.words.map(({ folded }) => folded)),
	]
		.filter((word) => stemOf(word).length > 1)
		.map((word) => beginningsOf(word, 5))
		.concat(phrases.flatMap(({ joined }) => (joined?.words.length === 1 ? [[wholeOf(joined)]] : [])));
	const counted = texts.map((text, number) => {
		const folded = fold(text.slice(0, most.letters));
		return { number, has: begins.filter((forms) => forms.some((begin) => folded.includes(begin))).length };
	});
	return counted
		.filter(({ has }) => has > 0)
		.sort((one, other) => other.has - one.has || one.number - other.number)
		.slice(0, most.texts)
		.map(({ number }) => number)
		.sort((one, other) => one - other);
}

/** A joined word alone, with its marks: "c++". */
const wholeOf = ({ before, words, after }: JoinedWords): string => before + words.join('') + after;

interface FoundMark {
	readonly start: number;
	readonly end: number;
	/** Which of the words and phrases. */
	readonly of: number;
}

function marksIn(
	text: string,
	{ words, phrases }: Pick<SearchQuery, 'words' | 'phrases'>,
): { readonly marks: readonly FoundMark[] } {
	const marks: FoundMark[] = [];
	const wanted = new Map(
		words.flatMap(({ word, begun }, of) => (begun ? [] : [[stemOf(word), of] as const])),
	);
	const begins = words.flatMap(({ word, begun }, of) => (begun ? [{ word, of }] : []));
	const mayBeMeant = mayBeFormOf(words);
	for (const { 0: form, index } of text.matchAll(wordForm)) {
		if (!mayBeMeant(form)) continue;
		const folded = fold(form);
		const of = wanted.get(stemOf(folded)) ?? begins.find(({ word }) => folded.startsWith(word))?.of;
		if (of !== undefined) marks.push({ start: index, end: index + form.length, of });
	}
	for (const [at, phrase] of phrases.entries()) {
		for (const range of phraseRanges(text, phrase)) marks.push({ ...range, of: words.length + at });
	}
	return { marks: marks.sort((one, other) => one.start - other.start || other.end - one.end) };
}
