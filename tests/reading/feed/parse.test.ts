import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { longestFeed, mostItems } from '../../../src/reading/feed/feed.ts';
import { parseFeed } from '../../../src/reading/feed/parse.ts';

const address = 'https://bellport.example/news/feed.xml';
const parse = (text: string | Uint8Array, mediaType: string | null = null) =>
	parseFeed(typeof text === 'string' ? new TextEncoder().encode(text) : text, {
		address,
		name: 'The feed',
		mediaType,
	});
const rss = (items: string, head = '') =>
	`<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
	<channel><title>Bell &amp;amp; Port</title><link>https://bellport.example/</link>${head}${items}</channel></rss>`;

describe('RSS', () => {
	it('gives each item with its address, dates, authors, topics and text', () => {
		const feed = parse(
			rss(
				`<item><title>Ferry &lt;i&gt;late&lt;/i&gt; &amp;amp; full</title><link>/2026/ferry?a=1&amp;b=2#top</link>
				<guid isPermaLink="false">42</guid><pubDate>Tue, 10 Nov 2026 06:30:00 +0200</pubDate>
				<dc:creator>Mara Quill</dc:creator><category>Harbour</category><category>Harbour</category>
				<description><![CDATA[<p>Short.</p>]]></description>
				<content:encoded><![CDATA[<p>The “Osprey” was late.</p><p>It was full.</p>]]></content:encoded></item>`,
				'<language>en-GB</language><ttl>45</ttl>',
			),
		);
		expect(feed).toMatchObject({
			...{ kind: 'rss', title: 'Bell & Port', site: 'https://bellport.example/', language: 'en-GB' },
			...{ asksFor: 45 * 60_000, more: 0 },
		});
		expect(feed.items).toHaveLength(1);
		expect(feed.items[0]).toMatchObject({
			url: 'https://bellport.example/2026/ferry?a=1&b=2',
			headline: 'Ferry late & full',
			publishedAt: '2026-11-10T04:30:00.000Z',
			authors: ['Mara Quill'],
			topics: ['Harbour'],
			content: '<p>The “Osprey” was late.</p><p>It was full.</p>',
			description: '<p>Short.</p>',
		});
	});

	it('takes the identifier as the address unless it says otherwise, and the name out of an author’s address', () => {
		const [one, other] = parse(
			rss(
				`<item><title>A</title><guid>https://bellport.example/a</guid><author>desk@bellport.example (Ivo Lund)</author></item>
				<item><title>B</title><guid isPermaLink="false">https://bellport.example/b</guid></item>`,
			),
		).items;
		expect(one).toMatchObject({ url: 'https://bellport.example/a', authors: ['Ivo Lund'] });
		expect(other?.url).toBeNull();
	});

	it('is read in its old forms, 0.90, 0.91 with its document type, and 1.0', () => {
		const old = parse(
			`<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">
			<rss version="0.91"><channel><title>T</title><item><title>I</title><link>https://bellport.example/1</link></item></channel></rss>`,
		);
		expect(old.items[0]?.url).toBe('https://bellport.example/1');
		const rdf = (namespace: string, about = '') =>
			parse(
				`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${namespace}"
				xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
				<channel><title>T</title><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
				<item ${about}><title>I</title><link>https://bellport.example/1</link><dc:date>2026-05-02T03:04:05Z</dc:date></item></rdf:RDF>`,
			);
		for (const feed of [
			rdf('http://my.netscape.com/rdf/simple/0.9/'),
			rdf('http://purl.org/rss/1.0/', 'rdf:about="https://bellport.example/1"'),
		]) {
			expect(feed).toMatchObject({ kind: 'rdf', asksFor: 6 * 3_600_000 });
			expect(feed.items[0]).toMatchObject({ headline: 'I', publishedAt: '2026-05-02T03:04:05.000Z' });
		}
	});
});

describe('Atom and JSON Feed', () => {
	it('are read with what is relative in them, and plain text stays plain', () => {
		const feed = parse(
			`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://bellport.example/a/" xml:lang="de">
			<title type="html">Der &lt;b&gt;Hafen&lt;/b&gt;</title><link rel="self" href="https://bellport.example/f"/>
			<link href="https://bellport.example/"/><author><name>Ida Berg</name></author>
			<entry><id>tag:1</id><title type="text">1 &lt; 2</title><link rel="replies" href="r"/><link href="fähre"/>
			<published>2026-05-02T03:04:05Z</published><updated>2026-05-03T03:04:05Z</updated>
			<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hin <b>und</b> her.</p></div></content></entry></feed>`,
		);
		expect(feed).toMatchObject({ kind: 'atom', title: 'Der Hafen', site: 'https://bellport.example/' });
		expect(feed.items[0]).toMatchObject({
			url: 'https://bellport.example/a/f%C3%A4hre',
			headline: '1 < 2',
			authors: ['Ida Berg'],
			publishedAt: '2026-05-02T03:04:05.000Z',
			updatedAt: '2026-05-03T03:04:05.000Z',
			content: '<p>Hin <b>und</b> her.</p>',
		});
		const json = parse(
			JSON.stringify({
				version: 'https://jsonfeed.org/version/1.1',
				title: 'Hafen',
				home_page_url: 'https://bellport.example/',
				items: [{ id: 7, url: '/7', title: 'Sieben', content_text: 'a < b\n\nzwei', tags: ['x'] }],
			}),
		);
		expect(json.items[0]).toMatchObject({
			url: 'https://bellport.example/7',
			content: '<p>a &lt; b</p><p>zwei</p>',
			topics: ['x'],
		});
	});
});

