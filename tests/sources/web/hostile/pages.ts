import { pageText } from '../../../commands/ferry-page.ts';
import { largeDocx, makePdf, packedObject } from '../../../reading/formats/make.ts';
import { makeDisqus } from '../../../reading/formats/make-disqus.ts';
import { headOf, makeWarc, recordEnd, recordOf } from '../../../reading/formats/make-warc.ts';
import { gzipOf } from '../../../reading/formats/packed.ts';
import type { Case } from './case.ts';

const [headline = '', ...rest] = pageText().split('\n\n');
const paragraphs = rest
	.slice(2)
	.map((text) => `<p>${text}</p>`)
	.join('\n');
/** A page of news with something hostile in it. */
const page = (inHead: string, inBody: string, title = headline) =>
	`<!doctype html><html lang="en"><head><title>${title}</title>${inHead}</head><body><article><h1>${title}</h1>${paragraphs}${inBody}</article></body></html>`;
const plain = (name: string, answer: string | Uint8Array, more: Partial<Case> = {}): Case => ({
	name,
	mayBeStopped: answer.length > 100_000,
	answer,
	type: 'text/plain; charset=utf-8',
	...more,
});
const json = (name: string, answer: string): Case => ({ name, answer, type: 'application/json' });
const html = (name: string, answer: string, more: Partial<Case> = {}): Case => ({
	name,
	answer,
	mayBeStopped: answer.length > 50_000,
	...more,
});
const megabyte = Buffer.alloc(1e6);
const lines = (count: number, line: (at: number) => string) =>
	Array.from({ length: count }, (_, at) => line(at)).join('');
const address = { reads: ({ url }: { url: string | null }) => `its address is ${url}` };
const title = { reads: (read: { headline: string }) => `the headline is ${read.headline}` };

const nested = (levels: number) => `${'<div>'.repeat(levels)}text${'</div>'.repeat(levels)}`;
const mail = (levels: number): string =>
	levels === 0
		? 'Content-Type: text/plain\r\n\r\nNews.\r\n'
		: `Content-Type: multipart/mixed; boundary=b${levels}\r\n\r\n--b${levels}\r\n${mail(levels - 1)}\r\n--b${levels}--\r\n`;
/** A mail whose text is an article, with something attached. */
const attached = (length: number, count = 1) =>
	`MIME-Version: 1.0\r\nSubject: ${headline}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page('', '')}\r\n${`--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${'A'.repeat(length)}\r\n`.repeat(count)}--b--\r\n`;

const warc = (name: string, answer: string | Uint8Array, more: Partial<Case> = {}): Case =>
	plain(name, answer, { type: 'application/octet-stream', ...more });
const disqus = (name: string, answer: string | Uint8Array): Case =>
	plain(name, answer, { type: 'application/octet-stream' });

