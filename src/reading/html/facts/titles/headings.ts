import type { Layout } from '../../blocks/layout.ts';

/** A heading of a page that may be the headline of its article. */
export interface Heading {
	readonly text: string;
	readonly tag: 'h1' | 'h2' | 'h3';
	/** It is in the page's own header, or named as the site's mark. */
	readonly isSite: boolean;
	readonly isAside: boolean;
	readonly isHidden: boolean;
	/** Its class says that it is the title of an article. */
	readonly isMarked: boolean;
	/** It is a link as a whole. */
	readonly isLink: boolean;
	/** Its number among the page's headings. */
	readonly at: number;
	/** Characters of text up to the next heading that is as high, at most 2,000. */
	readonly below: number;
}

const mostHeadings = 60;
/** A longer heading is a text. */
const longest = 200;
const titleWords = /\b(?:headline|(?:entry|post|article|page|story|blog) (?:title|heading))\b/;
const siteWords = /\b(?:logo|brand|site title|site name|sitename)\b/;
const outside = /\b(?:logo|brand|masthead|site header|site title|related|sidebar|modal|popup|cookie)\b/;

/** The headings of a page in their order, and what is marked as one. */
export function headingsIn({ boxes, blocks }: Layout): Heading[] {
	const found: Heading[] = [];
	for (const { tag, words, first, last, parent, isHidden } of boxes) {
		const names = words.join(' ');
		const isHeading =
			/^h[1-3]$/.test(tag) ||
			(titleWords.test(names) && last - first === 1 && /^(?:div|p|section)$/.test(tag));
		if (!isHeading || last <= first || last - first > 6) continue;
		if (found.length >= mostHeadings) break;
		const own = blocks.slice(first, last);
		const text = own.map((block) => block.text).join(' ');
		if (text.length > longest) continue;
		let isAside = false;
		let isTop = false;
		for (let at = parent, level = 0; at >= 0 && level < 9; at = boxes[at]?.parent ?? -1, level++) {
			const box = boxes[at];
			if (!box || box.tag === 'body') break;
			if (/^(?:aside|footer|nav)$/.test(box.tag)) isAside = true;
			if (outside.test(box.words.join(' '))) isTop = true;
		}
		let below = 0;
		for (let at = last; at < blocks.length && at < last + 12 && below < 2_000; at++) {
			const block = blocks[at];
			if (!block || /^h[12]$/.test(boxes[block.box]?.tag ?? '')) break;
			if (block.linked < block.text.length / 2) below += block.text.length;
		}
		found.push({
			text,
			tag: tag === 'h1' || tag === 'h3' ? tag : 'h2',
			isSite: isTop || siteWords.test(names),
			isAside,
			isHidden,
			isMarked: titleWords.test(names),
			isLink: own.every((block) => block.linked >= block.text.length * 0.8),
			at: found.length,
			below: Math.min(2_000, below),
		});
	}
	return found;
}
