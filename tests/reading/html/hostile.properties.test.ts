import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readHtml } from '../../../src/reading/html/page.ts';

const outcome = (html: string) => {
	try {
		readHtml(html, 'a.html', null);
		return 'read';
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return error.message;
	}
};

const piece = fc.constantFrom(
	...[
		'<div>',
		'</div>',
		'<p>',
		'</p>',
		'<b>',
		'<a href="',
		'">',
		'<table>',
		'<tr>',
		'<li class="comment" id="comment-1">',
	],
	...[
		'<cite class="fn">',
		'<article class="message" data-author="A">',
		'<blockquote>',
		'<script>',
		'</script>',
		'<!--',
		'-->',
		'<svg/>',
	],
	...[
		'<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":',
		'}]}',
		'&amp;',
		'&#0;',
		'&#x110000;',
		'\u0000',
		'<h1>',
	],
	...[
		'<time datetime="2024-13-45">',
		'<meta property="article:published_time" content="99999">',
		'Published on 31 February 2024',
		'By Ann Lee',
	],
);

describe('a page made of anything', () => {
	it('is read, or refused in one sentence', () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (parts) => {
				const said = outcome(parts.join(''));
				expect(said === 'read' || /^a\.html [^\n]+\.$/u.test(said)).toBe(true);
			}),
			{ numRuns: 150 },
		);
	});

	it.each([
		['elements within each other', '<div>'.repeat(3_000), /nested more than 500 deep/u],
		['tags that never end', '<b><i>'.repeat(2_000), /nested more than 500 deep/u],
		[
			'elements that open again in each paragraph',
			`<p>${Array.from({ length: 300 }, (_, at) => `<b id=${at}>`).join('')}</p>${'<p>x</p>'.repeat(2_000)}`,
			/elements/u,
		],
		[
			'attributes without end',
			`<a title=">" ${Array.from({ length: 5_000 }, (_, at) => `a${at}`).join(' ')}>`,
			/more than 1000 attributes/u,
		],
		['markup without end', '<p>word '.repeat(600_000), /million characters of markup/u],
	])('is refused by a count: %s', (_, html, sentence) => {
		expect(outcome(html)).toMatch(sentence);
	});
});
