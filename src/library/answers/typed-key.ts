import { foldedKey } from '../../language/fold.ts';

/** How many characters of what was typed are looked at. */
const mostTyped = 1_000;
const likeId = /^[\w-]{4,32}$/u;

/** Whether a text may be an article's id; many headlines of one word may. */
export const isLikeId = (text: string): boolean => likeId.test(text);

/** What was typed, in a form that all ways to type the same share, so that they share an answer; null for nothing. */
export function typedKey(typed: string | undefined): string | null {
	const text = typed?.trim();
	if (text === undefined) return null;
	// An id is not folded.
	if (isLikeId(text)) return text.toLowerCase();
	return foldedKey(text.slice(0, mostTyped)) || text;
}
