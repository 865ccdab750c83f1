import { fold } from './fold.ts';
import type { Gender } from './names.ts';
import type { Words } from './words.ts';

/** A name in the parts that tell whose it is, all folded. */
export interface NameParts {
	/** First name or its initial; '' where there is none. */
	given: string;
	/** What is between first name and surname, particles left out: names and initials, in order. */
	middle: readonly string[];
	surname: string;
	/** "jr", "sr", "ii", "iii", … or ''. */
	generation: string;
	/** As a title or a noun shows it. */
	gender: Gender | null;
}

/** A word of a name in lower case without accents, points and apostrophes. */
export function foldWord(word: string): string {
	if (plain.test(word)) return word.toLowerCase();
	return fold(word).replace(/[.'’`]/gu, '');
}

const plain = /^[A-Za-z-]*$/;

const generations: Readonly<Record<string, string>> = { jr: 'jr', junior: 'jr', sr: 'sr', senior: 'sr' };
const initials = /^(?:\p{L}\.)+\p{L}?\.?$/u;
const numerals = /^(?:ii|iii|iv)$/u;

/** The parts of a name out of its words, without titles. */
export function namePartsOf(
	words: readonly string[],
	{ nameSuffixes, particles }: Pick<Words, 'nameSuffixes' | 'particles'>,
	gender: Gender | null,
): NameParts {
	let generation = '';
	const kept: string[] = [];
	for (const [index, word] of words.entries()) {
		const bare = foldWord(word);
		if (bare === '') continue;
		const which = numerals.test(bare) ? bare : generations[bare];
		if (index > 0 && which && (which === bare || index === words.length - 1)) generation = which;
		else if (index > 0 && nameSuffixes.has(bare)) continue;
		else if (particles.has(bare) && (index > 0 || word === word.toLowerCase() || isSurnameAlone(words)))
			continue;
		else if (bare.length < 5 && initials.test(word)) kept.push(...bare);
		else kept.push(bare);
	}
	const surname = kept.pop() ?? '';
	const [given = '', ...middle] = kept;
	return { given, middle, surname, generation, gender };
}

/** "Van der Berg" at the start of a sentence: two particles and one word are a surname alone, whatever their case. */
export const isSurnameAlone = ([first = '', second = '', ...rest]: readonly string[]): boolean =>
	rest.length === 1 && doubles.has(`${first} ${second}`.toLowerCase());

const doubles = new Set(
	'van der|van den|van de|van het|von der|von dem|von den|de la|de los|de las|de le|de el'.split('|'),
);

type IsShortForm = Words['isShortFormOf'];

/** A name and an initial, or two names of which one is a short form of the other, may be one person's. */
export function mayBeOne(one: string, other: string, isShortFormOf: IsShortForm): boolean {
	if (one.length === 1 || other.length === 1) return one[0] === other[0];
	return isShortFormOf(one, other);
}

/** The first names that a name gives, without an initial before a name that is used ("J. Edgar Orrin"). */
function givenNames({ given, middle }: NameParts): readonly string[] {
	return given.length === 1 && (middle[0]?.length ?? 0) > 1
		? middle
		: given === ''
			? middle
			: [given, ...middle];
}

/**
 * Whether two names may be one person's: whatever both say is the same. Jr., Sr. and III tell people apart, and from
 * those without one; so do the gender of titles, other initials ("W." and "H. W.") and other middle names. A name
 * that leaves out a middle name, or ends before one, only says less.
 */
function mayBeSame(one: NameParts, other: NameParts, isShortFormOf: IsShortForm): boolean {
	if (one.surname !== other.surname || one.generation !== other.generation) return false;
	if (one.gender && other.gender && one.gender !== other.gender) return false;
	return (
		agree([one.given, ...one.middle], other, isShortFormOf) || agree(givenNames(one), other, isShortFormOf)
	);
}

function agree(all: readonly string[], other: NameParts, isShortFormOf: IsShortForm): boolean {
	return [[other.given, ...other.middle], givenNames(other)].some((others) => {
		const shared = Math.min(all.length, others.length);
		for (let at = 0; at < shared; at++) {
			const [one = '', two = ''] = [all[at], others[at]];
			if (one === '' || two === '') continue;
			if (at === 0 ? !mayBeOne(one, two, isShortFormOf) : !mayBeOne(one, two, (a, b) => a === b))
				return false;
		}
		return true;
	});
}

/** How much a name says: names more than initials, the first more than those in the middle. */
function fullness({ given, middle, gender }: NameParts): number {
	const worth = (word: string) => (word.length > 1 ? 4 : word === '' ? 0 : 2);
	return 2 * worth(given) + middle.reduce((sum, word) => sum + worth(word), 0) + (gender ? 1 : 0);
}

/**
 * Sorts names into people, the fullest first: each joins the one person it may be, where there is only one;
 * a name that fits nobody or several is a person of its own. @returns the number of a person for each name.
 * Quadratic: callers bound how many they give.
 */
export function sortIntoPeople(names: readonly NameParts[], isShortFormOf: IsShortForm): number[] {
	const order = names.map((_, index) => index).sort((a, b) => value(names[b]) - value(names[a]) || a - b);
	const people: NameParts[][] = [];
	const numbers = names.map(() => -1);
	for (const index of order) {
		const name = names[index];
		if (!name) continue;
		const fits = people.flatMap((known, person) =>
			known.every((other) => mayBeSame(name, other, isShortFormOf)) ? person : [],
		);
		const [only] = fits;
		if (fits.length === 1 && only !== undefined) {
			people[only]?.push(name);
			numbers[index] = only;
		} else numbers[index] = people.push([name]) - 1;
	}
	return numbers;

	function value(name: NameParts | undefined): number {
		return name ? fullness(name) : 0;
	}
}
