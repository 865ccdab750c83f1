import type { Line } from './lines.ts';

/** A line this long is a paragraph, whatever it ends with. */
const surelyProse = 160;
const sentenceEnd = /[.!?…:;。！？؟۔।‥](?:["'”’»›“‘)\]]|\[\d+\])*$/u;

/** Whether a line ends as a sentence does, or is too long for a headline. */
export function isProse(line: string): boolean {
	return line.length > surelyProse || sentenceEnd.test(line);
}

const smallWord =
	/^(?:a|an|and|as|at|but|by|for|from|if|in|into|is|it|its|nor|of|off|on|onto|or|over|per|so|the|than|that|to|up|via|vs\.?|with|yet)$/i;

/** Whether the line is set as a title: all words but the little ones begin with a capital. */
export function isTitleCase(line: string): boolean {
	const words = line.split(' ').filter((word) => /\p{L}/u.test(word) && !smallWord.test(word));
	const capitals = words.filter((word) => /^[^\p{L}]*[\p{Lu}\d]/u.test(word)).length;
	return words.length >= 2 && capitals >= words.length - Math.floor(words.length / 8);
}

export function wordCount(line: string): number {
	return line.split(' ').length;
}

const bullet = /^(?:[•*‣◦▪●–—-]|[»›▸►→](?= )|\d{1,3}[.)]) ?(?=\S)/;

/** The line without the bullet or number of a list before it. */
export function withoutBullet(line: string): string {
	return line.replace(bullet, '');
}

export function hasBullet(line: string): boolean {
	return /^(?:[•*‣◦▪●–—-] ?|[»›▸►→] )\S/.test(line);
}

/** Whether the page sets its paragraphs apart by empty lines. */
export function isSetApart(lines: readonly Line[]): boolean {
	const prose = lines.filter((line) => line.text.length > 60 && isProse(line.text));
	return prose.filter((line) => line.gap > 0).length > prose.length / 2;
}

/**
 * Whether a line ends as a paragraph does, or is as long: a headline may end with "?" or a quotation, but not
 * with a full stop.
 */
export function endsLikeParagraph(line: string): boolean {
	return line.length > surelyProse || /[^.][.:;。।۔](?:["'”’»)\]])*$/.test(line);
}
