import type { LanguagePack } from '../pack.ts';
import type { QuestionKind } from '../questions.ts';
import type { Passage } from './passages.ts';
import type { Question } from './question.ts';
import { stemOf } from './text-words.ts';

/** The stems of a language's words for numbers, dates and reasons. */
export interface AnswerWords {
	readonly numbers: ReadonlySet<string>;
	readonly months: ReadonlySet<string>;
	readonly units: ReadonlySet<string>;
	readonly parts: ReadonlySet<string>;
	readonly reasons: ReadonlySet<string>;
	readonly places: ReadonlySet<string>;
	readonly negations: ReadonlySet<string>;
	readonly denials: ReadonlySet<string>;
	readonly wishes: ReadonlySet<string>;
	readonly helpers: ReadonlySet<string>;
}

const known = new WeakMap<LanguagePack, AnswerWords>();

export function answerWordsOf(pack: LanguagePack): AnswerWords {
	let words = known.get(pack);
	if (!words) {
		const stems = (of: ReadonlySet<string> | undefined) => new Set([...(of ?? [])].map(stemOf));
		const { questions } = pack;
		words = {
			numbers: stems(questions?.numbers),
			months: stems(questions?.months),
			units: stems(questions?.units),
			parts: stems(questions?.parts),
			reasons: stems(questions?.reasons),
			places: stems(questions?.places),
			negations: stems(questions?.negations),
			denials: stems(questions?.denials),
			wishes: stems(questions?.wishes),
			helpers: stems(questions?.helpers),
		};
		known.set(pack, words);
	}
	return words;
}

const yearStem = stemOf('year');
const year = /^(?:1\d|20)\d\ds?$|^\d{3,4}s$/u;

/**
 * Where in a passage something stands that could answer a question of its kind and is not in the question: the
 * places of words, in order. Empty for kinds that any words may answer.
 * @param paragraph the text that the passage is of.
 */
export function answersOfKind(
	passage: Passage,
	paragraph: string,
	{ kind, focus, stems, asksAmount }: Question,
	words: AnswerWords,
): readonly number[] {
	const fits = asksAmount ? isAmount(paragraph, words) : fitsKind(kind, focus, words);
	if (fits === null) return [];
	const found: number[] = [];
	for (const [at, word] of passage.words.entries()) {
		if (!stems.has(word.stem) && fits(passage, at)) found.push(at);
	}
	return found;
}

type Fits = (passage: Passage, at: number) => boolean;

const moneyBefore = /[£$€¥₽₴₹]\s?$/u;
const signBehind = /^\s?[%‰£$€¥₽₴₹°]/u;
/** Words between a number and its unit: "12 *million* crowns", "3 *per* cent". */
const unitWithin = 2;

/** "£2.4m", "30%", "12 million crowns", "half": not 40 ferries, and no year or day. */
function isAmount(paragraph: string, { numbers, units, parts }: AnswerWords): Fits {
	return ({ words }, at) => {
		const word = words[at];
		if (!word) return false;
		if (parts.has(word.stem)) return true;
		if (word.kind !== 'number' && !numbers.has(word.stem)) return false;
		const behind = words.slice(at + 1, at + 1 + unitWithin);
		return (
			moneyBefore.test(paragraph.slice(Math.max(0, word.start - 2), word.start)) ||
			signBehind.test(paragraph.slice(word.end, word.end + 2)) ||
			/\d(?:m|bn|k|tn)$/iu.test(paragraph.slice(word.start, word.end)) ||
			behind.some(({ stem }) => units.has(stem))
		);
	};
}

function fitsKind(kind: QuestionKind, focus: string | null, words: AnswerWords): Fits | null {
	const isNumber: Fits = ({ words: all }, at) =>
		all[at]?.kind === 'number' || words.numbers.has(all[at]?.stem ?? '');
	const isName: Fits = ({ words: all }, at) =>
		all[at]?.capital === true &&
		(at > 0 || all[1]?.capital === true) &&
		!words.months.has(all[at]?.stem ?? '');
	/** "1985": a year, and no number of things as "1,985" is. */
	const isYear: Fits = ({ words: all }, at) => {
		const word = all[at];
		return word?.kind === 'number' && year.test(word.stem) && word.end - word.start === word.stem.length;
	};
	switch (kind) {
		case 'who':
			return isName;
		case 'where':
			return (passage, at) =>
				isName(passage, at) &&
				[at - 1, at - 2, at - 3].some((one) => words.places.has(passage.words[one]?.stem ?? ''));
		case 'when':
			return (passage, at) => {
				const { stem = '', kind: form } = passage.words[at] ?? {};
				if (form === 'number') return isYear(passage, at);
				return focus !== yearStem && words.months.has(stem);
			};
		case 'how many':
			return (passage, at) => isNumber(passage, at) && !isYear(passage, at);
		case 'why':
			return ({ words: all }, at) => words.reasons.has(all[at]?.stem ?? '');
		default:
			return null;
	}
}

/** Whether a passage has any number, in digits or in words. */
export const hasNumber = ({ words }: Passage, { numbers, parts }: AnswerWords): boolean =>
	words.some(({ kind, stem }) => kind === 'number' || numbers.has(stem) || parts.has(stem));
