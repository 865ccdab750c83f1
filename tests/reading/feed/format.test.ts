import { describe, expect, it } from 'vitest';
import { articleSchema } from '../../../src/article.ts';
import { readArticles } from '../../../src/reading/read.ts';

const text = `<p>“The ferry is <b>late</b> again,” said Mara Quill, the harbour master.</p>${'<p>It was the third time in a week that the Osprey left after dark.</p>'.repeat(12)}`;
const feed = (content: string) =>
	new TextEncoder().encode(`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
	<title>Bell &amp; Port</title><item><title>Ferry late again</title><link>https://bellport.example/ferry</link>
	<pubDate>Tue, 10 Nov 2026 06:30:00 GMT</pubDate><category>Harbour</category>
	<content:encoded><![CDATA[${content}]]></content:encoded></item>
	<item><title>Only a teaser</title><description>Short…</description></item></channel></rss>`);

describe('a saved feed', () => {
	it('holds the articles whose whole text it has, with their quotations', async () => {
		const [article, ...others] = await readArticles(feed(text), { name: 'bellport.rss' });
		expect(others).toHaveLength(0);
		expect(articleSchema.parse(article)).toEqual(article);
		expect(article).toMatchObject({
			source: { kind: 'feed', name: 'bellport.rss' },
			...{ url: 'https://bellport.example/ferry', site: 'Bell & Port', headline: 'Ferry late again' },
			...{ publishedAt: '2026-11-10T06:30:00.000Z', topics: ['Harbour'], language: 'en' },
		});
		expect(article?.quotes[0]).toMatchObject({ text: 'The ferry is late again,', speaker: 'Mara Quill' });
	});

	it('says what to do where it has only beginnings', async () => {
		await expect(readArticles(feed('Short.'), { name: 'bellport.rss' })).rejects.toThrow(/\/feeds add/u);
	});

	it('is told apart from an article about feeds', async () => {
		const about = `How a feed is written\n\nA file that begins with <rss version="2.0"> is a feed, and so is one that begins with <feed xmlns="http://www.w3.org/2005/Atom">.\n\n${'It has an item for each article, said Mara Quill, and readers fetch it every hour.\n\n'.repeat(3)}`;
		const [article] = await readArticles(new TextEncoder().encode(about), { name: 'about.txt' });
		expect(article).toMatchObject({ source: { kind: 'dump' }, headline: 'How a feed is written' });
	});

	it('is known behind comments and a document type that declares entities', async () => {
		const before = '<?xml version="1.0"?>\n<!-- 1 > 0 -->\n<!DOCTYPE rss [\n<!ENTITY a "b">\n]>\n';
		const bytes = Buffer.concat([Buffer.from(before), feed(text)]);
		const [article] = await readArticles(bytes, { name: 'bellport' });
		expect(article).toMatchObject({ source: { kind: 'feed' }, headline: 'Ferry late again' });
	});

	it('may hold a whole picture in a tag of its text, and a text that is cut off is not its article', async () => {
		const picture = (size: number) => `<img src="data:image/png;base64,${'A'.repeat(size)}">`;
		const read = (size: number) =>
			readArticles(feed(`${text}${picture(size)}<p>This is the end of it.</p>`), { name: 'bellport.rss' });
		const [article] = await read(150_000);
		expect(article?.paragraphs.at(-1)).toBe('This is the end of it.');
		await expect(read(400_000)).rejects.toThrow(/only the beginnings/u);
	});

	it('is told apart from an article as JSON', async () => {
		const json = {
			version: 'https://jsonfeed.org/version/1.1',
			title: 'B',
			items: [{ id: '1', title: 'T', content_html: text }],
		};
		const [article] = await readArticles(new TextEncoder().encode(JSON.stringify(json)), { name: 'b.json' });
		expect(article?.source.kind).toBe('feed');
	});
});
