import { describe, expect, it } from 'vitest';
import { feedsNamedIn, usualFeeds } from '../../../src/reading/feed/discover.ts';

const at = 'https://bellport.example/news/';

describe('the feeds of a page', () => {
	it('are those that it names in its head, then those that it links to', () => {
		const page = `<!doctype html><html><head><!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
			<link rel="stylesheet" type="text/css" href="/x.css">
			<link rel='alternate' type='application/rss+xml' title='News &amp; sport' href='/feed?a=1&amp;b=2'>
			<LINK HREF=atom.xml REL="alternate home" TYPE=application/atom+xml>
			<link rel="alternate" hreflang="de" href="/de/">
			<link rel="alternate" type="application/rss+xml" href="/comments/feed/">
			</head><body><a href="https://other.example/index.xml">RSS</a><a href="/feeding-time">x</a></body></html>`;
		expect(feedsNamedIn(page, at)).toEqual([
			{ address: 'https://bellport.example/feed?a=1&b=2', title: 'News & sport' },
			{ address: 'https://bellport.example/news/atom.xml', title: null },
			{ address: 'https://other.example/index.xml', title: null },
		]);
	});

	it('are relative to its base, and lead only to the web', () => {
		const page = `<base href="https://cdn.example/x/"><link rel="alternate" type="application/rss+xml" href="f.xml">
			<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">`;
		expect(feedsNamedIn(page, at)).toEqual([{ address: 'https://cdn.example/x/f.xml', title: null }]);
	});

	it('are none in a page that is made to be slow', () => {
		for (const part of ['<link ', '<link rel="', '<a href=', '<!--', 'a="', '<!-- -->']) {
			expect(feedsNamedIn(part.repeat(400_000), at)).toEqual([]);
		}
		const long = `<a ${'a'.repeat(5_900)}>`.repeat(84);
		for (let time = 0; time < 12; time++) expect(feedsNamedIn(long, at)).toEqual([]);
	});
});

describe('the usual places', () => {
	it('are below the address first, then at the site', () => {
		const usual = usualFeeds('https://bellport.example/blog/index.html?x=1');
		expect(usual.slice(0, 3)).toEqual([
			'https://bellport.example/blog/feed',
			'https://bellport.example/feed',
			'https://bellport.example/rss',
		]);
		expect(usualFeeds('https://bellport.example/')[0]).toBe('https://bellport.example/feed');
	});
});
