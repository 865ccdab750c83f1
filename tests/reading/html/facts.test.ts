import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/reading/html/page.ts';

const text = [
	'The ferry to Osk island sank in the harbour on Monday morning, and all forty people on board were rescued.',
	'The owner of the line said that a valve had been left open after repairs, and that the ship would be raised.',
	'Until then the islanders will have to take the mail boat, which sails twice a day with room for twelve people.',
]
	.map((sentence) => `<p>${sentence}</p>`)
	.join('');

const factsOf = (head: string, above: string, below = '') =>
	readHtml(
		`<!DOCTYPE html><html lang="en"><head>${head}</head><body>${above}<article>${below}${text}</article></body></html>`,
		'ferry.html',
		null,
	).facts;
const linked = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('the headline', () => {
	it('may stand in the masthead of its page', () => {
		const { title } = factsOf(
			`<title>Ferries after the storm</title><meta property="og:title" content="How the ferry to Osk sank">`,
			'<div class="masthead"><h1>How the ferry to Osk sank</h1></div>',
		);
		expect(title).toBe('How the ferry to Osk sank');
	});

	it('is not the name of the blog that the title begins with', () => {
		const { title } = factsOf(
			`<title>Harbour Notes: Small boats on a large sea</title><meta property="og:title" content="Small boats on a large sea">`,
			'<h1>Harbour Notes</h1>',
			'<h3 class="post-title">Small boats on a large sea</h3>',
		);
		expect(title).toBe('Small boats on a large sea');
	});

	it('is not a short name of the site before a bar', () => {
		const { title } = factsOf(
			'<title>OSK News | Twelve islands without a ferry this winter</title>',
			'<div class="site-header"><h1>Twelve islands without a ferry this winter</h1></div>',
		);
		expect(title).toBe('Twelve islands without a ferry this winter');
	});

	it('is the heading that is marked as the title of the article, before a title for search engines', () => {
		const { title } = factsOf(
			'<title>The 9 best ferries to Osk island in winter</title>',
			'',
			'<h1 class="entry-title">Nine ferries that still sail to Osk</h1>',
		);
		expect(title).toBe('Nine ferries that still sail to Osk');
	});
});

describe('the date', () => {
	const title = '<title>Ferry sinks in Osk harbour</title>';
	const heading = '<h1>Ferry sinks in Osk harbour</h1>';

	it('is that of the element beside the headline, where its text has no year', () => {
		const line = '<p class="meta"><time datetime="2024-05-06T09:30:00Z">Monday</time></p>';
		expect(factsOf(title, '', heading + line).published).toBe('2024-05-06');
		const order = '<p><time datetime="2024-05-06T09:30:00Z">05/06/2024</time></p>';
		expect(factsOf(title, '', heading + order).published).toBe('2024-05-06');
	});

	it('is that of the only moment of the page', () => {
		const far = `<footer><time datetime="2024-05-06T09:30:00Z"></time></footer>`;
		expect(factsOf(title, '', heading + text + far).published).toBe('2024-05-06');
	});

	it('is unknown where only that of a change is said', () => {
		const changed = linked({ '@type': 'NewsArticle', dateModified: '2024-05-09T09:30:00Z' });
		expect(factsOf(title + changed, '', heading)).toMatchObject({
			published: null,
			publishedAt: null,
			updatedAt: '2024-05-09T09:30:00Z',
		});
		expect(factsOf(title, '', `${heading}<p>Last updated on May 9, 2024</p>`)).toMatchObject({
			published: null,
			updatedAt: '2024-05-09',
		});
	});
});

describe('the authors', () => {
	const title = '<title>Ferry sinks in Osk harbour</title>';
	const heading = '<h1>Ferry sinks in Osk harbour</h1>';
	const authors = (line: string, head = '') => factsOf(title + head, '', heading + line).authors;

	it('are found where two elements come together', () => {
		expect(authors('<p>Written by<b>Marta Lind</b></p>')).toEqual(['Marta Lind']);
		expect(authors('<p class="author">Dec 17, 2024<b>Marta Lind</b></p>')).toEqual(['Marta Lind']);
	});

	it('are not groups, descriptions or sentences', () => {
		expect(authors('<p class="author-info">Osk Harbour Forum</p>')).toEqual([]);
		expect(authors('<p>Written by</p><p>I grew up on this island</p>')).toEqual([]);
		expect(authors('<p>Marta Lind</p><p class="author-description">Chartered Master Mariner</p>')).toEqual([
			'Marta Lind',
		]);
	});

	it('are without what they are experts of', () => {
		expect(authors('<p>By Marta Lind, Coastal Shipping Expert &amp; Jon Bye</p>')).toEqual([
			'Marta Lind',
			'Jon Bye',
		]);
	});
});
