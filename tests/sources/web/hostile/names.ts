import type { RequestListener } from 'node:http';
import type { Case, Where } from './case.ts';

const named = (name: string, ...resolves: NonNullable<Case['resolves']>): Case => ({
	name,
	add: () => 'http://news.example.org/harbour',
	resolves,
});
const open = ['127.0.0.1'];

/** Leads on to another address, from the page at the site. */
const leads = (name: string, to: string | ((where: Where) => string), status = 302): Case => ({
	name,
	answer:
		(where): RequestListener =>
		(request, response) =>
			response.writeHead(status, { location: typeof to === 'string' ? to : to(where) }).end(request.url),
});

/** Names that resolve to what is not public, and redirects that lead there. */
export const names: readonly Case[] = [
	named('a name that resolves to this machine', open),
	named('a name that resolves to this machine in IPv6', ['::1']),
	named('a name that resolves to IPv4 mapped into IPv6', ['::ffff:127.0.0.1']),
	named('a name that resolves to a private address', ['10.1.2.3']),
	named('a name that resolves to the metadata of a cloud', ['169.254.169.254']),
	named('a name with a public address and a private one', ['93.184.215.14', '192.168.0.1']),
	named('a name without an address', []),
	named('a name that does not exist', 'nothing'),
	{ ...named('a resolver that never answers', 'never'), waits: true },
	{
		name: 'a name that changes between robots.txt and the page',
		add: ({ port }) => `http://news.example.org:${port}/harbour`,
		resolves: [open, ['127.0.0.2']],
		answer: '<h1>Inside</h1>',
	},
	{
		name: 'a name that changes between two redirects',
		add: ({ port }) => `http://news.example.org:${port}/harbour`,
		resolves: [open, open, ['127.0.0.2']],
		answer: (): RequestListener => (_, response) => response.writeHead(302, { location: '/next' }).end(),
	},
	leads('a redirect to this machine', ({ inside }) => `http://${inside}/`),
	leads('a redirect to this machine by its number', ({ insidePort }) => `http://2130706433:${insidePort}/`),
	leads('a redirect to a private address', 'http://192.168.0.1/'),
	leads('a redirect for good to the metadata of a cloud', 'http://169.254.169.254/', 301),
	leads('a redirect that keeps its method', 'http://[::1]/', 307),
	leads('a redirect without a protocol', '//10.0.0.1/'),
	leads('a redirect to a file', 'file:///etc/passwd'),
	leads('a redirect to a script', 'javascript:alert(1)'),
	leads('a redirect to a password', 'https://reader:secret@news.example.org/'),
	leads('a redirect to the port of SSH', 'http://news.example.org:22/'),
	leads('a redirect to itself', '/page'),
	{
		name: 'redirects without an end',
		answer: (): RequestListener => (request, response) =>
			response.writeHead(302, { location: `${request.url}x` }).end(),
	},
	leads('a redirect to an address of 9,000 characters', `/${'a'.repeat(9_000)}`),
	{
		name: 'a redirect to nowhere',
		answer: (): RequestListener => (_, response) => response.writeHead(302).end(),
	},
	{
		name: 'a page that sends its reader on by itself',
		answer:
			(where): RequestListener =>
			(_, response) =>
				response
					.writeHead(200, { 'content-type': 'text/html', refresh: `0; url=http://${where.inside}/` })
					.end(`<meta http-equiv="refresh" content="0; url=http://${where.inside}/"><title>Moved</title>`),
	},
	{
		name: 'a robots.txt that leads inside',
		robots: (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
		answer: '<h1>News</h1>',
	},
];
