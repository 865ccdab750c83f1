// A web server with thousands of feeds, in a process of its own, so that its work is not counted.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const items = 25;
const words =
	'harbour ferry council tunnel bridge mayor school winter market river train library pier storm'.split(' ');

/** What a feed does when it is asked, by its number: most are unchanged. */
function kindOf(feed: number): 'unchanged' | 'same bytes' | 'other bytes' | 'new article' {
	const tenth = feed % 10;
	if (tenth < 7) return 'unchanged';
	return tenth === 7 ? 'same bytes' : tenth === 8 ? 'other bytes' : 'new article';
}

function sentence(seed: number): string {
	const some = Array.from(
		{ length: 14 },
		(_, index) => words[(seed * 7 + index * index + index) % words.length],
	);
	return `The ${some.join(' ')} of the ${seed % 97}th day.`;
}

function itemXml(feed: number, item: number): string {
	const text = Array.from({ length: 12 }, (_, index) => `<p>${sentence(feed * 31 + item * 7 + index)}</p>`);
	const said = `<p>“We have waited for item ${item} of ${feed},” said Mara Quill, the harbour master.</p>`;
	return `<item><guid>f${feed}-${item}</guid><title>${sentence(feed + item)}</title><link>/${feed}/${item}</link>
	<content:encoded><![CDATA[${said}${text.join('')}]]></content:encoded></item>`;
}

function feedXml(feed: number, newest: number, built: string): string {
	const all = Array.from({ length: items }, (_, index) => itemXml(feed, newest - index));
	return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
	<title>Feed ${feed}</title><link>/</link><lastBuildDate>${built}</lastBuildDate>${all.join('')}</channel></rss>`;
}

let requests = 0;
const server = createServer((request, response) => {
	requests++;
	const feed = Number(/^\/feed\/(\d+)$/u.exec(request.url ?? '')?.[1] ?? Number.NaN);
	if (Number.isNaN(feed)) {
		response.writeHead(404).end();
		return;
	}
	const kind = kindOf(feed);
	const type = { 'content-type': 'application/rss+xml' };
	if (kind === 'unchanged' && request.headers['if-none-match']) {
		response.writeHead(304, { etag: '"1"' }).end();
		return;
	}
	const newest = items + (kind === 'new article' && request.headers['if-none-match'] ? 1 : 0);
	const built = kind === 'other bytes' ? `at request ${requests}` : 'once';
	response.writeHead(200, kind === 'same bytes' ? type : { ...type, etag: '"1"' });
	response.end(feedXml(feed, newest, built));
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send?.({ requests }));
