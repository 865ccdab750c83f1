import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../src/reading/html/blocks/layout.ts';
import { namesBehindText } from '../../../src/reading/html/facts/authors/ends.ts';
import { nearHeadline } from '../../../src/reading/html/facts/near.ts';
import { readHtml } from '../../../src/reading/html/page.ts';
import { parsePage } from '../../../src/reading/html/tree.ts';

const sentence =
	'The ferry to Osk island sank in the harbour on Monday morning, and all forty people on board were rescued.';
const text = `<p>${sentence}</p>`.repeat(40);
const pageOf = (end: string) =>
	`<!DOCTYPE html><title>Ferry sinks in Osk harbour</title><body><article><h1>Ferry sinks in Osk harbour</h1>${text}${end}</article>`;
const namesIn = (end: string) => {
	const layout = layoutOf(parsePage(pageOf(end), 'ferry.html'));
	return namesBehindText(nearHeadline(layout, 0, new Map()), layout, 0).map(({ names }) => names);
};

describe('an author who is named behind the text', () => {
	it('is found, with "written by" or under a line that says so', () => {
		expect(namesIn('<p>Written by Marta Lind</p>')).toEqual([['Marta Lind']]);
		expect(namesIn('<h3>Story by Marta Lind and Ann Lee</h3>')).toEqual([['Marta Lind', 'Ann Lee']]);
		expect(namesIn('<h4>About the author</h4><p>Marta Lind</p>')).toEqual([['Marta Lind']]);
	});

	it('is none of a list of other articles, no sentence, and nobody who checked it', () => {
		expect(namesIn('<ul><li>Storm warning</li><li>By Ann Lee</li></ul>')).toEqual([]);
		expect(namesIn('<p>Reviewed by Ann Lee</p>')).toEqual([]);
		expect(namesIn('<h4>About the author</h4><p>She has written about ferries since 2019.</p>')).toEqual([]);
		expect(namesIn(`<p>Written by ${sentence}${sentence}</p>`)).toEqual([]);
	});

	it('is the author of the article', () => {
		expect(readHtml(pageOf('<p>Written by Marta Lind</p>'), 'ferry.html', null).facts.authors).toEqual([
			'Marta Lind',
		]);
	});
});
