import type { Token } from '../tokens.ts';

/** A word as a feature: all names are one feature, and so are all numbers; a text longer than any word is not a word. */
export function wordOf(token: Token | undefined): string {
	if (!token) return '';
	if (token.kind !== 'word') return token.kind === 'number' ? '0' : token.text;
	return token.capital ? 'N' : plain.test(token.lower) ? token.lower : '?';
}

const plain = /^[\p{Ll}'-]{1,20}$/u;
