import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../src/reading/html/blocks/layout.ts';
import { withSiblings } from '../../../src/reading/html/blocks/siblings.ts';
import { parsePage } from '../../../src/reading/html/tree.ts';

const paragraph = (number: number) =>
	`<p>${number}. The ferry to Osk island sank in the harbour on Monday morning, and all people on board were rescued.</p>`;
const paragraphs = (from: number, count: number) =>
	[...Array(count).keys()].map((at) => paragraph(from + at)).join('');

/** The numbers of the paragraphs that are taken in the end, of a page of which some are chosen. */
function takenOf(body: string, isChosen: (number: number) => boolean): number[] {
	const layout = layoutOf(parsePage(`<!DOCTYPE html><body>${body}`, 'ferry.html'));
	const numbers = layout.blocks.map(({ text }) => Number.parseInt(text, 10));
	const taken = withSiblings(layout, numbers.map(isChosen));
	return numbers.filter((_, at) => taken[at]);
}
const all = (count: number) => [...Array(count).keys()];

describe('the paragraphs of one element', () => {
	it('are all taken where most of their text is chosen', () => {
		expect(takenOf(`<div>${paragraphs(0, 20)}</div>`, (number) => number < 12)).toEqual(all(20));
	});

	it('stay as they are chosen where that is less than half, or where they are few', () => {
		expect(takenOf(`<div>${paragraphs(0, 20)}</div>`, (number) => number < 8)).toEqual(all(8));
		expect(takenOf(`<div>${paragraphs(0, 5)}</div>`, (number) => number < 4)).toEqual(all(4));
	});

	it('take with them no short lines, no lists, no links, and nothing of another element', () => {
		const others = `<p>90. Share this</p><ul><li>91. ${'Storm warning for the outer islands. '.repeat(4)}</li></ul>
			<p><a href="/a">92. ${'Storm warning for the outer islands. '.repeat(4)}</a></p>`;
		const chosen = (number: number) => number < 18;
		expect(takenOf(`<div>${paragraphs(0, 20)}${others}</div>`, chosen)).toEqual(all(20));
		expect(takenOf(`<div>${paragraphs(0, 20)}</div><div>${paragraphs(50, 20)}</div>`, chosen)).toEqual(
			all(20),
		);
	});
});
