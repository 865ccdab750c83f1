import { stretches } from '../card.ts';
import { plain, plainLine } from './plain.ts';

/** Characters that mean something to Discord wherever they are: styles, spoilers, code, links, mentions. */
const anywhere = /[\\*_~|`[\]<@]/gu;
/** A colon before anything but a blank: an address ("https://"), an emoji's name (":bomb:"). */
const colon = /:(?!\s)/gu;
/** What makes a heading, small print, a quotation or a list at the start of a line. */
const lineStart = /^([^\S\n]*)([#>+-])/gmu;
/** A numbered list; also the second half of one, where the number came from the part before. */
const numberStart = /^([^\S\n]*\d*)([.)])/gmu;

/**
 * Escapes a stranger's text, so that Discord shows it letter by letter wherever it is put: it becomes no style,
 * heading, list, quotation, spoiler, code, link, preview, emoji, timestamp or mention. discord.js's
 * `escapeMarkdown` leaves quotations, small print, mentions, emoji names, addresses and everything after an
 * address unescaped; see docs/decisions/markdown.md.
 */
export function escapeText(text: string): string {
	return plain(text)
		.replace(anywhere, '\\$&')
		.replace(colon, '\\:')
		.replace(lineStart, '$1\\$2')
		.replace(numberStart, '$1\\$2');
}

/** The same with some of the words and phrases in bold, wherever they occur. */
export function escapeBold(text: string, bold: readonly string[] = []): string {
	return stretches(plain(text), bold)
		.map((stretch) => (stretch.bold ? `**${escapeLine(stretch.text)}**` : escapeText(stretch.text)))
		.join('');
}

/** The same with some ranges of the text in bold. */
export function escapeRanges(
	text: string,
	ranges: readonly { readonly start: number; readonly end: number }[],
): string {
	let at = 0;
	let shown = '';
	for (const { start, end } of ranges) {
		if (start < at || end <= start || end > text.length) continue;
		const words = plain(text.slice(start, end)).trim();
		shown += escapeText(text.slice(at, start));
		if (words !== '') shown += `**${escapeText(words)}**`;
		at = end;
	}
	return shown + escapeText(text.slice(at));
}

/** The same in one line, for headings, links, list items and small print. */
export function escapeLine(text: string): string {
	return escapeText(plainLine(text));
}

/**
 * Text in code marks, letter by letter. Nothing can be escaped in there, so the marks are longer than any run
 * of back-ticks inside.
 */
export function code(text: string): string {
	const line = plainLine(text);
	let longest = 0;
	for (const [run] of line.matchAll(/`+/gu)) longest = Math.max(longest, run.length);
	const marks = '`'.repeat(longest + 1);
	const apart = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
	return line === '' ? '' : `${marks}${apart}${line}${apart}${marks}`;
}

/**
 * Text behind a spoiler, in one line. Discord ends one at the first two bars, escaped or not, so none may touch
 * the end.
 */
export function spoiler(text: string): string {
	const inner = escapeLine(text);
	return inner === '' ? '' : `||${inner}${inner.endsWith('|') ? ' ' : ''}||`;
}

/**
 * An address that may be put in a link: http or https, no name and password in it, at most `longest` characters.
 * It is left unchanged; only what would end the link is percent-encoded, and never in the host, where
 * that would lead elsewhere or nowhere.
 */
export function safeUrl(address: string | null | undefined, longest: number): string | null {
	if (address == null || address.length > longest) return null;
	const url = URL.parse(address);
	if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== '' || url.password !== '')
		return null;
	// An IPv6 address has square brackets, which a link uses too.
	if (url.hostname.startsWith('[')) return null;
	const text = url.href.replace(pairedParens.test(url.href) ? ending : endingOrParen, percent);
	return text.length > longest ? null : text;
}

/** Balanced parentheses, not nested: Discord reads them as a part of the address. */
const pairedParens = /^[^()]*(?:\([^()]*\)[^()]*)*$/u;
const ending = /[<>"\\\s[\]]/gu;
const endingOrParen = /[<>"\\\s[\]()]/gu;

function percent(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A name with a dot in it, of letters, digits and hyphens. */
const publicName = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/u;

/**
 * An address that may be put on a button. Discord checks these, and refuses the whole message for one that it does
 * not accept, as it does `http://localhost/`; how it judges other odd hosts is not documented, so none is sent.
 */
export function buttonUrl(address: string, longest: number): string | null {
	const url = safeUrl(address, longest);
	return url !== null && publicName.test(new URL(url).hostname) ? url : null;
}

/**
 * A link under words. Discord reads a bracket inside the words as its own unless brackets are balanced, and then
 * no escaping helps: such words are put before a separate link.
 */
export function link(words: string, url: string): string {
	const line = plainLine(words);
	const shown = escapeText(line);
	if (line === '') return '';
	return /^[^[\]]*(?:\[[^[\]]*\][^[\]]*)*$/u.test(line) ? `[${shown}](${url})` : `${shown} [↗](${url})`;
}
