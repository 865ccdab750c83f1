import type { Token } from '../../tokens.ts';
import { nameSuffixes } from '../lexicon/words.ts';

const prefixed = /^(?:al|el|ben|bin|ad|as|ash|an|ar|at|az|ul|ud|d'|o')-?\p{Lu}/u;

function isCased(token: Token): boolean {
	return token.text.toUpperCase() !== token.lower;
}

/** Whether a word can be part of a name: a capital, a script without capitals, "al-Rashid". */
export function isNamelike(token: Token): boolean {
	if (token.kind !== 'word') return false;
	if (token.capital) return !token.text.includes('-') || !/^\p{L}-\p{Ll}/u.test(token.text);
	const code = token.text.charCodeAt(0);
	if (code > 0x2ff) return !isCased(token);
	return (token.text.includes('-') || token.text.includes("'")) && prefixed.test(token.text);
}

/** "Jr.", "III". */
export const isSuffix = (token: Token | undefined): boolean =>
	token !== undefined && nameSuffixes.has(token.lower);

export const isApostrophe = (text: string | undefined): boolean => text === '’' || text === "'";

/** "J." */
export const isInitial = (token: Token): boolean =>
	token.text.length === 2 && token.text.endsWith('.') && token.capital;
