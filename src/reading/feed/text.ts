import { createRequire } from 'node:module';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { tidyLine } from '../unseen.ts';
import type { FeedItem } from './feed.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Loaded at first use: the bot itself reads hardly a feed, its reading threads do. */
const parse5 = (): typeof import('parse5') => createRequire(import.meta.url)('parse5');

/** Elements whose text is no part of an article. */
const skipped = new Set(
	['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'math', 'form', 'button']
		.concat(['select', 'textarea', 'audio', 'video', 'figure', 'figcaption', 'aside', 'nav', 'table'])
		.concat(['title', 'head']),
);
/** Elements that stay within a line; every other one begins a paragraph and ends one. */
const inline = new Set(
	['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i']
		.concat(['img', 'ins', 'kbd', 'label', 'mark', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong'])
		.concat(['sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr']),
);
/** Characters of one text that are parsed: of a longer one the beginning, which is not the whole article. */
const longestText = 300_000;
/** Of a title or a name. */
const longestLine = 2_000;

/**
 * The paragraphs of a piece of HTML as feeds have it, or of plain text. It walks without recursion, so no depth of
 * nesting ends it.
 */
export function paragraphsOf(html: string): string[] {
	const given = html.slice(0, longestText);
	if (!/[<&]/u.test(given))
		return given
			.split(/\n\s*\n/u)
			.map(tidyLine)
			.filter(isText);
	const paragraphs: string[] = [];
	let line: string[] = [];
	/** Whether nothing that is seen came since the last break. */
	let isBroken = false;
	const end = () => {
		const text = tidyLine(line.join(''));
		if (isText(text)) paragraphs.push(text);
		line = [];
		isBroken = false;
	};
	/** What is still to do, the next at the end: a node, or the end of a paragraph. */
	const todo: (Node | 'end')[] = [...parse5().parseFragment(given).childNodes].reverse();
	for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
		if (next === 'end') end();
		else if (next.nodeName === '#text' && 'value' in next) {
			line.push(next.value);
			isBroken &&= /^\s*$/u.test(next.value);
		} else if (next.nodeName === 'br') {
			// One breaks a line; two are how some systems write a paragraph.
			if (isBroken) end();
			else line.push('\n');
			isBroken = true;
		} else if ('childNodes' in next && !skipped.has(next.nodeName)) {
			if (!inline.has(next.nodeName)) {
				end();
				todo.push('end');
			}
			for (const child of [...next.childNodes].reverse()) todo.push(child);
		}
	}
	end();
	return paragraphs;
}

/** A title or a name in one line, without the tags and entities that feeds put into them; null where none is left. */
export function plainLine(html: string | undefined | null): string | null {
	if (html == null) return null;
	const given = html.slice(0, longestLine);
	const text = /<\/?[a-z!]|&[#\w]{1,40};/iu.test(given) ? paragraphsOf(given).join(' ') : given;
	return tidyLine(text) || null;
}

/** The language that a feed says it is in, where that is a tag of BCP 47; null for anything else. */
export function languageTag(text: string | undefined | null): string | null {
	const tag = text?.trim().replaceAll('_', '-') ?? '';
	return /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/iu.test(tag) ? tag : null;
}

function isText(text: string): boolean {
	return text !== '';
}

/** How many characters an article has at least, where a feed has a place for whole texts, and where it has none. */
const wholeFrom = { content: 600, description: 1_500 };
/** How feeds end a text that goes on elsewhere, in its last characters. */
const longestEnd = 200;
const goesOn =
	/(?:…|\.\.\.|\[\s*(?:…|\.{3}|&hellip;)\s*\]|\b(?:read|see|view) (?:more|on|the (?:full|whole|rest)\b.*)|continue reading\b.*|full (?:story|article)|weiterlesen|mehr lesen|lire (?:la suite|plus)|seguir leyendo|leer más|читать (?:далее|дальше|полностью))\s*[\])»→>.]*\s*$/iu;

/** What a feed has of an item's text, in paragraphs, and whether that is the whole article or its beginning. */
export function itemText({ content, description }: Pick<FeedItem, 'content' | 'description'>): {
	readonly paragraphs: readonly string[];
	readonly isWhole: boolean;
} {
	const [inContent, inDescription] = [paragraphsOf(content ?? ''), paragraphsOf(description ?? '')];
	const isLonger = lengthOf(inContent) >= lengthOf(inDescription);
	const paragraphs = isLonger ? inContent : inDescription;
	const given = (isLonger ? content : description) ?? '';
	const least = isLonger ? wholeFrom.content : wholeFrom.description;
	// The very last line is often a notice of the site ("The post … appeared first on …").
	const isWhole =
		given.length <= longestText &&
		lengthOf(paragraphs) >= least &&
		!paragraphs.slice(-2).some((text) => goesOn.test(text.slice(-longestEnd)));
	return { paragraphs, isWhole };
}

function lengthOf(paragraphs: readonly string[]): number {
	return paragraphs.reduce((sum, { length }) => sum + length, 0);
}
