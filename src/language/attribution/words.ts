import type { Token } from '../tokens.ts';

/** A word as a feature: names and numbers are all the same, and a text longer than any word is no word. */
export function wordOf(token: Token | undefined): string {
	if (!token) return '';
	if (token.kind !== 'word') return token.kind === 'number' ? '0' : token.text;
	return token.capital ? 'N' : plain.test(token.lower) ? token.lower : '?';
}

const plain = /^[\p{Ll}'-]{1,20}$/u;