describe('a feed', () => {
	it('keeps each item once and no more than a feed has', () => {
		const items = Array.from(
			{ length: mostItems + 20 },
			(_, index) => `<item><title>${index}</title></item>`,
		);
		const feed = parse(rss(`<item><title>0</title></item>${items.join('')}`));
		expect(feed.more).toBe(21);
		expect(feed.items).toHaveLength(mostItems - 1);
	});

	it('knows an item by its identifier, however its title and text change', () => {
		const item = (title: string) => parse(rss(`<item><title>${title}</title><guid>9</guid></item>`)).items[0];
		expect(item('One')?.id).toBe(item('Two')?.id);
		expect(item('One')?.id).toMatch(/^[0-9a-f]{16}$/u);
	});

	it('has no dates that are without a zone or cannot be', () => {
		for (const date of [
			'2026-05-02 03:04:05',
			'05-02-2026',
			'Sat, 02-May-2026',
			'Mon, 06 Jul 2026 10:00:00 IST',
			'yesterday',
			'Tue, 10 Jun 2081 04:00:00 GMT',
			'1 Jan 1970 00:00:00 GMT',
		]) {
			const [item] = parse(rss(`<item><title>A</title><pubDate>${date}</pubDate></item>`)).items;
			expect(item?.publishedAt, date).toBeNull();
		}
		for (const date of [
			'Mon, 06 Jul 2026 10:00:00 CEST',
			'Mon, 06 Jul 2026 03:00:00 CDT',
			'Mon Jul 06 2026 10:00:00 GMT+0200 (CEST)',
			'2026-07-06T10:00:00.5+02:00',
			'2026-07-06 08:00 Z',
		]) {
			const [item] = parse(rss(`<item><title>A</title><pubDate>${date}</pubDate></item>`)).items;
			expect(item?.publishedAt, date).toMatch(/^2026-07-06T08:00:00\.[05]00Z$/u);
		}
	});

	it('is read in the encoding that it names', () => {
		const text = rss('<item><title>Fähre</title></item>').replace('?>', ' encoding="ISO-8859-1"?>');
		const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
		expect(parse(bytes).items[0]?.headline).toBe('Fähre');
	});

	it('may have loose ampersands, blanks in front, junk behind, and no end', () => {
		const loose =
			'\n <rss version="2.0"><channel><title>A & B</title><item><title>x & y</title><link>https://b.example/?a=1&b=2</link>';
		for (const text of [loose, `${loose}</item></channel></rss><script>x</script>`]) {
			expect(parse(text).items[0]).toMatchObject({ headline: 'x & y', url: 'https://b.example/?a=1&b=2' });
		}
	});

	it('names a language only by its tag', () => {
		const language = (tag: string) => parse(rss('', `<language>${tag}</language>`)).language;
		expect([language(' pt_BR '), language('English'), language('x'.repeat(5_000))]).toEqual([
			'pt-BR',
			null,
			null,
		]);
	});

	it('leads only to the web', () => {
		const [item] = parse(rss('<item><title>A</title><link>javascript:alert(1)</link></item>')).items;
		expect(item?.url).toBeNull();
	});
});

describe('what is no feed', () => {
	const hostile: Readonly<Record<string, string>> = {
		'a page': '<html><body>Hello</body></html>',
		'tags that do not match': rss('<item><title>x</titel></item>'),
		'an endless nesting': rss('<a>'.repeat(150_000)),
		'a million tags': rss('<a/>'.repeat(900_000)),
		'a million entities': rss(`<item><title>${'&amp;'.repeat(700_000)}</title></item>`),
		'a hundred thousand attributes': `<rss version="2.0" ${'a1="xyzw" '.repeat(100_000)}><channel/></rss>`,
		'an entity out of a file': `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<item><title>&x;</title></item>')}`,
	};
	for (const [what, text] of Object.entries(hostile)) {
		it(`is refused with a sentence: ${what}`, () => {
			expect(text.length).toBeLessThan(longestFeed);
			expect(() => parse(text)).toThrow(UserError);
			expect(() => parse(text)).toThrow(/^The feed is (?:not a feed|a broken feed: )/u);
		});
	}

	it('is refused by its size before it is read', () => {
		expect(() => parse(new Uint8Array(longestFeed + 1))).toThrow('The feed is larger than 4 MB');
	});

	it('never has its own entities expanded', () => {
		const bomb = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(12)}">`).join(
			'',
		);
		const text = `<!DOCTYPE r [<!ENTITY e0 "ha">${bomb}]>${rss('<item><title>&e12;</title></item>').replace('<?xml version="1.0"?>', '')}`;
		let headline: string | null | undefined;
		try {
			headline = parse(text).items[0]?.headline;
		} catch (error) {
			expect(error).toBeInstanceOf(UserError);
		}
		expect((headline ?? '').length).toBeLessThan(100);
	});
});
