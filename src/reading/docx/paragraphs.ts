import { tidyLine } from '../unseen.ts';

/** A tag with its name and whether it is one that closes or is empty, or the text between two tags. */
const piece = /<(\/?)([\w:]{1,60})(?:\s[^<>]*)?(\/?)>|<[^<>]*>|([^<]+)/gu;
/** Elements whose text is none of the document's: what was deleted or moved away, field codes, other versions. */
const leftOut = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'mc:Fallback', 'w:pict', 'w:delText']);
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The paragraphs of a document of Word, in order, without what is empty, deleted or a field's code. It walks along the
 * tags without building a tree, so it takes time in proportion to the length, whatever is nested in what.
 */
export function paragraphsOf(xml: string): string[] {
	const paragraphs: string[] = [];
	let line = '';
	let inText = false;
	let skipped = 0;
	for (const [, closing, tag, empty, text] of xml.matchAll(piece)) {
		if (text !== undefined) {
			if (inText && skipped === 0) line += unescaped(text);
			continue;
		}
		if (tag === undefined) continue;
		if (leftOut.has(tag) && empty === '') skipped = Math.max(0, skipped + (closing === '' ? 1 : -1));
		else if (tag === 'w:t') inText = closing === '' && empty === '';
		else if (skipped > 0) continue;
		else if (tag === 'w:tab' || tag === 'w:br' || tag === 'w:cr') line += ' ';
		else if (tag === 'w:noBreakHyphen') line += '-';
		else if (tag === 'w:p' && closing !== '') {
			const whole = tidyLine(line);
			if (whole !== '') paragraphs.push(whole);
			line = '';
		}
	}
	return paragraphs;
}

/** The text of an element of the properties, or null. */
export function propertyOf(xml: string, element: string): string | null {
	const match = new RegExp(`<${element}(?:\\s[^<>]*)?>([^<]{1,2000})</${element}>`, 'u').exec(xml);
	return match ? tidyLine(unescaped(match[1] ?? '')) || null : null;
}

/** XML's own references only: what a document defines itself is never unfolded. */
function unescaped(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/giu, (all, decimal, hex, name) => {
		if (name) return named[name] ?? all;
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : all;
	});
}
