import { isUnseen } from './look-alikes.ts';

/** A character that was posted in place of the one that the original has, or inside a word where nothing is. */
export interface OddCharacter {
	readonly character: string;
	/** "U+0430". */
	readonly code: string;
	readonly kind: 'unseen' | 'other alphabet' | 'typographic';
	/** The alphabet of a letter, e.g. "Cyrillic"; null for other characters. */
	readonly alphabet: string | null;
}

const alphabets = [
	'Cyrillic',
	'Greek',
	'Armenian',
	'Cherokee',
	'Coptic',
	'Georgian',
	'Hebrew',
	'Arabic',
	'Latin',
] as const;
const tests = alphabets.map((name) => ({ name, test: new RegExp(`\\p{Script=${name}}`, 'u') }));
/** Named at most. */
const most = 8;

const alphabetOf = (character: string): string | null =>
	tests.find(({ test }) => test.test(character))?.name ?? null;

/**
 * The characters of a posted word that hide what differs from the original: zero-width ones, letters of another
 * alphabet that look alike, and typographic forms ("𝐚").
 * @param words each posted word with the original's, as they are written.
 */
export function oddCharacters(words: Iterable<readonly [posted: string, original: string]>): OddCharacter[] {
	const found = new Map<string, OddCharacter>();
	for (const [posted, original] of words) {
		if (posted === original || found.size >= most) continue;
		const theirs = new Set([...original].map(alphabetOf));
		for (const character of posted) {
			if (found.has(character) || original.includes(character) || character < '\u0080') continue;
			const odd = oddOf(character, theirs);
			if (odd && found.size < most) found.set(character, odd);
		}
	}
	return [...found.values()];
}

/**
 * The invisible characters between two words. Not those that belong to an emoji, which is made of several joined by
 * U+200D, or ends with U+FE0F or tags.
 */
export function unseenIn(text: string): string {
	// Written here, since to read it takes as long as forty modules, and a start needs no emoji.
	const emoji = /\p{RGI_Emoji}|\p{Extended_Pictographic}[\ufe0e\ufe0f]?|[#*\d]\ufe0f/gv;
	return [...text.replace(emoji, '')].filter(isUnseen).join('');
}

function oddOf(character: string, theirs: ReadonlySet<string | null>): OddCharacter | null {
	const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
	if (isUnseen(character)) return { character, code, kind: 'unseen', alphabet: null };
	const alphabet = alphabetOf(character);
	if (/\p{L}/u.test(character) && alphabet !== null && !theirs.has(alphabet)) {
		return { character, code, kind: 'other alphabet', alphabet };
	}
	const isForm = character.normalize('NFKC') !== character && /[\p{L}\p{N}\p{So}]/u.test(character);
	return isForm ? { character, code, kind: 'typographic', alphabet: null } : null;
}
