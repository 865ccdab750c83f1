import { words } from '../../fold.ts';
import { stemOf } from '../text-words.ts';
import { wordVectors } from '../word-vectors.ts';
import { plainly } from './message.ts';

/** A message or a statement as it is compared: words of closed classes left out. */
export interface ReadText {
	readonly stems: ReadonlySet<string>;
	/** Neighbouring stems. */
	readonly pairs: ReadonlySet<string>;
	readonly numbers: ReadonlySet<string>;
	/** Stems of words with a capital, but for the first. */
	readonly names: ReadonlySet<string>;
	/** Rows of four letters, each as a number. */
	readonly letters: ReadonlySet<number>;
	/** Each different word by its stem, with its number in the table of word vectors; -1 for none. */
	readonly meanings: ReadonlyMap<string, number>;
}

/** A text in words, before all else is read from them. */
export interface InWords {
	readonly plain: string;
	/** Folded, in order: all, those that are not of closed classes, and the stems of these. */
	readonly all: readonly string[];
	readonly telling: readonly string[];
	readonly stems: readonly string[];
}

export function inWords(text: string, functionWords: ReadonlySet<string>): InWords {
	const plain = plainly(text);
	const all = words(plain);
	const telling = all.filter((word) => !functionWords.has(word));
	return { plain, all, telling, stems: telling.map(stemOf) };
}

export function readText({ plain, all, telling, stems }: InWords): ReadText {
	const written = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? [];
	const { numberOf } = wordVectors();
	return {
		stems: new Set(stems),
		pairs: new Set(stems.slice(1).map((one, at) => `${stems[at]} ${one}`)),
		numbers: new Set((plain.match(/\d[\d,.]*/gu) ?? []).map((number) => number.replace(/[.,]/gu, ''))),
		names: new Set(
			written.slice(1).flatMap((word) => (/^\p{Lu}/u.test(word) ? words(word).map(stemOf) : [])),
		),
		letters: rowsOfFour(` ${all.join(' ')} `),
		meanings: new Map(telling.map((word, at) => [stems[at] ?? '', numberOf(word)])),
	};
}

/** Each row of four UTF-16 units as one number: seven bits of each, which is all of a letter of English. */
function rowsOfFour(spaced: string): Set<number> {
	const rows = new Set<number>();
	let row = 0;
	for (let at = 0; at < spaced.length; at++) {
		row = ((row << 7) | (spaced.charCodeAt(at) & 0x7f)) & 0xfffffff;
		if (at >= 3) rows.add(row);
	}
	return rows;
}
