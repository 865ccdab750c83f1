import { type Element, isElement, type Parent, textUpTo } from '../tree.ts';

/** Characters of a link's text that are compared, and that a card has besides them at least. */
const compared = 200;
const more = 20;

/**
 * Whether an inline element is the card that a site shows when the pointer is on the link right before it: it begins
 * with the same words, with nothing between, which no sentence does ("Ann LeeAnn LeeMayor of Osk …").
 */
export function isCard(element: Element, before: Parent['childNodes'][number] | undefined): boolean {
	if (!before || !isElement(before) || before.tagName !== 'a' || element.tagName === 'a') return false;
	const linked = textUpTo(before, compared).trim();
	if (linked.length < 3) return false;
	const text = textUpTo(element, compared + linked.length + more).trimStart();
	return text.startsWith(linked) && text.length >= linked.length + more;
}
