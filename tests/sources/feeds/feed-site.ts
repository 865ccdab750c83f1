import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Site, startSite } from '../web/site.ts';

/** An item of the feed of a test. */
export interface ToldItem {
	readonly id: string;
	readonly headline: string;
	/** HTML; left out for a teaser. */
	readonly text?: string;
	/** A path of the site, or an address; by default the id. */
	readonly link?: string;
	/** Milliseconds since 1970. */
	readonly at?: number;
	readonly topic?: string;
}

/** A site with a feed that a test changes. */
export interface FeedSite extends Site {
	items: ToldItem[];
	/** Pages by path. */
	readonly pages: Record<string, string>;
	/** Answers instead of the feed, where it is set. */
	answer: ((request: IncomingMessage, response: ServerResponse) => void) | null;
	/** Answers instead of the pages, where it is set. */
	pageAnswer: FeedSite['answer'];
	/** More headers of the feed. */
	headers: Record<string, string>;
	/** What the feed says of itself, in its channel. */
	head: string;
	/** Requests of a path. */
	asked(path: string): IncomingMessage[];
}

export async function startFeedSite(robots?: string): Promise<FeedSite> {
	const state = {
		items: [] as ToldItem[],
		pages: {} as Record<string, string>,
		answer: null as FeedSite['answer'],
		pageAnswer: null as FeedSite['answer'],
		headers: {} as Record<string, string>,
		head: '',
	};
	const site = await startSite(
		(request, response) => {
			const path = request.url ?? '';
			if (path === '/robots.txt') response.end(robots ?? '');
			else if (path.startsWith('/feed')) feed(request, response);
			else if (state.pageAnswer) state.pageAnswer(request, response);
			else if (state.pages[path] !== undefined)
				response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(state.pages[path]);
			else response.writeHead(404).end();
		},
		{ hasRobots: true },
	);
	const feed = (request: IncomingMessage, response: ServerResponse) => {
		if (state.answer) return state.answer(request, response);
		const body = rss(state.items, state.head, site.address);
		const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`;
		if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
		else response.writeHead(200, { 'content-type': 'application/rss+xml', etag, ...state.headers }).end(body);
	};
	return Object.assign(state, site, {
		asked: (path: string) => site.requests.filter(({ url }) => url === path),
	});
}

function rss(items: readonly ToldItem[], head: string, address: string): string {
	return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
	<title>Bell &amp; Port</title><link>${address}/</link>${head}${items.map((item) => itemXml(item, address)).join('\n')}</channel></rss>`;
}

function itemXml({ id, headline, text, link, at, topic }: ToldItem, address: string): string {
	return `<item><guid isPermaLink="false">${id}</guid><title>${headline}</title>
	<link>${new URL(link ?? `/${id}`, address).href}</link>
	${at === undefined ? '' : `<pubDate>${new Date(at).toUTCString()}</pubDate>`}
	${topic === undefined ? '' : `<category>${topic}</category>`}
	<description>It begins here…</description>
	${text === undefined ? '' : `<content:encoded><![CDATA[${text}]]></content:encoded>`}</item>`;
}

/** A whole text with a quotation. */
export function wholeText(said: string, speaker = 'Mara Quill'): string {
	const filler =
		'The ferry left the harbour an hour after dark, and nobody on the pier had been told of it before. ';
	return `<p>“${said},” said ${speaker}, the harbour master.</p><p>${filler.repeat(4)}</p><p>${filler.repeat(4)}</p>`;
}

/** A page with an article. */
export function articlePage(headline: string, said: string, speaker?: string): string {
	return `<!doctype html><html lang="en"><head><title>${headline} | Bell & Port</title></head><body>
	<nav><a href="/">Home</a></nav><article><h1>${headline}</h1>${wholeText(said, speaker)}</article></body></html>`;
}
