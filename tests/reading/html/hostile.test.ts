import { describe, expect, it } from 'vitest';
import { htmlParagraphs } from '../../../src/reading/html/comments/data.ts';
import { readHtml } from '../../../src/reading/html/page.ts';

const sentence =
	'The ferry to Osk island sank in the harbour on Monday morning, and all forty people on board were rescued.';
const read = (head: string, below = '') =>
	readHtml(
		`<!DOCTYPE html><html><head><title>Ferry sinks in Osk harbour</title>${head}</head><body><article><h1>Ferry sinks in Osk harbour</h1>${`<p>${sentence}</p>`.repeat(4)}</article>${below}`,
		'ferry.html',
		null,
	);
const data = (json: string) => `<script type="application/ld+json">${json}</script>`;
const nested = (key: string, deep: number) => `${`{"${key}":`.repeat(deep)}"x"${'}'.repeat(deep)}`;

describe('a page that is made to be slow', () => {
	it.for([
		['a script whose end never ends', '', `<script>${'</script '.repeat(400_000)}`],
		['drawings of which the last never ends', '', `${'<svg>'.repeat(700_000)}</svg`],
		[
			'a name of a megabyte',
			data(`{"@type":"NewsArticle","author":"Ann and${' on'.repeat(350_000)}\\n,"}`),
			'',
		],
		['things named by things', data(`{"@type":"NewsArticle","author":${nested('name', 20_000)}}`), ''],
		['answers to answers', data(`{"@type":"NewsArticle","comment":${nested('comment', 20_000)}}`), ''],
		[
			'a comment of elements in elements',
			data(`{"@type":"NewsArticle","comment":{"@type":"Comment","text":"<p>${'<i>'.repeat(60_000)}Yes."}}`),
			'',
		],
	])('is read: %s', ([, head = '', below = '']) => {
		expect(read(head, below).paragraphs[0]).toBe(sentence);
	});
});

describe('a page with drawings', () => {
	it('is read the same whatever was read before it', () => {
		const drawing = `<svg><text>${'Drawn. '.repeat(30)}</text></svg>`;
		const texts = () => read('', drawing).layout.blocks.map(({ text }) => text);
		const before = texts();
		read('', `${`<p>${sentence}</p>`.repeat(30)}${drawing}`);
		expect(before.join(' ')).not.toContain('Drawn.');
		expect(texts()).toEqual(before);
	});
});

describe('a comment in HTML', () => {
	it('has no text where its elements are nested deeper than in a page', () => {
		expect(htmlParagraphs(`<p>Yes.</p>${'<i>'.repeat(100)}No.`)).toEqual(['Yes.', 'No.']);
		expect(htmlParagraphs(`<p>Yes.</p>${'<i>'.repeat(60_000)}No.`)).toEqual([]);
	});
});
