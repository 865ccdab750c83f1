import type { Name } from '../../names.ts';
import type { Paragraph } from '../../page.ts';
import { cueVerbs } from '../lexicon/cues.ts';
import { firstNameGender, pastVerbs } from '../lexicon/lists.ts';
import { calendar, functionWords } from '../lexicon/words.ts';

const fold = (word: string): string => {
	const lower = word.toLowerCase();
	return plain.test(lower) ? lower : lower.replace(/[.’']/gu, '');
};
const plain = /^[a-z-]*$/;

/** Words that often start a sentence or a headline directly before a name. */
const openers = new Set(
	'see read top watch meet deport vote shop follow like poor young old new big even still once both many most ask help stop'.split(
		' ',
	),
);

/**
 * Goes over the names of an article once all are known. A headline in capitals does not show where a name ends, nor
 * the start of a sentence where one begins: "Orrin Sees Hope" and "See Orrin" are cut to the name that the text knows.
 * A single word of a closed class, a day or a month ("Will wrote", "May said") is a name only where somebody's
 * full name ends in it. Linear.
 */
export function settleNames(page: readonly Paragraph[], names: readonly Name[][]): Name[][] {
	const inTitle = page.map((paragraph) => paragraph.inTitle);
	const surnames = new Set<string>();
	const known = new Set<string>();
	for (const [index, own] of names.entries()) {
		for (const { words, kind, starts } of own) {
			const last = fold(words.at(-1) ?? '');
			if (words.length > 1 && kind !== 'body') surnames.add(last);
			if (!inTitle[index] && !(starts && words.length > 1)) known.add(words.map(fold).join(' ')).add(last);
		}
	}
	const isName = ({ words }: Name): boolean => {
		const only = fold(words[0] ?? '');
		return words.length > 1 || !(functionWords.has(only) || calendar.has(only)) || surnames.has(only);
	};
	return names.map((own, index) =>
		own
			.filter(isName)
			.map((name) =>
				inTitle[index] ? cutToKnown(name, known) : name.starts ? cutOpener(name, known) : name,
			),
	);
}

/** The longest beginning of the name that the text knows as a name, past a verb; the whole where it knows none. */
function cutToKnown(name: Name, known: ReadonlySet<string>): Name {
	const words = name.words.map(fold);
	const opens = name.titled || firstNameGender(words[0] ?? '') ? 0 : isOpener(words[0] ?? '') ? 1 : 0;
	for (let length = words.length - 1; length > 0; length--) {
		for (let from = 0; from <= opens && from + length <= words.length; from++) {
			if (known.has(words.slice(from, from + length).join(' '))) return part(name, from, length);
		}
	}
	return name;
}

/** "See Orrin": the first word has its capital from the sentence that it starts. */
function cutOpener(name: Name, known: ReadonlySet<string>): Name {
	const [first = '', ...rest] = name.words.map(fold);
	if (rest.length === 0 || firstNameGender(first) || !known.has(rest.join(' '))) return name;
	return isOpener(first) ? part(name, 1, rest.length) : name;
}

const isOpener = (lower: string): boolean =>
	openers.has(lower) || cueVerbs.has(lower) || pastVerbs.has(lower) || /.{4}(?:ed|ing|ly)$/u.test(lower);

function part(name: Name, from: number, length: number): Name {
	if (length === name.words.length || name.after - name.first !== name.words.length) return name;
	const first = name.first + from;
	return {
		...name,
		first,
		titleFirst: from > 0 ? first : name.titleFirst,
		after: first + length,
		words: name.words.slice(from, from + length),
		kind: 'unknown',
	};
}
