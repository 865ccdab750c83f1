import { unescaped } from './references.ts';

/** A piece of XML: a tag that opens (and closes at once, if it is empty) or closes, or text with its references undone. */
export type XmlPiece =
	| { readonly kind: 'open'; readonly tag: string; readonly attributes: string; readonly isEmpty: boolean }
	| { readonly kind: 'close'; readonly tag: string }
	| { readonly kind: 'text'; readonly text: string };

const tagged = /^<(\/?)([\w:.-]{1,60})(\s[^<>]*?)?(\/?)>$/u;

/**
 * The pieces of a document in order. It builds no tree and goes through the text once, whatever is nested in what; what a
 * document declares itself is never unfolded.
 */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
	for (let at = 0; at < xml.length; ) {
		if (xml[at] !== '<') {
			const end = endOf(xml, '<', at, 0);
			yield { kind: 'text', text: unescaped(xml.slice(at, end)) };
			at = end;
		} else if (xml.startsWith('<![CDATA[', at)) {
			const end = endOf(xml, ']]>', at, 0);
			yield { kind: 'text', text: xml.slice(at + 9, end) };
			at = end + 3;
		} else if (xml.startsWith('<!--', at)) at = endOf(xml, '-->', at, 3);
		else {
			const end = endOf(xml, '>', at, 1);
			const piece = pieceOf(xml.slice(at, end));
			if (piece) yield piece;
			at = end;
		}
	}
}

function endOf(xml: string, sign: string, from: number, behind: number): number {
	const found = xml.indexOf(sign, from);
	return found < 0 ? xml.length : found + behind;
}

function pieceOf(written: string): XmlPiece | null {
	const [, closing, tag, attributes = '', empty] = tagged.exec(written) ?? [];
	if (tag === undefined) return null;
	return closing === '' ? { kind: 'open', tag, attributes, isEmpty: empty !== '' } : { kind: 'close', tag };
}

const rootOpens = /<([\w:.-]{1,60})[\s>]/uy;

/**
 * The name of the first tag of a document, in lower case, behind its byte order mark, its declarations and comments; null
 * where something else is there first. Goes through the beginning once, however many comments there are: an expression for
 * them would try every way to tell them apart.
 */
export function rootTag(xml: string): string | null {
	let at = xml.startsWith('\uFEFF') ? 1 : 0;
	for (;;) {
		while (/\s/u.test(xml[at] ?? '')) at++;
		const isComment = xml.startsWith('<!--', at);
		if (!isComment && !/^<[!?]$/u.test(xml.slice(at, at + 2))) break;
		const end = isComment ? xml.indexOf('-->', at + 4) : endOfDeclaration(xml, at + 2);
		if (end < 0) return null;
		at = end + (isComment ? 3 : 1);
	}
	rootOpens.lastIndex = at;
	return rootOpens.exec(xml)?.[1]?.toLowerCase() ?? null;
}

/** A document type may declare entities in brackets. */
function endOfDeclaration(xml: string, from: number): number {
	const end = xml.indexOf('>', from);
	const bracket = xml.slice(from, Math.max(from, end)).indexOf('[');
	return bracket < 0 ? end : xml.indexOf('>', xml.indexOf(']', from + bracket));
}

/** The value of an attribute; null where it is not there. */
export function xmlAttribute(attributes: string, name: string): string | null {
	for (const [, key, double, single] of attributes.matchAll(
		/(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu,
	))
		if (key === name) return unescaped(double ?? single ?? '');
	return null;
}
