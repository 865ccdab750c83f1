import { fold } from '../fold.ts';
import type { LanguagePack } from '../pack.ts';

/** A word of a text, in its place. */
export interface TextWord {
	readonly text: string;
	readonly folded: string;
	readonly lower: string;
	/** Has a capital anywhere. */
	readonly capital: boolean;
	/** The first word of the text. */
	readonly first: boolean;
	/** Directly behind the word before: with a space, a hyphen or an apostrophe between. */
	readonly joined: boolean;
}

/** The words of a text; hyphens and apostrophes separate them. */
export function wordsOf(text: string): TextWord[] {
	const normal = text.normalize('NFKC');
	let end = -1;
	return [...normal.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)].map((match, index) => {
		const [word] = match;
		const gap = end < 0 ? '' : normal.slice(end, match.index);
		end = match.index + word.length;
		return {
			text: word,
			folded: fold(word),
			lower: word.toLowerCase(),
			capital: /[\p{Lu}\p{Lt}]/u.test(word),
			first: index === 0,
			joined: index > 0 && /^(?: |-|['’]|\. )$/u.test(gap),
		};
	});
}

/** Passages as names are looked up in them. */
export interface NamedText {
	/** Folded words that are written with a capital somewhere, that are written without one, and both. */
	readonly capital: ReadonlySet<string>;
	readonly plain: ReadonlySet<string>;
	readonly all: ReadonlySet<string>;
	/** Each two neighbouring words, folded. */
	readonly pairs: readonly (readonly [string, string])[];
}

export function namedText(passages: readonly string[]): NamedText {
	const capital = new Set<string>();
	const plain = new Set<string>();
	const pairs: [string, string][] = [];
	for (const passage of passages) {
		const words = wordsOf(passage);
		for (const [index, word] of words.entries()) {
			(word.capital ? capital : plain).add(word.folded);
			const next = words[index + 1];
			if (next) pairs.push([word.folded, next.folded]);
		}
	}
	return { capital, plain, all: capital.union(plain), pairs };
}

/** Endings that names take in cases and as owners; English has its own behind an apostrophe, which is a word here. */
const endings: Readonly<Record<string, RegExp>> = {
	de: /^(?:s|es|n|en|e|er|ern|em)$/u,
	ru: /^(?:ои|еи|ыи|а|я|у|ю|е|и|ы|ом|ем|ем|ой|ей|ого|его|ому|ему|ым|им|ых|их|ую|юю|ами|ями|ах|ях|ам|ям|ов|ев|ии)$/u,
};
const shortest = 4;

/** Whether a set has a word, in the form of another case where the language declines it. */
export function has(words: ReadonlySet<string>, word: string, language: string): boolean {
	if (words.has(word)) return true;
	const ending = endings[language];
	if (!ending || word.length < shortest) return false;
	for (let cut = Math.max(shortest, word.length - 3); cut <= word.length; cut++) {
		const stem = word.slice(0, cut);
		if (cut < word.length && !ending.test(word.slice(cut))) continue;
		for (const other of words) {
			if (other === stem) return true;
			if (other.length <= cut + 3 && other.startsWith(stem) && ending.test(other.slice(cut))) return true;
		}
	}
	return false;
}

function hasPair(pairs: NamedText['pairs'], one: string, other: string, language: string): boolean {
	return pairs.some(
		([first, second]) => has(new Set([first]), one, language) && has(new Set([second]), other, language),
	);
}

/**
 * Whether every name in a sentence is in the passages, as it is there: each word with a capital, and each two of them
 * that stand together. A capital that only begins the sentence needs no name. What nouns with capitals are in German
 * must be in the passages as well.
 */
export function namesStand(
	words: readonly TextWord[],
	{ capital, plain, all, pairs }: NamedText,
	{ language, words: { functionWords, cueVerbs } }: LanguagePack,
): boolean {
	const isSmall = (word: TextWord) => functionWords.has(word.lower);
	for (const [index, word] of words.entries()) {
		const next = words[index + 1];
		if (!word.capital) continue;
		if (word.first) {
			if (isSmall(word)) continue;
			if (!has(all, word.folded, language)) return false;
			// "Rose said" is a name, whatever "prices rose" says.
			const speaks = words.slice(index + 1, index + 4).some(({ lower }) => cueVerbs.has(lower));
			const named = next?.capital || speaks;
			if (named && !has(capital, word.folded, language)) return false;
		} else if (!has(capital, word.folded, language)) return false;
		if (!next?.capital || !next.joined || isSmall(word)) continue;
		const isTitle = has(plain, word.folded, language) && !word.first;
		if (!isTitle && !hasPair(pairs, word.folded, next.folded, language)) return false;
	}
	return true;
}
