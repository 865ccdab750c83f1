import { setTimeout as pause } from 'node:timers/promises';
import { type Site, startSite } from '../sources/web/site.ts';
import { pageText } from './ferry-page.ts';

const plain = { 'content-type': 'text/plain; charset=utf-8' };
const pages: Record<string, () => string> = {
	'/ferry': () => pageText(),
	'/amp/ferry-twin': () => pageText({ extra: '\nThe pier was painted in spring.\n' }),
	'/bridge': () => pageText({ headline: 'Bridge of Tarn' }).replaceAll(/\b(\w{3,})/gu, '$1o'),
	'/changing': () => pageText({ headline: 'Lighthouse', extra: changed }).replaceAll(/\b(\w{3,})/gu, '$1s'),
	'/slow': () => pageText({ headline: 'Slow harbour' }).replaceAll(/\b(\w{3,})/gu, '$1en'),
	'/slow/second': () => pageText({ headline: 'Slow pier' }).replaceAll(/\b(\w{3,})/gu, '$1em'),
	'/nothing': () => 'Log in',
};
/** What else the page that changes says. */
let changed = '';
export function change(text: string): void {
	changed = text;
}

/** A site of news about a ferry, with pages that are refused in one way or another. */
export function startFerrySite(): Promise<Site> {
	return startSite(
		async (request, response) => {
			const [path = ''] = (request.url ?? '').split('?');
			if (path === '/robots.txt') response.end('User-agent: *\nDisallow: /private\n');
			else if (path === '/short') response.writeHead(301, { location: '/ferry?utm_source=s' }).end();
			else if (path === '/forbidden') response.writeHead(403).end();
			else if (path === '/paid') response.writeHead(402).end();
			else if (path === '/empty') response.writeHead(204).end();
			else if (path === '/film') response.writeHead(200, { 'content-type': 'video/mp4' }).end();
			else if (path === '/inside') response.writeHead(302, { location: 'http://10.0.0.1/' }).end();
			else {
				if (path.startsWith('/slow')) await pause(1_800);
				const page = pages[path];
				response.writeHead(page ? 200 : 404, plain).end(page?.());
			}
		},
		{ hasRobots: true },
	);
}
