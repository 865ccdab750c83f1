import { letterOf } from './letters.ts';

/** A word of a text, folded for comparing, with the place where it is. */
export interface ComparedWord {
	/** Without case, accents, look-alike and typographic forms; a number without its thousands marks. */
	readonly folded: string;
	/** UTF-16, half-open. */
	readonly start: number;
	readonly end: number;
	/** What is between it and the word before: an ellipsis, the end of a sentence, a quotation mark, or nothing. */
	readonly after: 'word' | 'mark' | 'sentence' | 'ellipsis';
}

/** More characters of a text are not looked at. */
const mostCharacters = 400_000;

/** What a message has for people, channels, emoji and times: none of it is a word. */
const discordMark = /<(?:@[!&]?|#|a?:\w{2,32}:)\d{15,20}>|<t:-?\d{1,13}(?::[tTdDfFR])?>/gu;

/** The words of what somebody posted: without what Discord writes for mentions, emoji and times. */
export function postedWords(text: string): ComparedWord[] {
	return comparedWords(text.replace(discordMark, (mark) => ' '.repeat(mark.length)));
}

/**
 * The words of a text for comparing. Marks, dashes, brackets, markdown and zero-width characters are no part of them;
 * scripts without spaces have a word for each character. Linear; of a text longer than 400,000 characters the beginning.
 */
export function comparedWords(text: string): ComparedWord[] {
	const words: ComparedWord[] = [];
	const end = Math.min(text.length, mostCharacters);
	let folded = '';
	let start = 0;
	let stop = 0;
	let isNumber = false;
	let dots = 0;
	let after: ComparedWord['after'] = 'word';
	const close = () => {
		if (folded === '') return;
		words.push({
			folded: isNumber ? plainNumber(folded) : plainWord(folded),
			start,
			end: stop,
			after: after === 'sentence' && !mayEnd(words.at(-1)) ? 'word' : after,
		});
		folded = '';
		after = 'word';
		dots = 0;
	};
	const add = (part: string, at: number, length: number, digit: boolean) => {
		if (folded === '') {
			start = at;
			isNumber = digit;
			if (dots > 2) after = 'ellipsis';
		}
		folded += part;
		stop = at + length;
	};
	for (let at = 0; at < end; ) {
		const code = text.codePointAt(at) ?? 0;
		const length = code > 0xffff ? 2 : 1;
		const letter = letterOf(code);
		switch (letter.is) {
			case 'letter':
				add(letter.folded, at, length, false);
				break;
			case 'digit':
				add(letter.folded, at, length, true);
				break;
			case 'word':
				close();
				add(letter.folded, at, length, false);
				close();
				break;
			case 'nothing':
				break;
			case 'apostrophe':
				if (folded !== '' && isLetter(text, at + 1)) folded += "'";
				else {
					close();
					if (after === 'word') after = 'mark';
				}
				break;
			case 'point':
				if (folded !== '' && isNumber && stop === at && isDigit(text, at + 1)) {
					folded += text[at];
					break;
				}
				close();
				if (code === 0x2e) {
					dots++;
					if (after !== 'ellipsis') after = 'sentence';
				}
				break;
			case 'minus':
				close();
				if (isDigit(text, at + 1) && !isGlued(text, at)) add('-', at, length, true);
				break;
			case 'bracket':
				// "[T]he" is one word, "word[1]" is not.
				if (folded !== '' && !isLetter(text, at + 1)) close();
				break;
			case 'mark':
				close();
				if (after === 'word') after = 'mark';
				break;
			case 'ellipsis':
				close();
				after = 'ellipsis';
				break;
			case 'stop':
				close();
				if (after !== 'ellipsis') after = 'sentence';
				break;
			default:
				close();
		}
		at += length;
	}
	close();
	return words;
}

const isLetter = (text: string, at: number): boolean =>
	letterOf(text.codePointAt(at) ?? 0x20).is === 'letter';
const isDigit = (text: string, at: number): boolean => letterOf(text.codePointAt(at) ?? 0x20).is === 'digit';
const isGlued = (text: string, at: number): boolean =>
	at > 0 && /^(?:letter|digit|point)$/u.test(letterOf(text.charCodeAt(at - 1)).is);

/** "1,000", "1.000" and "1000" are one number. */
function plainNumber(number: string): string {
	return /^-?\d{1,3}(?:[.,]\d{3})+$/u.test(number) ? number.replace(/[.,]/gu, '') : number;
}

/** "dont" is how many type "don't"; all other words with an apostrophe keep it ("we're" is not "were"). */
function plainWord(word: string): string {
	return word.endsWith("n't") ? `${word.slice(0, -2)}t` : word;
}

/** Whether a stop behind a word can end a sentence: behind "Mr" and initials it does not. */
const mayEnd = (word: ComparedWord | undefined): boolean =>
	word !== undefined && (word.folded.length > 2 || /^\d|^[^a-z]/u.test(word.folded));
