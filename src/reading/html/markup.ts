import { UserError } from '../../errors.ts';

/** What is left of a page without its scripts and styles, in characters: more is no article's page. */
const mostMarkup = 4_000_000;
/** Characters of one attribute's value. */
const longestValue = 4_000;
/** Attributes of one tag: parsers compare each with all others. */
const mostAttributes = 1_000;
/** Characters up to the next tag, from which on the attributes are counted. */
const suspicious = 4_000;

const opening = /<(?:!--|(script|style|svg)(?=[\s/>]))/giu;
type LeftOut = 'script' | 'style' | 'svg';
/** Where each begins to end. */
const closings: Readonly<Record<LeftOut, RegExp>> = {
	script: /<\/script(?=[\s/>])/giu,
	style: /<\/style(?=[\s/>])/giu,
	svg: /<\/svg(?=\s*>)/giu,
};
const kept = /^[^>]{0,500}\btype\s*=\s*["']?(?:application\/(?:ld\+)?json|application\/discourse)/iu;
/** A picture or another file that stands within the page. What a forum keeps for its script is the thread itself. */
const longValue = new RegExp(
	`(?<!data-preloaded)=\\s*(?:"[^"<>]{${longestValue},}"|'[^'<>]{${longestValue},}')`,
	'gu',
);

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
	// So that many drawings without an end are not each looked for one.
	let lastDrawing = -1;
	closings.svg.lastIndex = 0;
	for (const { index } of html.matchAll(closings.svg)) lastDrawing = index;
	opening.lastIndex = 0;
	for (let match = opening.exec(html); match; match = opening.exec(html)) {
		const element = (match[1]?.toLowerCase() ?? null) as LeftOut | null;
		const end = endOf(html, match.index, element, lastDrawing);
		if (element === 'script' && kept.test(html.slice(match.index, match.index + 600))) {
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
	if (mostAttributesIn(lean) > mostAttributes)
		throw new UserError(
			`${name} has a tag of more than ${mostAttributes} attributes: it is no page that can be read.`,
		);
	return lean;
}

/** Where what begins at `start` ends, as browsers see it: an element that is not closed goes on to the end. */
function endOf(html: string, start: number, element: LeftOut | null, lastDrawing: number): number {
	if (element === null) {
		if (html.startsWith('>', start + 4)) return start + 5;
		const end = html.indexOf('-->', start + 2);
		return end < 0 ? html.length : end + 3;
	}
	const opened = html.indexOf('>', start);
	if (opened < 0) return html.length;
	// Of these, only a drawing may end with its own tag.
	if (element === 'svg' && (html[opened - 1] === '/' || opened > lastDrawing)) return opened + 1;
	const closing = closings[element];
	closing.lastIndex = opened;
	const match = closing.exec(html);
	if (match === null) return element === 'svg' ? opened + 1 : html.length;
	const closed = html.indexOf('>', match.index);
	return closed < 0 ? html.length : closed + 1;
}

const oneAttribute = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/uy;

/** The most attributes that a tag of the markup has, of those tags that are followed by no other for long. */
function mostAttributesIn(html: string): number {
	let most = 0;
	for (let at = html.indexOf('<'); at >= 0; ) {
		const next = html.indexOf('<', at + 1);
		if ((next < 0 ? html.length : next) - at > suspicious && /[a-z]/iu.test(html[at + 1] ?? '')) {
			let count = 0;
			oneAttribute.lastIndex = at + 1;
			while (count <= mostAttributes && oneAttribute.test(html)) count++;
			most = Math.max(most, count);
		}
		at = next;
	}
	return most;
}

/** The address that a browser wrote into a page when it saved it, or null. */
export function savedFrom(html: string): string | null {
	const start = html.slice(0, 3_000);
	return /<!--\s*saved from url=\(\d{1,6}\)(https?:\/\/[^\s>]{1,2000})\s*-->/iu.exec(start)?.[1] ?? null;
}
