import type { Block, Layout } from '../blocks/layout.ts';
import { attribute, type Element } from '../tree.ts';

/** A short line near the headline of a page, where names and dates stand. */
export interface Nearby {
	readonly at: number;
	readonly block: Block;
	/** Blocks below the headline; negative above. */
	readonly from: number;
	/** The words of the elements that it is in, up to the sixth. */
	readonly words: string;
	/** It is in a list of other articles, a side column, a comment, the footer. */
	readonly isElsewhere: boolean;
	/** The moment that an element around it gives for machines, or null. */
	readonly time: string | null;
}

const above = 8;
const below = 30;
const longest = 260;
const elsewhere =
	/\b(?:related|recommend\w*|trending|popular|sidebar|comments?|commentlist|comment body|(?<!elementor )widget|card|cards|carousel|teaser|promo|more stories|read more|also|latest|recent|newsletter|cookie|breadcrumbs?|similar|next|prev|previous|pagination|copyright)\b/;

/** The short lines around a headline (or at the beginning, where there is none), and those after the text. */
export function nearHeadline(layout: Layout, headline: number, times: ReadonlyMap<number, string>): Nearby[] {
	const { blocks } = layout;
	const start = Math.max(0, headline < 0 ? 0 : headline - above);
	const end = Math.min(blocks.length, (headline < 0 ? above : headline) + below);
	const found: Nearby[] = [];
	let text = 0;
	for (let at = start; at < end; at++) {
		const block = blocks[at] as Block;
		if (at > headline && block.text.length > 180) text += block.text.length;
		// Some way into the text, names and dates are part of it.
		if (text > 2_500) break;
		if (block.text.length > longest) continue;
		const { words, isElsewhere } = around(layout, block.box);
		found.push({
			at,
			block,
			from: headline < 0 ? at : at - headline,
			words,
			isElsewhere,
			time: times.get(block.box) ?? null,
		});
	}
	return found;
}

/** By number of a box, the moment that the first `time` element in it gives for machines. */
export function timesIn({ boxOf }: Layout, marked: readonly Element[]): ReadonlyMap<number, string> {
	const times = marked.filter(({ tagName }) => tagName === 'time');
	const found = new Map<number, string>();
	for (const element of times) {
		const moment = attribute(element, 'datetime');
		const box = nearestBox(element, boxOf);
		if (moment && !found.has(box)) found.set(box, moment.slice(0, 100));
	}
	return found;
}

/** The number of the box that an element is or is in; -1 where that is too far out. */
export function nearestBox(element: Element, boxOf: Layout['boxOf']): number {
	for (let at: Element | null = element, level = 0; at && level < 40; level++) {
		const box = boxOf.get(at);
		if (box !== undefined) return box;
		at = at.parentNode && 'tagName' in at.parentNode ? at.parentNode : null;
	}
	return -1;
}

/** An element with more of the page's text is around the article, too. */
const mostOfPage = 0.3;

export function around({ boxes }: Layout, box: number): { words: string; isElsewhere: boolean } {
	const all = boxes[0]?.length ?? 0;
	let words = '';
	let isElsewhere = false;
	for (let at = box, level = 0; at >= 0 && level < 8; at = boxes[at]?.parent ?? -1, level++) {
		const one = boxes[at];
		if (!one || one.length > all * mostOfPage) break;
		const own = one.words.join(' ');
		if (level < 6) words += ` ${own}`;
		if (/^(?:aside|nav)$/.test(one.tag) || (level < 4 && elsewhere.test(own))) isElsewhere = true;
	}
	return { words, isElsewhere };
}
