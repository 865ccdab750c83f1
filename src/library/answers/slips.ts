import { distance } from 'fastest-levenshtein';
import { endsAlike } from '../../language/retrieval/slips-between.ts';
import type { ArticleView, WordKind } from '../../stores/articles.ts';

/** How many letters may be wrong in a word: in short ones every letter counts, and in numbers every digit. */
function allowed(word: string): number {
	if (/^\p{N}+$/u.test(word)) return 0;
	return word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
}

/** Looking for what a word was meant for is the most expensive step, and nobody mistypes everything. */
const mostCorrected = 2;

/**
 * Typed words, with each one that the archive does not know replaced by the nearest that it knows, or left out where
 * it is short or a number.
 * @param begun whether the last word may be only the beginning of the one that is meant.
 * @returns null where a word has no near one, more than two are unknown, or all of them are known already.
 */
export async function correctedWords(
	archive: ArticleView,
	kind: WordKind,
	typed: readonly string[],
	begun: boolean,
): Promise<string[] | null> {
	const corrected: string[] = [];
	let unknown = 0;
	for (const [index, word] of typed.entries()) {
		if (await archive.hasWord(kind, word)) {
			corrected.push(word);
			continue;
		}
		const isBegun = begun && index === typed.length - 1;
		if (allowed(word) === 0) {
			// A short word with a slip in it or another number says nothing: the longer words decide.
			if (isBegun) corrected.push(word);
			continue;
		}
		unknown++;
		const near = unknown > mostCorrected ? null : await nearestWord(archive, kind, word, { begun: isBegun });
		if (near === null) return null;
		corrected.push(near);
	}
	return corrected.length === 0 || corrected.join(' ') === typed.join(' ') ? null : corrected;
}

/**
 * The nearest word in the archive to one that is not in it, within the slips allowed.
 * @param sameInitial whether the first letter is taken as right: where most words are known, another one makes
 *   another word ("failed", "jailed").
 */
export async function nearestWord(
	archive: ArticleView,
	kind: WordKind,
	word: string,
	{ begun = false, sameInitial = false }: { begun?: boolean; sameInitial?: boolean } = {},
): Promise<string | null> {
	const slips = allowed(word);
	if (slips === 0) return null;
	const lengths = { shortest: word.length - slips, longest: begun ? 60 : word.length + slips };
	// Most slips are after the first two letters, and looking among few words is quick.
	for (const start of ['two letters', 'one letter', 'slipped'] as const) {
		if (start === 'slipped' && sameInitial) return null;
		const near = nearest(word, await archive.words(kind, { typed: word, start, ...lengths }), begun);
		if (near !== null) return near;
	}
	return null;
}

/**
 * What a word that no text has was probably meant for: a word that was said, else one of a headline. Null where a text
 * has it, or nothing is near.
 */
export async function meantWord(archive: ArticleView, word: string): Promise<string | null> {
	return (await isInTexts(archive, word)) ? null : nearestKnown(archive, word);
}

/** Whether the text of any article has a word, in any form. */
export async function isInTexts(archive: ArticleView, word: string): Promise<boolean> {
	const terms = { all: [[word]], none: [], pairs: [], limit: 0 };
	return (await archive.searchArticles('text', terms)).total > 0;
}

/**
 * The nearest word to one that no text has: the shortest that it is the beginning of, else one that was said, else one
 * of a headline; null where nothing is near.
 */
export async function nearestKnown(archive: ArticleView, word: string): Promise<string | null> {
	return (
		(await shortestBegun(archive, word)) ??
		(await nearestWord(archive, 'utterance', word, { sameInitial: true })) ??
		(await nearestWord(archive, 'headline', word, { sameInitial: true }))
	);
}

/** A word may have been sent before it was typed to its end: so many letters may be missing. */
const mostMissing = 6;

/** The shortest word that begins with one, of those that were said and of headlines; null where none does. */
async function shortestBegun(archive: ArticleView, word: string): Promise<string | null> {
	if (allowed(word) === 0) return null;
	const like = {
		typed: word,
		start: 'all letters',
		shortest: word.length + 1,
		longest: word.length + mostMissing,
	} as const;
	const [said, headed] = [await archive.words('utterance', like), await archive.words('headline', like)];
	const [shortest = null] = [...said, ...headed].sort(
		(one, other) => one.length - other.length || (one < other ? -1 : 1),
	);
	return shortest;
}

/** The nearest of the words within the slips allowed, or null. */
export function nearest(word: string, among: readonly string[], begun = false): string | null {
	let best: string | null = null;
	let least = allowed(word) + 1;
	for (const candidate of among) {
		if (candidate === word || (begun && candidate.startsWith(word))) return word;
		let away = slipsBetween(word, candidate);
		if (begun && candidate.length > word.length) {
			away = Math.min(away, slipsBetween(word, candidate.slice(0, word.length)));
		}
		const isNearer = away < least || (away === least && best !== null && endsAlike(word, candidate, best));
		if (isNearer) [best, least] = [candidate, away];
	}
	return best;
}

/** Levenshtein distance, where two swapped letters count as one slip and not as two. */
function slipsBetween(a: string, b: string): number {
	const away = distance(a, b);
	return away === 2 && a.length === b.length && isSwapped(a, b) ? 1 : away;
}

function isSwapped(a: string, b: string): boolean {
	let at = 0;
	while (a[at] === b[at]) at++;
	return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
