import { UserError } from '../../errors.ts';
import { lineEnd } from '../unseen.ts';

/**
 * More than a copied page has, with its readers' comments: the text of an article and of a discussion that are kept
 * have 3 million characters together. Each line takes some microseconds and 1 KB to read.
 */
const most = { characters: 3_000_000, lines: 50_000 };

/** @throws UserError where a copied page has more characters or lines than are read, before anything else is done. */
export function checkSize(text: string, name: string): void {
	if (text.length > most.characters)
		throw tooMuch(name, `${(text.length / 1_000_000).toFixed(1)} million characters`);
	let lines = 1;
	for (const _ of text.matchAll(lineEnds)) lines++;
	if (lines > most.lines) throw tooMuch(name, `${lines.toLocaleString('en')} lines`);
}

const lineEnds = new RegExp(lineEnd, 'gu');

function tooMuch(name: string, what: string): UserError {
	return new UserError(`${name} has ${what}, more than an article: save only the article's own page in it.`);
}
