import type { LanguagePack } from '../pack.ts';
import { stemOf } from '../retrieval/text-words.ts';
import type { Contractions } from '../words.ts';
import { type FoldedContractions, noContractions } from './contractions.ts';
import { type Edit, isAlike } from './edits.ts';
import { comparedWords } from './words.ts';

/** What a language knows that comparing needs, with its words folded as compared words are. */
export interface Meaning {
	readonly functionWords: ReadonlySet<string>;
	readonly negations: ReadonlySet<string>;
	readonly numberWords: ReadonlySet<string>;
	/** Words that come and go with a negation. */
	readonly besideNegations: ReadonlySet<string>;
	readonly contractions: FoldedContractions;
	/** Between two words of one number: "hundred and forty". */
	readonly numberJoiners: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
const known = new WeakMap<LanguagePack, Meaning>();

/** Words for comparing out of a pack. */
export function meaningOf(pack: LanguagePack): Meaning {
	let meaning = known.get(pack);
	if (!meaning) {
		const { functionWords, negations, numberWords, contractions, numberJoiners = none } = pack.words;
		const { besideNegations = none } = pack.words;
		meaning = {
			functionWords: folded(functionWords),
			negations: folded(negations),
			numberWords: folded(numberWords),
			besideNegations: folded(besideNegations),
			contractions: contractions ? foldedContractions(contractions) : noContractions,
			numberJoiners: folded(numberJoiners),
		};
		known.set(pack, meaning);
	}
	return meaning;
}

/** Word by word: a word that folding splits is none that texts hold. */
const folded = (words: ReadonlySet<string>): ReadonlySet<string> =>
	new Set(
		[...words]
			.flatMap((word) => (comparedWords(word).length === 1 ? comparedWords(word) : []))
			.map(({ folded }) => folded),
	);

function foldedContractions({ words, endings }: Contractions): FoldedContractions {
	const row = (text: string) => comparedWords(text).map((word) => word.folded);
	return {
		words: new Map([...words].map(([word, rows]) => [row(word).join(''), rows.map(row)])),
		endings: new Map([...endings].map(([ending, rows]) => [ending, rows.map(row)])),
	};
}

/** Whether a folded word denies: "never", "dont", "n'est". */
export function isNegation(word: string, { negations }: Meaning): boolean {
	if (negations.has(word)) return true;
	return word.includes("'") && negations.has(word.slice(0, word.indexOf("'")));
}

export const isNumber = (word: string, { numberWords }: Meaning): boolean =>
	/^-?\d/u.test(word) || /^[%$€£¥]$/u.test(word) || numberWords.has(word);

/**
 * Whether an edit changes negations and numbers and nothing else. What a negation brings along is no other change: "do
 * not have" for "have", "did not sign" for "signed", "no dam" for "a dam".
 */
export function isOnlyWeighty(
	edit: Edit,
	postedWords: readonly string[],
	originalWords: readonly string[],
	meaning: Meaning,
): boolean {
	if (edit.isContraction) return true;
	const denies = changedWords(edit, postedWords, originalWords).some((word) => isNegation(word, meaning));
	const others = (words: readonly string[], { from, after }: Edit['posted']) =>
		words
			.slice(from, after)
			.filter(
				(word) =>
					!isNegation(word, meaning) &&
					!isNumber(word, meaning) &&
					!(denies && meaning.besideNegations.has(word)),
			);
	const posted = others(postedWords, edit.posted);
	const original = others(originalWords, edit.original);
	if (posted.length !== original.length || (posted.length > 0 && !denies)) return false;
	return posted.every((word, at) => isOneForm(word, original[at] ?? ''));
}

const isOneForm = (one: string, other: string): boolean =>
	stemOf(one) === stemOf(other) || isAlike(one, other);

/** What an edit changes: whether something is denied, a number, or other words. */
export type Weighed = 'negation' | 'number' | 'words';

export function weighEdit(
	edit: Edit,
	postedWords: readonly string[],
	originalWords: readonly string[],
	meaning: Meaning,
): Weighed {
	if (edit.isContraction) return 'words';
	const changed = changedWords(edit, postedWords, originalWords);
	if (changed.some((word) => isNegation(word, meaning))) return 'negation';
	return changed.some((word) => isNumber(word, meaning)) ? 'number' : 'words';
}

const changedWords = (
	{ posted, original }: Edit,
	postedWords: readonly string[],
	originalWords: readonly string[],
): string[] => [
	...postedWords.slice(posted.from, posted.after),
	...originalWords.slice(original.from, original.after),
];
