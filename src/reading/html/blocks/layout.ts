import { tidyLine } from '../../unseen.ts';
import { attribute, type Element, isElement, type Parent } from '../tree.ts';
import { isCard } from './card.ts';

/** An element of a page that text is in, with what is counted under it. */
export interface Box {
	readonly element: Element;
	readonly tag: string;
	/** The number of the box it is in; -1 for the outermost. */
	readonly parent: number;
	readonly depth: number;
	/** The words of its class, id, role and itemprop, in lower case. */
	readonly words: readonly string[];
	/** The blocks under it: from the first up to, not with, the last. */
	readonly first: number;
	last: number;
	/** Characters of text, and of these in links. */
	length: number;
	linked: number;
	/** Elements directly in it. */
	children: number;
	isHidden: boolean;
}

/** A text that a browser shows as one: a paragraph, a line, an entry of a list. */
export interface Block {
	readonly text: string;
	/** The number of the box it is directly in. */
	readonly box: number;
	/** Characters in links, and in bold or italics. */
	readonly linked: number;
	readonly strong: number;
	/** The words of the inline element that it begins with, or none. */
	readonly inner: Element | null;
	/** Whether it ends or begins at a line break instead of an element. */
	readonly broken: boolean;
}

export interface Layout {
	readonly boxes: readonly Box[];
	readonly blocks: readonly Block[];
	/** The number of the box that an element is. */
	readonly boxOf: ReadonlyMap<Element, number>;
}

const blockTags = new Set(
	'address article aside blockquote body button center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript ol option p pre search section select summary table tbody td tfoot th thead tr ul video audio'.split(
		' ',
	),
);
const skipped = new Set(
	'script style template head title textarea select option datalist audio video iframe'.split(' '),
);
const strongTags = new Set('b strong em i u'.split(' '));

/** The texts of a page in their order, and the elements that they are in. Takes time in proportion to the page. */
export function layoutOf(page: Parent): Layout {
	const boxes: Box[] = [];
	const blocks: Block[] = [];
	const boxOf = new Map<Element, number>();
	const open: string[] = [];
	let linked = 0;
	let strong = 0;
	let inner: Element | null = null;
	let holdsText = false;
	let broken = false;
	const close = (box: number, atBreak: boolean) => {
		if (holdsText) {
			const text = tidyLine(open.join(''));
			if (text !== '') {
				blocks.push({ text, box, linked, strong, inner, broken: broken || atBreak });
				for (let at = box; at >= 0; at = boxes[at]?.parent ?? -1) {
					const one = boxes[at];
					if (!one) break;
					one.length += text.length;
					one.linked += Math.min(linked, text.length);
				}
			}
		}
		open.length = 0;
		linked = 0;
		strong = 0;
		inner = null;
		holdsText = false;
		broken = atBreak;
	};
	const visit = (node: Parent, box: number, inLink: boolean, inStrong: boolean) => {
		for (const [at, child] of node.childNodes.entries()) {
			if (child.nodeName === '#text' && 'value' in child) {
				const { value } = child;
				open.push(value);
				if (!holdsText && !/\S/.test(value)) continue;
				holdsText = true;
				if (inLink) linked += value.length;
				if (inStrong) strong += value.length;
			} else if (isElement(child)) {
				const tag = child.tagName;
				if (tag === 'br') {
					close(box, true);
					continue;
				}
				if (skipped.has(tag)) continue;
				if (!blockTags.has(tag)) {
					if (isCard(child, node.childNodes[at - 1])) continue;
					if (!holdsText && inner === null && child.attrs.length > 0) inner = child;
					visit(child, box, inLink || tag === 'a', inStrong || strongTags.has(tag));
					continue;
				}
				close(box, false);
				const parent = boxes[box];
				if (parent) parent.children++;
				const made = boxes.push({
					element: child,
					tag,
					parent: box,
					depth: (parent?.depth ?? -1) + 1,
					words: wordsOf(child),
					first: blocks.length,
					last: 0,
					length: 0,
					linked: 0,
					children: 0,
					isHidden: (parent?.isHidden ?? false) || isHidden(child),
				});
				boxOf.set(child, made - 1);
				visit(child, made - 1, inLink, inStrong || tag === 'h1');
				close(made - 1, false);
				(boxes[made - 1] as Box).last = blocks.length;
			}
		}
	};
	visit(page, -1, false, false);
	close(0, false);
	return { boxes, blocks: boxes.length > 0 ? blocks : [], boxOf };
}

const mostWords = 24;

/** The words of what its author calls an element: "post-content entryBody" is "post", "content", "entry", "body". */
export function wordsOf(element: Element): string[] {
	let names = '';
	for (const { name, value } of element.attrs) {
		if (
			name === 'class' ||
			name === 'id' ||
			name === 'role' ||
			name === 'itemprop' ||
			name === 'data-component' ||
			name === 'data-testid' ||
			name === 'itemtype'
		)
			names += ` ${value.length > 400 ? value.slice(0, 400) : value}`;
	}
	if (names === '') return [];
	const words = names
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.match(/[a-z]{2,20}/g);
	return words ? (words.length > mostWords ? words.slice(0, mostWords) : words) : [];
}

function isHidden(element: Element): boolean {
	if (attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden') === 'true') return true;
	const style = attribute(element, 'style');
	return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
