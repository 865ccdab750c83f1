import { packs } from './packs.ts';

// A name is joined across articles, whatever language each of them is in.
const honorifics = new Set(packs.flatMap(({ words }) => [...words.honorifics.keys()]));
const nameSuffixes = new Set(packs.flatMap(({ words }) => [...words.nameSuffixes]));
const particles = new Set(packs.flatMap(({ words }) => [...words.particles]));

/** Letters that no decomposition folds into Latin ones. */
const special: Record<string, string> = {
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	æ: 'ae',
	œ: 'oe',
	ß: 'ss',
	ı: 'i',
};

/** A name in lower case without accents, points and apostrophes; hyphens stay. */
function foldName(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\p{M}.'’`]/gu, '')
		.replace(/[øłđðþæœßı]/gu, (letter) => special[letter] ?? letter);
}

const LONGEST = 12;

/** The words of a name, at most a dozen: no name is longer. */
function wordsOf(name: string): string[] {
	return foldName(name)
		.split(/[^\p{L}\p{N}-]+/u)
		.filter((word) => /[\p{L}\p{N}]/u.test(word))
		.slice(0, LONGEST);
}

/**
 * The key under which a speaker is joined across articles: the same for one full name whatever its case, accents,
 * middle initials, particles ("van der") and titles of address. A surname alone is a key of its own, and so never
 * joins two people; Jr. and Sr. stay, for they tell father from son. Empty where the name has no letter.
 *
 * @example speakerKey('José M. de la Cruz') === speakerKey('jose cruz')
 */
export function speakerKey(name: string): string {
	const words = wordsOf(name);
	const titled = words.findIndex((word) => !honorifics.has(word));
	const bare = titled > 0 ? words.slice(titled) : words;
	const kept = bare.filter((word, index) => {
		const edge = index === 0 || index === bare.length - 1;
		return edge || (word.length > 1 && !particles.has(word));
	});
	return kept.join(' ');
}

/**
 * Whether what somebody typed may mean a name: each typed word begins a word of the name, in the same order,
 * whatever case, accents and points. Parts of a hyphenated word count too. Nothing typed matches nothing.
 *
 * @example matchesName('kerry', 'John Kerry') === true
 */
export function matchesName(typed: string, name: string): boolean {
	const wanted = wordsOf(typed);
	if (wanted.length === 0) return false;
	const words = wordsOf(name).flatMap((word) =>
		word.includes('-') ? [word, ...word.split('-').slice(1)] : [word],
	);
	let at = 0;
	for (const want of wanted) {
		while (at < words.length && !words[at]?.startsWith(want)) at++;
		if (at === words.length) return false;
		at++;
	}
	return true;
}

/** Whether a name is a full one: at least a first name and a surname, suffixes left out. */
export function isFullName(name: string): boolean {
	return wordsOf(name).filter((word) => !nameSuffixes.has(word) && !honorifics.has(word)).length > 1;
}
