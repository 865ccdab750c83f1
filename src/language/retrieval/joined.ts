import { stem } from '../en/stem.ts';
import { fold, wordForm, words as wordsOf } from '../fold.ts';
import { endingInS, stemOf } from './text-words.ts';

/** What was typed as one word with marks in or on it: "COVID-19", "O'Brien", "£2.4m", "f***ing", "C++". */
export interface JoinedWords {
	/** Its words, folded, in order; at least one. */
	readonly words: readonly string[];
	/** The mark that has to stand directly before it, and those directly behind it; mostly none. */
	readonly before: string;
	readonly after: string;
}

const apostrophes = "'’ʼ‘`´";
const written = new RegExp(
	`^(?<before>[£$€¥]?)(?<words>[\\p{L}\\p{N}\\p{M}]+(?:(?:[${apostrophes}‐‑–.&*@_+-]+|(?<=\\p{N}),(?=\\p{N}))[\\p{L}\\p{N}\\p{M}]+)*)(?<after>\\+{1,2}|\\*{2,}|(?<=^\\p{L})#)?$`,
	'u',
);
/** Marks of a sentence around what was typed. */
const around = /^[([{¿¡]+|[)\]},.;:!?…]+$/gu;
const owner = new RegExp(`[${apostrophes}]s?$`, 'iu');
/** "l'école", "qu'elle", "don't", "we'll": two words that French and English join. */
const elided = new RegExp(
	`^(?:[cdjlmnst]|(?:jus|lors|puis)?qu)[${apostrophes}]|[${apostrophes}](?:t|re|ve|ll|d|m)$`,
	'iu',
);
const mostWords = 6;

/** What was typed without the marks of a sentence around it and without the "'s" of an owner. */
export const plainPiece = (piece: string): string => piece.replace(around, '').replace(owner, '');

/**
 * Reads a piece without spaces whose words have to stand side by side; null where it is one word without marks, or some
 * that a language writes together.
 */
export function joinedIn(piece: string): JoinedWords | null {
	const typed = plainPiece(piece);
	if (elided.test(typed)) return null;
	const { before = '', words = '', after = '' } = written.exec(typed)?.groups ?? {};
	const own = wordsOf(words).slice(0, mostWords);
	if (own.length === 0 || (own.length === 1 && before === '' && after === '')) return null;
	return { words: own, before, after };
}

/** Between two words that are joined: a space, or marks. */
const gap = /^(?:\s|[^\s\p{L}\p{N}]{1,6})$/u;

/** Where words stand joined in a text, whatever marks join them, the last in any form: UTF-16, half-open. Linear. */
export function joinedRanges(
	text: string,
	{ words, before, after }: JoinedWords,
): { start: number; end: number }[] {
	const found: { start: number; end: number }[] = [];
	const last = words.length - 1;
	const isForm = (form: string, step: number) =>
		fold(form) === words[step] ||
		(step === last && last > 0 && stemOf(fold(form)) === stemOf(words[step] ?? ''));
	const forms = [...text.matchAll(wordForm)];
	for (const [at, { index: start }] of forms.entries()) {
		let end = start;
		const isRun = words.every((_, step) => {
			const next = forms[at + step];
			if (!next || !isForm(next[0], step) || (step > 0 && !gap.test(text.slice(end, next.index))))
				return false;
			end = next.index + next[0].length;
			return true;
		});
		if (isRun && text.startsWith(after, end) && text.startsWith(before, start - before.length))
			found.push({ start: start - before.length, end: end + after.length });
	}
	return found;
}

const taken = new Set(endingInS.map(stem));

/** Whether a folded word has to stand as it is: of "hi" the index finds "his" as well. */
export const isTakenForAnother = (word: string): boolean => taken.has(word);
