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
	/** Rows of four letters. */
	readonly letters: ReadonlySet<string>;
	/** Each different word by its stem, with its number in the table of word vectors; -1 for none. */
	readonly meanings: ReadonlyMap<string, number>;
}

/** The stems of a text's words, in order, without words of closed classes. */
export function stemsIn(text: string, functionWords: ReadonlySet<string>): string[] {
	return words(plainly(text)).flatMap((word) => (functionWords.has(word) ? [] : [stemOf(word)]));
}

export function readText(text: string, functionWords: ReadonlySet<string>): ReadText {
	const plain = plainly(text);
	const written = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? [];
	const all = words(plain);
	const telling = all.filter((word) => !functionWords.has(word));
	const stems = telling.map(stemOf);
	const spaced = ` ${all.join(' ')} `;
	const { numberOf } = wordVectors();
	return {
		stems: new Set(stems),
		pairs: new Set(stems.slice(1).map((one, at) => `${stems[at]} ${one}`)),
		numbers: new Set((plain.match(/\d[\d,.]*/gu) ?? []).map((number) => number.replace(/[.,]/gu, ''))),
		names: new Set(
			written.slice(1).flatMap((word) => (/^\p{Lu}/u.test(word) ? words(word).map(stemOf) : [])),
		),
		letters: new Set(
			Array.from({ length: Math.max(0, spaced.length - 3) }, (_, at) => spaced.slice(at, at + 4)),
		),
		meanings: new Map(telling.map((word, at) => [stems[at] ?? '', numberOf(word)])),
	};
}
