import { UserError } from '../../errors.ts';

/** What is left of a page without its scripts and styles, in characters: more is no article's page. */
const mostMarkup = 4_000_000;
/** Characters of one attribute's value: longer ones are pictures within the page. */
const longestValue = 4_000;
/** Characters of one tag after that. */
const longestTag = 60_000;

const opening = /<(?:!--|(script|style|svg|iframe|noframes|template|object|canvas|math)(?=[\s/>]))/giu;
const kept = /^[^>]{0,500}\btype\s*=\s*["']?(?:application\/(?:ld\+)?json|application\/discourse)/iu;
const tag = /<[a-z][^>]*>/giu;
const longValue = new RegExp(`=\\s*(?:"[^"]{${longestValue},}"|'[^']{${longestValue},}')`, 'gu');

/**
 * A page's markup without what is no text of it: scripts (but the data in JSON), styles, drawings, comments. What
 * is left takes a parser time in proportion to its length. The address in the comment that browsers put at the
 * beginning of a saved page is found before, by `savedFrom`.
 *
 * @throws UserError where it is larger than a page is, or one tag is.
 */
export function leanMarkup(html: string, name: string): string {
	const parts: string[] = [];
	let from = 0;
	opening.lastIndex = 0;
	for (let match = opening.exec(html); match; match = opening.exec(html)) {
		const end = endOf(html, match.index, match[1]?.toLowerCase() ?? null);
		if (match[1]?.toLowerCase() === 'script' && kept.test(html.slice(match.index, match.index + 600))) {
			opening.lastIndex = end;
			continue;
		}
		parts.push(html.slice(from, match.index), ' ');
		from = end;
		opening.lastIndex = end;
	}
	parts.push(html.slice(from));
	const lean = parts.join('').replace(longValue, '=""');
	if (lean.length > mostMarkup) {
		const mega = (lean.length / 1_000_000).toFixed(1);
		throw new UserError(
			`${name} has ${mega} million characters of markup, more than the page of an article.`,
		);
	}
	for (const [one] of lean.matchAll(tag)) {
		if (one.length > longestTag)
			throw new UserError(`${name} has a tag of ${one.length} characters: it is no page that can be read.`);
	}
	return lean;
}

/** Where what begins at `start` ends, as browsers see it: an element that is not closed goes on to the end. */
function endOf(html: string, start: number, element: string | null): number {
	if (element === null) {
		if (html.startsWith('>', start + 4)) return start + 5;
		const end = html.indexOf('-->', start + 2);
		return end < 0 ? html.length : end + 3;
	}
	const closing = new RegExp(`</${element}\\s*>`, 'giu');
	closing.lastIndex = start;
	const match = closing.exec(html);
	if (match) return match.index + match[0].length;
	return element === 'script' || element === 'style'
		? html.length
		: html.indexOf('>', start) + 1 || html.length;
}

/** The address that a browser wrote into a page when it saved it, or null. */
export function savedFrom(html: string): string | null {
	const start = html.slice(0, 3_000);
	return /<!--\s*saved from url=\(\d{1,6}\)(https?:\/\/[^\s>]{1,2000})\s*-->/iu.exec(start)?.[1] ?? null;
}
