import { tidyLine } from '../unseen.ts';
import { isElement, type Parent } from './tree.ts';

const blocks = new Set(
	'address article aside blockquote body button center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section select summary table tbody td tfoot th thead tr ul video audio'.split(
		' ',
	),
);
const skipped = new Set('script style noscript template head title textarea select button'.split(' '));

/** The texts under a node as a browser shows them below each other, each in one line. */
export function paragraphsIn(parent: Parent): string[] {
	const found: string[] = [];
	let open = '';
	const end = () => {
		const text = tidyLine(open);
		if (text !== '') found.push(text);
		open = '';
	};
	const visit = (node: Parent) => {
		for (const child of node.childNodes) {
			if (child.nodeName === '#text' && 'value' in child) open += child.value;
			else if (isElement(child) && !skipped.has(child.tagName)) {
				if (child.tagName === 'br') {
					end();
					continue;
				}
				const isBlock = blocks.has(child.tagName);
				if (isBlock) end();
				visit(child);
				if (isBlock) end();
			}
		}
	};
	visit(parent);
	end();
	return found;
}
