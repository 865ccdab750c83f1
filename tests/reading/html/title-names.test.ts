import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../src/reading/html/blocks/layout.ts';
import { groundOf } from '../../../src/reading/html/facts/ground.ts';
import { agreement, namesOf } from '../../../src/reading/html/facts/titles/named.ts';
import { readHtml } from '../../../src/reading/html/page.ts';
import { parsePage } from '../../../src/reading/html/tree.ts';

const linked = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const namesIn = (head: string) => {
	const page = parsePage(`<!DOCTYPE html><head>${head}</head><body><p>Text.</p>`, 'ferry.html');
	return namesOf(groundOf(page, layoutOf(page), null).head);
};
const trail = (last: object) =>
	linked({
		'@type': 'BreadcrumbList',
		itemListElement: [{ '@type': 'ListItem', position: 1, name: 'News' }, last],
	});

describe('the names that a page has', () => {
	it('are told apart by who gives them', () => {
		const head =
			'<meta property="og:title" content="Ferry to Osk sinks"><meta name="twitter:title" content="It sank!">';
		const data = [
			{ '@type': 'CollectionPage' },
			{ '@type': ['WebPage', 'ItemPage'], name: 'Ferry – Osk News' },
			{ '@type': 'NewsArticle', name: 'The ferry &amp; the valve' },
		];
		expect(namesIn(head + linked(data))).toEqual({
			...{ og: ['ferry to osk sinks'], twitter: ['it sank'], crumb: [] },
			...{ pageName: ['ferry osk news'], articleName: ['the ferry the valve'] },
		});
	});

	it('include the last of the breadcrumbs, in both ways to write it, and none that is no text', () => {
		expect(namesIn(trail({ position: 2, name: 'How it sank' })).crumb).toEqual(['how it sank']);
		expect(namesIn(trail({ item: { '@id': '/ferry', name: 'How it sank' } })).crumb).toEqual(['how it sank']);
		expect(namesIn(trail({ item: '/ferry' })).crumb).toEqual([]);
		expect(namesIn(trail({ name: 'ferry '.repeat(900) })).crumb).toEqual([]);
	});

	it('agree with a text more or less', () => {
		expect(agreement('how it sank', ['news', 'how it sank'])).toBe(3);
		expect(agreement('how it sank', ['how it sank osk news'])).toBe(2);
		expect(agreement('how the ferry sank', ['how the old ferry sank'])).toBe(1);
		expect(agreement('how it sank', ['how it sanksby'])).toBe(0);
		expect(agreement('how it sank', [])).toBe(-1);
	});
});

describe('the headline', () => {
	const text = [
		'The ferry to Osk island sank in the harbour on Monday morning, and all forty people on board were rescued.',
		'The owner of the line said that a valve had been left open after repairs, and that the ship would be raised.',
	].map((sentence) => `<p>${sentence}</p>`);
	const titleOf = (head: string, heading: string) =>
		readHtml(
			`<!DOCTYPE html><html lang="en"><head>${head}</head><body><article>${heading}${text.join('')}</article></body></html>`,
			'ferry.html',
			null,
		).facts.title;
	const searched = 'Osk Ferry: Costs, Timetable and Safety in Winter';
	const shown = 'What we know about the ferry to Osk';

	const forSearch = `<title>${searched}</title><meta property="og:title" content="${searched}">`;
	const heading = `<h1>${shown}</h1>`;

	it('is the heading that the breadcrumbs end with, before a title for search engines', () => {
		expect(titleOf(forSearch + trail({ position: 2, name: shown }), heading)).toBe(shown);
	});
});
