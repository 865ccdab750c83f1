import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';

/** The tree of a page as browsers build it, in the document that both need. */
const documentOf = (html: string) => parseHTML(serialize(parse(html))).document;

/** Mozilla's Readability; what fails on a page counts as nothing found. */
export function readability(html: string): string {
	try {
		return new Readability(documentOf(html)).parse()?.textContent ?? '';
	} catch {
		return '';
	}
}

/** Defuddle, which writes to the console what it meets. */
export async function defuddle(html: string): Promise<string> {
	const { log, warn, error } = console;
	Object.assign(console, { log: () => {}, warn: () => {}, error: () => {} });
	try {
		return (await Defuddle(documentOf(html), 'https://news.example/')).content ?? '';
	} catch {
		return '';
	} finally {
		Object.assign(console, { log, warn, error });
	}
}
