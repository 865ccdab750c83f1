import { fold } from './fold.ts';
import type { Gender } from './names.ts';
import { packs } from './packs.ts';
import { foldWord, isSurnameAlone, type NameParts, namePartsOf, sortIntoPeople } from './same-person.ts';

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

/** Whether a name is a full one: at least a first name and a surname, suffixes left out. "Van der Berg" is not. */
export function isFullName(name: string): boolean {
	if (isSurnameAlone(name.trim().split(/[\s\u00a0]+/u))) return false;
	return wordsOf(name).filter((word) => !nameSuffixes.has(word) && !honorifics.has(word)).length > 1;
}

/**
 * The key under which a speaker is kept. Full names are joined across articles where they may belong to one
 * person; a surname may be anybody's, so it joins nobody and stays within its article.
 */
export function joiningKey(name: string, gender: Gender | null, article: string): string {
	return isFullName(name) ? speakerKey(name, gender) : `${speakerKey(name)}@${article}`;
}

/**
 * Whether two names, as people write them, may be one person's or body's: "Kerry", "Mr. Kerry" and "J. Kerry" may be
 * John Kerry's, "Teresa Kerry" may not. A first name alone may be anybody's who has it.
 * @param role of the second, whose words are no part of a name: "Secretary Kerry".
 *
 * @example mayBeOnePerson('Secretary Kerry', 'John Kerry', 'secretary of state') === true
 */
export function mayBeOnePerson(one: string, other: string, role: string | null = null): boolean {
	const isNoName = (word: string) => honorifics.has(word) || nameSuffixes.has(word) || particles.has(word);
	const ofRole = new Set(role === null ? [] : wordsOf(role));
	const theirs = wordsOf(other).filter((word) => !isNoName(word));
	const mine = wordsOf(one).filter((word) => !isNoName(word) && (!ofRole.has(word) || theirs.includes(word)));
	if (mine.length === 0 || theirs.length === 0) return false;
	const [shorter, longer] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine];
	if (shorter.every((word) => longer.includes(word))) return true;
	if (mine.at(-1) !== theirs.at(-1)) return false;
	const [first = '', otherFirst = ''] = [mine[0], theirs[0]];
	if (first.length === 1 || otherFirst.length === 1) return first[0] === otherFirst[0];
	return packs.some(
		({ words }) => words.isShortFormOf(first, otherFirst) || words.isShortFormOf(otherFirst, first),
	);
}
