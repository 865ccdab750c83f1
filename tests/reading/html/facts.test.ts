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

	it('is that beside the name of the author, where the data have the day that the page was moved', () => {
		const moved = '<meta property="article:published_time" content="2024-08-07T12:01:51Z">';
		const line = '<div><p class="author"><a rel="author">Marta Lind</a></p><p>Dec 30, 2013</p></div>';
		expect(factsOf(title + moved, '', heading + line).published).toBe('2013-12-30');
	});

	it('is that of the data, where the page shows only the day of a change', () => {
		const data = linked({
			...{ '@type': 'NewsArticle', headline: 'Ferry sinks in Osk harbour' },
			...{ datePublished: '2024-05-06T08:00:00Z', dateModified: '2024-05-09T09:30:00Z' },
		});
		expect(factsOf(title + data, '', `${heading}<p>Updated May 9, 2024</p>`)).toMatchObject({
			...{ published: '2024-05-06', publishedAt: '2024-05-06T08:00:00Z' },
			updatedAt: '2024-05-09T09:30:00Z',
		});
	});

	it('is none of another article in a list', () => {
		const list = `<aside class="related"><h3>Related</h3><ul><li><a href="/a">Storm warning</a> May 2, 2023</li>
			<li><a href="/b">Mail boat sold</a> June 9, 2022</li></ul></aside>`;
		expect(factsOf(title, '', heading + list).published).toBeNull();
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

describe('a live blog', () => {
	it('has its own author and date, and not those of its entries', () => {
		const headline = 'Storm closes the harbour of Osk: as it happened';
		const entry = (hour: number, name: string) => ({
			...{
				'@type': 'BlogPosting',
				headline: `The ferry of ${hour} stays in`,
				author: { '@type': 'Person', name },
			},
			...{ datePublished: `2024-05-07T0${hour}:00:00+02:00`, articleBody: 'The harbour is closed.' },
		});
		const blog = (author: object) =>
			linked({
				...{ '@type': 'LiveBlogPosting', headline, datePublished: '2024-05-06T23:00:00+02:00', ...author },
				liveBlogUpdate: [entry(8, 'Jon Bye'), entry(7, 'Ida Berg')],
			});
		const facts = (author: object) =>
			factsOf(`<title>${headline}</title>${blog(author)}`, '', `<h1>${headline}</h1>`);
		expect(facts({})).toMatchObject({ title: headline, authors: [], articleBody: null });
		expect(facts({})).toMatchObject({ publishedAt: '2024-05-06T23:00:00+02:00' });
		const author = { author: { '@type': 'Person', name: 'Marta Lind' } };
		expect(facts(author)).toMatchObject({ authors: ['Marta Lind'] });
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

	it('are without a role that runs into the name, and without the paper', () => {
		expect(authors('<p class="byline">By Marta LindStaff Writer</p>')).toEqual(['Marta Lind']);
		const site = '<meta property="og:site_name" content="Harbour Post">';
		expect(authors('<p class="byline">By Marta Lind, Harbour Post</p>', site)).toEqual(['Marta Lind']);
	});

	it('are the person in the byline, where the data name the body that publishes the page', () => {
		const data = linked({
			...{ '@type': 'BlogPosting', headline: 'Ferry sinks in Osk harbour' },
			...{ datePublished: '2024-05-06', author: { '@type': 'Organization', name: 'Osk Ferries' } },
		});
		const site = '<meta property="og:site_name" content="Osk Ferries">';
		expect(authors('<p class="byline">By <a rel="author">Marta Lind</a></p>', site + data)).toEqual([
			'Marta Lind',
		]);
	});

	it('are no days of the week', () => {
		expect(authors('<div class="byline">Sat, 20 Dec, 2025 - 06:36</div>')).toEqual([]);
	});

	it('are not groups, descriptions or sentences', () => {
		expect(authors('<p class="author-info">Osk Harbour Forum</p>')).toEqual([]);
		const comment = { '@type': 'Comment', author: { '@type': 'Person', name: 'Bo Hart' }, text: 'So I saw.' };
		const { authors: none } = factsOf(title + linked({ '@type': 'NewsArticle', comment }), '', heading);
		expect(none).toEqual([]);
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
