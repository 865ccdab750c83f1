// The same words in other forms, as people post them.
import { comparedWords } from '../../src/language/compare/words.ts';

type Disguise = (text: string, random: () => number) => string;

const map = (from: string, to: string): Disguise => {
	const letters = new Map([...from].map((letter, index) => [letter, [...to][index] ?? letter]));
	return (text) => [...text].map((letter) => letters.get(letter) ?? letter).join('');
};
const latin = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const offset = (upper: number, lower: number) =>
	[...latin]
		.map((letter) => String.fromCodePoint((letter >= 'a' ? lower - 97 : upper - 65) + letter.charCodeAt(0)))
		.join('');
/** Changes some of the words. */
const some =
	(part: number, change: (word: string) => string): Disguise =>
	(text, random) =>
		text.replace(/\p{L}[\p{L}'’]*/gu, (word) => (random() < part ? change(word) : word));
const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'ï', o: 'ö', u: 'ü', n: 'ñ', c: 'ç' };

export const disguises: Readonly<Record<string, Disguise>> = {
	'straight marks': (text) => text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'"),
	'curly marks': (text) => text.replace(/"/gu, '”').replace(/'/gu, '’'),
	dashes: (text) => text.replace(/\s?[—–]\s?| - |--/gu, ' – ').replace(/(\p{L})-(\p{L})/gu, '$1‑$2'),
	ellipses: (text) => text.replace(/\.\.\.|…/gu, ' … ').replace(/[.!?]?$/u, '…'),
	brackets: (text) => text.replace(/^(\p{L})/u, (letter) => `[${letter.toUpperCase()}]`),
	capitals: (text) => text.toUpperCase(),
	'small letters': (text) => text.toLowerCase(),
	accents: some(0.3, (word) => word.replace(/[aeiounc]/u, (letter) => accents[letter] ?? letter)),
	bold: (text) => `**${text}**`,
	'markdown on words': some(0.2, (word) => `*${word}*`),
	spoiler: (text) => `||${text}||`,
	underlined: (text) => `__${text}__`,
	escaped: (text) => text.replace(/([*_~`|])/gu, '\\$1'),
	'zero-width': some(0.3, (word) => [...word].toSpliced(1, 0, '\u200b').join('')),
	'soft hyphens': some(0.2, (word) => [...word].toSpliced(2, 0, '\u00ad').join('')),
	'look-alikes': map('aeopcxyAEOPCTX', 'аеорсхуАЕОРСТХ'),
	'mathematical bold': map(latin, offset(0x1d400, 0x1d41a)),
	'full width': map(latin, offset(0xff21, 0xff41)),
	'no end stop': (text) => text.replace(/[.,;:!?…]+$/u, ''),
	'other spaces': (text) => text.replace(/ /gu, (_, at: number) => (at % 3 === 0 ? '\u00a0' : ' ')),
	ligatures: (text) => text.replace(/fi/gu, 'ﬁ').replace(/fl/gu, 'ﬂ'),
	'no commas': (text) => text.replace(/,(?=\s)/gu, ''),
};

/** The words of a text, folded, with single spaces. */
export const foldedText = (text: string): string =>
	comparedWords(text)
		.map(({ folded }) => folded)
		.join(' ');
