import type { LanguagePack } from '../pack.ts';
import type { QuestionWords } from '../questions.ts';
import type { Passage } from './passages.ts';
import { stemOf } from './text-words.ts';

/**
 * How near to its verb a word stands: a particle ("turned the offer of the board *down*"), a preposition ("voted
 * clearly *to* dig") and a denial ("did *not* really attend").
 */
const reach = { particle: 7, preposition: 2, denial: 2 };
const prepositions = new Set(['to', 'for', 'against']);
/** Denials of a whole subject or object, which leave the verb standing: "nobody attended" says who did. */
const notOfVerbs = new Set(
	['no', 'none', 'nobody', 'nothing', 'neither', 'nor', 'except', 'without', 'lack'].map(stemOf),
);

/** Whether a passage tells of an act by a verb of two words that means the same ("called off" for "cancel"). */
export function isToldByPhrase({ words }: Passage, act: string, grammar: QuestionWords | undefined): boolean {
	return (grammar?.phrasalVerbs ?? []).some(
		([verb, particle, ...means]) =>
			means.some((one) => stemOf(one) === act) &&
			words.some(
				({ stem }, at) =>
					stem === stemOf(verb) &&
					words
						.slice(at + 1, at + 1 + reach[prepositions.has(particle) ? 'preposition' : 'particle'])
						.some((one) => one.stem === stemOf(particle)),
			),
	);
}

/** Whether a passage tells by a verb of two words that the opposite was done ("voted to" for "oppose"). */
export function isOppositeTold(
	passage: Passage,
	act: string,
	{ oppositeWords, questions }: LanguagePack,
): boolean {
	const opposites = [...(oppositeWords ?? [])].flatMap(([word, others]) =>
		stemOf(word) === act ? [...others] : [],
	);
	return opposites.some((one) => isToldByPhrase(passage, stemOf(one), questions));
}

/** Whether a passage tells of another act than the one that is asked for, of those that are easily taken for it. */
export function isOtherAct({ words }: Passage, act: string, grammar: QuestionWords | undefined): boolean {
	const others = (grammar?.distinctActs ?? [])
		.map((row) => row.map(stemOf))
		.filter((row) => row.includes(act))
		.flat();
	return words.some(({ stem }) => stem !== act && others.includes(stem));
}

/** Whether a passage says of an act only that it did not happen, by the places of its verb. */
export function isActDenied(
	{ words }: Passage,
	places: readonly number[],
	negations: ReadonlySet<string>,
): boolean {
	const denies = (stem: string) => negations.has(stem) && !notOfVerbs.has(stem);
	return (
		places.length > 0 &&
		places.every((at) => words.slice(Math.max(0, at - reach.denial), at).some(({ stem }) => denies(stem)))
	);
}

/** The stems of words that tell a stance that a question asks for ("who *opposed* it?"); null where it asks for none. */
export function tellsStance(
	act: string | null,
	grammar: QuestionWords | undefined,
): ReadonlySet<string> | null {
	const row = grammar?.stances.find(([head = '']) => stemOf(head) === act);
	return row ? new Set(row.map(stemOf)) : null;
}
