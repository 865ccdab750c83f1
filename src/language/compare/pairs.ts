import { fnv1a } from '../fnv-1a.ts';
import type { ComparedWord } from './words.ts';

/** 20 bits: a million tokens, of which a long article has a few thousand. */
const letters = 'abcdefghijklmnopqrstuvwxyz234567';
/** Of more words, as a hostile article has them, the first. */
const mostPairs = 60_000;

/** The token of two neighbouring words, the same in either order, so that swapped words still share it. */
function pairToken(one: number, other: number): string {
	let mixed = Math.imul((one ^ other) | 1, 0x9e3779b1) ^ Math.imul(one + other, 0x85ebca6b);
	mixed ^= mixed >>> 15;
	mixed = Math.imul(mixed, 0xc2b2ae35) >>> 0;
	return (
		(letters[mixed >>> 27] ?? '') +
		(letters[(mixed >>> 22) & 31] ?? '') +
		(letters[(mixed >>> 17) & 31] ?? '') +
		(letters[(mixed >>> 12) & 31] ?? '')
	);
}

/**
 * Each two neighbouring words of a text as one short token, in order. An index of these finds a quotation by
 * few of its words, however common each of them is, and by what is left of it where some words were changed. Two
 * pairs may share a token (one in a million), so what is found is compared word by word.
 */
export function pairsOf(words: readonly Pick<ComparedWord, 'folded'>[]): string[] {
	const pairs: string[] = [];
	let before: number | null = null;
	for (const { folded } of words) {
		const hash = fnv1a(folded);
		if (before !== null) pairs.push(pairToken(before, hash));
		if (pairs.length >= mostPairs) break;
		before = hash;
	}
	return pairs;
}
