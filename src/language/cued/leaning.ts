import type { LanguagePack } from '../pack.ts';
import { wordSet } from './word-set.ts';

/** How sentences lean on earlier ones in a language. Phrases are parted by commas, in lower case. */
export interface LeaningWords {
	/** Pronouns and words that point back, at the beginning of a sentence: "er", "dieser". */
	readonly pronouns: string;
	/** Connectives there: "aber", "deshalb", "zum beispiel". */
	readonly connectives: string;
	/**
	 * Nouns behind a definite article that mean what was just told, unless more follows that explains them: "die
	 * entscheidung". With the article.
	 */
	readonly told: string;
	/** Words behind such a noun that explain it: "von". */
	readonly explains: string;
	/**
	 * Words that open a sentence without naming anybody ("derzeit"), and the pronouns that then mean somebody of an
	 * earlier one if they follow within three words in lower case: "Derzeit sind sie in Arle."
	 */
	readonly early: string;
	readonly persons: string;
	/** Words before a noun that an earlier sentence tells of ("dieser"), and what behind them is no such noun. */
	readonly pointing: string;
	readonly now: string;
	/** A quotation's speaker that only a pronoun gives, or nothing: what is behind the marks, as a pattern. */
	readonly saidBy: RegExp;
	/** Words soon behind the beginning that add to what was told: "auch". */
	readonly adds: string;
	readonly definite: string;
	readonly indefinite: string;
	/** How lines of the page begin, as a pattern. */
	readonly pageLine: RegExp;
}

export type Leaning = Pick<
	LanguagePack,
	'leansOnBefore' | 'pointsAtTold' | 'addsToBefore' | 'articles' | 'isPageLine'
>;

const quoted = /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«/gu;

/** The rules for what leans on earlier sentences, out of a language's words. */
export function leaning(words: LeaningWords): Leaning {
	const opening = `^["'“‘„«»(]*\\s*`;
	const end = "(?![\\p{L}’'-])";
	const opens = new RegExp(
		`${opening}(?:${alternatives(`${words.pronouns}, ${words.connectives}`)})${end}`,
		'iu',
	);
	const told = new RegExp(
		`${opening}(?:${alternatives(words.told)})${end}(?!\\s(?:${alternatives(words.explains)})${end})`,
		'iu',
	);
	const firstIsEarly = new RegExp(`${opening}(?:${alternatives(words.early)})${end}`, 'iu');
	const lowerBefore = new RegExp(
		`^[^\\p{L}]*[\\p{L}’']+(?: \\p{Ll}+){0,3},? (?:${alternatives(words.persons)})${end}`,
		'u',
	);
	const points = new RegExp(
		`(?<![\\p{L}’'-])(?:${alternatives(words.pointing)}) (?!(?:${alternatives(words.now)})${end})\\p{L}{3,}`,
		'iu',
	);
	const adds = new RegExp(
		`^["“„«»]?(?:[\\p{L}\\p{N}’'.-]+,? ){1,5}?(?:${alternatives(words.adds)})${end}`,
		'iu',
	);
	return {
		leansOnBefore: (sentence) =>
			opens.test(sentence) ||
			told.test(sentence) ||
			(firstIsEarly.test(sentence) && lowerBefore.test(sentence)) ||
			(/["“”«»]/u.test(sentence) && words.saidBy.test(sentence.replace(quoted, ' '))),
		pointsAtTold: (sentence) => points.test(sentence.replace(quoted, ' ')),
		addsToBefore: (sentence) => adds.test(sentence),
		articles: { definite: wordSet(words.definite), indefinite: wordSet(words.indefinite) },
		isPageLine: (line) => words.pageLine.test(line),
	};
}

const alternatives = (phrases: string): string =>
	phrases
		.split(',')
		.map((phrase) => phrase.trim().replace(/\s+/gu, ' '))
		.filter(Boolean)
		.join('|');