/** Pages and files that are hard to read, or that want to be taken for others. */
export const pages: readonly Case[] = [
	html('3,000 nested elements', page('', nested(3_000))),
	html('200,000 nested elements', page('', nested(200_000))),
	html('50,000 elements that are never closed', page('', '<b><i><a href=x>'.repeat(16_000))),
	html('5,000 unclosed formatting elements with blocks between them', page('', '<b><p>'.repeat(5_000))),
	html('20,000 tables inside tables', page('', '<table><tr><td>'.repeat(20_000))),
	html('100,000 pieces of text that a table throws out', page('', `<table>${'x<tr>'.repeat(100_000)}`)),
	html('an element with 200,000 attributes', page('', `<p ${lines(200_000, (at) => `a${at}=1 `)}>x</p>`)),
	html('an attribute of 5 MB', page('', `<p class="${'a '.repeat(2_500_000)}">x</p>`)),
	html(
		'500,000 links',
		page(
			'',
			lines(500_000, (at) => `<a href=/${at}>n</a>`),
		),
	),
	html('a million character references', page('', `<p>${'&amp;'.repeat(1_000_000)}</p>`)),
	html('a million references to no character', page('', `<p>${'&#0;'.repeat(1_000_000)}</p>`)),
	html('200,000 comments', page('', '<!-- x -->'.repeat(200_000))),
	html('a comment that is never closed', page('', `<!--${'-'.repeat(2_000_000)}`)),
	html('200,000 opening brackets', page('', '<'.repeat(200_000))),
	html('a script of 8 MB', page(`<script>${'x=1;'.repeat(2_000_000)}</script>`, '')),
	html(
		'structured data that is nested 100,000 times',
		page(`<script type="application/ld+json">${'['.repeat(100_000)}</script>`, ''),
	),
	html(
		'structured data that contains itself',
		page(
			'<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@id":"a","@type":"NewsArticle","isPartOf":{"@id":"a"},"author":{"@id":"a"}}]}</script>',
			'',
		),
	),
	html(
		'100,000 descriptions in the head',
		page(
			lines(100_000, (at) => `<meta name=a${at} content=b>`),
			'',
		),
	),
	html('a paragraph of 5 million characters', page('', `<p>${'news '.repeat(1_000_000)}</p>`)),
	html('a word of 2 million letters', page('', `<p>${'a'.repeat(2_000_000)}</p>`)),
	html('a million spaces', page('', `<p>x${' '.repeat(1_000_000)}x</p>`)),
	html('100,000 quotation marks', page('', `<p>${'“ ” " '.repeat(33_000)}</p>`)),
	html('300 quotations in a paragraph', page('', `<p>${'"Yes," said Ilse Brandt. '.repeat(300)}</p>`)),
	html('a million line ends', page('', '\n'.repeat(1_000_000))),
	html(
		'a million letters with accents upon accents',
		page('', `<p>${`a${'\u0301'.repeat(99)}`.repeat(10_000)}</p>`),
	),
	html(
		'a frame around the news',
		'<!doctype html><title>News</title><iframe src="http://127.0.0.1/"></iframe>',
	),
	html(
		'a page that needs a script',
		'<!doctype html><title>News</title><div id="root"></div><script src="/app.js"></script>',
	),
	html(
		'a login page',
		'<!doctype html><title>News</title><form><input name="user"><input type="password"></form>',
	),
	html(
		'a paywall',
		page(
			'<script type="application/ld+json">{"@type":"NewsArticle","headline":"Night ferry","isAccessibleForFree":false}</script>',
			'',
		).replace(/<\/p>\n<p>[\s\S]*<\/article>/u, '</p></article>'),
	),
	html('an empty page', '<!doctype html><title></title>'),
	html(
		'a page that claims the address of another site',
		page('<link rel=canonical href="https://bank.example.org/news">', ''),
		address,
	),
	html(
		'a page whose address is a script',
		page('<link rel=canonical href="javascript:alert(1)">', ''),
		address,
	),
	html(
		'a headline that pings everybody',
		page('', '', '@everyone &lt;@1&gt; [free](https://evil.example.org)'),
		title,
	),
	html(
		'a headline that turns the direction of writing',
		page('', '', 'News \u202egnp.exe\u202c of today'),
		title,
	),
	html('a headline of 100,000 characters', page('', '', 'News '.repeat(20_000))),
	plain('a text of 9 MB', 'The harbour is open. '.repeat(450_000)),
	plain('a text of a million lines', 'News\n'.repeat(1_000_000)),
	plain('a text of NUL bytes', '\u0000'.repeat(100_000)),
	plain(
		'a text of random bytes',
		Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256),
	),
	plain('one word', 'News'),
	plain(
		'200,000 levels of reply',
		lines(200_000, (at) => `${' '.repeat(at % 50)}Reply to reply\n`),
	),
	plain('a mail in 2,000 mails', mail(2_000), { type: 'message/rfc822' }),
	plain('a mail in 200 mails', mail(200), { type: 'message/rfc822' }),
	plain('a mail with an attachment of 9 MB', attached(9_000_000), { type: 'message/rfc822' }),
	plain('a mail with 20,000 attachments', attached(1, 20_000), { type: 'message/rfc822' }),
	plain('a document of Word that unpacks to 100 MB', largeDocx(), {
		type: 'application/octet-stream',
	}),
	plain('a PDF that unpacks to 200 MB', makePdf([[]], [packedObject([{ piece: megabyte, times: 200 }])]), {
		type: 'application/pdf',
	}),
	plain(
		'a PDF that is packed twice',
		makePdf([[]], [packedObject(Buffer.alloc(10), '[/FlateDecode /FlateDecode]')]),
		{ type: 'application/pdf' },
	),
	plain('a PDF of pictures', makePdf([[]]), { type: 'application/pdf' }),
	plain('a text of 100,000 brackets in Markdown', `# News\n\n${'[*_`'.repeat(25_000)}`, {
		type: 'text/markdown',
		mayBeStopped: false,
	}),
	json('JSON nested 100,000 times', '['.repeat(100_000)),
	json('JSON that sets the prototype', '{"__proto__":{"headline":"News"},"constructor":{"prototype":{}}}'),
	json(
		'JSON with 10,000 articles',
		JSON.stringify(Array(10_000).fill({ headline: 'News', paragraphs: ['Text of news.'] })),
	),
	json('JSON with a number of a million digits', `{"headline": ${'9'.repeat(1_000_000)}}`),
	{
		name: 'a feed whose entities grow a billion times',
		type: 'application/rss+xml',
		answer: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "news">${lines(9, (at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)}]><rss version="2.0"><channel><title>&j;</title><item><title>&j;</title></item></channel></rss>`,
	},
	{
		name: 'a feed that reads a file of this machine',
		type: 'application/rss+xml',
		answer:
			'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&f;</title><item><title>&f;</title><description>&f;</description></item></channel></rss>',
	},
	{
		name: 'a feed nested 50,000 times',
		type: 'application/rss+xml',
		answer: `<rss version="2.0"><channel>${'<item>'.repeat(50_000)}`,
	},
	warc(
		'a web archive that unpacks to 400 MB',
		gzipOf([
			{ piece: headOf(['WARC-Type: resource'], 4e8) },
			{ piece: megabyte, times: 400 },
			{ piece: recordEnd },
		]),
	),
	warc(
		'a web archive with a page that unpacks to 200 MB',
		makeWarc([
			{
				address: 'https://news.example.org/bomb',
				headers: ['Content-Type: text/html', 'Content-Encoding: gzip'],
				body: gzipOf([{ piece: megabyte, times: 200 }]),
			},
		]),
	),
	warc(
		'a web archive with 100,000 records',
		Buffer.concat(Array(100_000).fill(recordOf(['WARC-Type: metadata'], ''))),
	),
	warc(
		'a web archive whose record says it is a million gigabytes',
		'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999999\r\n\r\n',
	),
	warc('a web archive with headers that never end', `WARC/1.0\r\n${'a: b\r\n'.repeat(1_000_000)}`),
	warc(
		'a web archive with a page of another site',
		makeWarc([{ address: 'https://bank.example.org/news', body: page('', '') }]),
		address,
	),
	warc(
		'a web archive with a page of a file of this machine',
		makeWarc([{ address: 'file:///etc/passwd', body: page('', '') }]),
	),
	warc(
		'a web archive with a page that claims the address of another site',
		makeWarc([
			{
				address: 'https://news.example.org/ferry',
				body: page('<link rel=canonical href="https://bank.example.org/news">', ''),
			},
		]),
		address,
	),
	disqus(
		'comments of Disqus, which are no article',
		makeDisqus([{ id: 1, link: 'https://news.example.org/' }], []),
	),
	disqus(
		'comments of Disqus that unpack to 200 MB',
		gzipOf([{ piece: '<disqus xmlns="d">' }, { piece: ' '.repeat(1e6), times: 200 }]),
	),
	disqus('comments of Disqus nested 100,000 times', `<disqus xmlns="d">${'<post>'.repeat(100_000)}`),
	{
		name: 'an uploaded file that says it is larger than is read',
		add: ({ site }) => ({ kind: 'file', name: 'news.txt', url: `${site}/page`, size: 50_000_000 }),
	},
	{
		name: 'an uploaded file that is larger than it says',
		add: ({ site }) => ({ kind: 'file', name: 'news.txt', url: `${site}/page`, size: 100 }),
		type: 'text/plain',
		answer: 'News of today.\n'.repeat(1_000_000),
	},
	{
		name: 'an uploaded file that is gone',
		add: ({ site }) => ({ kind: 'file', name: 'news.txt', url: `${site}/page`, size: 100 }),
	},
	{
		name: 'an uploaded file whose name is a path',
		add: ({ site }) => ({ kind: 'file', name: '../../etc/passwd', url: `${site}/page`, size: 100 }),
		type: 'text/plain',
		answer: 'News',
	},
	{
		name: 'an uploaded file at an address inside',
		add: ({ inside }) => ({ kind: 'file', name: 'news.txt', url: `http://${inside}/news.txt`, size: 100 }),
	},
];
