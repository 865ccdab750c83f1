import { stemmer } from 'stemmer';
import type { SearchKind } from '../indexed-text.ts';

/** Kinds that are found by the stems of their words: by Porter's rules, as in SQLite's full-text index. */
const stemmed = new Set<SearchKind>(['utterance', 'former', 'text', 'comment']);
/** Kinds whose words are found by their beginnings. */
const begun = new Set<SearchKind>(['headline', 'speaker', 'topic']);
/** Beginnings of up to so many letters have terms of their own, since too many words begin with them. */
const shortBeginning = 3;

/** PostgreSQL takes no longer terms than 2,046 bytes, and no more of them in a row than a megabyte. */
const longest = { word: 100, row: 1_000_000 };

/**
 * Rows are numbered as they are added. Each has terms that say in which block of numbers it is, of three sizes (as
 * powers of two), and on which shelf: so the last ones with a common word are found without reading all with it. No
 * word holds a slash.
 */
export const blocks = { a: 12, b: 15, c: 18, s: 32 } as const;

const blockTerm = (level: keyof typeof blocks, number: number) =>
	`/${level}${Math.floor(number / 2 ** blocks[level])}`;

/** The term of a folded word: its stem where the kind is found by stems. */
export function termOf(kind: SearchKind, word: string): string {
	const short = word.slice(0, longest.word).toWellFormed();
	return stemmed.has(kind) && /^[a-z]{3,}$/u.test(short) ? stemmer(short) : short;
}

/** The terms of a row, each once. @param words folded words with spaces between. */
export function termsOf(kind: SearchKind, number: number, words: string): string[] {
	const terms = new Set<string>((['a', 'b', 'c', 's'] as const).map((level) => blockTerm(level, number)));
	let size = 0;
	for (const word of words.split(' ')) {
		if (word === '') continue;
		const one = termOf(kind, word);
		size += Buffer.byteLength(one);
		if (size > longest.row) break;
		terms.add(one);
		if (begun.has(kind))
			for (let at = 1; at <= shortBeginning; at++) terms.add(`<${one.slice(0, at)}`.toWellFormed());
	}
	return [...terms];
}

const quoted = (one: string) => `'${one.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** A tsquery for one folded word. @param isBegun whether it may be the beginning of a longer one. */
export function wordQuery(kind: SearchKind, word: string, isBegun = false): string {
	const one = termOf(kind, word);
	if (!isBegun) return quoted(one);
	return [...one].length <= shortBeginning && begun.has(kind) ? quoted(`<${one}`) : `${quoted(one)}:*`;
}

/** A tsquery for folded words. @param isBegun whether the last word may be the beginning of a longer one. */
export function matching(
	kind: SearchKind,
	words: readonly string[],
	match: 'all' | 'any',
	isBegun = false,
): string {
	const terms = words.map((word, index) => wordQuery(kind, word, isBegun && index === words.length - 1));
	return [...new Set(terms)].join(match === 'all' ? ' & ' : ' | ');
}

/** Of more matches than this, those added last are looked at, so that a common word costs no more than a rare one. */
export const mostCandidates = 1_000;
