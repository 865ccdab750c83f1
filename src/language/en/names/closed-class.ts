import type { Paragraph } from '../../page.ts';
import type { Token } from '../../tokens.ts';
import { cueVerbs } from '../lexicon/cues.ts';
import { firstNameGender } from '../lexicon/lists.ts';
import { honorifics } from '../lexicon/titles.ts';
import { pronouns } from '../lexicon/words.ts';

/** Words of closed classes that people bear as names too: "Al From", "Will Estrada", "Theresa May". */
const wordyNames = new Set(
	'will may from so do an no oh own more old few down else once you my every'.split(' '),
);

/**
 * Whether a capitalised word of a closed class is a name here: not at the start of a sentence, or after a
 * quotation.
 */
export function isWordyName({ tokens, sentence, inside, inTitle }: Paragraph, at: number): boolean {
	const token = tokens[at];
	if (!token?.capital || inTitle) return false;
	const within = inside[at] === inside[at - 1];
	// Only where it is somebody's surname, which `settleNames` knows.
	if (!wordyNames.has(token.lower))
		return !within && mayBeSurname(token.lower) && cueVerbs.has(tokens[at + 1]?.lower ?? '');
	if (within && (sentence[at - 1] !== sentence[at] || at === 0)) return false;
	if (tokens[at - 1]?.text === ':') return false;
	const next = tokens[at + 1];
	if (next?.capital) {
		const isAfterCue = within && cueVerbs.has(tokens[at - 1]?.lower ?? '');
		return (isAfterCue || !within) && inside[at] === -1 && firstNameGender(token.lower) !== null;
	}
	return within || cueVerbs.has(next?.lower ?? '');
}

/**
 * Inside a sentence a capital sets off no word of a closed class, so behind a first name it is the surname: "Ann Other",
 * "Rose Many". A pronoun or a form with an apostrophe begins what is said, and "Mary I" is another name.
 */
export function isWordySurname({ lower }: Token, before: Token | undefined): boolean {
	return precedesSurname(before) && (wordyNames.has(lower) || mayBeSurname(lower));
}

const mayBeSurname = (lower: string): boolean => /^[a-z]{2,}$/u.test(lower) && !pronouns.has(lower);

/** A first name, or a form of address: "Prime Minister Theresa May", "Ms. May". */
function precedesSurname(token: Token | undefined): boolean {
	const lower = token?.lower ?? '';
	return firstNameGender(lower) !== null || honorifics.has(lower.replace(/\.$/u, ''));
}
