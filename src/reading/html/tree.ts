import {
	type DefaultTreeAdapterMap,
	type DefaultTreeAdapterTypes,
	defaultTreeAdapter,
	type ParserOptions,
	parse,
	parseFragment,
} from 'parse5';
import { UserError } from '../../errors.ts';
import { leanMarkup } from './markup.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Elements within each other, and elements at all. Extractors take a time that grows with the square of the depth. */
const deepest = 500;
const mostElements = 150_000;

/**
 * The tree of a page as browsers build it, without scripts and styles. Takes time in proportion to the markup.
 * @throws UserError where it is nested deeper or has more elements than a page of an article.
 */
export function parsePage(html: string, name: string): Parent {
	return parse(leanMarkup(html, name), bounded(name));
}

/** The tree of a piece of HTML, as in a comment, in a `div`. @throws UserError as `parsePage`. */
export function parsePiece(html: string, name: string): Parent {
	return parseFragment(`<div>${leanMarkup(html, name)}</div>`, bounded(name));
}

function bounded(name: string): ParserOptions<DefaultTreeAdapterMap> {
	let depth = 0;
	let elements = 0;
	return {
		// What is there for browsers without scripts is read as they would.
		scriptingEnabled: false,
		treeAdapter: {
			...defaultTreeAdapter,
			createElement(tagName, namespace, attrs) {
				if (++elements > mostElements)
					throw tooMuch(name, `more than ${mostElements.toLocaleString('en')} elements`);
				return defaultTreeAdapter.createElement(tagName, namespace, attrs);
			},
			onItemPush() {
				if (++depth > deepest) throw tooMuch(name, `elements nested more than ${deepest} deep`);
			},
			onItemPop() {
				depth--;
			},
		},
	};
}

function tooMuch(name: string, what: string): UserError {
	return new UserError(`${name} has ${what}: it is no page that can be read.`);
}

export function isElement(node: Node): node is Element {
	return 'tagName' in node;
}

/** The value of an attribute, or null where the element has none. */
export function attribute(element: Element, name: string): string | null {
	for (const one of element.attrs) if (one.name === name) return one.value;
	return null;
}

/** All elements under a node, in the order of the page. Depth is bounded by `parsePage`. */
export function* elementsIn(parent: Parent): Generator<Element> {
	for (const child of parent.childNodes) {
		if (!isElement(child)) continue;
		yield child;
		yield* elementsIn(child);
	}
}

/** The text under a node, as it is written, up to about so many characters: a page can have many nodes in each other. */
export function textUpTo(node: Parent | Node, most: number): string {
	if (node.nodeName === '#text' && 'value' in node) return node.value.slice(0, most);
	if (!('childNodes' in node)) return '';
	let text = '';
	for (const child of node.childNodes) {
		if (text.length >= most) break;
		text += textUpTo(child, most - text.length);
	}
	return text;
}

/** A copy of a tree without some of its elements. How deep it is, `parsePage` and `parsePiece` have bounded. */
export function without<Tree extends Parent>(tree: Tree, isOut: (element: Element) => boolean): Tree {
	const childNodes: Parent['childNodes'] = [];
	for (const child of tree.childNodes) {
		if (!isElement(child)) childNodes.push(child);
		else if (!isOut(child)) childNodes.push(without(child, isOut));
	}
	return { ...tree, childNodes };
}

/** All text under a node, as it is written. */
export function textIn(node: Parent | Node): string {
	if (node.nodeName === '#text' && 'value' in node) return node.value;
	if (!('childNodes' in node)) return '';
	let text = '';
	for (const child of node.childNodes) text += textIn(child);
	return text;
}
