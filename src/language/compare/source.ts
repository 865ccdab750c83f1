import { type ComparedWord, comparedWords } from './words.ts';

/** A word of a source, with the unit whose text has it. */
export interface SourceWord extends ComparedWord {
	readonly unit: number;
}

/**
 * What a posted text is compared with, as one row of words: paragraphs, a headline, comments. `folded[n]` belongs to
 * `words[n]`; where the row has a break, across which nothing is compared, it is empty.
 */
export interface Source {
	readonly words: readonly SourceWord[];
	readonly folded: readonly string[];
}

/** A text of a source. */
export interface Unit {
	readonly text: string;
	/** Whether it continues from the unit before, as a paragraph does. */
	readonly goesOn: boolean;
}

/** A range of a unit's text, UTF-16 and half-open. */
export interface UnitRange {
	readonly unit: number;
	readonly start: number;
	readonly end: number;
}

/** More words of a source are not compared. */
const mostWords = 60_000;

/**
 * Reads texts as a source.
 * @param joined rows of ranges that belong together with other text between them, as the segments of “…,” she said.
 *   “…” do: each is compared as one text as well.
 */
export function readSource(units: readonly Unit[], joined: readonly (readonly UnitRange[])[] = []): Source {
	const words: SourceWord[] = [];
	const folded: string[] = [];
	const firsts: number[] = [];
	const lasts: number[] = [];
	const put = (word: SourceWord, text: string) => {
		words.push(word);
		folded.push(text);
	};
	const breakAt = (unit: number) => put({ folded: '', start: 0, end: 0, after: 'sentence', unit }, '');
	for (const [unit, { text, goesOn }] of units.entries()) {
		if (words.length >= mostWords) break;
		if (!goesOn && words.length > 0) breakAt(unit);
		firsts[unit] = words.length;
		for (const [index, word] of comparedWords(text).entries()) {
			put({ ...word, unit, after: index === 0 ? 'sentence' : word.after }, word.folded);
		}
		lasts[unit] = words.length;
	}
	for (const ranges of joined) {
		if (words.length >= mostWords) break;
		breakAt(ranges[0]?.unit ?? 0);
		for (const { unit, start, end } of ranges) {
			for (let at = firsts[unit] ?? 0; at < (lasts[unit] ?? 0); at++) {
				const word = words[at];
				if (word && word.start >= start && word.end <= end) put(word, word.folded);
			}
		}
	}
	return { words, folded };
}
