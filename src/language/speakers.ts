import { fold } from './fold.ts';
import type { Gender } from './names.ts';
import { packs } from './packs.ts';
import { foldWord, type NameParts, namePartsOf, sortIntoPeople } from './same-person.ts';

// A name is joined across articles, whatever language each of them is in.
const honorifics = new Map<string, Gender | null>();
for (const { words } of packs) {
	for (const [title, gender] of words.honorifics)
		honorifics.set(title, honorifics.has(title) && honorifics.get(title) !== gender ? null : gender);
}
const nameSuffixes = new Set(packs.flatMap(({ words }) => [...words.nameSuffixes]));
const particles = new Set(packs.flatMap(({ words }) => [...words.particles]));

const LONGEST = 12;

/** The words of a name, at most a dozen: no name is longer. */
function wordsOf(name: string): string[] {
	return fold(name)
		.replace(/[.'’`]/gu, '')
		.split(/[^\p{L}\p{N}-]+/u)
		.filter((word) => /[\p{L}\p{N}]/u.test(word))
		.slice(0, LONGEST);
}

/**
 * A full name as a key: the same whatever its case, accents, points, particles ("van der") and titles of address. It
 * holds all that tells people apart: first name and surname, which several may share (`familyOf`), then what is
 * between them, Jr. or III, and the gender as titles show it. Empty where the name has no letter.
 *
 * @example speakerKey('José M. de la Cruz') === 'jose cruz/m//'
 */
export function speakerKey(name: string, gender: Gender | null = null): string {
	const words = name
		.split(/[\s,\u00a0]+/u)
		.filter((word) => /[\p{L}\p{N}]/u.test(word))
		.slice(0, LONGEST);
	const isTitle = (word: string) => honorifics.has(foldWord(word));
	const titled = words.findIndex((word) => !isTitle(word));
	const shown = titled > 0 ? (honorifics.get(foldWord(words[titled - 1] ?? '')) ?? gender) : gender;
	const parts = namePartsOf(titled > 0 ? words.slice(titled) : words, { nameSuffixes, particles }, shown);
	if (parts.surname === '') return '';
	const family = `${parts.given} ${parts.surname}`.trim();
	return [family, parts.middle.join(' '), parts.generation, parts.gender ?? ''].join('/');
}

/** What the keys of all who have one first name and surname begin with. */
export const familyOf = (key: string): string => key.slice(0, key.indexOf('/'));

/** Which of the keys of one family are one person's: the number of a person for each. */
export function sortKeysIntoPeople(keys: readonly string[]): number[] {
	const names = keys.map((key): NameParts => {
		const [family = '', middle = '', generation = '', gender = ''] = key.split('/');
		const [given = '', ...rest] = family.split(' ');
		return {
			given,
			middle: middle === '' ? [] : middle.split(' '),
			surname: rest.join(' '),
			generation,
			gender: gender === 'm' || gender === 'f' ? gender : null,
		};
	});
	return sortIntoPeople(names, (one, other) => one === other);
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

/**
 * The key under which a speaker is kept. Full names are joined across articles where they may belong to one
 * person; a surname may be anybody's, so it joins nobody and stays within its article.
 */
export function joiningKey(name: string, gender: Gender | null, article: string): string {
	return isFullName(name) ? speakerKey(name, gender) : `${speakerKey(name)}@${article}`;
}
