import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/reading/html/page.ts';
import { scores } from './systems/score.ts';

describe('what readers wrote', () => {
	it.each(scores().map(({ system, right, all, wrong }) => ({ system, rate: right / all, wrong })))(
		'is read from a page of $system',
		({ rate, wrong }) => {
			expect(rate, wrong.join('\n')).toBeGreaterThanOrEqual(0.93);
		},
	);

	it('is without all that a post of Discourse quotes, also where there is a quotation in the quotation', () => {
		const quoting =
			'<aside class="quote" data-username="bo"><blockquote><aside class="quote" data-username="cy"><blockquote><p>Is it open?</p></blockquote></aside><p>It was closed, I saw it.</p></blockquote></aside><p>Nobody saw it.</p>';
		const posts = [
			{ post_number: 1, username: 'ann', cooked: '<p>Who left the valve open?</p>' },
			{ post_number: 2, username: 'bo', cooked: quoting },
			{ post_number: 3, username: 'cy', cooked: '<aside class="quote">'.repeat(8_000) },
		];
		const preloaded = JSON.stringify({ topic_1: JSON.stringify({ post_stream: { posts } }) });
		const page = `<html><body><h1>The valve</h1><div id="data-preloaded" data-preloaded="${preloaded.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"></div></body></html>`;
		const { comments } = readHtml(page, 'valve.html', null);
		expect(comments.map(({ author, paragraphs }) => ({ author, paragraphs }))).toEqual([
			{ author: 'bo', paragraphs: ['Nobody saw it.'] },
			{ author: 'cy', paragraphs: [] },
		]);
	});
});
