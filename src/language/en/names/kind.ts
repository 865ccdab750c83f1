import type { NameKind } from '../../names.ts';
import type { Token } from '../../tokens.ts';
import { inSentences } from '../lexicon/abbreviations.ts';
import { actors, firstNameGender, organizations, peoples, places } from '../lexicon/lists.ts';
import { bodies } from '../lexicon/titles.ts';
import { nameSuffixes } from '../lexicon/words.ts';

const acronym = /^\p{Lu}[\p{Lu}\p{N}&.]+$/u;

/** What a name seems to be of, by its words and by what is before it. */
export function kindOf(
	words: readonly string[],
	lowers: readonly string[],
	titled: boolean,
	before: Token | undefined,
): NameKind {
	const last = lowers.at(-1) ?? '';
	const whole = lowers.join(' ');
	const given = firstNameGender(lowers[0] ?? '');
	const of = lowers.indexOf('of');
	if (of > 0 && bodies.has(lowers[of - 1] ?? '')) return 'body';
	const bare = last.endsWith('.') ? last.slice(0, -1) : last;
	if (words.length > 1 && !given && bare.endsWith('s') && bodies.has(bare.slice(0, -1))) return 'body';
	if (bodies.has(bare) && !(given && (titled || isSurnameToo(words, last, before)))) return 'body';
	if (organizations.has(whole)) return 'body';
	if (words.length === 1 && !titled && placing.has(before?.lower ?? '')) return 'place';
	if (places.has(whole) || (peoples.has(whole) && !titled)) return 'place';
	if (words.length === 1 && last.endsWith('.') && inSentences.has(last.slice(0, -1))) return 'place';
	if (words.length === 2 && compass.has(lowers[0] ?? '') && !titled) return 'place';
	if (titled) return 'person';
	if (words.length > 2 && lowers.slice(1, -1).some((word) => streets.has(word))) return 'body';
	if (words.length === 1 && callingBodies.has(before?.lower ?? '')) return 'body';
	if (actors.has(last) && !given) return 'body';
	if (words.length === 1 && acronym.test(words[0] ?? '')) return 'body';
	if (words.length > 1 && given && before?.lower !== 'the') return 'person';
	if (words.length > 1 && isSuffixWord(last)) return 'person';
	return before?.lower === 'the' ? 'named thing' : 'unknown';
}

/** Last words of bodies that are surnames too. */
const alsoSurnames = new Set(
	'law church park hall street battle day bridge lake guard house page field week post'.split(' '),
);

/** "Steven Law": a first name and a word that is also a surname. */
const isSurnameToo = (words: readonly string[], last: string, before: Token | undefined): boolean =>
	words.length === 2 && alsoSurnames.has(last) && before?.lower !== 'the';

/** "Harbour Street Stella": a shop or a school in a street. */
const streets = new Set(['street', 'avenue', 'road', 'boulevard', 'lane']);

const compass = new Set([
	'north',
	'south',
	'east',
	'west',
	'northern',
	'southern',
	'eastern',
	'western',
	'upper',
	'lower',
]);

/** Nouns before the single name of a body: "the security firm Saltpan". */
const callingBodies = new Set(
	(
		'firm company group agency bank charity giant outlet newspaper network channel website site platform retailer startup ' +
		'start-up manufacturer nonprofit non-profit organization organisation union magazine airline ' +
		'supermarket chain consultancy conglomerate brewery'
	).split(' '),
);

/** Words after which a single name is a place rather than a person. */
const placing = new Set(['in', 'near', 'across', 'throughout', 'outside', 'inside']);

const isSuffixWord = (lower: string): boolean => nameSuffixes.has(lower);
