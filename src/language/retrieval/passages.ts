import { packFor } from '../packs.ts';
import { sentencesOf } from '../sentence-ends.ts';
import { tokenize } from '../tokens.ts';
import { type TextWord, textWords } from './text-words.ts';

/** A sentence of a text, with its words. */
export interface Passage {
	/** Which of the texts, counted from 0. */
	readonly text: number;
	/** Which paragraph of it, counted from 0. */
	readonly paragraph: number;
	/** UTF-16, half-open, in the paragraph. */
	readonly start: number;
	readonly end: number;
	/** Counted from 0 in its paragraph. */
	readonly index: number;
	readonly words: readonly TextWord[];
}

/** Texts that are searched together. */
export interface SearchedText {
	readonly paragraphs: readonly string[];
	/** BCP 47. */
	readonly language: string | null;
	/** Headline and deck. */
	readonly title: string;
}

/** More sentences than this are not looked at, so that time stays bounded. */
const mostPassages = 6_000;

/** The sentences of a text in reading order, but for what is of the page and tells nothing. Linear in its length. */
export function passagesOf({ paragraphs, language }: SearchedText, text: number): Passage[] {
	const { questions, words } = packFor(language);
	const found: Passage[] = [];
	for (const [paragraph, whole] of paragraphs.entries()) {
		const tokens = tokenize(whole, words);
		let at = 0;
		for (const [index, { start, end }] of sentencesOf(tokens, whole, words).entries()) {
			const from = at;
			while (at < tokens.length && (tokens[at]?.start ?? 0) < end) at++;
			if (questions?.pageLine.test(whole.slice(start, end))) continue;
			found.push({ text, paragraph, start, end, index, words: textWords(tokens.slice(from, at)) });
			if (found.length === mostPassages) return found;
		}
	}
	return found;
}

/** The stems of a line of text. */
export function stemsOf(text: string, language: string | null): string[] {
	return textWords(tokenize(text, packFor(language).words)).map(({ stem }) => stem);
}
