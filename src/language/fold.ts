/** Letters that carry no separable accent and are typed with another letter by those who lack the key. */
const plainLetters: Readonly<Record<string, string>> = {
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ı: 'i',
};

const ascii = /^\p{ASCII}*$/u;

/** Letters by Unicode that are typed as apostrophes: "Oʼbrien". */
const apostrophes = /[ʹʻʼʽˈ]/gu;

/** Folds case, accents and compatibility forms away, so that what people type finds what was printed. */
export function fold(text: string): string {
	// Most texts of English have nothing else to fold, and this is asked for many times for each answer.
	if (ascii.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(apostrophes, "'")
		.replace(/[łøđðþßæœı]/gu, (letter) => plainLetters[letter] ?? letter);
}

/**
 * A word as it is written: a letter or digit, and letters, digits and accents behind it; no apostrophe, whatever Unicode
 * counts it as. For `match` and `matchAll`.
 */
export const wordForm = /[[\p{L}\p{N}]--[ʹʻʼʽˈ]][[\p{L}\p{N}\p{M}]--[ʹʻʼʽˈ]]*/gv;

/** The folded words of a text: runs of letters and digits. */
export function words(text: string): string[] {
	return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** More words or longer ones than anybody means: what a member typed is cut here before it meets the archive. */
const mostTyped = { words: 12, letters: 48 };

/** The folded words of what a member typed, bounded in number and length. */
export function typedWords(typed: string): string[] {
	return words(typed.slice(0, 1_000))
		.slice(0, mostTyped.words)
		.map((word) => word.slice(0, mostTyped.letters));
}

/** A text as a key: its folded words with single spaces between; empty where it holds no letter or digit. */
export function foldedKey(text: string): string {
	return words(text).join(' ');
}
