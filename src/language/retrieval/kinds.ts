import type { LanguagePack } from '../pack.ts';
import type { QuestionKind } from '../questions.ts';
import type { Passage } from './passages.ts';
import type { Question } from './question.ts';
import { stemOf } from './text-words.ts';

/** The stems of a language's words for numbers, dates and reasons. */
export interface AnswerWords {
	readonly numbers: ReadonlySet<string>;
	readonly months: ReadonlySet<string>;
	readonly reasons: ReadonlySet<string>;
	readonly places: ReadonlySet<string>;
	readonly negations: ReadonlySet<string>;
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
			reasons: stems(questions?.reasons),
			places: stems(questions?.places),
			negations: stems(questions?.negations),
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
 */
export function answersOfKind(
	passage: Passage,
	{ kind, focus, stems }: Question,
	words: AnswerWords,
): readonly number[] {
	const fits = fitsKind(kind, focus, words);
	if (fits === null) return [];
	const found: number[] = [];
	for (const [at, word] of passage.words.entries()) {
		if (!stems.has(word.stem) && fits(passage, at)) found.push(at);
	}
	return found;
}

type Fits = (passage: Passage, at: number) => boolean;

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
