import { once } from '../language/once.ts';
import { sentences } from '../language/sentences.ts';
import { quotationMarks } from './marks.ts';
import type { Piece } from './picture.ts';

/** What is never broken over two lines. */
export interface Token {
	readonly text: string;
	readonly said: boolean;
	/** Whether a blank stands in front of it, where it does not begin a line. */
	readonly apart: boolean;
}

/** Scripts that write words without blanks between them. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const rightToLeft = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}]/gu;
const segmenter = once(() => new Intl.Segmenter('und', { granularity: 'word' }));
/** What no line begins with, and what none ends with. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}ー々]/u;
const opening = /[\p{Ps}\p{Pi}「『„]$/u;

/** Whether a text is read from right to left: most of its letters are. */
export function isRightToLeft(text: string): boolean {
	return (text.match(rightToLeft)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

/** The words in the quotation marks of their language, as what can be put on lines. */
export function tokensOf(words: readonly Piece[], language: string | null): Token[] {
	const [open, close] = quotationMarks(language);
	const texts = words.map(({ text, said, open: stays = false }) => ({
		said,
		text: said ? `${open}${oneLine(text)}${stays ? '' : close}` : oneLine(text),
	}));
	return texts.flatMap(({ text, said }, index) => {
		const [first, ...rest] = pieces(text);
		if (!first) return [];
		const glued = index === 0 || (!said && /^[,.;:!?)\]…’”]/u.test(first.text));
		return [{ ...first, apart: !glued }, ...rest].map((token) => ({ ...token, said }));
	});
}

/** A text in one line as what can be put on lines. */
export function plainTokens(text: string): Token[] {
	return pieces(oneLine(text)).map((token) => ({ ...token, said: true }));
}

const oneLine = (text: string) => text.replace(/[^\S\u202f\u00a0]+/gu, ' ').trim();

function pieces(text: string): { readonly text: string; readonly apart: boolean }[] {
	return text.split(' ').flatMap((word, index) => {
		if (word === '') return [];
		const parts = unspaced.test(word) ? unbroken(word) : broken(word);
		return parts.map((part, at) => ({ text: part, apart: at === 0 && index > 0 }));
	});
}

/** Words of a script without blanks, each with the punctuation that must not be torn from it. */
function unbroken(run: string): string[] {
	const parts: string[] = [];
	for (const { segment } of segmenter().segment(run)) {
		const last = parts.at(-1);
		if (last !== undefined && (closing.test(segment) || opening.test(last)))
			parts[parts.length - 1] = last + segment;
		else parts.push(segment);
	}
	return parts;
}

/** A word that no line holds, such as an address, is broken anywhere. */
const longestWord = 24;
function broken(word: string): string[] {
	if (word.length <= longestWord) return [word];
	const clusters = [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment);
	const parts: string[] = [];
	for (let at = 0; at < clusters.length; at += longestWord)
		parts.push(clusters.slice(at, at + longestWord).join(''));
	return parts;
}

const omission: Piece = { text: '[…]', said: false };

/**
 * Shorter beginnings of the words, those that end with a sentence, those that end with a word, and those of an endless
 * word that end anywhere; of each kind the longest first, with the mark of an omission behind each.
 */
export function beginnings(words: readonly Piece[]): readonly (readonly (readonly Piece[])[])[] {
	return [sentenceEnds, wordEnds, anyEnds].map((ends) =>
		words
			.flatMap((piece, index) =>
				piece.said
					? ends(piece.text).map((at) => [
							...words.slice(0, index),
							{ text: piece.text.slice(0, at).toWellFormed(), said: true },
							omission,
						])
					: [],
			)
			.reverse(),
	);
}

const sentenceEnds = (text: string) =>
	sentences(text)
		.map(({ end }) => end)
		.filter((end) => end < text.trimEnd().length);
const wordEnds = (text: string) =>
	[...text.matchAll(/\s+/gu)].map(({ index }) => index).filter((at) => at > 0);
const anyEnds = (text: string) =>
	Array.from({ length: Math.floor(text.length / 50) }, (_, index) => (index + 1) * 50);
