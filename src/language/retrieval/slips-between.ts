import { distance } from 'fastest-levenshtein';

/** Levenshtein distance of two words, up to 3, where two letters that changed places count as one slip. */
export function slipsBetween(one: string, other: string): number {
	if (Math.abs(one.length - other.length) > 2) return 3;
	const away = distance(one, other);
	return away === 2 && sorted(one) === sorted(other) ? 1 : Math.min(3, away);
}

/** Of two as near, the one with the last letter of what was typed: "tunel" means "tunnel" rather than "tune". */
export const endsAlike = (typed: string, one: string, other: string): boolean =>
	one.at(-1) === typed.at(-1) && other.at(-1) !== typed.at(-1);

/** The letters of a word in order, which two words have in common that are only mixed up. */
export const sorted = (word: string): string => [...word].sort().join('');
